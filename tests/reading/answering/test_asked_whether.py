"""What stands in a question that somebody only reports is no answer; what they say beside it tells whether it is known."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.asked_whether import not_what_was_asked

LOCKED, TRAINS = "storage.encrypted", "model.trains_on_inputs"


def comes_to(message: str, asked: str, value: str = "yes") -> tuple[str, object]:
    read = Reading((Proposal.of_all(message, asked, "known", value, 0.7),), "answer")
    (told,) = not_what_was_asked(read, message, asked).proposals
    return told.status, told.value


@pytest.mark.parametrize(
    ("asked", "message", "status"),
    [
        (LOCKED, "If it is locked or not on their side, truly I would not know to say.", "unknown"),
        (LOCKED, "Whether the disk is encrypted or isn't, I'd be lying if I said.", "unknown"),
        (LOCKED, "We wondered if the disk is locked, hard to say from here.", "unknown"),
        (TRAINS, "I asked twice whether our lessons are used for training. They are not willing to say.", "withheld"),
        (LOCKED, "Asked whether they do and got 'our policy precludes disclosure'.", "withheld"),
        (TRAINS, "we asked if they learn from our chats and they went quiet", "withheld"),
    ],
)
def test_a_reported_question_leaves_it_open(asked: str, message: str, status: str) -> None:
    assert comes_to(message, asked) == (status, None)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (LOCKED, "If it is stolen or not, it is encrypted."),
        (LOCKED, "We asked if it is encrypted and they said yes, with a key of ours."),
        (TRAINS, "We asked whether they learn from it. They said they do, since March."),
        # Nobody but the organisation could keep that back.
        ("governance.people_consulted", "We asked the mothers if they wanted it, not a word back."),
        (LOCKED, "Did you ask whether it is locked or not?"),
    ],
)
def test_what_answers_it_stands(asked: str, message: str) -> None:
    assert comes_to(message, asked) == ("known", "yes")
