"""An answer for each of several tools, told in their order, is each tool's own."""

from __future__ import annotations

from typing import Any

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.told.one_after_the_other import with_one_for_each

TOLD, FROM = "application.tells_people", "application.supplier"
TWO = fold([Fact("application.name", "known", "Kora"), Fact("application-2.name", "known", "Leaf")])


def reads(asked: str) -> Any:
    def again(words: str, ref: str) -> Reading:
        assert ref == asked
        known = {"yes": "yes", "no": "no", "OpenAI": "OpenAI", "Lexa Ltd": "Lexa Ltd"}
        found = (Proposal(asked, "known", v, v, 0.9, 0, len(v)) for w, v in known.items() if w in words)
        return Reading(tuple(found), "answer")

    return again


def told(message: str, asked: str = TOLD, chain: Chain = TWO) -> dict[str, Any]:
    read = with_one_for_each(Reading((), "answer"), message, asked, chain, reads(asked))
    assert all(p.quote == message[p.start : p.end] for p in read.proposals)
    return {p.ref: p.value for p in read.proposals}


@pytest.mark.parametrize(
    "message",
    ["(1) yes, (2) no", "1: yes 2: no", "first one yes, the second no", "yes for the first, no for the second", "For the first it is yes; for the other no."],
)  # fmt: skip
def test_each_answer_is_of_the_tool_in_its_place(message: str) -> None:
    assert told(message) == {TOLD: "yes", "application-2.tells_people": "no"}


def test_the_number_may_stand_before_the_one_and_behind_the_other() -> None:
    said = told("OpenAI for the first, for the other Lexa Ltd", FROM)
    assert said == {FROM: "OpenAI", "application-2.supplier": "Lexa Ltd"}


@pytest.mark.parametrize(
    "message",
    ["yes", "the second no", "(2) yes, (1) no", "first one yes, the second yes, the third no", "at first we told them, no more", "(1) yes, (2) no?"],
)  # fmt: skip
def test_anything_else_is_left_to_others(message: str) -> None:
    assert told(message) == {}


def test_of_one_tool_nothing_is_told_in_turn() -> None:
    assert told("(1) yes, (2) no", chain=fold([Fact("application.name", "known", "Kora")])) == {}


def test_where_another_matter_is_answered_in_turn_that_is_told() -> None:
    whole = Proposal(TOLD, "known", "partly", "(1) yes, (2) no", 0.8, 0, 15)
    read = with_one_for_each(Reading((whole,), "answer"), "(1) yes, (2) no", "data.consent", TWO, unasked)
    assert {p.ref: p.value for p in read.proposals} == {TOLD: "yes", "application-2.tells_people": "no"}


def unasked(words: str, ref: str) -> Reading:
    return reads(TOLD)(words, ref) if ref == TOLD else Reading((), "other")
