"""Of a tool that a story only plans to have, its stage, its name and its work are told."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.told.planned import NAME, PURPOSE, STAGE, with_what_is_planned, with_what_it_shall_do

WORDS = {"monday", "letters", "anna", "scanner"}


def told(message: str, *read: Proposal, intent: str = "answer") -> dict[str, object]:
    reading = Reading(read, intent)  # type: ignore[arg-type]
    found = with_what_is_planned(reading, message, None, Chain(), lambda word: word.casefold() in WORDS)
    for p in found.proposals:
        assert message[p.start : p.end] == p.quote
    return {p.ref: p.value for p in found.proposals}


@pytest.mark.parametrize(
    ("message", "name", "work"),
    [
        (
            "From June we are wanting to take Vasara, which will put the talk as captions on the tablets.",
            "Vasara",
            "put the talk as captions on the tablets",
        ),
        ("The committee has agreed to buy SeaMap. It will tell us where the fish are.", "SeaMap", "tell us where the fish are"),
        (
            "thinking about getting a chatbot called Night Desk to answer people at night, nothing bought yet",
            "Night Desk",
            "answer people at night",
        ),
        ("Our library in Pau intends to adopt a helper named Lisette, which would suggest books.", "Lisette", None),
        ("We will probably start using Zebrato.", "Zebrato", None),
    ],
)  # fmt: skip
def test_it_is_planned_and_has_its_name_and_work(message: str, name: str, work: str | None) -> None:
    found = told(message, intent="other")
    assert (found[STAGE], found[NAME]) == ("planned", name)
    assert work is None or found[PURPOSE] == work


@pytest.mark.parametrize(
    "message",
    [
        # A tool at work is meant, and the other comes beside it.
        "We use Vasara for letters. Next year we want to buy Tresor too.",
        "We want to take Anna to court.",
        "We want to use English for the letters.",
        "We plan to start using Vasara, the trial began last week.",
        "Vasara reads our letters.",
    ],
)
def test_what_plans_no_tool_tells_none(message: str) -> None:
    assert told(message) == {}


def test_what_was_read_stands() -> None:
    message = "We want to buy Vasara, which will sort the letters of the parish."
    at = message.index("sort the letters")
    work = Proposal(PURPOSE, "known", "sort the letters", "sort the letters", 0.9, at, at + 16)
    assert told(message, work) == {PURPOSE: "sort the letters", STAGE: "planned", NAME: "Vasara"}
    in_use = Proposal(STAGE, "known", "in_use", "We want", 0.9, 0, 7)
    assert told(message, in_use) == {STAGE: "in_use"}


@pytest.mark.parametrize(
    ("message", "work"),
    [
        ("will sort our letters by topic", "sort our letters by topic"),
        ("It will put the talk as captions on the tablets I believe", "put the talk as captions on the tablets"),
        ("will they sell it", None),
        ("will be nice", None),
        ("will it sort our letters?", None),
    ],
)
def test_what_it_shall_do_answers_what_it_is_for(message: str, work: str | None) -> None:
    read = with_what_it_shall_do(Reading((), "question"), message, PURPOSE)
    assert [p.value for p in read.proposals] == ([work] if work else [])
    assert with_what_it_shall_do(Reading((), "question"), message, STAGE).proposals == ()
