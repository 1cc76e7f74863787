"""Question order: how much severity is settled after 10, 15 and 25 questions, against two simpler orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from vcassist.assessment.evaluate import Finding, assess
from vcassist.assessment.rules import SEVERITIES
from vcassist.chain.facts import Chain, Fact, fact_from_json, fold
from vcassist.evals.kinds import interview
from vcassist.evals.kinds._facts import facts_of
from vcassist.evals.measure import Ratio, Scored
from vcassist.evals.subject import InProcess, Subject
from vcassist.evals.suite import Case
from vcassist.interview import planner

AFTER = (10, 15, 25)
Order = Callable[[Chain, Sequence[Finding], str | None], str | None]

problems = interview.problems


def texts(case: Case) -> list[str]:
    """Nothing of its own: the chains are those of the interview suite, which is linted itself."""
    return []


def by_worth(chain: Chain, findings: Sequence[Finding], topic: str | None) -> str | None:
    """The product's own order."""
    best = planner.next_question(chain, findings, topic=topic)
    return best.ref if best else None


def by_form(chain: Chain, findings: Sequence[Finding], topic: str | None) -> str | None:
    """From the first field to the last, as a form would."""
    return next((ref for ref, _ in planner.open_refs(chain, frozenset())), None)


def by_findings(chain: Chain, findings: Sequence[Finding], topic: str | None) -> str | None:
    """The field that most undecided findings name, whatever their severity and whoever is asked."""
    open_now = [ref for ref, _ in planner.open_refs(chain, frozenset())]
    count = Counter(ref for f in findings if f.verdict == "unknown" for ref in f.missing)
    return max(open_now, key=lambda ref: (count[ref], -open_now.index(ref)), default=None)


ORDERS: Mapping[str, Order] = {"planner": by_worth, "form": by_form, "findings": by_findings}


def weight(finding: Finding) -> int:
    return 1 + SEVERITIES.index(finding.severity)


def answer(case: Case, subject: Subject) -> Any:
    """Order → questions asked → share of the severity that the whole chain settles. The person answers plainly or does not know."""
    assert isinstance(subject, InProcess)
    app = subject.app
    gold = {f["ref"]: fact_from_json(f) for f in facts_of(case["facts"])}
    whole = {
        f.id: weight(f)
        for f in assess(fold(gold.values()), app.rules, app.register)
        if f.kind == "risk" and f.verdict != "unknown"
    }
    told = [gold[ref] for ref in case.get("tells", [])]

    def settled(findings: Sequence[Finding]) -> float:
        return sum(whole.get(f.id, 0) for f in findings if f.verdict != "unknown") / (sum(whole.values()) or 1)

    found: dict[str, dict[str, float]] = {}
    for name, order in ORDERS.items():
        facts, topic, found[name] = list(told), None, {}
        for question in range(1, max(AFTER) + 1):
            chain = fold(facts)
            findings = assess(chain, app.rules, app.register)
            ref = order(chain, findings, topic)
            if ref is not None:
                facts.append(gold.get(ref) or Fact(ref, "unknown"))
                topic = ref.partition(".")[0]
            if question in AFTER:
                found[name][str(question)] = settled(assess(fold(facts), app.rules, app.register))
    return found


def score(case: Case, got: Any, subject: Subject) -> Scored:
    got = got or {}
    ratios: dict[str, Ratio] = {}
    for name in ORDERS:
        for n in AFTER:
            ratios[f"{name}_{n}"] = (got.get(name, {}).get(str(n), 0.0), 1.0)
    for n in AFTER:
        for other in ("form", "findings"):
            ratios[f"gain_over_{other}_{n}"] = (ratios[f"planner_{n}"][0] - ratios[f"{other}_{n}"][0], 1.0)
    behind = ratios["planner_15"][0] < max(ratios["form_15"][0], ratios["findings_15"][0]) - 1e-9
    shown = {name: {k: round(v, 3) for k, v in each.items()} for name, each in got.items()}
    return Scored(ratios, {}, behind, "the planner ahead after 15 questions", shown, case.get("voice", ""))
