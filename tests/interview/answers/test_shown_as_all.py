"""One item of a set is shown from the person's own words and asked at once whether that is all: no second question follows."""

from __future__ import annotations

import pytest
from talks import Talk, ask, talk, waits

from vcassist.interview.speech import Plan, Teller

PEOPLE = "application.affected_people"


def shown() -> Talk:
    t = talk()
    t.know(**{"application.name": "Northchat"})
    return ask(t, PEOPLE, "confirm", old="before it goes in the patient's file", new=["patients"])


def people(t: Talk) -> tuple[str, ...] | None:
    fact = t.session.chain.get(PEOPLE)
    return fact.values if fact else None


@pytest.mark.parametrize("said", ["yes", "that's all", "No, that's all.", "only them", "Yes, that is so", "of course"])
def test_a_yes_takes_it_and_asks_for_no_more(said: str) -> None:
    t = shown()
    t.say(said)
    assert people(t) == ("patients",)
    assert waits(t) != (PEOPLE, "more")


@pytest.mark.parametrize("said", ["No, also the children", "yes, and the children", "not only, the children too"])
def test_who_else_there_is_joins_those_that_were_shown(said: str) -> None:
    t = shown()
    t.say(said)
    assert people(t) == ("patients", "children")


@pytest.mark.parametrize("said", ["no", "of course not", "No, and that is wrong."])
def test_a_no_leaves_the_question_open(said: str) -> None:
    t = shown()
    t.say(said)
    assert people(t) is None


def test_that_it_is_not_all_is_asked_after() -> None:
    t = shown()
    t.say("not only")
    assert people(t) == ("patients",)
    assert waits(t) == (PEOPLE, "more")


def test_it_is_asked_in_the_same_breath() -> None:
    t = shown()
    plan = Plan(3, ask=t.session.awaiting, recalls=True)
    assert Teller(t.session.chain).question(plan).endswith("it touches patients. Is that right? And is that all?")


def test_it_is_asked_only_of_a_set_with_one_item() -> None:
    t = shown()
    assert t.session.awaiting is not None and t.session.awaiting.asks_if_all
    ask(t, PEOPLE, "confirm", old="the patient and her mother", new=["patients", "other"])
    assert t.session.awaiting is not None and not t.session.awaiting.asks_if_all
    ask(t, "organisation.sector", "confirm", old="in our clinic", new="health")
    assert t.session.awaiting is not None and not t.session.awaiting.asks_if_all
