"""What is noted of the speakers is set right by what they say of themselves."""

from __future__ import annotations

import pytest

from vcassist.interview.corrections.said_of_us import COUNTRY, SIZE, of_deciding, of_no_one_else


@pytest.mark.parametrize(
    ("ref", "sentence", "word", "ours"),
    [
        (COUNTRY, "We work in Chad.", "Chad", True),
        (COUNTRY, "the country is Chad", "Chad", True),
        (COUNTRY, "mostly people from Chad", "Chad", False),
        (COUNTRY, "it lies in Chad", "Chad", False),
        (SIZE, "there are 140 of us on the payroll", "140", True),
        (SIZE, "the prefecture is 600", "600", False),
        (SIZE, "We'd muddle on, but one teacher cannot sit with fourteen folks", "fourteen", False),
        (SIZE, "We were wrong on that, fourteen", "fourteen", True),
        (SIZE, "nine in a hundred replied to us, now thirteen", "thirteen", False),
        ("data.country", "it lies in Chad", "Chad", True),
        ("application.human_review", "The machine never gets to see them", "never", False),
        ("application.human_review", "Nobody sees them before they go out", "Nobody", True),
    ],
)
def test_of_no_one_else(ref: str, sentence: str, word: str, ours: bool) -> None:
    at = sentence.index(word)
    assert of_no_one_else(ref, sentence, at, at + len(word)) is ours


def test_a_part_in_deciding_is_told_in_words_of_deciding() -> None:
    assert not of_deciding("application.decision_role", "i looked. it writes how to finish")
    assert of_deciding("application.decision_role", "it only makes a suggestion")
    assert of_deciding("application.generates", "it writes how to finish")
