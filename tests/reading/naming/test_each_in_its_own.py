"""Of two tools of a first story each is told in its own words; the second is found by what leads up to its name, or by its work."""

from __future__ import annotations

import re
from typing import Any

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.each_in_its_own import with_each_in_its_own_words

_STAGES = (("pilot", r"on trial|in test|we are testing"), ("in_use", r"in use|every day"))
_WORK = r"(?:sorts|writes|answers|reads) [a-z ]+"
_WORDS = frozenset({"two", "then", "there", "it", "the", "both", "now", "our"})


def again(words: str) -> Reading:
    """A reader that knows two stages and four kinds of work."""
    told = []
    for stage, form in _STAGES:
        if m := re.search(form, words):
            told.append(Proposal("application.lifecycle", "known", stage, m[0], 0.9, m.start(), m.end()))
    if m := re.search(_WORK, words):
        told.append(Proposal("application.purpose", "known", m[0], m[0], 0.9, m.start(), m.end()))
    return Reading(tuple(told), "answer")


def told(message: str, first: str = "Kora", *more: tuple[str, str, str], chain: Chain | None = None) -> dict[str, Any]:
    """What is told of the two tools, where the name of the first and ``more`` (reference, value, quote) were read before."""
    read = [("application.name", first, first), *more]
    proposals = [Proposal(ref, "known", v, q, 0.9, message.index(q), message.index(q) + len(q)) for ref, v, q in read]
    found = with_each_in_its_own_words(
        Reading(tuple(proposals), "answer"),
        message,
        chain or Chain(),
        again,
        {"Lyon"}.__contains__,
        _WORDS.__contains__,
    )
    assert all(p.quote == message[p.start : p.end] for p in found.proposals)
    return {p.ref: p.value for p in found.proposals}


@pytest.mark.parametrize(
    "message",
    [
        "We have two tools here in our house. Kora sorts the beds every day. And Zeca, who writes the letters, is still in test.",
        "We have two of these things. There is Kora, it sorts the beds every day. And there is a new one, we call it Zeca. It writes the letters, on trial.",
        "Two tools concern us here. The older, Kora, sorts the beds; it is in use. The younger is Zeca and writes the letters; we are testing it.",
        "We got 2 ais here at the shelter. Kora sorts the beds every day n Zeca writes the letters on trial",
        "Kora sorts the beds for us every day. There is also Zeca, which writes the letters, and which we have on trial.",
        "Kora sorts the beds for us every day. Besides that there is a camera thing named Zeca that writes the letters, on trial.",
        "Kora sorts the beds, every day. Then last month Priya brought in Zeca to help us, on trial, and it writes the letters",
    ],
)
def test_the_second_is_found_and_told_by_itself(message: str) -> None:
    found = told(message)
    assert found["application-2.name"] == "Zeca"
    assert (found["application.lifecycle"], found["application-2.lifecycle"]) == ("in_use", "pilot")
    assert found["application.purpose"].startswith("sorts the beds")
    assert found["application-2.purpose"].startswith("writes the letters")


@pytest.mark.parametrize(
    "message",
    [
        "Kora sorts the beds for us every day. And Zeca, who writes the letters, is our secretary here in Lyon.",
        "Kora sorts the beds for us every day. There is also a company called Zeca that writes the letters for us.",
        "We have two tools here in our house. Kora sorts the beds every day. Lyon is far away from all of us.",
        "Kora sorts the beds for us every day. Before that we had Zeca, which writes the letters no longer for us.",
        "Kora sorts the beds for us every day. My sister Zeca writes the letters by hand and on paper.",
        "Kora is with Zeca.",
        "We have two tools here in our house. Kora sorts the beds every day. It was made for us by Zeca in Lyon.",
    ],
)
def test_people_houses_and_places_are_no_second_tool(message: str) -> None:
    assert "application-2.name" not in told(message)


def test_what_was_read_of_one_in_the_words_of_the_other_is_put_right() -> None:
    message = "We have two tools here in our house. Kora sorts the beds every day. Zeca writes the letters on trial."
    found = told(
        message, "Kora", ("application.lifecycle", "pilot", "on trial"), ("application.generates", "text", "writes")
    )
    assert (found["application.lifecycle"], found["application-2.lifecycle"]) == ("in_use", "pilot")
    assert "application.generates" not in found


def test_what_is_said_of_both_is_told_of_both() -> None:
    found = told(
        "We run two tools in this house. Kora sorts the beds. Zeca writes the letters. Both are in use since May."
    )
    assert found["application.lifecycle"] == found["application-2.lifecycle"] == "in_use"


def test_the_first_and_the_other_point_at_their_own() -> None:
    found = told(
        "We run two tools here. Kora sorts the beds, Zeca writes the letters. The first is in use, the other on trial."
    )
    assert (found["application.lifecycle"], found["application-2.lifecycle"]) == ("in_use", "pilot")


def test_what_was_taken_for_a_house_by_its_first_word_is_none() -> None:
    message = "We have two tools here in our house. Kora sorts the beds every day. And Zeca, who writes the letters, is in test."
    assert "application.supplier" not in told(message, "Kora", ("application.supplier", "And Zeca", "And Zeca"))


def test_where_a_tool_is_known_it_is_left_as_it_was_told_apart() -> None:
    message = "We have two tools here in our house. Kora sorts the beds every day. Zeca writes the letters on trial."
    assert "application-2.name" not in told(message, chain=fold([Fact("application.name", "known", "Mint")]))
