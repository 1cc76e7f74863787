"""A question of the person's own chooses nothing."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.questions_back import without_questions_back

ASKED = "governance.staff_trained"


@pytest.mark.parametrize(
    ("message", "word", "stays"),
    [
        ("weights open means?? like anyone can use it?", "open", False),
        ("what do you call trained?", "trained", False),
        ("trained, isn't it?", "trained", True),
        ("yes, what else could it be?", "yes", True),
        ("They were trained. What next?", "trained", True),
    ],
)
def test_a_question_back_chooses_nothing(message: str, word: str, stays: bool) -> None:
    at = message.index(word)
    reading = Reading((Proposal(ASKED, "known", "yes", word, 0.9, at, at + len(word)),), "answer")
    assert bool(without_questions_back(reading, message, ASKED).proposals) is stays
