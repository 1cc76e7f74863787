"""Which question comes next: the one from whose answer most severity is settled a minute, from somebody likely to know. Pure.

Each undecided finding is a small tree of questions (see ``outlook``). Its prospect is the chance that it gets settled, discounted
for every question that this still takes, if its own best questions are asked; a question is worth the severity-weighted rise in
prospect of all findings that it touches, however the answer turns out. So a field that completes a finding beats one that only
begins it, and groups of fields that settle something together are seen from their first question on.
To that comes a bonus for staying on the topic and for the few fields that make map and report readable early. Fields that no rule
reads come last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from vcassist.assessment.evaluate import Finding
from vcassist.assessment.rules import SEVERITIES
from vcassist.chain.facts import Chain, split_ref
from vcassist.chain.fields import FIELDS, KINDS, Field, fields_of
from vcassist.interview.likely import option_shares
from vcassist.interview.outlook import Node, Outlook, Way
from vcassist.interview.person import TECHNICAL, Person

# What a reader of map and report needs first, in the measure of settled severity a minute.
READABLE_FIRST: Mapping[str, float] = MappingProxyType(
    {
        "application.purpose": 9.0,
        "application.name": 8.0,
        "organisation.sector": 4.0,
        "organisation.country": 3.0,
        "application.affected_people": 0.6,
        "application.decision_role": 0.3,
        "model.name": 2.2,
        "organisation.name": 1.6,
        "data.description": 0.2,
        "application.supplier": 0.2,
    }
)
# Chosen on the development organisations: see docs/interview.md.
TOPIC_BONUS = 2.5
DISCOUNT = 0.75
OPPORTUNITY = 0.3
BASE = 0.01
# Every question costs the reading of it and of what was noted, besides the answering (minutes).
READING = 0.2
CONFIRMING = 0.1
OFFERED = 0.9
# How much of a question's worth goes to the one that has to be asked before it.
UNLOCKING = 0.6
# After so many don't-knows on a technical part the rest of it comes later, but for what nearly everybody knows.
DONT_KNOWS, LATER, EVERYBODYS = 2, 0.1, 0.85
NOTHING: tuple[float, tuple[str, ...]] = (0.0, ())
FORM_ORDER: tuple[str, ...] = tuple(FIELDS)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that could be asked now, with its worth. ``settles`` lists the rules it could help to decide."""

    ref: str
    worth: float
    settles: tuple[str, ...]


@dataclass
class _Prospects:
    """One turn's view on the trees: who is likely to know what, which values are likely, what may not be asked."""

    chain: Chain
    known: Mapping[str, float]
    _by_node: dict[int, float] = field(default_factory=dict)

    def of(self, node: Node) -> float:
        """Chance (0 to 1) that the finding gets settled, discounted for each question that it takes."""
        if node.settled:
            return 1.0
        if not node.ways:
            return 0.0
        if id(node) not in self._by_node:
            self._by_node[id(node)] = DISCOUNT * max(map(self.after, node.ways))
        return self._by_node[id(node)]

    def after(self, way: Way) -> float:
        """The prospect once this question was asked, over all that may be answered."""
        knows = self.known.get(way.ref, 0.0)
        if not knows:
            return 0.0
        shares = self._shares(way.ref) if any(branch.options for branch in way.branches) else {}
        told = sum(
            (branch.share + sum(shares[value] for value in branch.options)) * self.of(branch.then)
            for branch in way.branches
        )
        return knows * told + (1 - knows) * self.of(way.dark)

    def _shares(self, ref: str) -> Mapping[str, float]:
        return option_shares(_key(ref), self.chain.value("organisation.sector") or "")


def worth_by_ref(
    chain: Chain, findings: Sequence[Finding], outlook: Outlook, known: Mapping[str, float]
) -> dict[str, tuple[float, tuple[str, ...]]]:
    """For each reference: the severity that its answer is expected to bring nearer to settled, and the rules' ids.

    ``known`` gives the chance that the person knows it, for every reference that may be asked now or later.
    """
    prospects = _Prospects(chain, known)
    worth: dict[str, float] = {}
    rules: dict[str, list[str]] = {}
    view = outlook.over(chain)
    for finding in findings:
        if finding.verdict != "unknown":
            continue
        weight = (1 + SEVERITIES.index(finding.severity)) * (1.0 if finding.kind == "risk" else OPPORTUNITY)
        node = view.of(finding.rule, finding.component)
        now = prospects.of(node)
        for way in node.ways:
            gain = prospects.after(way) - now
            if gain > 0:
                worth[way.ref] = worth.get(way.ref, 0.0) + weight * gain
                rules.setdefault(way.ref, []).append(finding.rule)
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
        asked_first = f"{chain.first(kind)}.done_by"
        labels = chain.get(asked_first)
        if name != "done_by" and (nothing_trained or (labels is not None and labels.open)):
            return True
        if known(asked_first) == ("nobody",):
            return True
        inside = known(f"{component}.done_by")
        outsourced = {"vendor", "crowd_platform"} & set(inside)
        return name in ("supplier", "workers_protected") and bool(inside) and not outsourced
    if kind == "data" and name == "supplier":
        sources = known(f"{component}.sources")
        return bool(sources) and not {"partners", "purchased", "open_data"} & set(sources)
    if kind == "compute" and name == "accelerator_vendor":
        return bool(known(f"{component}.accelerator"))
    if kind == "compute" and name in ("supplier", "country", "alternative"):
        return known(f"{component}.hosting") == ("device",)
    if kind == "data" and name == "consent":
        return known(f"{component}.personal_data") == ("no",)
    if kind == "model" and name == "trains_on_inputs":
        return known(f"{component}.access") == ("self_hosted",)
    return False


