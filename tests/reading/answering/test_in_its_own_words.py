"""A rule and how it is kept; a thing and what stands in it."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal
from vcassist.reading.answering.in_its_own_words import done_otherwise, itself


@pytest.mark.parametrize(
    ("text", "otherwise"),
    [
        ("Rule: the tapes go after a term. Reality: the caretaker is ill.", True),
        ("The by-laws say one season, but in practice the box just fills up.", True),
        ("Rule: a term. Practice: the machine does it every Sunday.", False),
        ("In practice we wipe the tapes each term.", False),
        ("We wipe the tapes each term.", False),
    ],
)
def test_a_rule_is_held_up_to_what_is_done(text: str, otherwise: bool) -> None:
    assert done_otherwise(text) is otherwise


def described(text: str, words: str) -> str:
    start = text.index(words)
    end = start + len(words)
    return str(itself(Proposal("data.description", "known", words, words, 0.9, start, end), text).value)


@pytest.mark.parametrize(
    ("text", "words", "thing"),
    [
        ("The milk sheet: how many litres, how many cows.", "milk sheet: how many litres, how many cows", "milk sheet"),
        ("I give it the milk sheet: so many litres, so many cows.", "so many litres, so many cows", "milk sheet"),
        ("The rota goes in, so who sings when.", "rota goes in, so who sings when", "rota"),
        ("Two things: letters and photos.", "letters and photos", "letters and photos"),
        ("Letters, photos and the rota.", "Letters, photos and the rota", "Letters, photos and the rota"),
    ],
)
def test_what_goes_in_is_the_thing_and_not_what_stands_in_it(text: str, words: str, thing: str) -> None:
    assert described(text, words) == thing


def test_only_what_goes_in_is_cut() -> None:
    other = Proposal("application.purpose", "known", "a list: who sings when", "a list: who sings when", 0.9, 0, 22)
    assert itself(other, "a list: who sings when") is other
