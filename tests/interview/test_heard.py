"""What a message came to holds one value for each reference."""

from __future__ import annotations

from vcassist.chain.facts import Fact
from vcassist.interview.heard import Heard, once_each


def fact(value: str, start: int, source: str = "said") -> Fact:
    return Fact("application.appeal", "known", value, "word", start, start + 4, 3, source=source)


def test_of_two_values_the_word_on_the_offer_stands_else_the_last() -> None:
    other = Fact("data.consent", "known", "yes", "word", 50, 54, 3)
    agreed, earlier, later = fact("no", 0, "confirmed"), fact("no", 5), fact("yes", 20)
    assert once_each(Heard((agreed, later, other))).facts == (agreed, other)
    assert once_each(Heard((earlier, later, other))).facts == (later, other)
    assert once_each(Heard((later, other))).facts == (later, other)
