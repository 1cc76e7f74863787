"""A few words are read by what was trained on such answers; what a form of words leaves no doubt of stands."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.in_few_words import in_few_words, nearest_in_few_words

ENCRYPTED, TOUCHED = "storage.encrypted", "application.affected_people"


def told(**chances: float):
    """A guess that tells these chances of any message, and the rest of none."""
    rest = 1 - sum(chances.values())
    return lambda message, key: [*chances.items(), ("", rest)]


def read(value: str | tuple[str, ...], ref: str = ENCRYPTED, sure: float = 0.8) -> Reading:
    return Reading((Proposal(ref, "known", value, "words", sure, 0, 5),), "answer")


NOTHING = Reading((), "question")


def values(reading: Reading) -> list[object]:
    return [p.value for p in reading.proposals]


def test_a_choice_that_was_not_read_is_told_and_the_message_answers() -> None:
    found = in_few_words(NOTHING, " bitlocker on all ", ENCRYPTED, Chain(), told(yes=0.8))
    (one,) = found.proposals
    assert (one.value, one.quote, found.intent) == ("yes", "bitlocker on all", "answer")


@pytest.mark.parametrize(("chance", "value"), [(0.9, "no"), (0.5, "yes")])
def test_another_choice_takes_the_place_of_what_was_read_where_it_is_sure(chance: float, value: str) -> None:
    assert values(in_few_words(read("yes"), "game over", ENCRYPTED, Chain(), told(no=chance))) == [value]


def test_what_states_nothing_is_no_answer() -> None:
    assert values(in_few_words(read("yes"), "the kettle is on", ENCRYPTED, Chain(), told(yes=0.05))) == []


@pytest.mark.parametrize(
    ("message", "asked", "reading"),
    [
        ("one two three four five six seven", ENCRYPTED, NOTHING),
        ("is it on the disk?", ENCRYPTED, NOTHING),
        ("all of it", ENCRYPTED, read("partly", sure=0.99)),
        ("no idea", ENCRYPTED, Reading((Proposal(ENCRYPTED, "unknown", None, "no idea", 0.9, 0, 7),), "answer")),
        ("two hundred", "organisation.size", NOTHING),
        ("Otto", "model.name", NOTHING),
        ("stop", ENCRYPTED, Reading((), "stop")),
    ],
)
def test_what_is_long_sure_counted_or_no_choice_stays_as_it_is(message: str, asked: str, reading: Reading) -> None:
    assert in_few_words(reading, message, asked, Chain(), told(yes=0.9)) == reading


def test_several_choices_share_the_chance() -> None:
    found = in_few_words(NOTHING, "kids and their mums", TOUCHED, Chain(), told(citizens=0.4, children=0.5))
    assert values(found) == [("children", "citizens")]


def test_what_stands_alone_is_not_joined() -> None:
    chances = told(none=0.5, text=0.4)
    assert values(in_few_words(NOTHING, "just a score", "application.generates", Chain(), chances)) == []
    surely = told(none=0.7, text=0.25)
    assert values(in_few_words(NOTHING, "just a score", "application.generates", Chain(), surely)) == [("none",)]


def test_the_nearest_choice_of_a_few_words_is_what_they_come_nearest_to() -> None:
    near = nearest_in_few_words(told(yes=0.3, no=0.5), lambda text, key: (1.0, "partly", 1.0))
    assert near("who would we tell", ENCRYPTED) == (pytest.approx(0.8), "no", pytest.approx(0.625))
    assert near("one two three four five six seven", ENCRYPTED) == (pytest.approx(0.8), "no", pytest.approx(0.625))
    assert near("word " * 50, ENCRYPTED) == (1.0, "partly", 1.0)
    nothing_near = nearest_in_few_words(told(yes=0.3, no=0.5), lambda text, key: None)
    assert nothing_near("one two three four five six seven", ENCRYPTED) is None


def test_who_begins_with_yes_has_not_said_no() -> None:
    assert values(in_few_words(read("yes"), "yes of course", ENCRYPTED, Chain(), told(no=0.95))) == ["yes"]
    assert values(in_few_words(read("yes"), "yes, the laptops", ENCRYPTED, Chain(), told(partly=0.9))) == ["partly"]


@pytest.mark.parametrize("said", ["yes they do", "of course", "yeah"])
def test_a_bare_yes_chooses_none_of_some_choices(said: str) -> None:
    review = "application.human_review"
    assert values(in_few_words(NOTHING, said, review, Chain(), told(sometimes=0.9))) == []
    assert values(in_few_words(read("always", review), said, review, Chain(), told(sometimes=0.9))) == []
    assert nearest_in_few_words(told(sometimes=0.9), lambda text, key: (0.9, "always", 0.9))(said, review) is None


def test_who_begins_with_partly_means_it_whatever_the_encoder_makes_of_the_reason() -> None:
    said = "Partly, because of the stick."
    assert values(in_few_words(read("partly"), said, ENCRYPTED, Chain(), told(partly=0.0, yes=0.05))) == ["partly"]
