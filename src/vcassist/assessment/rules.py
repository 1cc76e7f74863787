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

from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, Fact, kind_of

T = TypeVar("T")
MAX_DEPTH = 6
MAX_NODES = 40


@dataclass(frozen=True, slots=True)
class Outcome:
    """``truth``; the open references that could still change it; the facts' references that made it so."""

    truth: bool | None
    missing: frozenset[str] = frozenset()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """What a condition is evaluated against. ``memo`` keeps what is the same for every component of one chain."""

    chain: Chain
    register: Register
    component: str
    memo: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def at(self, component: str) -> Scene:
        """The same chain, looked at from another component."""
        return Scene(self.chain, self.register, component, self.memo)

    def once(self, key: Any, make: Callable[[], T]) -> T:
        """What ``make`` gives, made once a chain. ``key`` must tell it from everything else that is kept."""
        if key not in self.memo:
            self.memo[key] = make()
        found: T = self.memo[key]
        return found


Condition = Callable[[Scene], Outcome]


def is_open(fact: Fact | None) -> bool:
    """True when a field decides nothing: unasked, unknown or withheld."""
    return fact is None or fact.open


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Three-valued conjunction. Every outcome is looked at, so that ``because`` and ``missing`` are complete."""
    seen = list(outcomes)
    false = [o for o in seen if o.truth is False]
    if false:
        return Outcome(False, because=false[0].because)
    because = _merge(seen)
    if any(o.truth is None for o in seen):
        return Outcome(None, frozenset().union(*(o.missing for o in seen if o.truth is None)), because)
    return Outcome(True, because=because)


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Three-valued disjunction."""
    seen = list(outcomes)
    true = [o for o in seen if o.truth is True]
    if true:
        return Outcome(True, because=_merge(true))
    because = _merge(seen)
    if any(o.truth is None for o in seen):
        return Outcome(None, frozenset().union(*(o.missing for o in seen if o.truth is None)), because)
    return Outcome(False, because=because)


def _merge(outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ref for o in outcomes for ref in o.because))


def test_field(scene: Scene, ref: str, holds: Callable[[Fact], bool]) -> Outcome:
    """One test of one field: open → None, does not apply → False, known → whatever ``holds`` says."""
    fact = scene.chain.get(ref)
    if fact is None or fact.open:
        return Outcome(None, frozenset({ref}), (ref,) if fact else ())
    if fact.status == "not_applicable":
        return Outcome(False, because=(ref,))
    return Outcome(holds(fact), because=(ref,))


@dataclass(frozen=True, slots=True)
class Severity:
    """Likelihood × impact, each 1 to 4, with the conditions that raise or lower one of them."""

    likelihood: int
    impact: int
    modifiers: tuple[Modifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Modifier:
    when: Condition
    because: str
    likelihood: int = 0
    impact: int = 0


@dataclass(frozen=True, slots=True)
class Mitigation:
    """Something a small organisation can really do."""

    do: str
    first_step: str
    effort: str
    who: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with its prose. ``levers`` maps a role (government, funder …) to what it could do."""

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
    digest: str = ""


SEVERITIES = ("low", "medium", "high", "critical")


def severity_of(likelihood: int, impact: int) -> str:
    """The level of a likelihood and an impact (each 1 to 4): product up to 3 low, to 6 medium, to 9 high, above critical."""
    product = max(1, min(4, likelihood)) * max(1, min(4, impact))
    return SEVERITIES[0 if product <= 3 else 1 if product <= 6 else 2 if product <= 9 else 3]


def components_for(rule: Rule, chain: Chain) -> tuple[str, ...]:
    """The components that a rule looks at: the whole chain, or each of its kind."""
    return ("chain",) if rule.applies_to == "chain" else chain.components(rule.applies_to)


def scope_kind(component: str) -> str:
    """The kind whose fields a condition may read bare at this component."""
    return kind_of(component)
