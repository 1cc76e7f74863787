"""What was read in documents: each fact with its page, to be accepted or refused by the person.

A document's facts count from the moment they are read. Refusing one takes the reading back and notes the rest again, so that
the chain stays a fold over the turns; accepting is kept beside the turns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vcassist.app import App
from vcassist.chain.facts import Fact, at_turn
from vcassist.clock import utc_now
from vcassist.errors import Conflict
from vcassist.interview.contradictions import asked_back
from vcassist.interview.session import Session, Turn
from vcassist.web.spoken import asks_in
from vcassist.web.views import FactView, fact_view

KEPT_AS = "accepted"


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact as it stands in a document. ``accepted``: the person looked at it and kept it. ``stands``: it is what counts now."""

    view: FactView
    accepted: bool
    stands: bool


@dataclass(frozen=True, slots=True)
class Brought:
    """One reading. ``number`` is the turn that holds its facts now; ``left`` counts those still to be looked at."""

    number: int
    names: str
    told: str
    facts: tuple[ReadFact, ...]

    @property
    def left(self) -> int:
        return sum(not f.accepted for f in self.facts)


def brought(session: Session) -> list[Brought]:
    """Everything that was read in documents and not taken back, the latest first."""
    accepted, chain = _accepted(session.extra), session.chain
    found = []
    for turn in session.live:
        if turn.document:
            facts = tuple(
                ReadFact(fact_view(f, session, chain), _mark(f) in accepted, chain.get(f.ref) == f) for f in turn.facts
            )
            found.append(Brought(turn.number, turn.document, _told(session, turn), facts))
    return found[::-1]


def _told(session: Session, turn: Turn) -> str:
    """What was said when the document was read, up to the question that followed."""
    by_number = {t.number: t for t in session.turns}
    while turn.undoes is not None and turn.undoes in by_number:
        turn = by_number[turn.undoes]
    return asks_in(turn)[0]


def _mark(fact: Fact) -> tuple[str, str]:
    return fact.ref, fact.quote


def _accepted(extra: Mapping[str, Any]) -> set[tuple[str, str]]:
    kept = extra.get(KEPT_AS)
    return {(str(ref), str(quote)) for ref, quote in kept} if isinstance(kept, list) else set()


def accept(app: App, session: Session, number: int, refs: Sequence[str] | None = None) -> None:
    """Keeps that facts of a reading were looked at and are right; all of them without ``refs``. Raises Conflict when it moved on."""
    marks = [_mark(f) for f in reading(session, number).facts if refs is None or f.ref in refs]

    def added(extra: Mapping[str, Any]) -> Mapping[str, Any]:
        return {**extra, KEPT_AS: [list(mark) for mark in sorted(_accepted(extra) | set(marks))]}

    app.store.change_extra(session.id, added)


def refuse(app: App, session: Session, number: int, ref: str) -> Turn:
    """Notes a reading again without one of its facts, as a turn of its own. Raises Conflict when it moved on meanwhile.

    What was changed or taken away since stays so: only what stands is noted again.
    """
    old, chain = reading(session, number), session.chain
    if not any(fact.ref == ref for fact in old.facts):
        raise _moved_on()
    kept = [fact for fact in old.facts if fact.ref != ref and chain.get(fact.ref) == fact]
    number = session.next_number
    asked = session.awaiting if session.awaiting and session.awaiting.ref != ref else None
    # What this document contradicted and was asked back already is settled.
    settled = asked_back(session)
    turn = replace(
        old, number=number, facts=at_turn(kept, number), undoes=old.number, reply="", awaiting=asked,
        conflicts=tuple(c for c in old.conflicts if c.ref not in settled),
        citations=(), suggestions=(), done=session.done, at=utc_now(),
    )  # fmt: skip
    app.store.append(session.id, turn)
    return turn


def reading(session: Session, number: int) -> Turn:
    """The turn that holds a document's facts. Raises Conflict when it was taken back or gone through again meanwhile."""
    found = next((t for t in session.live if t.number == number and t.document), None)
    if found is None:
        raise _moved_on()
    return found


def _moved_on() -> Conflict:
    return Conflict(
        "What was read has changed meanwhile.",
        "Nothing was changed by this.",
        "Look at the list again and decide there.",
    )
