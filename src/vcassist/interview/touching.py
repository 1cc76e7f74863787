"""What a message does to notes, each in the line in which it was said back. Pure but for its port."""

from __future__ import annotations

from collections.abc import Sequence

from vcassist.chain.facts import Fact
from vcassist.interview.ports import Touch
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools
from vcassist.interview.words import line_for

# Below this chance a message does nothing to a note, whatever was read in it.
HARDLY = 0.06


def touched_by(said: str, facts: Sequence[Fact], session: Session, tools: Tools) -> list[tuple[Fact, Touch]]:
    """What some words do to notes; nothing where that was not learnt."""
    notes = [(f.ref, line_of(f, session, tools)) for f in facts]
    return list(zip(facts, tools.touches(said, session.asked, notes) if notes else (), strict=False))


def known_touched(said: str, session: Session, tools: Tools) -> list[tuple[Fact, Touch]]:
    """What some words do to each note whose value is known. Each costs a pass of the encoder."""
    return touched_by(said, [f for f in session.chain.facts.values() if f.status == "known"], session, tools)


def says_instead(fact: Fact, said: str, session: Session, tools: Tools) -> float:
    """How likely some words say what is right instead of a note; nought where that was not learnt."""
    return max((touch.instead for _, touch in touched_by(said, [fact], session, tools)), default=0.0)


def line_of(fact: Fact, session: Session, tools: Tools) -> str:
    """A note as it is said back."""
    return line_for(fact, session.chain, tools.country)
