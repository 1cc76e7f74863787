"""A number counts who works there only where it is not of degrees, goats, villages or those who are served."""

from __future__ import annotations

import pytest

from vcassist.reading.answering.counted import counts_nobody


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We reach 12,000 households and treat 340 camels.", "12,000 households"),
        ("We look after 48 beds and about 600 goats.", "48 beds and about 600"),
        ("On a good day 37 degrees and no fan.", "37"),
        ("14 villages, 9 wells, one bus.", "14"),
        ("The roof has 220 tiles missing.", "220"),
        ("A care home with 48 residents in Ghent.", "48 residents"),
        ("We're a village school, 96 children.", "96 children"),
        ("Our oldest member is 93!", "93"),
        ("Since then I have given up counting.", "I have given up counting"),
        ("it goes on, because six of us jump in and answer by phone", "six of us"),
    ],
)
def test_numbers_of_other_things(text: str, quote: str) -> None:
    assert counts_nobody(text, text.index(quote), text.index(quote) + len(quote))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We are 14, in 9 villages.", "We are 14"),
        ("nine vets and a dog", "nine vets"),
        ("About 120. Files leave for Frankfurt every night.", "120"),
        ("payroll runs past three hundred every month", "three hundred"),
        ("30 teachers", "30 teachers"),
        ("there are six of us in the office", "six of us"),
        ("40 student volunteers", "40 student volunteers"),
        ("just my wife and me", "just my wife and me"),
    ],
)
def test_numbers_of_those_who_work_there(text: str, quote: str) -> None:
    assert not counts_nobody(text, text.index(quote), text.index(quote) + len(quote))
