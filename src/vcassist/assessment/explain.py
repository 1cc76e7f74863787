"""Why a finding is as it is: the facts that made it so, the open fields that could change it and how. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import islice
from typing import Any

from vcassist.assessment.answers import (
    answer_in_words,
    answers_that_stand_for_all,
    fact_in_words,
    ref_in_words,
    told_at_last,
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
VERDICT_THEN = {"raised": "it is raised", "clear": "it is ruled out", "unknown": "it is open again"}
# Of more answers than this only the first are named; of more known answers only the first are tried out.
NAMED, MOST_TRIED = 4, 40
# An example in which a field decides has at most so many other answers, and is looked for among so many open fields.
MOST_GIVEN, MOST_OPEN = 6, 20


@dataclass(frozen=True, slots=True)
class Turn:
    """What one field could do to the finding, the rest as it is.

    ``now``: its answer, None while unasked. ``leads_to``: verdict → the answers that lead to it; for an undecided finding also
    those after which it stays "unknown". ``hangs_on``: the fields that are then still open.
    ``given``: where no answer decides alone, answers to others with which this field does; ``then``: what its answers lead to.
    """

    ref: str
    question: str
    now: str | None
    leads_to: Mapping[str, tuple[str, ...]]
    hangs_on: tuple[str, ...] = ()
    given: tuple[Fact, ...] = ()
    then: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {
            "ref": self.ref,
            "question": self.question,
            "now": self.now,
            "leads_to": {k: list(v) for k, v in self.leads_to.items()},
            "hangs_on": list(self.hangs_on),
            "given": [{key: f.as_json()[key] for key in ("ref", "status", "value")} for f in self.given],
            "then": {k: list(v) for k, v in self.then.items()},
        }

    def ways(self) -> Iterator[tuple[str, str]]:
        """(verdict, answers in words) of each way that it can go."""
        return self._in_words(self.leads_to)

    def ways_then(self) -> Iterator[tuple[str, str]]:
        """The same with what is ``given``, as far as it decides."""
        return self._in_words({verdict: answers for verdict, answers in self.then.items() if verdict != "unknown"})

    def _in_words(self, ways: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
        for verdict, answers in ways.items():
            words = [answer_in_words(self.ref, a) for a in answers[:NAMED]]
            more = f" and {len(answers) - NAMED} more" if len(answers) > NAMED else ""
            yield verdict, " or ".join(words) + more


@dataclass(frozen=True, slots=True)
class Explanation:
    """``open`` are the open fields that could decide; ``levers`` the known answers whose change would alter the verdict.

    ``untried`` counts the known answers that were too many to try. ``hidden`` are the answers that suppliers withhold, or nobody
    knows, that made it so: once they are told, whatever they are, the verdict is ``once_told``.
    """

    finding: Finding
    rule: Rule
    chain: Chain
    facts: tuple[Fact, ...]
    open: tuple[Turn, ...]
    levers: tuple[Turn, ...]
    untried: int = 0
    hidden: tuple[str, ...] = ()
    once_told: str = ""

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
            "hidden": list(self.hidden),
            "once_told": self.once_told,
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
        if self.levers or self.hidden:
            yield "What would change it:"
            if self.hidden:
                yield f"  {self.hidden_line()} {' '.join(f'[{ref}]' for ref in self.hidden)}"
            yield from (f"  {self.turn_line(turn)}" for turn in self.levers)
        if self.untried:
            yield f"  and {self.untried} more answers that were not tried out"
        yield f"A false alarm when: {self.rule.false_alarm}"

    def fact_line(self, fact: Fact) -> str:
        """``weights of GPT-4o: closed (“it is closed”) [model.weights]``."""
        said = f" (“{fact.quote}”)" if fact.quote else ""
        return f"{ref_in_words(fact.ref, self.chain)}: {fact_in_words(fact)}{said} [{fact.ref}]"

    def hidden_line(self) -> str:
        """``the supplier's answer to “Is it encrypted?” (Storage), whatever it is: then it is ruled out``; "" where nothing hidden made it so."""
        if not self.hidden:
            return ""
        facts = [self.chain.facts[ref] for ref in self.hidden]
        refused = any(f.status == "withheld" and f.by != "person" for f in facts)
        asked = [f"“{f.field.question}” ({self.chain.title(f.component)})" for f in facts]
        more = f" and {len(asked) - NAMED} more" if len(asked) > NAMED else ""
        answers = "answer" if len(asked) == 1 else "answers"
        whose = f"the supplier's {answers}" if refused else "an answer" if len(asked) == 1 else answers
        what = "it is" if len(asked) == 1 else "they are"
        return f"{whose} to {', '.join(asked[:NAMED])}{more}, whatever {what}: then {VERDICT_THEN[self.once_told]}"

    def turn_line(self, turn: Turn) -> str:
        """``weights of GPT-4o: clear if open; still open if closed, until alternative of GPT-4o is known [model.weights]``."""
        ways = []
        for verdict, answers in turn.ways():
            if verdict == "unknown":
                rest = ", ".join(ref_in_words(ref, self.chain) for ref in turn.hangs_on[:NAMED])
                still = "still open" if self.finding.verdict == "unknown" else "open again"
                ways.append(f"{still} if {answers}" + (f", until {rest} is known" if rest else ""))
            else:
                ways.append(f"{verdict} if {answers}")
        decides = self.finding.verdict != "unknown" or any(verdict != "unknown" for verdict in turn.leads_to)
        told = "; ".join(ways) if decides else self._together(turn)
        return f"{ref_in_words(turn.ref, self.chain)}: {told} [{turn.ref}]"

    def _together(self, turn: Turn) -> str:
        """``decides together with the others: with alternative of Application no, raised if it stops``."""
        if not turn.given:
            return "decides together with the others"
        with_ = " and ".join(f"{ref_in_words(f.ref, self.chain)} {fact_in_words(f)}" for f in turn.given)
        ways = "; ".join(f"{verdict} if {answers}" for verdict, answers in turn.ways_then())
        return f"decides together with the others: with {with_}, {ways}"


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
    hidden, once_told = _once_told(finding, rule, chain, register)
    return Explanation(
        finding=finding,
        rule=rule,
        chain=chain,
        facts=tuple(chain.facts[ref] for ref in finding.because if ref in chain.facts),
        open=tuple(
            _with_example(turn_of(ref, finding, rule, chain, register), finding, rule, chain, register)
            for ref in finding.missing
        ),
        levers=tuple(turn for turn in tried if turn.leads_to),
        untried=max(0, len(turning) - MOST_TRIED),
        hidden=hidden,
        once_told=once_told,
    )


