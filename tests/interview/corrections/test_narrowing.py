"""Who gives a tool up for one purpose uses it still, for the other."""

from __future__ import annotations

import pytest
from worlds import chain

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.narrowing import narrowed, purpose_added, purpose_left

KORA = {"application.name": "Kora", "application.purpose": "letters to court"}


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("We've stopped using Kora for the court letters. I still use it for emails.", "emails"),
        ("we no longer use Kora for letters, only for posters", "posters"),
        ("I don't use Kora for letters any more, but for the minutes", "minutes"),
    ],
)
def test_what_it_is_still_used_for_is_its_purpose_then(said: str, left: str) -> None:
    assert narrowed(said)
    pair = purpose_left(said, chain(KORA), 3)
    assert pair is not None and (pair[0].value, pair[1].value, pair[1].turn) == ("letters to court", left, 3)
    assert pair[1].quote == said[pair[1].start : pair[1].end]


@pytest.mark.parametrize("said", ["We stopped using Kora.", "We stopped using it for good.", "we use Kora for letters"])
def test_a_tool_that_is_given_up_is_given_up(said: str) -> None:
    assert not narrowed(said) and purpose_left(said, chain(KORA), 3) is None


def test_of_which_of_two_it_was_said_must_be_plain() -> None:
    two = {**KORA, "application-2.name": "Nyota", "application-2.purpose": "rotas"}
    assert purpose_left("we no longer use it for letters, only for posters", chain(two), 3) is None


def told(said: str, purpose: str) -> tuple[Fact, ...]:
    at = said.index(purpose)
    return (Fact("application.purpose", "known", purpose, purpose, at, at + len(purpose), 3),)


@pytest.mark.parametrize(
    "said", ["It is not only that, we use it for posters too.", "We do our posters with it as well."]
)
def test_what_it_is_used_for_beside_stands_with_its_purpose(said: str) -> None:
    pair = purpose_added(said, told(said, "posters"), chain(KORA))
    assert pair is not None and (pair[1].value, pair[1].quote) == ("letters to court; posters", "posters")


def test_what_is_added_of_others_adds_no_purpose() -> None:
    said = "My counter staff too, it throws orders on them."
    assert purpose_added(said, told(said, "throws orders on them"), chain(KORA)) is None


def test_other_words_for_its_purpose_add_none() -> None:
    assert purpose_added("It does posters.", told("It does posters.", "posters"), chain(KORA)) is None
    again = "We write letters to court with it too."
    assert purpose_added(again, told(again, "letters to court"), chain(KORA)) is None
