"""Sets of data that a message counts up are each a set of its own."""

from __future__ import annotations

import time

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal
from vcassist.reading.naming.sets_counted import sets_counted, with_sets


def sets(message: str, asked: str | None = None, chain: Chain = fold([])) -> list[str]:  # noqa: B008
    return [s.text for s in sets_counted(message, asked, chain)]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Two kinds of data go in: first the ferry tickets, second the tide tables.", ["the ferry tickets", "the tide tables"]),
        ("It eats two data sets. The first is X-ray films, the second is the doctors' letters.", ["X-ray films", "the doctors' letters"]),
        ("It has two data sources: one is sonar, the other is logbooks, which we type in.", ["sonar", "logbooks"]),
        ("It learned from two sets of pictures: kiln photos and scans of old plates.", ["kiln photos", "scans of old plates"]),
        ("Two things go into it: firstly wind readings; secondly the crew lists.", ["wind readings", "the crew lists"]),
    ],
)  # fmt: skip
def test_what_is_counted_up_as_data_is_two_sets(message: str, expected: list[str]) -> None:
    assert sets(message) == expected


@pytest.mark.parametrize(
    "message",
    [
        "Two kinds of people work with it: first the nurses, second the porters.",
        "Two sorts of data go in, and nobody told me which.",
        "It takes two data sets: the tickets and the tides and the crews and the weather.",
        "Two data sets we bought in March: they were expensive, and the second never came.",
    ],
)
def test_nothing_else_is_counted_as_data(message: str) -> None:
    assert sets(message) == []


def test_asked_what_goes_in_a_number_alone_counts_sets() -> None:
    said = "Two things: first the ferry tickets, second the tide tables."
    assert sets(said, "data.description") == ["the ferry tickets", "the tide tables"]
    assert sets(said, "application.purpose") == []


def test_where_it_is_known_what_goes_in_nothing_is_counted() -> None:
    known = fold([Fact("data.description", "known", "tickets")])
    assert sets("Two kinds of data go in: first the tickets, second the tides.", None, known) == []


def test_what_the_words_of_one_set_tell_is_of_that_one_and_of_both_of_none() -> None:
    said = "Two kinds of data go in: first the ferry tickets, second the GPS tracks."
    found = sets_counted(said, None, fold([]))

    def told(ref: str, value: object, words: str) -> Proposal:
        at = said.index(words)
        return Proposal(ref, "known", value, words, 0.9, at, at + len(words))  # type: ignore[arg-type]

    both = "first the ferry tickets, second the GPS tracks"
    proposals = [
        told("data.description", "ferry tickets", "ferry tickets"),
        told("data.sensitive_data", ("location",), "GPS tracks"),
        told("data.sources", ("own_records",), both),
        told("application.lifecycle", "in_use", both),
    ]
    placed = {p.ref: p.value for p in with_sets(proposals, found, None, fold([]))}
    assert placed == {
        "data.description": "the ferry tickets",
        "data-2.description": "the GPS tracks",
        "data-2.sensitive_data": ("location",),
        "application.lifecycle": "in_use",
    }


@pytest.mark.parametrize("unit", ["two kinds of data ", "first the ", "two data sets: one is a, ", "a, second b, "])
def test_a_long_message_takes_no_time(unit: str) -> None:
    started = time.perf_counter()
    sets_counted(unit * 1500, "data.description", fold([]))
    assert time.perf_counter() - started < 2
