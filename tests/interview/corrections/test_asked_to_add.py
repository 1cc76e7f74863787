"""What somebody asks to put on a list is put there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.asked_to_add import with_what_is_to_be_added
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Proposal, Reading

PEOPLE, SENSITIVE = "application.affected_people", "data.sensitive_data"
NOTHING = Heard(reading=Reading((), "correction"))


class Reader:
    """Knows some words by themselves, in answer to the question of a list."""

    def __init__(self, **known: tuple[str, ...]) -> None:
        self.known = known

    def read(self, message: str, asked: str | None, chain: object) -> Reading:
        words = message.strip()
        found = next((values for word, values in self.known.items() if word in words and len(words.split()) < 8), None)
        return Reading((Proposal.of_all(message, str(asked), "known", found, 0.9),) if found else (), "answer")


READER = Reader(whistleblowers=("other",), technicians=("staff",), learners=("students",), court=("other",))


def comes_to(said: str, heard: Heard = NOTHING, ref: str = PEOPLE, noted: tuple[str, ...] = ("citizens",)) -> set[str]:
    """What the list is after a message, which was told last."""
    t = talk({"told": {ref: (list(noted), "told")}})
    ask(t, ref).say("told")
    assert t.session.chain.facts[ref].values == noted
    ask(t, "governance.policy")
    found = with_what_is_to_be_added(heard, said, t.session, 7, replace(t.tools, reader=READER))
    fact = next((f for f in found.facts if f.ref == ref), None)
    return set(fact.values if fact is not None else noted)


@pytest.mark.parametrize(
    "said",
    [
        "And add whistleblowers to the people it affects, you still haven't.",
        "Please put whistleblowers down too.",
        "You left out the whistleblowers!",
        "Third time: whistleblowers.",
        "I said: whistleblowers too. And yes, we have rules.",
        "Also whistleblowers please write.",
        "Whistleblowers too, that's on the list. whistleblowers too.",
    ],
)
def test_in_whatever_words_it_is_asked_for(said: str) -> None:
    assert comes_to(said) == {"citizens", "other"}


def test_the_list_that_is_named_is_meant_and_no_other() -> None:
    assert comes_to("add the technicians to those affected", ref=SENSITIVE, noted=("health",)) == {"health"}
    assert comes_to("add the technicians to those affected") == {"citizens", "staff"}


def test_who_adds_takes_nothing_away_that_they_do_not_call_wrong() -> None:
    new = Fact(PEOPLE, "known", ("students",), "adult learners", 4, 18)
    old = Fact(PEOPLE, "known", ("children", "refugees"), "told", 0, 4)
    heard = Heard(facts=(new,), replaced=((old, new),), reading=Reading((), "correction"))
    noted = ("children", "refugees")
    assert comes_to("Add adult learners, I said.", heard, noted=noted) == {"children", "refugees", "students"}
    said = "Add adult learners. And they are not refugees."
    assert comes_to(said, heard, noted=noted) == {"children", "students"}


@pytest.mark.parametrize(
    "said",
    [
        "we put a notice in the staff room",
        "they add it to the file",
        "me too",
        "we include a leaflet",
        "I said it twice",
    ],
)
def test_what_is_put_elsewhere_is_on_no_list(said: str) -> None:
    assert comes_to(said) == {"citizens"}


def begun(said: str, asked: str = "governance.policy") -> tuple[str, ...]:
    """Whom it touches after a message, where nothing of that was told before."""
    t = talk({"told": {"application.name": ("Catchsort", "told")}})
    ask(t, "application.name").say("told")
    ask(t, asked)
    found = with_what_is_to_be_added(NOTHING, said, t.session, 7, replace(t.tools, reader=READER))
    return next((f.values for f in found.facts if f.ref == PEOPLE), ())


def test_an_order_begins_a_list_of_which_nothing_is_noted_yet() -> None:
    assert begun("Put our technicians among those affected.") == ("staff",)
    assert begun("You left out the technicians!") == ("staff",)
    assert begun("Add whistleblowers to the people it touches.") == ("other",)


def test_what_was_left_out_and_is_nobody_known_begins_none() -> None:
    assert begun("You left out the whistleblowers!") == ()
    assert begun("You left out the technicians!", asked=SENSITIVE) == ()


def test_what_the_list_was_noted_from_is_there() -> None:
    t = talk(
        {"told": {PEOPLE: (["staff"], "the deck hands")}, "the deck hands": {PEOPLE: (["staff"], "the deck hands")}}
    )
    ask(t, PEOPLE).say("the deck hands")
    ask(t, "governance.policy")
    reader = Reader(**{"deck hands": ("other",)})
    found = with_what_is_to_be_added(
        NOTHING, "You left out our deck hands!", t.session, 7, replace(t.tools, reader=reader)
    )
    assert found.facts == ()


@pytest.mark.parametrize(
    "said",
    [
        "The whistleblowers are ours, please add this.",
        "And you left out the whistleblowers, they are not citizens and not staff.",
    ],
)
def test_what_stands_before_the_order_or_is_described_behind_it_joins(said: str) -> None:
    assert comes_to(said) == {"citizens", "other"}


def test_a_list_that_was_taken_for_one_to_go_stays() -> None:
    gone = Heard(removed=(PEOPLE,), reading=Reading((), "correction", note="Taken away."))
    t = talk({"told": {PEOPLE: (["citizens"], "told")}})
    ask(t, PEOPLE).say("told")
    ask(t, "governance.policy")
    said = "And you left out the whistleblowers, they are not citizens."
    found = with_what_is_to_be_added(gone, said, t.session, 7, replace(t.tools, reader=READER))
    assert found.removed == () and found.reading.note == ""


def told_missing(said: str, noted: tuple[str, ...] = (), asked: str = "model.documentation") -> tuple[str, ...]:
    """What is sensitive in the data after a message, by readers and an encoder that know the caste and the disability."""
    t = talk({"told": {PEOPLE: (["students"], "told")}, "data": {SENSITIVE: (list(noted), "data")}})
    ask(t, PEOPLE).say("told")
    if noted:
        ask(t, SENSITIVE).say("data")
    ask(t, asked)
    chances = {"caste": {SENSITIVE: ("ethnicity", 0.9), PEOPLE: ("citizens", 0.4)}, "disability": {SENSITIVE: ("health", 0.9), PEOPLE: ("patients", 0.9)}}  # fmt: skip

    def answers(words: str, key: str) -> list[tuple[str, float]]:
        known = next((of[key] for word, of in chances.items() if word in words and key in of), None)
        return [known, ("", 1 - known[1])] if known else [("", 1.0)]

    reader = Reader(caste=("ethnicity",), disability=("health",))
    found = with_what_is_to_be_added(NOTHING, said, t.session, 7, replace(t.tools, reader=reader, answers=answers))
    assert all(f.ref == SENSITIVE for f in found.facts)
    return next((f.values for f in found.facts if f.ref == SENSITIVE), noted)


@pytest.mark.parametrize(
    "said",
    [
        "The caste is still missing, please.",
        "That is all. But in your summary I don't see the caste, and I don't see where it runs.",
        "In the list I don't find the caste.",
        "You did not write the caste, I told two times.",
    ],
)
def test_what_somebody_misses_is_put_on_the_list_that_it_is_of(said: str) -> None:
    assert told_missing(said) == ("ethnicity",)


def test_what_may_be_of_two_lists_is_of_the_one_whose_part_is_talked_of() -> None:
    assert told_missing("Good, and the disability also please.", ("ethnicity",), asked="data.consent") == ("health", "ethnicity")  # fmt: skip


def test_one_more_for_the_list_is_put_there_and_they_are_who_joins() -> None:
    said = (
        "One more for your list of whose lives it touches: whistleblowers. They're not citizens, so put them wherever."
    )
    assert comes_to(said) == {"citizens", "other"}
    assert comes_to("can u put whistleblowers down too for whose lives it touches") == {"citizens", "other"}
