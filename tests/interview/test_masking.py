"""Long numbers that somebody said are not said back: they are persons' and accounts', not the organisation's figures."""

from __future__ import annotations

import pytest

from vcassist.interview.masking import HIDDEN, without_long_numbers


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("the national number, for instance 85.07.30-033.28, and her income", "85.07.30-033.28"),
        ("her card 4111 1111 1111 1111 lies in the drawer", "4111 1111 1111 1111"),
        ("the account DE89 3704 0044 0532 0130 00.", "DE89 3704 0044 0532 0130 00"),
        ("call +254 712 345 678 about it", "+254 712 345 678"),
        ("passport X1234567890", "X1234567890"),
        ("tax number 123456789B", "123456789B"),
    ],
)
def test_a_number_of_many_digits_is_not_repeated(said: str, number: str) -> None:
    assert without_long_numbers(said) == said.replace(number, HIDDEN)


@pytest.mark.parametrize(
    "said",
    [
        "1,250,000,000 rows, or 1 250 000 000",
        "from 2019-2024, in 2019, 2020, 2021 and again on 12.03.2024",
        "from 2020-01-01 - 2024-12-31",
        "ISO/IEC 42001:2023, article 50",
        "we are 340 people and see 12 000 patients",
    ],
)
def test_amounts_dates_and_standards_are_repeated(said: str) -> None:
    assert without_long_numbers(said) == said
