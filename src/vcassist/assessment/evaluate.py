"""Runs a rulebook over a chain: findings with verdict, severity, what is missing and what made them so. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from vcassist.assessment.outcome import Outcome
from vcassist.assessment.register import Register
from vcassist.assessment.rules import SEVERITIES, Rule, Scene, components_for, severity_of
from vcassist.chain.facts import Chain

Verdict = Literal["raised", "clear", "unknown"]
_VERDICT: dict[bool | None, Verdict] = {True: "raised", False: "clear", None: "unknown"}
_RANK = {"raised": 0, "unknown": 1, "clear": 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's verdict on one component. ``id`` is ``rule@component`` and stable across re-assessments.

    ``likelihood`` and ``impact`` are 1 to 4; ``reasons`` say in words what raised or lowered them.
    """

    rule: str
    component: str
    kind: str
    verdict: Verdict
    severity: str
    likelihood: int
    impact: int
    outcome: Outcome
    reasons: tuple[str, ...] = ()
    lighter: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        return f"{self.rule}@{self.component}"

    @property
    def missing(self) -> tuple[str, ...]:
        """The open references whose value could still change the verdict, sorted; none once it is decided."""
        return tuple(sorted(self.outcome.missing))

    @property
    def because(self) -> tuple[str, ...]:
        """The references of the facts that made it so."""
        return self.outcome.because

    @property
    def weight(self) -> int:
        """Likelihood times impact, 1 to 16."""
        return self.likelihood * self.impact

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "rule": self.rule,
            "component": self.component,
            "kind": self.kind,
            "verdict": self.verdict,
            "severity": self.severity,
            "missing": list(self.missing),
        }


def assess(chain: Chain, rules: Iterable[Rule], register: Register) -> tuple[Finding, ...]:
    """All findings, in a fixed order: rules as given, components in theirs. Same facts, same findings."""
    scene = Scene(chain, register, "chain")
    return tuple(judge_at(rule, scene.at(component)) for rule in rules for component in components_for(rule, chain))


def judge(rule: Rule, component: str, chain: Chain, register: Register) -> Finding:
    """One rule on one component."""
    return judge_at(rule, Scene(chain, register, component))


def judge_at(rule: Rule, scene: Scene) -> Finding:
    """One rule where a scene stands; what the scene keeps is shared with other rules of the same chain."""
    outcome = rule.when(scene)
    likelihood, impact, reasons = rule.severity.likelihood, rule.severity.impact, []
    lighter = set()
    for modifier in rule.severity.modifiers:
        if modifier.when(scene).truth is True:
            likelihood, impact = likelihood + modifier.likelihood, impact + modifier.impact
            reasons.append(modifier.because)
            if modifier.likelihood + modifier.impact < 0:
                lighter.add(modifier.because)
    likelihood, impact = max(1, min(4, likelihood)), max(1, min(4, impact))
    return Finding(
        rule=rule.id,
        component=scene.component,
        kind=rule.kind,
        verdict=_VERDICT[outcome.truth],
        severity=severity_of(likelihood, impact),
        likelihood=likelihood,
        impact=impact,
        outcome=outcome,
        reasons=tuple(reasons),
        lighter=frozenset(lighter),
    )


def ranked(findings: Sequence[Finding]) -> list[Finding]:
    """Findings by what matters first: raised before unknown before clear, risks before opportunities, worst first."""
    return sorted(
        findings,
        key=lambda f: (
            _RANK[f.verdict],
            f.kind != "risk",
            -SEVERITIES.index(f.severity),
            -f.weight,
            f.rule,
            f.component,
        ),
    )
