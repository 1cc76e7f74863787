"""A word on a contradiction that comes after its turn: "yes is right", "the second one is right", "both are right". Forms only. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.interview.contradictions import left_open
from vcassist.interview.heard import Heard
from vcassist.interview.offered import named_values
from vcassist.interview.ports import Reading
from vcassist.interview.session import Awaiting, Contradiction, Session
from vcassist.interview.settling import settle
from vcassist.interview.words import Country

# So many messages after it was put, a contradiction may still be meant.
LATE = 6
# A longer message tells something else.
LONGEST = 12
_I = re.I
_LEAD = r"^\W*(?:(?:yes|no|sorry|well|oh|and|but|ah|ok(?:ay)?|i mean|i said)\b[\s,.;:!–—-]+(?=\w))*"
_IS_RIGHT = re.compile(
    rf"{_LEAD}(?P<what>[^.!?;]{{1,40}}?) (?:is|are|was|were) (?:(?:both|all|the) )?(?:right|correct|true|so)\b", _I
)
_POINTS = re.compile(
    rf"{_LEAD}(?:it(?:['’]?s| is) )?(?:the (?:first|second|former|latter|newer|older|last)(?: one)?|what i said (?:first|last|now))\W*$",
    _I,
)
_VALUE_IS_RIGHT = re.compile(r"(?:\b(?:yes|no)\b\W+)*\b(?:yes|no|partly) is (?:the )?(?:right|correct)\b", _I)
_EITHER_WAY = re.compile(r"\b(?:first|second|former|latter|newer?|older?|last|both|neither)\b", _I)


def called_right(said: str) -> list[tuple[int, int]]:
    """Where a message says that yes, no or partly is right: a word on something that was put before, and no answer to what is asked now."""
    return [m.span() for m in _VALUE_IS_RIGHT.finditer(said)]


def late_word(session: Session, said: str, reading: Reading, number: int, country: Country) -> Heard | None:
    """A word on a contradiction that was left before: it answers nothing else."""
    then = _meant_late(session, said, country)
    if then is None or then.awaiting is None:
        return None
    base = Heard(reading=replace(reading, intent="answer"))
    settled = settle(then, said, (), then.awaiting, number, base, country)
    if settled is None or not (settled.decided or settled.replaced or settled.removed):
        return None
    old = session.chain.get(then.awaiting.ref)
    return replace(settled, late=then.awaiting.ref, restated=None if settled.replaced or settled.removed else old)


def _meant_late(session: Session, said: str, country: Country) -> Session | None:
    """The session as it was when it waited for a word on a contradiction, where a message says that word later; else None."""
    if len(said.split()) > LONGEST or (session.awaiting and session.awaiting.manner == "conflict"):
        return None
    right, points = _IS_RIGHT.match(said), _POINTS.match(said)
    if not right and not points:
        return None
    for conflict in _put_lately(session):
        ref = conflict.ref
        two = (
            (named_values(right["what"], {ref: value}, country) for value in (conflict.old, conflict.new))
            if right
            else ()
        )
        if points or (right and _EITHER_WAY.search(right["what"])) or any(two):
            waits = Awaiting(ref, "conflict", conflict.old, conflict.new)
            return replace(session, turns=(*session.turns[:-1], replace(session.turns[-1], awaiting=waits)))
    return None


def _put_lately(session: Session) -> list[Contradiction]:
    """The open contradictions that were put to the person in the last turns, the latest first."""
    put = [t.awaiting.ref for t in session.live[-LATE:] if t.awaiting and t.awaiting.manner == "conflict"]
    found = [c for c in left_open(session, session.chain) if c.ref in put]
    return sorted(found, key=lambda c: -max(at for at, ref in enumerate(put) if ref == c.ref))
