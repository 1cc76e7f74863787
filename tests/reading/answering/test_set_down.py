"""A yes, a partly or a no that a message sets down for its answer is the answer."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.set_down import with_what_is_set_down

ASKED = "governance.people_consulted"


def told(message: str, *read: Proposal, asked: str = ASKED) -> dict[str, object]:
    found = with_what_is_set_down(Reading(read, "answer"), message, asked)
    assert all(p.quote == message[p.start : p.end] for p in found.proposals)
    return {p.ref: p.value for p in found.proposals}


@pytest.mark.parametrize(
    ("message", "value"),
    [
        ("Let us say no, not easily, we have a contract of three years", "no"),
        ("well, I'd say yes, more or less", "yes"),
        ("you can put down partly. The rest I have to ask.", "partly"),
        ("Call it a no.", "no"),
        ("not really asked them, no. Some of the women told us they don't like it", "no"),
        ("Not yet in so many words, no.", "no"),
    ],
)
def test_what_is_set_down_is_the_answer(message: str, value: str) -> None:
    assert told(message) == {ASKED: value}


def test_it_stands_against_what_the_whole_sounds_like() -> None:
    message = "not really asked them, no. Some of the women told us"
    yes = Proposal(ASKED, "known", "yes", "told us", 0.9, message.index("told us"), len(message))
    assert told(message, yes) == {ASKED: "no"}


def test_the_same_word_answers_nothing_else() -> None:
    message = "Let us say no, we have a contract of three years"
    other = Proposal("governance.exit_clause", "known", "no", "say no", 0.7, 7, 13)
    assert told(message, other) == {ASKED: "no"}


@pytest.mark.parametrize(
    "message",
    [
        "Let us say no more of it.",
        "I would say no one was asked",
        "They let us say what we want, yes",
        "not them, the others",
        "Let us say no?",
    ],
)
def test_what_only_sounds_like_it_sets_nothing_down(message: str) -> None:
    assert told(message) == {}


def test_of_other_choices_nothing_is_set_down() -> None:
    assert told("Let us say no", asked="application.human_review") == {}
