"""What no such message can say is not taken for an answer."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview.answers.sensible import tells_nothing


def choice(quote: str) -> Fact:
    return Fact("organisation.sector", "known", "business", quote, 0, len(quote), 1)


@pytest.mark.parametrize("quote", ["the sector is wrong", "No, that is not right.", "your field is all wrong"])
def test_that_something_is_wrong_names_no_other_choice(quote: str) -> None:
    assert tells_nothing(choice(quote))


@pytest.mark.parametrize("quote", ["business is right", "it is a business", "health is wrong, business it is"])
def test_a_choice_that_is_named_tells_something(quote: str) -> None:
    assert not tells_nothing(choice(quote))
