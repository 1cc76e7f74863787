"""What changed between two states of a chain, each changed finding attributed to the answer, rule or register behind it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vcassist.assessment.evaluate import Finding, assess, judge
from vcassist.assessment.register import Register
from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain, Fact, fold


@dataclass(frozen=True, slots=True)
class State:
    """A chain with the rules and the register that it is judged by."""

    chain: Chain
    rules: Sequence[Rule]
    register: Register


@dataclass(frozen=True, slots=True)
class Changed:
    """One finding that is not as it was. ``causes``: ``answer:REF``, ``rule:ID`` or ``register``; None for one that was not there."""

    id: str
    before: Finding | None
    after: Finding | None
    causes: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        def brief(finding: Finding | None) -> dict[str, str] | None:
            return {"verdict": finding.verdict, "severity": finding.severity} if finding else None

        return {"id": self.id, "before": brief(self.before), "after": brief(self.after), "causes": list(self.causes)}


def outcome(finding: Finding | None) -> tuple[str, str] | None:
    """What of a finding counts as changed: verdict and severity."""
    return (finding.verdict, finding.severity) if finding else None


def changed_answers(before: Chain, after: Chain) -> tuple[str, ...]:
    """References whose status or value differ, or that only one of the two has."""

    def told(fact: Fact | None) -> tuple[object, ...] | None:
        return (fact.status, fact.value, fact.by) if fact else None

    refs = dict.fromkeys((*before.facts, *after.facts))
    return tuple(sorted(ref for ref in refs if told(before.get(ref)) != told(after.get(ref))))


def difference(before: State, after: State) -> tuple[Changed, ...]:
    """The findings that changed, in the order of their ids; empty when nothing that counts did."""
    old = {f.id: f for f in assess(before.chain, before.rules, before.register)}
    new = {f.id: f for f in assess(after.chain, after.rules, after.register)}
    answers = changed_answers(before.chain, after.chain)
    return tuple(
        Changed(id_, old.get(id_), new.get(id_), _causes(old.get(id_), new.get(id_), before, after, answers))
        for id_ in sorted({*old, *new})
        if outcome(old.get(id_)) != outcome(new.get(id_))
    )


def _causes(
    old: Finding | None, new: Finding | None, before: State, after: State, answers: tuple[str, ...]
) -> tuple[str, ...]:
    found = old or new
    if found is None:
        return ()
    rule_before, rule_after = _rule(before, found.rule), _rule(after, found.rule)
    rule = rule_after or rule_before
    causes = []
    if rule_before is None or rule_after is None or rule_before.digest != rule_after.digest:
        causes.append(f"rule:{found.rule}")
    if rule is None:
        return tuple(causes)
    own = tuple(ref for ref in answers if _reads(rule, found.component, ref))
    if old is None or new is None:
        return (*causes, *(f"answer:{ref}" for ref in own if ref.partition(".")[0] == found.component))
    if outcome(judge(rule, found.component, after.chain, before.register)) != outcome(
        judge(rule, found.component, after.chain, after.register)
    ):
        causes.append("register")
    single = [
        ref
        for ref in own
        if outcome(judge(rule, found.component, _reverted(before, after, ref), after.register)) != outcome(new)
    ]
    return (*causes, *(f"answer:{ref}" for ref in single or own))


def _rule(state: State, id_: str) -> Rule | None:
    return next((r for r in state.rules if r.id == id_), None)


def _reads(rule: Rule, component: str, ref: str) -> bool:
    """Whether a rule at a component can look at a reference: by its condition, or by a modifier of its severity."""
    own, _, name = ref.partition(".")
    kind = own.partition("-")[0]
    same_kind = kind == component.partition("-")[0]
    return (
        own == component
        or (not same_kind and (f"{kind}.{name}" in rule.reads or bool(rule.severity.modifiers)))
        or rule.applies_to == "chain"
    )


def _reverted(before: State, after: State, ref: str) -> Chain:
    """The later chain with one answer as it was before."""
    facts = {**after.chain.facts}
    facts.pop(ref, None)
    old = before.chain.get(ref)
    return fold((*facts.values(), *((old,) if old else ())))
