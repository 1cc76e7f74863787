"""How far something holds is an answer to a question that takes yes, partly or no, though neither word is said."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.told.by_degree import with_how_far

TRAINED = "governance.staff_trained"
TWO = fold([Fact("application.name", "known", "Otter"), Fact("application-2.name", "known", "Kora")])


def told(message: str, asked: str = TRAINED, chain: Chain | None = None, *read: Proposal) -> tuple[object, str] | None:
    found = with_how_far(Reading(read, "answer"), message, asked, chain or Chain())
    answer = next((p for p in found.proposals if p.ref == asked), None)
    if answer is None:
        return None
    assert answer.quote == message[answer.start : answer.end]
    return answer.value, answer.quote


@pytest.mark.parametrize(
    ("message", "value"),
    [
        ("Nine of the fourteen wards.", "partly"),
        ("12 out of 12", "yes"),
        ("none of our nine", "no"),
        ("about half of them", "partly"),
        ("Only those on nights.", "partly"),
        ("The day shift only.", "partly"),
        ("Not until the new matron is here.", "no"),
        ("We mean to, after the harvest.", "no"),
        ("it's on our list", "no"),
        ("Nothing beyond the leaflet.", "partly"),
        ("I'd be lying if I said so.", "no"),
        ("We were assured that it is, by the dealer.", "yes"),
        ("I am told they are not.", "no"),
    ],
)
def test_it_is_told_in_so_many_words(message: str, value: str) -> None:
    found = told(message)
    assert found is not None and found[0] == value


@pytest.mark.parametrize(
    "message",
    [
        "Only asking.",
        "Only some of them know it is a machine.",
        "It is only because the matron wants it so and the board and the union and everybody agreed at last",
        "We mean to speak with the board, and they were trained in May.",
        "Half past nine.",
        "Nine of the fourteen wards?",
        "Fourteen of nine.",
    ],
)
def test_what_tells_something_else_is_left(message: str) -> None:
    assert told(message) is None


def test_what_was_read_as_the_answer_stands_and_what_was_taken_from_the_same_words_goes() -> None:
    said = "34 of 38 wards."
    answer = Proposal(TRAINED, "known", "yes", "34", 0.9, 0, 2)
    assert told(said, TRAINED, None, answer) == ("yes", "34")
    size = Proposal("organisation.size", "known", "11_to_50", "34 of 38 wards", 0.9, 0, 14)
    found = with_how_far(Reading((size,), "answer"), said, TRAINED, Chain())
    assert [(p.ref, p.value) for p in found.proposals] == [(TRAINED, "partly")]


def test_what_does_not_hold_for_one_of_two_tools_holds_in_part() -> None:
    assert told("Not for Kora.", TRAINED, TWO) == ("partly", "Not for Kora")
    assert told("Not for Kora.", TRAINED, fold([Fact("application.name", "known", "Kora")])) == ("no", "Not for Kora")
    assert told("Not for Elmo.", TRAINED, TWO) is None
    # Of a tool it is asked for each.
    assert told("Not for Kora.", "application.appeal", TWO) is None


def test_only_yes_or_no_is_told_so() -> None:
    assert told("Only the night shift.", "application.affected_people") is None
