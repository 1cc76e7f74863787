"""A confirmed fact: a public record is called one only where one was put to the person."""

from __future__ import annotations

from dataclasses import replace

from vcassist.chain.facts import Fact
from vcassist.interview.session import Awaiting, Session, Suggestion, Turn
from vcassist.report.confirming import ground_of
from vcassist.report.facts_view import fact_rows

YES = Fact("application.affected_people", "known", ("patients",), "Yes", 0, 3, 2, source="confirmed")
RECORD = Suggestion("model.supplier", "Northmodel", "Northmodel: release notes (2025)", "2025", "North-4")


def session(
    asked: Awaiting, fact: Fact, *, between: tuple[Turn, ...] = (), offered: tuple[Suggestion, ...] = ()
) -> Session:
    turns = (
        Turn(0, reply="Hello."),
        Turn(1, said="The front desk writes to them.", awaiting=asked, suggestions=offered),
        *between,
        Turn(fact.turn, said="Yes", facts=(fact,)),
    )
    return Session("abc123", "2026-11-20T09:00:00+00:00", turns)


def source(made: Session) -> str:
    (row,) = fact_rows(made.chain, made).values()
    return row.source


def test_what_was_read_from_the_persons_own_words_is_no_public_record() -> None:
    asked = Awaiting(YES.ref, "confirm", "The front desk", ["patients"])
    made = session(asked, YES)
    ground = ground_of(YES, made)
    assert ground is not None and (ground.kind, ground.words) == ("own", "The front desk")
    assert source(made) == "read from “The front desk”, confirmed by the person"


def test_a_public_record_that_was_offered_is_one_also_when_something_was_set_by_hand_meanwhile() -> None:
    asked = Awaiting("model.weights", "confirm", new="closed", also=(("model.supplier", "Northmodel"),))
    fact = replace(YES, ref="model.supplier", value="Northmodel", turn=3)
    by_hand = Turn(2, note="set by hand", awaiting=asked)
    made = session(asked, fact, between=(by_hand,), offered=(RECORD,))
    ground = ground_of(fact, made)
    assert ground is not None and (ground.kind, ground.words) == ("record", "Northmodel: release notes (2025)")
    assert source(made) == "a public record, confirmed by the person"


def test_where_nobody_knows_what_was_put_nothing_is_claimed_of_it() -> None:
    unasked = session(Awaiting("model.weights"), YES)
    assert ground_of(YES, unasked) is None and ground_of(YES, None) is None
    assert source(unasked) == "confirmed by the person"
    assert ground_of(replace(YES, source="said"), session(Awaiting(YES.ref, "confirm", "x", ["patients"]), YES)) is None
