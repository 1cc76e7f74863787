"""What a person does by hand beside talking, as a turn of its own, goes on with the question that stands. Pure."""

from __future__ import annotations

from dataclasses import replace

from vcassist.interview.interviewer import next_step
from vcassist.interview.session import Awaiting, Session, Turn
from vcassist.interview.tools import Tools


def with_question(session: Session, turn: Turn, tools: Tools) -> Turn:
    """The turn with the question that stands; where it settled or took away just what was asked, with the next one."""
    asked = session.awaiting
    if asked is None or not _touched(asked, turn):
        return replace(turn, awaiting=asked, at=tools.now())
    # What was asked is still the topic: the next question keeps to it, as after an answer in words.
    step = next_step(replace(session, turns=(*session.turns, replace(turn, awaiting=asked))), tools)
    return replace(
        step, number=turn.number, facts=turn.facts, conflicts=turn.conflicts, removed=turn.removed, refused=turn.refused,
        note=turn.note, at=tools.now(),
    )  # fmt: skip


def _touched(asked: Awaiting, turn: Turn) -> bool:
    refs = {asked.ref, *asked.offered}
    return any(f.ref in refs for f in turn.facts) or any(
        what == ref or what == ref.partition(".")[0] for what in turn.removed for ref in refs
    )
