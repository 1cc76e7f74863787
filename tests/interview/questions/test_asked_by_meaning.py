"""Questions without a mark, in the middle of a sentence or behind their topic, are heard where they come near to what people ask."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.asked_by_meaning import with_those_meant
from vcassist.interview.questions.asking import parts_of

KNOWN = (
    "who'll be told of this", "what happens with my words", "are they any better", "why'd you want that", "who reads it", "forbidden",
)  # fmt: skip


def about(question: str) -> OfTheTalk:
    """The talk knows what is asked in these words; all else is for the glossary."""
    return OfTheTalk("known", "So it is.", 0.3) if any(k in question for k in KNOWN) else OfTheTalk("", "", -0.4)


def heard(said: str, asked: str | None = None) -> tuple[str, str]:
    parts = with_those_meant(parts_of(said, asked), said, asked, about)
    assert len(parts.tells) == len(said)
    return parts.tells.strip(), parts.asks


@pytest.mark.parametrize(
    ("said", "tells", "asks"),
    [
        ("it is Dora's job and who'll be told of this once we are through", "it is Dora's job", "and who'll be told of this once we are through"),
        ("we bin them on Fridays what happens with my words by the way", "we bin them on Fridays", "what happens with my words by the way"),
        ("They are not told. The bakers next door, are they any better?", "They are not told.", "The bakers next door, are they any better?"),
        ("needs the net. why'd you want that", "needs the net.", "why'd you want that"),
        ("nobody is told and I do hope that is not forbidden", "nobody is told and", "I do hope that is not forbidden"),
    ],
)  # fmt: skip
def test_what_asks_by_its_meaning_is_taken_out(said: str, tells: str, asks: str) -> None:
    assert heard(said) == (tells, asks)


@pytest.mark.parametrize(
    "said",
    [
        "I know what happens with my words", "the girl who reads it checks it", "that depends on who reads it",
        "what they did say is what happens with my words stays here", "we write, who reads it is my sister",
        "the rule is who reads it signs it", "in spring the doctor reads it all", "is it",
    ],
)  # fmt: skip
def test_what_is_told_in_such_words_stays(said: str) -> None:
    assert heard(said) == (said, "")


def test_what_is_near_to_nothing_stays_however_it_is_put() -> None:
    said = "we drive out in the van and what becomes of the mud nobody minds"
    assert heard(said) == (said, "")


def test_several_questions_stay_in_their_order_and_apart() -> None:
    said = "We bin it. why'd you want that who'll be told of this and who reads it. How long does it take?"
    assert heard(said)[1] == "why'd you want that who'll be told of this? and who reads it. How long does it take?"


def test_a_message_that_only_asks_so_tells_nothing() -> None:
    assert heard("and who'll be told of this when the whole thing is over and done with and we are home")[0] == ""
