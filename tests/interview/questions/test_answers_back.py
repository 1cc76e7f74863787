"""Who asks with a heavy heart whether they did wrong gets a human word, and no paragraph on good and bad."""

from __future__ import annotations

import pytest

from vcassist.interview import phrases
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.answers_back import _kindly
from vcassist.interview.speech import Plan

JUDGED = "It is neither."


def about(sentence: str) -> OfTheTalk:
    return OfTheTalk("verdict", JUDGED, 1.0)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I'm scared. A boy left the course over it, is that our doing?", phrases.GOOD_THAT_YOU_ASK),
        ("We let it rank them. Is that fine?", JUDGED),
    ],
)
def test_the_paragraph_gives_way_to_a_human_word(said: str, expected: str) -> None:
    assert _kindly(Plan(1, answer=JUDGED), said, about).answer == expected
