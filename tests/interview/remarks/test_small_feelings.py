"""A feeling of which somebody makes little gets a short word."""

from __future__ import annotations

import pytest

from vcassist.interview.remarks.feelings import feeling_in, is_small


@pytest.mark.parametrize(
    "said", ["never, and I feel bad about that", "I am a little ashamed of it", "honestly im kinda nervous here"]
)
def test_what_is_made_little_of_is_small(said: str) -> None:
    assert is_small(said)


@pytest.mark.parametrize(
    "said", ["I feel so guilty, it is my fault", "we buried my brother yesterday", "a bit slow today"]
)
def test_what_weighs_is_not(said: str) -> None:
    assert not is_small(said)


def test_a_rather_anxious_person_worries() -> None:
    assert feeling_in("I am rather anxious about all of this") == "worry"
