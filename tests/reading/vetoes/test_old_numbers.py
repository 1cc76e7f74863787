"""A number that is denied behind the one that holds tells nothing more."""

from __future__ import annotations

import pytest

from vcassist.reading.vetoes.old_numbers import without_old_numbers


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the essays are kept two years, not one", "the essays are kept two years         "),
        ("30 days and not 90 days.", "30 days and            ."),
        ("we are 14 people, not twenty", "we are 14 people            "),
    ],
)
def test_it_is_blanked(text: str, left: str) -> None:
    assert without_old_numbers(text) == left
    assert len(left) == len(text)


@pytest.mark.parametrize("text", ["not one of us checks", "it keeps two years, not all of it", "kept, not deleted"])
def test_other_denials_stay(text: str) -> None:
    assert without_old_numbers(text) == text
