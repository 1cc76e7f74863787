"""How many people are served, or have registered, is no size of the house."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview.answers.counted_others import without_counts_of_others

SIZE = "organisation.size"


def left(said: str, number: str, asked: str | None = "governance.policy") -> bool:
    start = said.index(number)
    fact = Fact(SIZE, "known", "over_250", number, start, start + len(number))
    return bool(without_counts_of_others((fact,), said, asked))


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("and active farmers is more like 1400, 1800 is registered", "1800 is registered"),
        ("It has 3,000 users by now.", "3,000"),
        ("We are three. The pupils: 640.", "640"),
    ],
)
def test_a_count_of_others_is_left_out(said: str, number: str) -> None:
    assert not left(said, number)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("We are 320 with the volunteers, and serve 4,000 families.", "320"),
        ("320 employees, for 4,000 customers.", "320"),
        ("It is 320.", "320"),
        ("Refugee council, 8 people, Hamburg.", "8 people"),
        ("A parents' association with 12 people, and lots of children.", "12 people"),
    ],
)
def test_who_works_there_is_counted(said: str, number: str) -> None:
    assert left(said, number)


def test_who_is_asked_for_it_has_answered() -> None:
    assert left("1800 registered", "1800", SIZE)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("All together 212... sorry, 221 houses, I told wrong before.", "All together"),
        ("We tested it on 60 old notes.", "60"),
        ("We run 14 pumps.", "14"),
    ],
)
def test_a_count_of_things_is_left_out(said: str, number: str) -> None:
    assert not left(said, number)


def test_a_count_of_those_who_work_there_stays() -> None:
    assert left("We are 14 people, with 30 pumps.", "14 people") and left("12 paid nurses here", "12")
