"""What only leads up to a question is no part of it."""

from __future__ import annotations

import pytest

from vcassist.interview.questions.asking import put_plainly


@pytest.mark.parametrize(
    ("asks", "plainly"),
    [
        ("Could you tell me, please, what is the most serious thing so far?", "what is the most serious thing so far?"),
        ("You did not answer me: which risk is the gravest?", "which risk is the gravest?"),
        ("Why? you didnt say who reads it", "Why? who reads it"),
        ("I asked who can see it", "who can see it"),
        ("Who can see this, is what I'm asking, can I show it?", "Who can see this, can I show it?"),
    ],
)
def test_the_question_alone_is_left(asks: str, plainly: str) -> None:
    assert put_plainly(asks) == plainly


@pytest.mark.parametrize(
    "asks", ["Could you tell me more?", "Tell me the risks", "What did you not answer?", "Who told you?", "I wonder"]
)
def test_what_is_all_of_the_question_stays(asks: str) -> None:
    assert put_plainly(asks) == asks
