"""A word or number within a noted text is put right where it stands, and nothing else of the text."""

from __future__ import annotations

import pytest
from worlds import chain

from vcassist.interview.corrections.rewording import reworded

COOP = {"application.name": "Llif", "application.purpose": "predicts generation 36 hours ahead"}


@pytest.mark.parametrize(
    "said",
    [
        'And it should read "48 hours", not "36", in the purpose.',
        "Sorry, it is 48 hours, not 36 hours.",
        "Not 36 hours but 48 hours.",
        "36 should be 48.",
    ],
)
def test_the_word_is_put_for_the_one_that_was_wrong(said: str) -> None:
    pair = reworded(said, chain(COOP), 4)
    assert pair is not None
    assert (pair[1].value, pair[1].turn) == ("predicts generation 48 hours ahead", 4)
    assert pair[1].quote == said[pair[1].start : pair[1].end]


@pytest.mark.parametrize(
    "said", ["Kenya, not Uganda.", "We have 48 members, not 35.", "Not 36 hours.", "It is 36 hours, not 36 hours."]
)
def test_what_stands_in_no_text_is_put_for_nothing(said: str) -> None:
    assert reworded(said, chain(COOP), 4) is None


def test_of_two_texts_that_hold_the_word_none_is_changed() -> None:
    two = {**COOP, "data.description": "36 weeks of readings"}
    assert reworded("48, not 36", chain(two), 4) is None
