"""What is named as something more of a set joins what stands; what is put in its place does not."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.added_to import with_what_stays
from vcassist.interview.heard import Heard
from vcassist.interview.session import Awaiting

REF = "application.affected_people"


def kept(said: str, words: str, *values: str) -> object:
    start = said.index(words)
    old = Fact(REF, "known", ("customers",), "the guests", 0, 10)
    new = Fact(REF, "known", values, words, start, start + len(words))
    return with_what_stays(Heard(facts=(new,), replaced=((old, new),)), said).facts[0].value


@pytest.mark.parametrize(
    "said",
    ["Well, sometimes the cleaning ladies get my notes too.", "It is not only for the guests, please add the cleaning ladies.", "You dropped the guests: guests and cleaning ladies, both.",
     "I omitted the cleaning ladies.", "The list of those it touches: + cleaning ladies of the house.", "Erratum: the cleaning ladies. The guests stand."],
)  # fmt: skip
def test_what_comes_in_addition_keeps_what_stands(said: str) -> None:
    assert kept(said, "cleaning ladies", "staff") == ("customers", "staff")


@pytest.mark.parametrize(
    "said", ["It is for the cleaning ladies.", "Not the guests, also not others: the cleaning ladies.", "Only the cleaning ladies too, now."]
)  # fmt: skip
def test_what_takes_its_place_does(said: str) -> None:
    assert kept(said, "cleaning ladies", "staff") == ("staff",)


def test_asked_what_else_there_is_what_is_named_joins() -> None:
    said = "The cleaning ladies work for us. And you never heard the rest."
    old = Fact(REF, "known", ("customers",), "the guests", 0, 10)
    new = Fact(REF, "known", ("staff",), "cleaning ladies", 4, 19)
    heard = Heard(facts=(new,), replaced=((old, new),))
    assert with_what_stays(heard, said, Awaiting(REF, "more")).facts[0].value == ("customers", "staff")
    assert with_what_stays(heard, said, Awaiting(REF)).facts[0].value == ("staff",)
    right = with_what_stays(heard, "No, the cleaning ladies, not the guests.", Awaiting(REF, "more"))
    assert right.facts[0].value == ("staff",)


def test_what_is_told_once_more_in_the_words_of_before_stays() -> None:
    old = Fact("data.sources", "known", ("own_records",), "all from our own tapes", 0, 22)
    new = Fact("data.sources", "known", ("public_web",), "the web", 20, 27)
    heard = Heard(facts=(new,), replaced=((old, new),))

    def value(said: str, chance: float = 0.9) -> object:
        return with_what_stays(heard, said, None, lambda say, key: (("own_records", chance if "tapes" in say else 0.0),)).facts[0].value  # fmt: skip

    assert value("it's our tapes AND the web") == ("own_records", "public_web")
    assert value("it's our tapes AND the web", 0.3) == ("public_web",)
    assert value("it's the web, not our tapes") == ("public_web",)
    assert value("it's the web") == ("public_web",)
