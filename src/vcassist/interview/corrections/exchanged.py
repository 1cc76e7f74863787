"""What a message comes to that puts other words in the place of an answer. Pure but for its reader.

The answer that it names goes only where the new words answer its question; else it is asked what that answer should be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value
from vcassist.errors import BadInput
from vcassist.interview.corrections.by_its_label import said_by_its_label
from vcassist.interview.corrections.by_its_name import said_by_its_name
from vcassist.interview.corrections.by_its_own_words import said_in_own_words
from vcassist.interview.corrections.instead import Exchange, exchange_in
from vcassist.interview.corrections.repair import FAIR, read_as
from vcassist.interview.heard import Heard
from vcassist.interview.meant import MEANT, targets
from vcassist.interview.noted import answers_named, part_named
from vcassist.interview.parts.naming import naming_in
from vcassist.interview.ports import Reader, Reading
from vcassist.interview.session import Session
from vcassist.interview.words import Country

# So many answers are tried where the words could mean several.
MOST_TRIED = 3


def put_in_place(session: Session, said: str, reader: Reader, number: int, country: Country) -> Heard | None:
    """What a message comes to that puts other words in the place of an answer; None where it names no answer that is noted.

    A part of the chain is not an answer: whose name is to be another is told by ``naming``.
    """
    order, chain = exchange_in(said), session.chain
    if order is None or not chain.facts or part_named(order.old, chain) or naming_in(said, chain, session.asked):
        return None
    if (
        said_by_its_name(said, session, number)
        or said_by_its_label(said, session, reader, number, country)
        or said_in_own_words(said, session, reader, number)
    ):
        return None
    meant = tuple(_meant(session, order, country))
    for old in meant[:MOST_TRIED]:
        new = _read(order, old, reader, session)
        if new is not None and not old.says_the_same(new):
            new = replace(new, turn=number)
            return Heard((new,), ((old, new),), reading=Reading((), "correction"))
    return Heard(change=meant[0].ref, reading=Reading((), "correction")) if meant else None


def _meant(session: Session, order: Exchange, country: Country) -> Iterator[Fact]:
    """The answers that an order may want gone, the likeliest first."""
    named = answers_named(order.old, session.chain, country)
    yield from named
    for target in targets(session, order.old, country):
        if target.bearing >= MEANT and target.fact not in named and target.fact.field.name != "name":
            yield target.fact


def _read(order: Exchange, old: Fact, reader: Reader, session: Session) -> Fact | None:
    """The new words as an answer to what the old one answered; words are taken as they are where words are asked for."""
    read = read_as(order.new, order.start, old.ref, reader, session, fair=FAIR)
    if read is not None or old.field.type not in ("text", "entity"):
        return read
    try:
        value = checked_value(old.ref, order.new)
    except BadInput:
        return None
    return Fact(old.ref, "known", value, order.new, order.start, order.end)
