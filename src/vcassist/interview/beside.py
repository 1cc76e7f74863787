"""What a message comes to beside what it tells: questions to the assistant, a wish to end, and both their effect on what was told. Pure but
for its port.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.facts import Fact
from vcassist.interview.answering import not_understood, of_the_talk
from vcassist.interview.asking import Parts, question_form
from vcassist.interview.heard import Heard
from vcassist.interview.moves import hedge_of
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.session import Awaiting


def beside(
    heard: Heard, parts: Parts, said: str, awaiting: Awaiting | None, about: Callable[[str], OfTheTalk | None]
) -> Heard:
    """The same with the questions and the goodbye of the message; its quotes in the message's own words again."""
    heard = replace(heard, facts=tuple(_quoted(fact, said) for fact in heard.facts))
    if parts.ends:
        return replace(heard, asks=parts.asks, vague=False, skipped=None, reading=replace(heard.reading, intent="stop"))
    if parts.asks and not parts.tells.strip():
        return replace(heard, asks=parts.asks, vague=False, reading=replace(heard.reading, intent="question"))
    if parts.asks:
        if not of_the_talk(parts.asks, about):
            # "What is a foundry? I don't know." is no answer yet: it may be one once they know.
            heard = replace(heard, facts=tuple(f for f in heard.facts if not _shrugs(f, awaiting)))
        left = heard.skipped if heard.reading.intent == "skip" or (awaiting and awaiting.manner == "more") else None
        return replace(heard, asks=parts.asks, vague=False, skipped=left)
    if _only_asks(heard, said, awaiting, about):
        return replace(heard, vague=False, skipped=None, move=None, reading=replace(heard.reading, intent="question"))
    return heard


def still_open(parts: Parts, awaiting: Awaiting | None) -> Parts:
    """A shrug beside a question decides no contradiction and confirms nothing: "not sure, what does that mean?" only asks."""
    put = awaiting is not None and awaiting.manner in ("conflict", "confirm")
    if put and parts.asks and not parts.ends and hedge_of(parts.tells.strip()):
        return replace(parts, tells=" " * len(parts.tells))
    return parts


def _only_asks(heard: Heard, said: str, awaiting: Awaiting | None, about: Callable[[str], OfTheTalk | None]) -> bool:
    """Whether a message that told nothing asks about the talk or does not understand the question, though no reader saw it."""
    if heard.facts or heard.conflicts or heard.removed or heard.restated or heard.unsure or heard.change:
        return False
    if heard.reading.intent in ("question", "stop", "undo") or heard.reading.note:
        return heard.move == "lost" and awaiting is not None and not_understood(said)
    if heard.move not in (None, "lost", "self"):
        return False
    if awaiting is not None and not_understood(said):
        return True
    return question_form(said) and of_the_talk(said, about)


def _shrugs(fact: Fact, awaiting: Awaiting | None) -> bool:
    return awaiting is not None and fact.ref == awaiting.ref and fact.status == "unknown"


def _quoted(fact: Fact, said: str) -> Fact:
    """A fact with its quote from the whole message: what was read had other parts blanked out."""
    if fact.start is None or fact.end is None or "   " not in fact.quote:
        return fact
    return replace(fact, quote=said[fact.start : fact.end])
