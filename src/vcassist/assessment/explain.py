"""Why a finding is as it is: the facts that made it so, the open fields that could change it and how. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from vcassist.assessment.evaluate import Finding, judge
from vcassist.assessment.register import Register
from vcassist.assessment.rules import Rule, components_for
from vcassist.assessment.scenario import changed
from vcassist.chain.facts import Chain, Fact, field_of
from vcassist.errors import NotFound

VERDICT_WORDS = {
    "raised": "Raised: what is known makes it so, whatever the open questions turn out to be.",
    "clear": "Clear: what is known rules it out, whatever the open questions turn out to be.",
    "unknown": "Not decided yet.",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """What one field could do to the finding: for each verdict, the answers that would lead to it, the rest as it is."""

    ref: str
    question: str
    now: str | None
    leads_to: Mapping[str, tuple[str, ...]]

    def as_json(self) -> dict[str, Any]:
        return {
            "ref": self.ref,
            "question": self.question,
            "now": self.now,
            "leads_to": {k: list(v) for k, v in self.leads_to.items()},
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """``open`` are the open fields that could decide; ``levers`` the known answers whose change would alter the verdict."""

    finding: Finding
    rule: Rule
    facts: tuple[Fact, ...]
    open: tuple[Turn, ...]
    levers: tuple[Turn, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "finding": {**self.finding.as_json(), "likelihood": self.finding.likelihood, "impact": self.finding.impact,
                        "reasons": list(self.finding.reasons)},
            "title": self.rule.title,
            "statement": self.rule.statement,
            "why": self.rule.why,
            "facts": [{**f.as_json(), "turn": f.turn} for f in self.facts],
            "open": [t.as_json() for t in self.open],
            "levers": [t.as_json() for t in self.levers],
            "false_alarm": self.rule.false_alarm,
        }  # fmt: skip

    def as_text(self) -> str:
        """The same in words."""
        f = self.finding
        lines = [
            f"{self.rule.title} ({f.id})",
            VERDICT_WORDS[f.verdict],
            f"Severity: {f.severity} (likelihood {f.likelihood}, impact {f.impact}).",
        ]
        lines += [f"  changed because {reason}" for reason in f.reasons]
        lines += ["", self.rule.why, ""]
        lines += (
            ["What made it so:", *(f"  {_line(fact)}" for fact in self.facts)]
            if self.facts
            else ["Nothing was said about it yet."]
        )
        if self.open:
            lines += ["Open, and able to change it:", *(f"  {_turn_line(t)}" for t in self.open)]
        if self.levers:
            lines += ["What would change it:", *(f"  {_turn_line(t)}" for t in self.levers)]
        return "\n".join([*lines, f"A false alarm when: {self.rule.false_alarm}"])


def _line(fact: Fact) -> str:
    said = f": “{fact.quote}”" if fact.quote else ""
    return f"{fact.ref} = {', '.join(fact.values) or fact.status}{said}"


def _turn_line(turn: Turn) -> str:
    ways = "; ".join(f"{verdict} with {', '.join(answers)}" for verdict, answers in turn.leads_to.items())
    return f"{turn.ref} ({turn.question}) {ways or 'together with the others'}"


def explain(finding_id: str, chain: Chain, rules: Sequence[Rule], register: Register) -> Explanation:
    """Explains ``rule@component``. Raises NotFound, naming the nearest, when this chain has no such finding."""
    known = {f"{rule.id}@{c}": (rule, c) for rule in rules for c in components_for(rule, chain)}
    if finding_id not in known:
        near = get_close_matches(finding_id, known, n=1, cutoff=0.3)
        raise NotFound(f"There is no finding {finding_id[:80]!r}.", "", f"Did you mean {near[0]}?" if near else "")
    rule, component = known[finding_id]
    finding = judge(rule, component, chain, register)
    facts = tuple(chain.facts[ref] for ref in finding.because if ref in chain.facts)
    levers = () if finding.verdict == "unknown" else (f.ref for f in facts if not f.open)
    return Explanation(
        finding=finding,
        rule=rule,
        facts=facts,
        open=tuple(turn_of(ref, finding, rule, chain, register) for ref in finding.missing),
        levers=tuple(t for ref in levers if (t := turn_of(ref, finding, rule, chain, register)).leads_to),
    )


def turn_of(ref: str, finding: Finding, rule: Rule, chain: Chain, register: Register) -> Turn:
    """Tries the answers a field can have, one at a time, and sorts them by the verdict they lead to."""
    leads: dict[str, list[str]] = {}
    for answer in answers_to_try(ref, chain):
        verdict = judge(rule, finding.component, changed(chain, [answer]), register).verdict
        if verdict != finding.verdict:
            leads.setdefault(verdict, []).append(", ".join(answer.values) or answer.status)
    fact = chain.get(ref)
    now = None if fact is None else ", ".join(fact.values) or fact.status
    return Turn(
        ref, field_of(ref).question, now, {verdict: tuple(answers) for verdict, answers in sorted(leads.items())}
    )


def answers_to_try(ref: str, chain: Chain) -> list[Fact]:
    """Answers that stand for all a field can have: its values, or the names and countries that the chain knows already."""
    spec = field_of(ref)
    now = chain.get(ref)
    if spec.options:
        values: list[Any] = [(v,) if spec.type == "set" else v for v in spec.options]
    elif spec.type == "entity":
        values = [
            "self",
            *sorted(
                {str(f.value) for f in chain.facts.values() if f.status == "known" and f.field.type == "entity"}
                - {"self"}
            ),
        ]
    elif spec.type == "country":
        values = sorted(
            {str(f.value) for f in chain.facts.values() if f.status == "known" and f.field.type == "country"}
        )
    else:
        values = []
    answers = [Fact(ref, "known", value) for value in values if now is None or now.value != value]
    return answers if now is not None and now.status == "not_applicable" else [*answers, Fact(ref, "not_applicable")]
