"""Two countries in one answer are two places; one of two is none yet."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.two_places import with_second_place


def told(message: str, value: str, quote: str, asked: str = "storage.country") -> dict[str, object]:
    start = message.index(quote)
    answer = Proposal(asked, "known", value, quote, 0.9, start, start + len(quote))
    read = with_second_place(Reading((answer,), "answer"), message, asked, Chain())
    return {p.ref: p.value for p in read.proposals}


@pytest.mark.parametrize(
    "message",
    ["in the Netherlands and also in Ireland", "the Netherlands, partly Ireland", "the Netherlands & Ireland"],
)
def test_the_second_is_of_a_part_of_its_own(message: str) -> None:
    assert told(message, "NL", "the Netherlands") == {"storage.country": "NL", "storage-2.country": "IE"}


def test_machines_may_stand_in_two_countries_too() -> None:
    found = told("Finland and some in Sweden", "FI", "Finland", "compute.country")
    assert found == {"compute.country": "FI", "compute-2.country": "SE"}


def test_where_it_may_be_either_nothing_is_taken() -> None:
    assert told("USA, or Ireland. Site names two.", "US", "USA") == {}


@pytest.mark.parametrize(
    ("message", "value", "quote"),
    [
        ("Lyon, France", "FR", "Lyon"),
        ("not Kenya and Uganda but Ghana", "KE", "Kenya"),
        ("it moved from Kenya and is in Uganda", "KE", "Kenya"),
        ("Ireland and a backup in Sweden", "IE", "Ireland"),
    ],
)
def test_else_the_answer_stands_alone(message: str, value: str, quote: str) -> None:
    assert told(message, value, quote) == {"storage.country": value}


def test_an_organisation_works_in_one_country() -> None:
    found = told("Kenya and Uganda", "KE", "Kenya", "organisation.country")
    assert found == {"organisation.country": "KE"}
