"""Questions to cited answers: the right entry cited, each sentence borne by what it cites, the point made, refusal.

Without a model every sentence stands word for word in an entry. In a model's words it may be shortened and put otherwise: then it is
supported where it says nothing that the cited entries do not, by the product's own check of words.
"""

from __future__ import annotations

from typing import Any

from vcassist.evals.forms import LEFT_OUT, CaseForm
from vcassist.evals.measure import Ratio, Scored, fold_text
from vcassist.evals.subject import Subject
from vcassist.evals.suite import Case
from vcassist.interview.wording import PassageGround


class Form(CaseForm):
    """``term`` is null where the glossary does not cover the question."""

    question: str
    term: str | None
    must_mention: list[str] = LEFT_OUT


def problems(case: Case) -> list[str]:
    from vcassist.knowledge.glossary import load_entries

    return [f"there is no entry {case['term']!r}"] if case["term"] and case["term"] not in load_entries() else []


def texts(case: Case) -> list[str]:
    return [case["question"]]


def answer(case: Case, subject: Subject) -> Any:
    return subject.ask(case["question"])


def score(case: Case, got: Any, subject: Subject) -> Scored:
    from vcassist.knowledge.glossary import load_entries, sentences

    got = got or {"answer": "", "citations": [], "covered": False}
    cited = [c["term"] for c in got["citations"]]
    shown = {"covered": got["covered"], "cited": cited, "answer": got["answer"][:400]}
    if case["term"] is None:
        refused = not got["covered"] and not cited
        ratios: dict[str, Ratio] = {"refused_uncovered": (float(refused), 1.0)}
        return Scored(ratios, _traits(case, ratios), not refused, "refusal", shown, case["question"])
    entries = load_entries()
    bodies = {t: " ".join(" ".join(s.split()) for _, s in entries[t].passages) for t in cited if t in entries}
    said = sentences(got["answer"]) if got["covered"] else []
    verbatim = [s for s in said if any(s in body for body in bodies.values())]
    ground = PassageGround([s for t in bodies for _, text in entries[t].passages for s in sentences(text)])
    supported = [s for s in said if s in verbatim or not ground.objections(s)]
    quoted = [c for c in got["citations"] if " ".join(c["quote"].split()) in bodies.get(c["term"], "")]
    points = [w for w in case.get("must_mention", []) if fold_text(w) in fold_text(got["answer"])]
    ratios = {
        "right_citation": (float(case["term"] in cited), 1.0),
        "first_citation": (float(bool(cited) and cited[0] == case["term"]), 1.0),
        "citation_precision": (cited.count(case["term"]), len(cited)),
        "mentions": (len(points), len(case.get("must_mention", []))),
        "supported": (len(supported), len(said)),
        "sentences_verbatim": (len(verbatim), len(said)),
        "quotes_verbatim": (len(quoted), len(cited)),
        "false_refusals": (float(not got["covered"]), 1.0),
    }
    failed = case["term"] not in cited or len(supported) < len(said) or len(points) < len(case.get("must_mention", []))
    return Scored(
        ratios,
        _traits(case, ratios),
        failed,
        {"term": case["term"], "must_mention": case.get("must_mention")},
        shown,
        case["question"],
    )


def _traits(case: Case, ratios: dict[str, Ratio]) -> dict[str, dict[str, dict[str, Ratio]]]:
    return {"trait": {t: dict(ratios) for t in case.get("traits", [])}}
