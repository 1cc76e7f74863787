"""Why a finding is as it is: the facts that made it so, the open fields that could change it and how. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import Any

from vcassist.assessment.answers import (
    answer_in_words,
    answers_that_stand_for_all,
    fact_in_words,
    ref_in_words,
)
from vcassist.assessment.evaluate import Finding, judge
from vcassist.assessment.outcome import flat
from vcassist.assessment.register import Register
from vcassist.assessment.rules import Rule, components_for
from vcassist.chain.facts import Chain, Fact, field_of
from vcassist.errors import NotFound

VERDICT_WORDS = {
    "raised": "Raised: what is known makes it so, whatever the open questions turn out to be.",
    "clear": "Clear: what is known rules it out, whatever the open questions turn out to be.",
    "unknown": "Not decided yet.",
}
# Of more answers than this only the first are named; of more known answers only the first are tried out.
NAMED, MOST_TRIED = 4, 40


@dataclass(frozen=True, slots=True)
class Turn:
    """What one field could do to the finding, the rest as it is.

    ``now``: its answer, None while unasked. ``leads_to``: verdict → the answers that lead to it; for an undecided finding also
    those after which it stays "unknown". ``hangs_on``: the fields that are then still open.
    """

    ref: str
    question: str
    now: str | None
    leads_to: Mapping[str, tuple[str, ...]]
    hangs_on: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "ref": self.ref,
            "question": self.question,
            "now": self.now,
            "leads_to": {k: list(v) for k, v in self.leads_to.items()},
            "hangs_on": list(self.hangs_on),
        }

    def ways(self) -> Iterator[tuple[str, str]]:
        """(verdict, answers in words) of each way that it can go."""
        for verdict, answers in self.leads_to.items():
            words = [answer_in_words(self.ref, a) for a in answers[:NAMED]]
            more = f" and {len(answers) - NAMED} more" if len(answers) > NAMED else ""
            yield verdict, " or ".join(words) + more


@dataclass(frozen=True, slots=True)
class Explanation:
    """``open`` are the open fields that could decide; ``levers`` the known answers whose change would alter the verdict.

    ``untried`` counts the known answers that were too many to try.
    """

    finding: Finding
    rule: Rule
    chain: Chain
    facts: tuple[Fact, ...]
    open: tuple[Turn, ...]
    levers: tuple[Turn, ...]
    untried: int = 0

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
            "untried": self.untried,
            "false_alarm": self.rule.false_alarm,
            "words": self.as_text(),
        }  # fmt: skip

    def as_text(self) -> str:
        """The same in words."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        finding = self.finding
        yield f"{self.rule.title} ({finding.id})"
        yield VERDICT_WORDS[finding.verdict]
        yield f"Severity: {finding.severity} (likelihood {finding.likelihood}, impact {finding.impact})."
        yield from (f"  weighed because {reason}" for reason in finding.reasons)
        yield from ("", self.rule.why, "")
        yield "What made it so:" if self.facts else "Nothing was said about it yet."
        yield from (f"  {self.fact_line(fact)}" for fact in self.facts)
        if self.open:
            yield "Open, and able to change it:"
            yield from (f"  {self.turn_line(turn)}" for turn in self.open)
        elif finding.verdict == "unknown":
            yield "No answer of yours can decide it: the register does not know enough."
        if self.levers:
            yield "What would change it:"
            yield from (f"  {self.turn_line(turn)}" for turn in self.levers)
        if self.untried:
            yield f"  and {self.untried} more answers that were not tried out"
        yield f"A false alarm when: {self.rule.false_alarm}"

    def fact_line(self, fact: Fact) -> str:
        """``weights of GPT-4o: closed (“it is closed”) [model.weights]``."""
        said = f" (“{fact.quote}”)" if fact.quote else ""
        return f"{ref_in_words(fact.ref, self.chain)}: {fact_in_words(fact)}{said} [{fact.ref}]"

    def turn_line(self, turn: Turn) -> str:
        """``weights of GPT-4o: clear if open; still open if closed, until alternative of GPT-4o is known [model.weights]``."""
        ways = []
        for verdict, answers in turn.ways():
            if verdict == "unknown":
                rest = ", ".join(ref_in_words(ref, self.chain) for ref in turn.hangs_on[:NAMED])
                ways.append(f"still open if {answers}" + (f", until {rest} is known" if rest else ""))
            else:
                ways.append(f"{verdict} if {answers}")
        decides = any(verdict != "unknown" for verdict in turn.leads_to)
        told = "; ".join(ways) if decides else "decides together with the others"
        return f"{ref_in_words(turn.ref, self.chain)}: {told} [{turn.ref}]"


def explain(finding_id: str, chain: Chain, rules: Sequence[Rule], register: Register) -> Explanation:
    """Explains ``rule@component``. Raises NotFound, naming the nearest, when this chain has no such finding."""
    known = {f"{rule.id}@{c}": (rule, c) for rule in rules for c in components_for(rule, chain)}
    if finding_id not in known:
        near = get_close_matches(finding_id, known, n=1, cutoff=0.3)
        raise NotFound(f"There is no finding {finding_id[:80]!r}.", "", f"Did you mean {near[0]}?" if near else "")
    rule, component = known[finding_id]
    finding = judge(rule, component, chain, register)
    turning = [ref for ref in dict.fromkeys(flat(finding.outcome.pivots)) if (fact := chain.get(ref)) and not fact.open]
    if finding.verdict == "unknown":
        turning = []
    tried = (turn_of(ref, finding, rule, chain, register) for ref in islice(turning, MOST_TRIED))
    return Explanation(
        finding=finding,
        rule=rule,
        chain=chain,
        facts=tuple(chain.facts[ref] for ref in finding.because if ref in chain.facts),
        open=tuple(turn_of(ref, finding, rule, chain, register) for ref in finding.missing),
        levers=tuple(turn for turn in tried if turn.leads_to),
        untried=max(0, len(turning) - MOST_TRIED),
    )


def turn_of(ref: str, finding: Finding, rule: Rule, chain: Chain, register: Register) -> Turn:
    """Tries the answers a field can have, one at a time, and sorts them by the verdict they lead to."""
    leads: dict[str, list[str]] = {}
    hangs_on: dict[str, None] = {}
    for answer in answers_that_stand_for_all(ref, chain, register):
        after = judge(rule, finding.component, chain.imagining(answer), register)
        if after.verdict != finding.verdict or finding.verdict == "unknown":
            leads.setdefault(after.verdict, []).append(", ".join(answer.values) or answer.status)
            hangs_on |= dict.fromkeys(after.missing) if after.verdict == "unknown" else {}
    order = [verdict for verdict in ("raised", "clear", "unknown") if verdict in leads]
    fact = chain.get(ref)
    now = None if fact is None else ", ".join(fact.values) or fact.status
    return Turn(
        ref, field_of(ref).question, now, {verdict: tuple(leads[verdict]) for verdict in order}, tuple(hangs_on)
    )
