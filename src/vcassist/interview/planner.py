"""Which question comes next: the one whose answer settles most, from somebody who is likely to know it. Pure.

Value of a field = the severity of the undecided findings that it could decide, shared among the fields each still needs,
times the chance that this person knows it, per minute; with a bonus for staying on the topic and for the few fields that
make map and report readable early. Fields that no rule reads come last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from vcassist.assessment.evaluate import Finding
from vcassist.assessment.rules import SEVERITIES
from vcassist.chain.facts import Chain, split_ref
from vcassist.chain.fields import FIELDS, KINDS, Field, fields_of

# What a reader of map and report needs first, and how much sooner it is asked.
READABLE_FIRST: Mapping[str, float] = MappingProxyType(
    {
        "application.purpose": 60.0,
        "application.name": 50.0,
        "organisation.sector": 40.0,
        "organisation.country": 38.0,
        "application.affected_people": 30.0,
        "application.decision_role": 26.0,
        "data.description": 22.0,
        "application.supplier": 20.0,
        "model.name": 12.0,
        "organisation.name": 10.0,
    }
)
TOPIC_BONUS = 1.35
BASE = 0.05
FORM_ORDER: tuple[str, ...] = tuple(FIELDS)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that could be asked now, with its worth. ``settles`` lists the rules it could help to decide."""

    ref: str
    worth: float
    settles: tuple[str, ...]


def worth_by_ref(findings: Sequence[Finding]) -> dict[str, tuple[float, tuple[str, ...]]]:
    """For each open reference: the severity that it could help to settle, and the rules' ids."""
    worth: dict[str, float] = {}
    rules: dict[str, list[str]] = {}
    for finding in findings:
        if finding.verdict != "unknown" or not finding.missing:
            continue
        weight = (1 + SEVERITIES.index(finding.severity)) * (1.0 if finding.kind == "risk" else 0.4)
        for ref in finding.missing:
            worth[ref] = worth.get(ref, 0.0) + weight / len(finding.missing)
            rules.setdefault(ref, []).append(finding.rule)
    return {ref: (worth[ref], tuple(rules[ref])) for ref in worth}


def pointless(ref: str, chain: Chain) -> bool:
    """True when what is already known makes a question moot."""
    component, kind, name = split_ref(ref)

    def known(key: str) -> tuple[str, ...]:
        fact = chain.get(key)
        return fact.values if fact else ()

    if kind == "application" and name == "labels_content":
        return known(f"{component}.generates") == ("none",)
    if kind == "application" and name == "sourcing":
        return known(f"{component}.supplier") == ("self",)
    if kind == "application" and name == "supplier":
        return known(f"{component}.sourcing") == ("in_house",)
    if kind == "labelling":
        adapted = [known(f"{m}.adaptation") for m in chain.components("model")]
        nothing_trained = all(a and a[0] in ("as_is", "prompted") for a in adapted)
        if known("labelling.done_by") == ("nobody",) or (nothing_trained and name != "done_by"):
            return True
        inside = known(f"{component}.done_by")
        outsourced = {"vendor", "crowd_platform"} & set(inside)
        return name in ("supplier", "workers_protected") and bool(inside) and not outsourced
    if kind == "data" and name == "supplier":
        sources = known(f"{component}.sources")
        return bool(sources) and not {"partners", "purchased", "open_data"} & set(sources)
    if kind == "compute" and name == "accelerator_vendor":
        return bool(known(f"{component}.accelerator"))
    if kind == "model" and name == "trains_on_inputs":
        return known(f"{component}.access") == ("self_hosted",)
    return False


def open_refs(chain: Chain, skipped: frozenset[str]) -> Iterator[tuple[str, Field]]:
    """Every field of every component that nothing was said about and that is worth asking at all."""
    for kind in KINDS:
        for component in chain.components(kind):
            for spec in fields_of(kind):
                ref = f"{component}.{spec.name}"
                if chain.get(ref) is None and ref not in skipped and not pointless(ref, chain):
                    yield ref, spec


def knows(spec: Field, chain: Chain) -> float:
    """How likely this person can answer: the field's own figure, lowered by the don't-knows on the same kind so far."""
    said = [f for f in chain.facts.values() if f.kind == spec.kind]
    dark = sum(f.status == "unknown" for f in said)
    return spec.known_by * (1.0 + len(said)) / (1.0 + len(said) + dark * (1.6 - spec.known_by))


def candidates(
    chain: Chain,
    findings: Sequence[Finding],
    *,
    skipped: frozenset[str] = frozenset(),
    topic: str | None = None,
) -> list[Candidate]:
    """All questions still worth asking, best first. ``topic`` is the component talked about last."""
    worth = worth_by_ref(findings)
    found = []
    for ref, spec in open_refs(chain, skipped):
        settled, rules = worth.get(ref, (0.0, ()))
        value = (BASE + settled) * knows(spec, chain) / spec.minutes
        component = ref.partition(".")[0]
        if component == topic:
            value *= TOPIC_BONUS
        if "-" not in component:
            value += READABLE_FIRST.get(spec.key, 0.0)
        found.append(Candidate(ref, value, rules))
    return sorted(found, key=lambda c: (-c.worth, FORM_ORDER.index(_key(c.ref)), c.ref))


def _key(ref: str) -> str:
    _, kind, name = split_ref(ref)
    return f"{kind}.{name}"


def next_question(
    chain: Chain, findings: Sequence[Finding], *, skipped: frozenset[str] = frozenset(), topic: str | None = None
) -> Candidate | None:
    """The question to ask now, or None when nothing is left to ask."""
    ranked = candidates(chain, findings, skipped=skipped, topic=topic)
    return ranked[0] if ranked else None


def coverage(chain: Chain, skipped: frozenset[str] = frozenset()) -> float:
    """Share (0 to 1) of the fields worth asking that something was said about."""
    left = sum(1 for _ in open_refs(chain, skipped))
    said = len(chain.facts)
    return said / (said + left) if said + left else 0.0
