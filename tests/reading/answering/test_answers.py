"""A size is what its number comes to."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal
from vcassist.reading.answering.answers import sized_by_its_number


@pytest.mark.parametrize(
    ("quote", "read", "size"),
    [
        ("310", "51_to_250", "over_250"),
        ("nine", "11_to_50", "up_to_10"),
        ("forty and nine more", "51_to_250", "51_to_250"),
        ("310 with the agents", "51_to_250", "51_to_250"),
    ],
)
def test_a_size_that_is_quoted_by_one_number_is_what_that_comes_to(quote: str, read: str, size: str) -> None:
    assert sized_by_its_number(Proposal("organisation.size", "known", read, quote)).value == size
