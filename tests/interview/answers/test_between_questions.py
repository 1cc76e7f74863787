"""A few words between two questions back answer nothing, unless they hold a yes or no of their own."""

from __future__ import annotations

import pytest

from vcassist.interview.answers.between_questions import without_a_scrap
from vcassist.interview.ports import Proposal, Reading

ASKED = "monitoring.bias_tested"
AROUND = " " * 30


def kept(tells: str, before: str = AROUND) -> bool:
    reading = Reading((Proposal(ASKED, "known", "yes", tells, 0.7),), "answer")
    return bool(without_a_scrap(reading, before + tells + AROUND, ASKED).proposals)


def test_a_scrap_answers_nothing() -> None:
    assert not kept("All are women.")


@pytest.mark.parametrize(
    "tells", ["No, never.", "yes", "both, by hand", "We put the two groups side by side each year."]
)
def test_a_word_of_ones_own_and_a_whole_sentence_do(tells: str) -> None:
    assert kept(tells)


def test_beside_one_question_it_is_left() -> None:
    assert kept("All are women.", "")
