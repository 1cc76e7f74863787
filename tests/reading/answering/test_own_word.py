"""A yes or a no that is a sentence of its own stands, whatever is not known behind it."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.own_word import with_its_own_word

ASKED = "governance.staff_trained"


def told(message: str, unknown: str, asked: str = ASKED) -> tuple[str, object]:
    at = message.index(unknown)
    (found,) = with_its_own_word(
        Reading((Proposal(asked, "unknown", None, unknown, 0.9, at, at + len(unknown)),), "answer"), message, asked
    ).proposals
    return found.status, found.value


@pytest.mark.parametrize(
    ("message", "unknown", "value"),
    [
        ("no. nobody knows i told u", "nobody knows", "no"),
        ("Well, yes. I don't know the details.", "I don't know", "yes"),
        ("Nope! Ask my boss, I don't know such things.", "I don't know", "no"),
    ],
)
def test_the_word_stands(message: str, unknown: str, value: str) -> None:
    assert told(message, unknown) == ("known", value)


@pytest.mark.parametrize(
    ("message", "unknown"),
    [
        ("No, nobody knows.", "nobody knows"),
        ("no idea. nobody knows", "nobody knows"),
        ("Yes. Wait, I don't know.", "I don't know"),
        ("Nobody knows.", "Nobody knows"),
    ],
)
def test_what_is_no_sentence_or_is_taken_back_does_not(message: str, unknown: str) -> None:
    assert told(message, unknown) == ("unknown", None)


def test_only_a_yes_or_no_is_answered_with_one() -> None:
    assert told("No. I don't know.", "I don't know", "storage.country") == ("unknown", None)


def test_who_does_not_think_so_leans_to_a_no() -> None:
    assert told("I don't think so, unless you count me fretting", "I don't think so") == ("known", "no")
    assert told("I don't know, I suppose so", "I don't know") == ("unknown", None)


def test_an_answer_is_shown_by_the_sentence_that_begins_with_it() -> None:
    message = "Yes, with old essays. In May it gave 4 to a good boy."
    tale = "In May it gave 4 to a good boy"
    start = message.index(tale)
    read = Reading((Proposal("model.tested_locally", "known", "yes", tale, 0.9, start, start + len(tale)),), "answer")
    (told,) = with_its_own_word(read, message, "model.tested_locally").proposals
    assert told.quote == "Yes, with old essays." and message[told.start : told.end] == told.quote


@pytest.mark.parametrize(
    ("message", "read", "value"),
    [
        ("No. Our own dialect is about eighty per cent of the hours.", "yes", "no"),
        ("Yes. Nobody had to ask twice.", "no", "yes"),
        ("No. I meant yes.", "yes", "yes"),
        ("No. Though the older ones were shown it.", "yes", "yes"),
        ("No. Some of them were.", "partly", "partly"),
    ],
)
def test_what_stands_behind_it_is_not_the_other_of_the_two_unless_it_turns(message: str, read: str, value: str) -> None:
    at = message.index(". ") + 2
    reading = Reading((Proposal(ASKED, "known", read, message[at:], 0.8, at, len(message)),), "answer")
    (found,) = with_its_own_word(reading, message, ASKED).proposals
    assert found.value == value


@pytest.mark.parametrize(
    ("message", "value"),
    [("hmm, yes I think so", "yes"), ("well, no, I guess", "no"), ("Yes, we would say so.", "yes")],
)
def test_a_hedged_word_by_itself_answers(message: str, value: str) -> None:
    (found,) = with_its_own_word(Reading((), "other"), message, ASKED).proposals
    assert found.value == value


@pytest.mark.parametrize("message", ["yes I think it was May", "no idea", "yes and no", "yes, who told you?"])
def test_more_than_that_is_left_to_be_read(message: str) -> None:
    assert with_its_own_word(Reading((), "other"), message, ASKED).proposals == ()


def test_half_of_it_with_what_people_say_around_it_answers() -> None:
    read = with_its_own_word(Reading((), "answer"), "Well, partly I would say, it's a bit of both.", ASKED)
    assert [p.value for p in read.proposals] == ["partly"]
