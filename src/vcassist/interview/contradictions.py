"""Contradictions beside those between two messages: two readings of the same words, and two documents. Each is asked back once. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from vcassist.chain.facts import Chain
from vcassist.interview.heard import Heard
from vcassist.interview.session import Contradiction, Session


def doubted(heard: Heard) -> Heard:
    """What was heard, with the doubts of its reading about facts that were noted as contradictions in the same words."""
    noted = {f.ref: f for f in heard.facts if f.status == "known"}
    found = tuple(
        Contradiction(best.ref, noted[best.ref].as_json()["value"], other.value, best.quote, best.quote)
        for best, other in heard.reading.doubts
        if best.ref in noted and noted[best.ref].value == best.value
    )
    return replace(heard, conflicts=(*heard.conflicts, *found))


def asked_back(session: Session) -> frozenset[str]:
    """The references whose contradictions were put to the person: each is asked once."""
    return frozenset(t.awaiting.ref for t in session.live if t.awaiting and t.awaiting.manner == "conflict")


def still_open(session: Session, chain: Chain) -> tuple[Contradiction, ...]:
    """The contradictions that nobody has decided: not overtaken by a later word, and not asked back yet or just being asked."""
    waiting = session.awaiting.ref if session.awaiting and session.awaiting.manner == "conflict" else None
    return tuple(_standing(session, chain, asked_back(session) - {waiting}))


def unsettled(session: Session, chain: Chain) -> Contradiction | None:
    """The first contradiction of the live turns that was neither asked back nor overtaken by a later word on its field."""
    return next(_standing(session, chain, asked_back(session)), None)


def _standing(session: Session, chain: Chain, settled: Set[str | None]) -> Iterator[Contradiction]:
    """The contradictions of the live turns on other fields than the ``settled``, not overtaken by a later word."""
    for turn in session.live:
        for conflict in turn.conflicts:
            fact = chain.get(conflict.ref)
            if conflict.ref not in settled and fact is not None and fact.turn <= turn.number:
                yield conflict
