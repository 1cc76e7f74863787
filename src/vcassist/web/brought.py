"""What was read in documents: each fact with its page, to be accepted or refused by the person.

A document's facts count from the moment they are read. Refusing one takes the reading back and notes the rest again, so that
the chain stays a fold over the turns; accepting is kept beside the turns.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vcassist.app import App
from vcassist.chain.facts import Chain, Fact, at_turn, kind_of, split_ref
from vcassist.chain.fields import KINDS
from vcassist.clock import utc_now
from vcassist.errors import Conflict
from vcassist.interview.contradictions import asked_back
from vcassist.interview.session import Session, Turn
from vcassist.web.spoken import asks_in
from vcassist.web.views import FactView, component_title, fact_view

KEPT_AS = "accepted"
# How many facts can be looked at side by side.
SHOWN_AT_ONCE = 12


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact as it stands in a document. ``accepted``: the person looked at it and kept it. ``stands``: it is what counts now."""

    view: FactView
    accepted: bool
    stands: bool


@dataclass(frozen=True, slots=True)
class ReadPart:
    """What was read of one component. ``title`` names it with its kind, ``name`` alone; ``left`` counts what is still to be looked at."""

    component: str
    title: str
    name: str
    facts: tuple[ReadFact, ...]

    @property
    def left(self) -> int:
        return sum(not f.accepted for f in self.facts)


@dataclass(frozen=True, slots=True)
class Brought:
    """One reading. ``number`` is the turn that holds its facts now, ``first`` the one that held them at first, which stays the same."""

    number: int
    first: int
    names: str
    told: str
    parts: tuple[ReadPart, ...]

    @property
    def facts(self) -> tuple[ReadFact, ...]:
        return tuple(fact for part in self.parts for fact in part.facts)

    @property
    def left(self) -> int:
        return sum(part.left for part in self.parts)

    @property
    def laid_open(self) -> Collection[str]:
        """The components whose facts lie open: those with something left, but of a long reading only the first of them."""
        left = [part.component for part in self.parts if part.left]
        return left if len(self.facts) <= SHOWN_AT_ONCE else left[:1]

    @property
    def place(self) -> str:
        """Where it stands on the page."""
        return f"read-{self.first}"

    def place_of(self, ref: str) -> str:
        """Where one of its facts stands on the page."""
        return f"f-{self.first}-{ref.replace('.', '-')}"


def brought(session: Session) -> list[Brought]:
    """Everything that was read in documents and not taken back, the latest first, wherever one of its facts was refused since."""
    accepted, chain = _accepted(session.extra), session.chain
    found = []
    for turn in session.live:
        if turn.document:
            facts = [
                ReadFact(fact_view(f, session, chain), _mark(f) in accepted, chain.get(f.ref) == f) for f in turn.facts
            ]
            first = _first(session, turn)
            found.append(Brought(turn.number, first.number, turn.document, asks_in(first)[0], _parts(facts, chain)))
    return sorted(found, key=lambda each: -each.first)


def _first(session: Session, turn: Turn) -> Turn:
    """The turn in which the document was read, before any fact of it was refused."""
    by_number = {t.number: t for t in session.turns}
    while turn.undoes is not None and turn.undoes in by_number:
        turn = by_number[turn.undoes]
    return turn


def _parts(facts: Sequence[ReadFact], chain: Chain) -> tuple[ReadPart, ...]:
    """The facts by component, in the order of the kinds; those of one component as they were read."""
    found: dict[str, list[ReadFact]] = {}
    for fact in facts:
        found.setdefault(split_ref(fact.view.ref)[0], []).append(fact)
    in_order = sorted(found, key=lambda c: (KINDS.index(kind_of(c)), len(c), c))
    return tuple(ReadPart(c, component_title(c, chain), chain.title(c), tuple(found[c])) for c in in_order)


def go_on_at(before: Sequence[Brought], now: Sequence[Brought], number: int, judged: Collection[str]) -> str:
    """The place to go on at once some facts of a reading were judged: at the next that was not looked at, as the page shows them,
    else at the head of the reading. ``before`` and ``now`` are what was read, on both sides of the judgement.
    """
    old = next((r for r in before if r.number == number), None)
    new = next((r for r in now if old is not None and r.first == old.first), None)
    if old is None or new is None:
        return "read"
    refs = [f.view.ref for f in old.facts]
    last = max((at for at, ref in enumerate(refs) if ref in judged), default=-1)
    left = {f.view.ref for f in new.facts if not f.accepted}
    following = next((ref for ref in (*refs[last + 1 :], *refs) if ref in left), None)
    return new.place_of(following) if following else new.place


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
