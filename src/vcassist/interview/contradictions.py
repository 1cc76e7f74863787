"""Contradictions beside those between two messages: two readings of the same words, and two documents. Each is asked back once. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vcassist.chain.facts import Chain, split_ref
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading
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


def without_the_settled(heard: Heard) -> Heard:
    """What was heard, without contradictions on what the same message sets right or decides: both are not said in one reply."""
    settled = {old.ref for old, _ in heard.replaced} | {heard.late}
    conflicts = tuple(c for c in heard.conflicts if c.ref not in settled)
    return heard if conflicts == heard.conflicts else replace(heard, conflicts=conflicts)


def nothing_new(reading: Reading, session: Session) -> Reading:
    """The same, where somebody decides between two values, without what it tells of parts that are not there and bear no name: "the
    second" is the second value, and "for other cases" names no other part."""
    awaiting, chain = session.awaiting, session.chain
    if awaiting is None or awaiting.manner != "conflict":
        return reading
    named = {p.ref.partition(".")[0] for p in reading.proposals if p.ref.endswith(".name")}
    kind = split_ref(awaiting.ref)[1]
    there = {*chain.mentioned(kind), *named}
    kept = tuple(p for p in reading.proposals if split_ref(p.ref)[1] != kind or p.ref.partition(".")[0] in there)
    return replace(reading, proposals=kept)


def asked_back(session: Session) -> frozenset[str]:
    """The references whose contradictions were put to the person: each is asked once."""
    return frozenset(t.awaiting.ref for t in session.live if t.awaiting and t.awaiting.manner == "conflict")


def still_open(session: Session, chain: Chain) -> tuple[Contradiction, ...]:
    """The contradictions that nobody has decided, asked back or not: one of another field that came instead of an answer decides nothing."""
    return tuple(_undecided(session, chain))


def left_open(session: Session, chain: Chain) -> tuple[Contradiction, ...]:
    """Those of them that were put to the person, who said something else."""
    put = asked_back(session)
    return tuple(c for c in _undecided(session, chain) if c.ref in put)


def unsettled(session: Session, chain: Chain) -> Contradiction | None:
    """The first contradiction that was not put to the person yet: one that got another word is listed in the report and not put again."""
    put = asked_back(session)
    return next((c for c in _undecided(session, chain) if c.ref not in put), None)


def _undecided(session: Session, chain: Chain) -> Iterator[Contradiction]:
    """The contradictions of the live turns, not overtaken by a later word on their field; each field's latest."""
    latest: dict[str, tuple[int, Contradiction]] = {c.ref: (t.number, c) for t in session.live for c in t.conflicts}
    settled = {ref: t.number for t in session.live for ref in t.settled}
    for ref, (number, conflict) in latest.items():
        fact = chain.get(ref)
        if fact is not None and fact.turn <= number and settled.get(ref, -1) < number:
            yield conflict
