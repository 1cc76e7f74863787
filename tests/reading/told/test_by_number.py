"""Whether a number takes the last step."""

from __future__ import annotations

import pytest

from vcassist.reading.told.by_number import by_number


@pytest.mark.parametrize(
    "said",
    [
        "The number decides who gets a visit",
        "its score determines whether you get the loan",
        "whoever is above 70 gets the grant, the rest not",
        "families under 40 points are refused",
    ],
)
def test_a_number_or_a_line_that_decides_is_found(said: str) -> None:
    assert by_number(said) is not None


@pytest.mark.parametrize(
    "said",
    [
        "the score decides who is visited but the nurse can overrule",
        "the list decides which house, in the end the committee signs",
        "it gives a number",
        "the director decides who gets a visit",
        "people over 70 come on Mondays",
    ],
)
def test_where_a_person_has_the_last_word_or_no_line_is_drawn_nothing_is_found(said: str) -> None:
    assert by_number(said) is None
