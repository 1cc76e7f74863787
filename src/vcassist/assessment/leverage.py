"""Leverage points: the few changes that clear most severity, and what each role could do. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vcassist.assessment.answers import answers_to_try
from vcassist.assessment.evaluate import Finding, assess, judge_at
from vcassist.assessment.measures import MEASURES, measure
from vcassist.assessment.outcome import flat
from vcassist.assessment.register import Register
from vcassist.assessment.rules import Rule, Scene, components_for
from vcassist.assessment.scenario import as_change, preconditions
from vcassist.chain.facts import Chain, Fact, field_of


@dataclass(frozen=True, slots=True)
class Leverage:
    """One measure, as a change of an answer: the risks it would end and start, and the weight that it takes away in sum.

    The weight of a finding is its likelihood times its impact, 1 to 16.
    """

    change: Fact
    gone: tuple[str, ...]
    new: tuple[str, ...]
    relief: int

    @property
    def as_setting(self) -> str:
        """``model.weights=open``, as ``vcassist whatif --set`` takes it."""
        return as_change(self.change)

    def as_json(self) -> dict[str, Any]:
        return {
            "change": self.as_setting,
            "gone": list(self.gone),
            "new": list(self.new),
            "relief": self.relief,
            "preconditions": list(preconditions([self.change])),
        }


@dataclass(frozen=True, slots=True)
class RoleLever:
    """What one role could do, the raised findings that it bears on, and their weight in sum."""

    role: str
    text: str
    findings: tuple[str, ...]
    weight: int

    def as_json(self) -> dict[str, Any]:
        return {"role": self.role, "text": self.text, "findings": list(self.findings), "weight": self.weight}


def by_role(findings: Sequence[Finding], rules: Sequence[Rule]) -> dict[str, tuple[RoleLever, ...]]:
    """Role → what it could do about the raised findings, what bears on most weight first."""
    raised: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.verdict == "raised":
            raised.setdefault(finding.rule, []).append(finding)
    found: dict[str, list[RoleLever]] = {}
    for rule in rules:
        for role, text in rule.levers.items() if rule.id in raised else ():
            members = raised[rule.id]
            lever = RoleLever(role, text, tuple(f.id for f in members), sum(f.weight for f in members))
            found.setdefault(role, []).append(lever)
    return {role: tuple(sorted(found[role], key=lambda lever: (-lever.weight, lever.text))) for role in sorted(found)}


def leverage(
    chain: Chain, rules: Sequence[Rule], register: Register, limit: int = 5, findings: Sequence[Finding] | None = None
) -> tuple[Leverage, ...]:
    """The single measures that take away most weight of raised risks, best first.

    ``findings`` are those of the chain by these rules, where they are at hand.
    """
    risks = [r for r in rules if r.kind == "risk"]
    judged = assess(chain, risks, register) if findings is None else findings
    raised = {f.id: f.weight for f in judged if f.verdict == "raised" and f.kind == "risk"}
    most = _most_relief(judged, raised)
    trial = _Trial(chain, risks, register, raised)
    best: list[Leverage] = []
    for ref in sorted(most, key=lambda r: (-most[r], r)):
        # No later field can beat what was found: none of them carries more weight than this one.
        if len(best) == limit and (most[ref], best[-1].change.ref) <= (best[-1].relief, ref):
            break
        found = trial.best_of(ref, most[ref])
        if found is not None and found.relief > 0:
            best = sorted([*best, found], key=lambda one: (-one.relief, one.change.ref))[:limit]
    return tuple(best)


def _most_relief(findings: Sequence[Finding], raised: Mapping[str, int]) -> dict[str, int]:
    """For each field the weight of all risks that its answer alone could turn: no change of it can take away more."""
    most: dict[str, int] = {}
    for finding in findings:
        weight = raised.get(finding.id)
        for ref in set(flat(finding.outcome.pivots)) if weight else ():
            if field_of(ref).key in MEASURES:
                most[ref] = most.get(ref, 0) + (weight or 0)
    return most


class _Trial:
    """Tries answers on a chain, one at a time, and judges again what they can touch."""

    def __init__(self, chain: Chain, rules: Sequence[Rule], register: Register, raised: Mapping[str, int]) -> None:
        self.before = Scene(chain, register, "chain")
        self.rules = rules
        self.raised = raised
        # One copy for all trials: an answer is put in and taken out again, however long the chain.
        self._facts = dict(chain.facts)
        self._imagined = chain.with_facts(self._facts)

    def best_of(self, ref: str, most: int) -> Leverage | None:
        """The measure on a field that takes away most; ``most`` is what none can exceed."""
        best = None
        for answer in answers_to_try(ref, self.before.chain):
            if not measure(answer):
                continue
            found = self._tried(answer)
            if best is None or found.relief > best.relief:
                best = found
            if best.relief >= most:
                break
        return best

    def _tried(self, answer: Fact) -> Leverage:
        after = Scene(self._imagined, self.before.register, "chain")
        key, ref = answer.field.key, answer.ref
        self._facts[ref] = answer
        try:
            judged = [
                judge_at(rule, after.at(component))
                for rule in self.rules
                if key in rule.reads
                for component in self._touched(rule, answer, after)
            ]
        finally:
            self._facts[ref] = self.before.chain.facts[ref]
        gone = tuple(f.id for f in judged if f.verdict == "clear" and f.id in self.raised)
        new = tuple(f.id for f in judged if f.verdict == "raised" and f.id not in self.raised)
        added = sum(f.weight for f in judged if f.id in new)
        return Leverage(answer, gone, new, sum(self.raised[id_] for id_ in gone) - added)

    def _touched(self, rule: Rule, answer: Fact, after: Scene) -> Sequence[str]:
        """The components at which a rule can come out otherwise: the answer's own, or all where it reads across them."""
        key = answer.field.key
        if key in rule.own:
            return (answer.component,)
        quantified = [part for part in rule.across if key in part.reads]
        # The same for every component: where it stays as it was, nothing moves.
        if quantified and all(part.run(self.before).truth is part.run(after).truth for part in quantified):
            return ()
        return components_for(rule, self.before.chain)
