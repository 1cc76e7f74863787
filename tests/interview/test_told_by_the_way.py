"""A set of which one item was told beside something else is asked once whether that is all."""

from __future__ import annotations

from dataclasses import replace

from talks import ask, talk
from worlds import Talk

from vcassist.chain.facts import Fact
from vcassist.interview.deciding import SETTLED_IN
from vcassist.interview.session import Turn

PEOPLE = "application.affected_people"
TOLD = "the SMS goes to the farmers"


def told(*people: str) -> Talk:
    """A talk some messages old, in whose first one some people were told by the way."""
    t = talk()
    t.know(application__name="Kora", application__purpose="warns of elephants")
    fact = Fact(PEOPLE, "known", people, TOLD, 0, len(TOLD), 1)
    turns = (Turn(1, said=TOLD, facts=(fact,)), *(Turn(n, said="hm") for n in range(2, SETTLED_IN)))
    t.session = replace(t.session, turns=(*t.session.turns, *turns))
    return ask(t, "application.human_review")


def test_one_item_told_by_the_way_is_asked_to_the_end_and_joined() -> None:
    t = told("farmers")
    turn = t.say("always")
    assert turn.awaiting is not None and (turn.awaiting.ref, turn.awaiting.manner) == (PEOPLE, "more")
    assert "it touches farmers" in turn.reply and "more" in turn.reply.replace("What else", "more")
    t.say("children")
    assert set(t.session.chain.facts[PEOPLE].values) == {"farmers", "children"}


def test_that_is_all_leaves_it_and_it_is_not_asked_again() -> None:
    t = told("farmers")
    t.say("always")
    t.say("that's all")
    assert t.session.chain.facts[PEOPLE].values == ("farmers",)
    assert all(t.say("no idea").awaiting.ref != PEOPLE for _ in range(3))


def test_several_items_are_taken_for_all() -> None:
    turn = told("farmers", "children").say("always")
    assert turn.awaiting is not None and turn.awaiting.ref != PEOPLE
