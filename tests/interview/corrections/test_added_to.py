"""What is named as something more of a set joins what stands; what is put in its place does not."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.added_to import with_what_stays
from vcassist.interview.heard import Heard

REF = "application.affected_people"


def kept(said: str, words: str, *values: str) -> object:
    start = said.index(words)
    old = Fact(REF, "known", ("customers",), "the guests", 0, 10)
    new = Fact(REF, "known", values, words, start, start + len(words))
    return with_what_stays(Heard(facts=(new,), replaced=((old, new),)), said).facts[0].value


@pytest.mark.parametrize(
    "said",
    ["Well, sometimes the cleaning ladies get my notes too.", "It is not only for the guests, please add the cleaning ladies.", "You dropped the guests: guests and cleaning ladies, both."],
)  # fmt: skip
def test_what_comes_in_addition_keeps_what_stands(said: str) -> None:
    assert kept(said, "cleaning ladies", "staff") == ("customers", "staff")


@pytest.mark.parametrize(
    "said", ["It is for the cleaning ladies.", "Not the guests, also not others: the cleaning ladies.", "Only the cleaning ladies too, now."]
)  # fmt: skip
def test_what_takes_its_place_does(said: str) -> None:
    assert kept(said, "cleaning ladies", "staff") == ("staff",)