def _once_told(finding: Finding, rule: Rule, chain: Chain, register: Register) -> tuple[tuple[str, ...], str]:
    """What is hidden and made a finding so, and the verdict once all of it is told, the same whatever it is; else nothing."""
    # Of several refusals none turns a finding alone, so that they are grounds of it and no pivots.
    behind = dict.fromkeys((*finding.because, *flat(finding.outcome.pivots))) if finding.verdict != "unknown" else {}
    hidden = tuple(ref for ref in behind if (fact := chain.get(ref)) and fact.open)
    after = {
        judge(rule, finding.component, chain.imagining(*answers), register).verdict
        for answers in zip(*(told_at_last(ref, chain, register) for ref in hidden), strict=True)
    }
    return (hidden, after.pop()) if len(after) == 1 and after != {finding.verdict} else ((), "")


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


def _with_example(turn: Turn, finding: Finding, rule: Rule, chain: Chain, register: Register) -> Turn:
    """A field that cannot decide alone, with answers to others with which it does.

    Others are answered one by one, each so that the field still matters, until one of its own answers decides. Few are needed
    as a rule; where too many would be, no example is given.
    """
    given: list[Fact] = []
    now, at, tried = finding, chain, turn
    if len(finding.missing) > MOST_OPEN:
        return turn
    while set(tried.leads_to) == {"unknown"} and len(given) < MOST_GIVEN:
        step = _still_mattering(turn.ref, now, rule, at, register)
        if step is None:
            return turn
        fact, at, now = step
        given.append(fact)
        tried = turn_of(turn.ref, now, rule, at, register)
    return turn if set(tried.leads_to) == {"unknown"} else replace(turn, given=tuple(given), then=tried.leads_to)


def _still_mattering(
    ref: str, now: Finding, rule: Rule, chain: Chain, register: Register
) -> tuple[Fact, Chain, Finding] | None:
    """One answer to another field after which this one can still turn the finding; rather one that narrows what it hangs on."""
    best: tuple[Fact, Chain, Finding] | None = None
    for other in now.missing:
        for answer in answers_that_stand_for_all(other, chain, register) if other != ref else ():
            after = chain.imagining(answer)
            judged = judge(rule, now.component, after, register)
            if ref in judged.missing and (best is None or len(judged.missing) < len(best[2].missing)):
                best = answer, after, judged
    return best