# A question that only makes sense after the answer to another: asked once that one was asked, whatever came of it.
AFTER: Mapping[str, str] = MappingProxyType(
    {
        # What somebody's part is follows from who made what they run.
        "organisation.ai_role": "application.sourcing",
        "application.labels_content": "application.generates",
        "application.appeal": "application.decision_role",
        "application.alternative": "application.outage_effect",
        "application.outage_effect": "application.purpose",
        "compute.accelerator_vendor": "compute.accelerator",
        "labelling.supplier": "labelling.done_by",
        "labelling.country": "labelling.done_by",
        "labelling.quality_checked": "labelling.done_by",
        "labelling.workers_protected": "labelling.done_by",
        "labelling.done_by": "model.adaptation",
    }
)


def waits_for(ref: str, chain: Chain, skipped: frozenset[str]) -> str | None:
    """The reference that has to be asked before this one, or None when it was asked or there is none."""
    component, kind, name = split_ref(ref)
    before = AFTER.get(f"{kind}.{name}")
    if before is None:
        return None
    other, _, field_name = before.partition(".")
    refs = [f"{c}.{field_name}" for c in ((component,) if other == kind else chain.components(other))]
    asked = any(chain.get(r) is not None or r in skipped or pointless(r, chain) for r in refs)
    return None if asked else refs[0]


def open_refs(chain: Chain, skipped: frozenset[str]) -> Iterator[tuple[str, Field]]:
    """Every field of every component that nothing was said about and that is worth asking at all."""
    for kind in KINDS:
        for component in chain.components(kind):
            for spec in fields_of(kind):
                ref = f"{component}.{spec.name}"
                if chain.get(ref) is None and ref not in skipped and not pointless(ref, chain):
                    yield ref, spec


def candidates(
    chain: Chain,
    findings: Sequence[Finding],
    outlook: Outlook,
    *,
    skipped: frozenset[str] = frozenset(),
    topic: str | None = None,
    offered: Collection[str] = (),
) -> list[Candidate]:
    """All questions still worth asking, best first. ``topic`` is the component talked about last.

    ``offered`` are references for which public knowledge is at hand: they take a yes or a no.
    """
    open_now = dict(open_refs(chain, skipped))
    person = Person(chain)
    known = {ref: OFFERED if ref in offered else person.knows(spec) for ref, spec in open_now.items()}
    settles = worth_by_ref(chain, findings, outlook, known)
    waiting = {ref: first for ref in open_now if (first := waits_for(ref, chain, skipped))}
    unlocks: dict[str, float] = {}
    for ref, first in waiting.items():
        unlocks[first] = max(unlocks.get(first, 0.0), UNLOCKING * settles.get(ref, NOTHING)[0])
    dark = in_the_dark(chain)
    found = []
    for ref, spec in open_now.items():
        if ref in waiting:
            continue
        settled, rules = settles.get(ref, NOTHING)
        minutes = READING + (CONFIRMING if ref in offered else spec.minutes)
        value = (BASE * known[ref] + settled + unlocks.get(ref, 0.0)) / minutes
        component = ref.partition(".")[0]
        if component == topic:
            value *= TOPIC_BONUS
        if component == chain.first(spec.kind):
            value += READABLE_FIRST.get(spec.key, 0.0)
        if spec.kind in dark and ref not in offered and spec.known_by < EVERYBODYS:
            value *= LATER
        found.append(Candidate(ref, value, rules))
    return sorted(found, key=lambda c: (-c.worth, FORM_ORDER.index(_key(c.ref)), c.ref))


def in_the_dark(chain: Chain) -> frozenset[str]:
    """The technical kinds of which somebody said twice that they do not know, and knew less than that: left for later."""
    told: dict[str, list[bool]] = {}
    for fact in chain.facts.values():
        if fact.kind in TECHNICAL and fact.status in ("known", "unknown") and fact.source != "confirmed":
            told.setdefault(fact.kind, []).append(fact.status == "unknown")
    return frozenset(kind for kind, dark in told.items() if sum(dark) >= DONT_KNOWS and 2 * sum(dark) > len(dark))


def _key(ref: str) -> str:
    _, kind, name = split_ref(ref)
    return f"{kind}.{name}"


def next_question(
    chain: Chain,
    findings: Sequence[Finding],
    outlook: Outlook,
    *,
    skipped: frozenset[str] = frozenset(),
    topic: str | None = None,
    offered: Collection[str] = (),
) -> Candidate | None:
    """The question to ask now, or None when nothing is left to ask."""
    ranked = candidates(chain, findings, outlook, skipped=skipped, topic=topic, offered=offered)
    return ranked[0] if ranked else None


def coverage(chain: Chain, skipped: frozenset[str] = frozenset()) -> float:
    """Share (0 to 1) of the fields worth asking that something was said about."""
    left = sum(1 for _ in open_refs(chain, skipped))
    said = len(chain.facts)
    return said / (said + left) if said + left else 0.0
