"""Queries to glossary terms: hit rate, reciprocal rank, nDCG, and whether the uncovered is refused."""

from __future__ import annotations

from typing import Any

from vcassist.evals.forms import LEFT_OUT, CaseForm
from vcassist.evals.measure import Ratio, Scored, ndcg
from vcassist.evals.subject import Subject
from vcassist.evals.suite import Case

LIMIT = 10
BEST = 2


class Form(CaseForm):
    query: str
    covered: bool
    relevant: dict[str, int] = LEFT_OUT


def problems(case: Case) -> list[str]:
    from vcassist.knowledge.glossary import load_entries

    found = [] if case["query"].strip() else ["its query is empty"]
    found += [f"there is no entry {slug!r}" for slug in case.get("relevant", {}) if slug not in load_entries()]
    if case["covered"] != any(grade == BEST for grade in case.get("relevant", {}).values()):
        found.append("a covered query has a term of grade 2, an uncovered one has none")
    return found


def texts(case: Case) -> list[str]:
    return [case["query"]]


def answer(case: Case, subject: Subject) -> Any:
    return subject.search(case["query"], LIMIT)


def score(case: Case, got: Any, subject: Subject) -> Scored:
    terms = [r["term"] for r in (got or {}).get("results", [])]
    covered = bool((got or {}).get("covered"))
    grades = case.get("relevant", {})
    if case["covered"]:
        rank = next((n for n, term in enumerate(terms, 1) if grades.get(term) == BEST), 0)
        ratios: dict[str, Ratio] = {
            "hit_at_1": (float(rank == 1), 1.0),
            "hit_at_3": (float(0 < rank <= 3), 1.0),
            "mrr": (1 / rank if rank else 0.0, 1.0),
            "ndcg_at_5": (ndcg([grades.get(t, 0) for t in terms], list(grades.values()), 5), 1.0),
            "false_refusals": (float(not covered), 1.0),
        }
        failed = rank != 1 or not covered
    else:
        ratios = {"refused_uncovered": (float(not covered), 1.0)}
        failed = covered
    expected = [t for t, g in grades.items() if g == BEST] if case["covered"] else "refusal"
    shown = {"covered": covered, "terms": terms[:3]}
    return Scored(
        ratios, {"trait": dict.fromkeys(case.get("traits", []), ratios)}, failed, expected, shown, case["query"]
    )
