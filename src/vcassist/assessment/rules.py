"""Rules as data: the closed condition language, its three-valued evaluation, and what a rule carries beside it.

A condition is one of
    {field: F, is: V} · {field: F, in: [V…]} · {field: F, has: [V…]} · {field: F, lacks: [V…]}
    {some: KIND, where: C} · {every: KIND, where: C}
    {all: [C…]} · {any: [C…]} · {not: C}
    {predicate: NAME}
F is a field of the component at hand. Under ``some`` and ``every`` it is a field of that kind. The language is capped here:
what it cannot say is a named pure predicate in ``predicates.py``.

Truth is True, False or None (open). An open field decides nothing; a field that does not apply makes its own test false,
also under ``not`` (the catalogue: it makes false the part of the condition that reads it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from vcassist.assessment.outcome import Outcome as Outcome
from vcassist.assessment.outcome import resting_on
from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, Fact, field_of

T = TypeVar("T")
MAX_DEPTH = 6
MAX_NODES = 40


@dataclass(frozen=True, slots=True)
class Scene:
    """What a condition is evaluated against. ``memo`` keeps what is the same for every component of one chain."""

    chain: Chain
    register: Register
    component: str
    memo: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def at(self, component: str) -> Scene:
        """The same chain, looked at from another component."""
        there = self.memo.get(component)
        if there is None:
            there = self.memo[component] = Scene(self.chain, self.register, component, self.memo)
        found: Scene = there
        return found

    def once(self, key: Any, make: Callable[[], T]) -> T:
        """What ``make`` gives, made once a chain. ``key`` must tell it from all that is kept, components' names too."""
        if key not in self.memo:
            self.memo[key] = make()
        found: T = self.memo[key]
        return found


Condition = Callable[[Scene], Outcome]


@dataclass(frozen=True, slots=True)
class Across:
    """A part of a condition that looks across a kind, and so is the same for every component: with the fields it reads."""

    run: Condition
    reads: frozenset[str]


def is_open(fact: Fact | None) -> bool:
    """True when a field decides nothing: unasked, unknown or withheld."""
    return fact is None or fact.open


def test_field(scene: Scene, ref: str, holds: Callable[[Fact], bool]) -> Outcome:
    """One test of one field: open → None, does not apply → False, known → whatever ``holds`` says."""
    fact = scene.chain.facts.get(ref)
    if fact is None:
        return Outcome(None, (ref,))
    status = fact.status
    if status == "known":
        return resting_on(holds(fact), ref)
    if status == "not_applicable":
        return resting_on(False, ref)
    return Outcome(None, (ref,), (ref,))


@dataclass(frozen=True, slots=True)
class Severity:
    """Likelihood × impact, each 1 to 4, with the conditions that raise or lower one of them."""

    likelihood: int
    impact: int
    modifiers: tuple[Modifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Modifier:
    """What raises or lowers the severity while ``when`` surely holds; ``because`` says it in words."""

    when: Condition
    because: str
    likelihood: int = 0
    impact: int = 0
    reads: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mitigation:
    """Something a small organisation can really do. ``against``: the fields (kind.field) of which it is for where they made it so; none where it
    is for any.
    """

    do: str
    first_step: str
    effort: str
    who: str
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with its prose. ``levers`` maps a role (government, funder …) to what it could do.

    ``reads`` are all fields (kind.field) that can decide it: ``own`` those read on the component at hand alone, those of
    ``across`` on all of a kind, and the rest by predicates. ``weighs`` are those that raise or lower its severity.
    """

    id: str
    kind: str
    group: str
    applies_to: str
    title: str
    statement: str
    why: str
    who: str
    when: Condition
    severity: Severity
    mitigations: tuple[Mitigation, ...]
    false_alarm: str
    terms: tuple[str, ...]
    frameworks: tuple[str, ...] = ()
    levers: Mapping[str, str] = field(default_factory=dict)
    examples: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    reads: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    across: tuple[Across, ...] = ()
    weighs: frozenset[str] = frozenset()
    digest: str = ""

    def steps(self, because: Iterable[str]) -> tuple[Mitigation, ...]:
        """What helps against what made it so (references): nobody is told to encrypt what is encrypted. Where nothing is left, all."""
        keys = {field_of(ref).key for ref in because}
        fit = tuple(m for m in self.mitigations if not m.against or keys & set(m.against))
        return fit or self.mitigations


SEVERITIES = ("low", "medium", "high", "critical")


def severity_of(likelihood: int, impact: int) -> str:
    """The level of a likelihood and an impact (each 1 to 4): product up to 3 low, to 6 medium, to 9 high, above critical."""
    product = max(1, min(4, likelihood)) * max(1, min(4, impact))
    return SEVERITIES[0 if product <= 3 else 1 if product <= 6 else 2 if product <= 9 else 3]


def components_for(rule: Rule, chain: Chain) -> tuple[str, ...]:
    """The components that a rule looks at: the whole chain, or each of its kind."""
    return ("chain",) if rule.applies_to == "chain" else chain.components(rule.applies_to)
