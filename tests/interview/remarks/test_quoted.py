"""What somebody quotes of a tool's words is neither their order nor a fact of theirs."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_talk import STORY, talk

from vcassist.interview.ports import Proposal
from vcassist.interview.remarks.quoted import own_words, spoken_by_it
from vcassist.interview.removals.removing import Wish
from vcassist.interview.removals.taking_away import not_quoted


@pytest.mark.parametrize(
    "text",
    [
        'It shouts "close the valve now" and Ines walks over.',
        "Every morning the app shows us «drop the second crate» on the tablet.",
        "She gets hints such as “skip this row”.",
        "You find e.g. 'undo the last cut' there",
    ],
)
def test_a_tool_s_words_and_examples_of_them_are_found(text: str) -> None:
    assert len(spoken_by_it(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        'It says "no data leaves the island" in the contract.',
        'The tool is called "Blue Heron".',
        'You wrote "nobody checks it".',
        "it's the pupils' work, and the teachers' too",
    ],
)
def test_what_is_quoted_from_paper_or_as_a_name_is_meant_as_it_stands(text: str) -> None:
    assert spoken_by_it(text) == []


def proposal(ref: str, value: Any, quote: str, text: str) -> Proposal:
    return Proposal(ref, "known", value, quote, 0.9, text.index(quote), text.index(quote) + len(quote))


def test_a_fact_in_a_tool_s_words_is_none_but_for_what_they_show() -> None:
    text = 'It says "hello, I am a robot from Oslo" to every caller, in Bergen.'
    country = proposal("organisation.country", "NO", "Oslo", text)
    told = proposal("application.tells_people", "yes", "I am a robot", text)
    own = proposal("storage.country", "NO", "Bergen", text)
    assert own_words([country, told, own], text) == [told, own]


def test_an_order_within_quotation_marks_takes_nothing_away() -> None:
    def found(tells: str, said: str) -> Wish | None:
        at = tells.find("drop the crate")
        return None if at < 0 else Wish(("data",), "data", ((at, at + 14),))

    quoted, bare = "Then “drop the crate” comes up.", "Please drop the crate."
    assert not_quoted(found, quoted, quoted) is None
    assert not_quoted(found, bare, bare) is not None


def test_an_undo_that_a_tool_prints_undoes_nothing() -> None:
    t = talk({STORY: ("answer", {"application.name": ("known", "Northchat", "Northchat")}), 'It prints "remove Northchat" in red': ("answer", {})})  # fmt: skip
    t.say(STORY)
    assert not t.say('It prints "remove Northchat" in red').removed
