"""Answers that list several things: each is heard by itself, and what it is said not to be is left alone."""

from __future__ import annotations

import pytest
from worlds import small_register

from vcassist.chain.fields import FIELDS
from vcassist.reading.answering.lists import listed
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.seen import look
from vcassist.reading.trained import Guess

SPEC = FIELDS["application.affected_people"]
SURE = {"the farmers": "farmers", "our own agents": "staff", "pupils": "students"}


def guess(text: str) -> Guess | None:
    value = SURE.get(text)
    return Guess(SPEC.key, 0.95, "known", 0.97, ((value, 0.9),), 0, len(text)) if value else None


def told(text: str, key: str = SPEC.key) -> object:
    spec = FIELDS[key]
    found = listed(look(text, NameFinder(small_register()), spec), spec, None, guess)
    return found and found.value


@pytest.mark.parametrize("between", [" and ", ", ", " plus ", " & ", "; "])
def test_two_things_are_both_heard(between: str) -> None:
    assert told(f"the farmers{between}our own agents") == ("farmers", "staff")


@pytest.mark.parametrize(
    "text",
    ["the farmers", "the farmers, not our own agents", "the farmers and somebody or other", "the farmers and"],
)
def test_one_thing_or_a_denied_one_is_no_list(text: str) -> None:
    assert told(text) is None


def test_a_choice_of_one_is_no_list() -> None:
    assert told("the farmers and our own agents", "application.decision_role") is None


def test_what_no_thing_says_by_itself_is_an_echo() -> None:
    text = "the farmers and somebody or other"
    chances = (("farmers", 0.8), ("customers", 0.6))
    whole = Guess(SPEC.key, 0.95, "known", 0.97, chances, 0, len(text))
    found = listed(look(text, NameFinder(small_register()), SPEC), SPEC, whole, guess)
    assert found is not None
    assert found.value == ("farmers",)


def test_without_a_thing_that_is_sure_by_itself_the_whole_is_left_to_others() -> None:
    text = "this one and somebody or other"
    whole = Guess(SPEC.key, 0.95, "known", 0.97, (("customers", 0.6),), 0, len(text))
    assert listed(look(text, NameFinder(small_register()), SPEC), SPEC, whole, guess) is None


def test_each_thing_in_a_list_has_its_own_value_and_people_without_a_word_of_ours_are_others() -> None:
    def by_word(text: str) -> Guess:
        chances = (
            (("farmers", 0.9),)
            if "farmers" in text
            else (("citizens", 0.6),)
            if "listeners" in text
            else (("students", 0.1),)
        )
        return Guess(SPEC.key, 0.95, "known", 0.97, chances, 0, len(text))

    def heard(text: str) -> object:
        found = listed(look(text, NameFinder(small_register()), SPEC), SPEC, by_word(text), by_word)
        return found and found.value

    assert heard("listeners, and the farmers") == ("farmers", "other")
    assert heard("Adult women, and sometimes the farmers") == ("farmers", "other")
    assert heard("women") == heard("Passengers of the ferries") == ("other",)
    # The same people by another word are no others.
    assert heard("the growers, farmers basically") is heard("women, so farmers you would say") is None
    # Both sexes of the same people are one thing.
    assert heard("men and women of the farmers' union") is None
    # What is no people is nothing of ours, and what is said of them no list.
    assert heard("the letters") is heard("it depends") is heard("women ask it things") is None


def test_only_people_are_others() -> None:
    spec = FIELDS["data.sensitive_data"]

    def unsure(text: str) -> Guess:
        return Guess(spec.key, 0.95, "known", 0.97, (("ethnicity", 0.2),), 0, len(text))

    assert listed(look("clans", NameFinder(small_register()), spec), spec, None, unsure) is None


def taken_for(value: str, text: str) -> object:
    """What is heard in a whole answer that the trained reader takes for ``value``."""

    def guess(said: str) -> Guess:
        return Guess(SPEC.key, 0.95, "known", 0.97, ((value, 0.9),), 0, len(said))

    found = listed(look(text, NameFinder(small_register()), SPEC), SPEC, guess(text), guess)
    return found and found.value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("refugees", "homeless people"),
        ("refugees", "families on the waiting list"),
        ("farmers", "fishers"),
        ("farmers", "the fishermen"),
        ("children", "rough sleepers"),
    ],
)
def test_people_of_whom_no_word_speaks_are_others(value: str, text: str) -> None:
    assert taken_for(value, text) == ("other",)


@pytest.mark.parametrize(
    ("value", "text"), [("refugees", "families who fled"), ("farmers", "rice growers"), ("children", "orphans")]
)
def test_people_who_are_called_so_stay(value: str, text: str) -> None:
    assert taken_for(value, text) in (None, (value,))
