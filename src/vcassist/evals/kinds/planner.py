"""Question order: how much severity is settled after 10, 15 and 25 questions, against two simpler orders.

Over --url the order is the server's own: each question that it asks is answered by hand, and its findings tell what is settled. The
two simpler orders are followed in this process: they are a yardstick and nobody's product.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from vcassist.assessment.evaluate import Finding, assess
from vcassist.assessment.rules import SEVERITIES
from vcassist.chain.facts import Chain, Fact, fact_from_json, fold
from vcassist.evals.kinds import interview
from vcassist.evals.kinds._facts import facts_of, shape_of
from vcassist.evals.measure import Ratio, Scored
from vcassist.evals.remote import Remote
from vcassist.evals.subject import Subject
from vcassist.evals.suite import Case
from vcassist.interview import planner
from vcassist.interview.outlook import Outlook

if TYPE_CHECKING:
    from vcassist.app import App

AFTER = (10, 15, 25)
Order = Callable[[Chain, Sequence[Finding], str | None, Outlook], str | None]

Form, problems = interview.Form, interview.problems


def traits(case: Case) -> list[str]:
    return shape_of(case["facts"])


def texts(case: Case) -> list[str]:
    """Nothing of its own: the chains are those of the interview suite, which is linted itself."""
    return []


def by_worth(chain: Chain, findings: Sequence[Finding], topic: str | None, outlook: Outlook) -> str | None:
    """The product's own order."""
    best = planner.next_question(chain, findings, outlook, topic=topic)
    return best.ref if best else None


def by_form(chain: Chain, findings: Sequence[Finding], topic: str | None, outlook: Outlook) -> str | None:
    """From the first field to the last, as a form would."""
    return next((ref for ref, _ in planner.open_refs(chain, frozenset())), None)


def by_findings(chain: Chain, findings: Sequence[Finding], topic: str | None, outlook: Outlook) -> str | None:
    """The field that most undecided findings name, whatever their severity and whoever is asked."""
    open_now = [ref for ref, _ in planner.open_refs(chain, frozenset())]
    count = Counter(ref for f in findings if f.verdict == "unknown" for ref in f.missing)
    return max(open_now, key=lambda ref: (count[ref], -open_now.index(ref)), default=None)


OWN = "planner"
ORDERS: Mapping[str, Order] = {OWN: by_worth, "form": by_form, "findings": by_findings}


def weight(finding: Finding) -> int:
    return 1 + SEVERITIES.index(finding.severity)


def answer(case: Case, subject: Subject) -> Any:
    """Order → questions asked → share of the severity that the whole chain settles. The person answers plainly or does not know."""
    found = {name: _asked(case, order, subject.app) for name, order in ORDERS.items() if name != OWN}
    own = _asked_there(case, subject) if isinstance(subject, Remote) else _asked(case, by_worth, subject.app)
    return {OWN: own, **found}


def _whole(case: Case, app: App) -> dict[str, int]:
    """Finding → weight of every risk that the whole chain decides."""
    gold = [fact_from_json(f) for f in facts_of(case["facts"])]
    found = assess(fold(gold), app.rules, app.register)
    return {f.id: weight(f) for f in found if f.kind == "risk" and f.verdict != "unknown"}


def _followed(curve: Sequence[float], topics: Sequence[str]) -> dict[str, Any]:
    kept = sum(one == other for one, other in pairwise(topics))
    return {"curve": list(curve), "kept": kept, "moves": max(0, len(topics) - 1)}


def _asked_there(case: Case, subject: Remote) -> dict[str, Any]:
    """The order of a server, asked question by question. A greeting makes it ask the first one."""
    gold = {f["ref"]: f for f in facts_of(case["facts"])}
    whole = _whole(case, subject.app)
    topics: list[str] = []
    curve: list[float] = []
    with subject.there([gold[ref] for ref in case.get("tells", [])]) as there:
        ref = there.say("Hello.")["asked"]
        for _ in range(max(AFTER)):
            if ref is not None:
                there.put([gold.get(ref) or {"ref": ref, "status": "unknown"}])
                topics.append(ref.partition(".")[0])
            settled = sum(whole.get(f["id"], 0) for f in there.findings() if f["verdict"] != "unknown")
            curve.append(settled / (sum(whole.values()) or 1))
            ref = there.asked() if ref is not None else None
    return _followed(curve, topics)


def _asked(case: Case, order: Order, app: App) -> dict[str, Any]:
    """One order followed for as many questions as are measured: the curve of settled shares, and how often the topic was kept."""
    gold = {f["ref"]: fact_from_json(f) for f in facts_of(case["facts"])}
    whole, outlook = _whole(case, app), app.tools.outlook
    facts = [gold[ref] for ref in case.get("tells", [])]
    topics: list[str] = []
    curve = []
    for _ in range(max(AFTER)):
        chain = fold(facts)
        ref = order(chain, assess(chain, app.rules, app.register), topics[-1] if topics else None, outlook)
        if ref is not None:
            facts.append(gold.get(ref) or Fact(ref, "unknown"))
            topics.append(ref.partition(".")[0])
        findings = assess(fold(facts), app.rules, app.register)
        curve.append(sum(whole.get(f.id, 0) for f in findings if f.verdict != "unknown") / (sum(whole.values()) or 1))
    return _followed(curve, topics)


def score(case: Case, got: Any, subject: Subject) -> Scored:
    got = got or {}
    ratios: dict[str, Ratio] = {}
    for name in ORDERS:
        curve = got.get(name, {}).get("curve") or [0.0] * max(AFTER)
        ratios |= {f"{name}_{n}": (curve[n - 1], 1.0) for n in AFTER}
        ratios[f"{name}_area"] = (sum(curve) / len(curve), 1.0)
    for n in (*map(str, AFTER), "area"):
        for other in ("form", "findings"):
            ratios[f"gain_over_{other}_{n}"] = (ratios[f"planner_{n}"][0] - ratios[f"{other}_{n}"][0], 1.0)
    mine = got.get("planner", {})
    ratios["stays_on_topic"] = (float(mine.get("kept", 0)), float(mine.get("moves", 0)))
    behind = ratios["planner_15"][0] < max(ratios["form_15"][0], ratios["findings_15"][0]) - 1e-9
    shown = {name: [round(each["curve"][n - 1], 3) for n in AFTER] for name, each in got.items()}
    return Scored(ratios, {}, behind, "the planner ahead after 15 questions", shown, case.get("voice", ""))
