"""What the assistant says, as a plan of small parts, and the templates that say it without a model. Pure.

A plan holds meaning; a speaker gives it words. Wording varies with the turn's number, so that the same session replays alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vcassist.chain.facts import Chain, Fact, field_of
from vcassist.interview.ports import Citation
from vcassist.interview.session import Awaiting, Contradiction, Suggestion

GREETING = (
    "Hello. I help you to see what your AI depends on, where it can break, and what you can do. "
    "Tell me in your own words: what do you use AI for, with which tool, and who is affected by it?"
)
NOTED = ("Noted", "Thank you. I noted", "Understood", "Good to know. I have", "I wrote down")
MOVING_ON = ("Next:", "One more thing:", "Tell me:", "Then this:", "Now:")


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of one reply, in the order they are said. Everything is optional but something is always there."""

    number: int
    noted: tuple[Fact, ...] = ()
    replaced: tuple[tuple[Fact, Fact], ...] = ()
    undone: tuple[Fact, ...] | None = None
    answer: str = ""
    citations: tuple[Citation, ...] = ()
    remark: str = ""
    conflict: Contradiction | None = None
    ask: Awaiting | None = None
    suggestion: Suggestion | None = None
    closing: str = ""


def shown(fact: Fact) -> str:
    """A fact's value in words for people."""
    if fact.status == "unknown":
        return "not known"
    if fact.status == "withheld":
        return "you may not say" if fact.by == "person" else "the supplier won't say"
    if fact.status == "not_applicable":
        return "does not apply"
    spec = field_of(fact.ref)
    return ", ".join(_plain(spec.options.get(v, v)) for v in fact.values)


def _plain(value: str) -> str:
    return "yourselves" if value == "self" else value


def line_for(fact: Fact) -> str:
    """``model weights: closed``."""
    number = fact.component.partition("-")[2]
    spec = field_of(fact.ref)
    return f"{spec.kind}{' ' + number if number else ''} {spec.label}: {shown(fact)}"


def question_for(ask: Awaiting, suggestion: Suggestion | None, conflict: Contradiction | None, chain: Chain) -> str:
    """The question itself, in the manner asked for."""
    spec = field_of(ask.ref)
    component = ask.ref.partition(".")[0]
    about = f"About {chain.title(component)}: " if "-" in component else ""
    if ask.manner == "conflict" and conflict:
        return (
            f"Earlier you said “{conflict.old_quote or shown_value(ask.ref, conflict.old)}”, and now “"
            f"{conflict.new_quote or shown_value(ask.ref, conflict.new)}”. Which one is right for "
            f"{spec.kind} {spec.label}: {shown_value(ask.ref, conflict.old)} or {shown_value(ask.ref, conflict.new)}?"
        )
    if ask.manner == "confirm" and suggestion:
        return (
            f"By public records ({suggestion.source}, as of {suggestion.as_of}), for {suggestion.about}: "
            f"{spec.label} is {shown_value(ask.ref, suggestion.value)}. Is that so with you?"
        )
    if ask.manner == "more":
        return f"Anything else there? ({spec.question[0].lower()}{spec.question[1:]})"
    if ask.manner == "again":
        choices = f" ({' / '.join(spec.options.values())})" if spec.options else ""
        return f"{about}{spec.question}{choices}"
    return f"{about}{spec.question}"


def shown_value(ref: str, value: object) -> str:
    """Any value of a field in words."""
    spec = field_of(ref)
    values: Sequence[object] = value if isinstance(value, list | tuple) else [value]
    return ", ".join(_plain(str(spec.options.get(str(v), v))) for v in values)


def say(plan: Plan, chain: Chain) -> Iterator[str]:
    """The reply in pieces, each a whole sentence or two."""
    if plan.undone is not None:
        names = "; ".join(line_for(f) for f in plan.undone)
        yield f"I took back: {names}. " if names else "I took your last message back. "
    if plan.replaced:
        yield " ".join(f"Corrected: {line_for(new)} (before: {shown(old)})." for old, new in plan.replaced) + " "
    changed = {new.ref for _, new in plan.replaced}
    fresh = [f for f in plan.noted if f.ref not in changed]
    if fresh:
        yield f"{NOTED[plan.number % len(NOTED)]}: {'; '.join(line_for(f) for f in fresh[:6])}"
        yield f" and {len(fresh) - 6} more. " if len(fresh) > 6 else ". "
    if plan.answer:
        yield f"{plan.answer} "
    if plan.remark:
        yield f"{plan.remark} "
    if plan.closing:
        yield plan.closing
        return
    if plan.ask:
        asked = question_for(plan.ask, plan.suggestion, plan.conflict, chain)
        lead = (
            f"{MOVING_ON[plan.number % len(MOVING_ON)]} "
            if plan.ask.manner == "question" and plan.number % 3 == 1
            else ""
        )
        yield f"{lead}{asked[0].lower() + asked[1:] if lead.endswith(': ') else asked}"
        if plan.ask.manner == "question":
            yield f" {field_of(plan.ask.ref).reason}"
