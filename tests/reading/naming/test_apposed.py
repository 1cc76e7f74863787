"""A tool that is called by its kind and then by its name is one tool."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.apposed import read_as_one


def name(ref: str, words: str, message: str) -> Proposal:
    start = message.index(words)
    return Proposal(f"{ref}.name", "known", words, words, 0.6, start, start + len(words))


def read(message: str, kind: str, called: str) -> Reading:
    two = Reading((name("application", kind, message), name("application-2", called, message)), "answer")

    def again(words: str) -> Reading:
        assert len(words) == len(message) and kind not in words
        start = message.index(called) - 5
        quote = words[start : start + 5 + len(called)]
        return Reading(
            (Proposal("application.name", "known", called, quote, 0.6, start, start + len(quote)),), "answer"
        )

    return read_as_one(two, message, again)


def test_the_kind_is_no_second_tool_and_the_quote_is_the_persons() -> None:
    message = "We got a WhatsApp bot, HomeLine, answering tenants."
    (one,) = read(message, "WhatsApp bot", "HomeLine").proposals
    assert one.value == "HomeLine" and one.quote == message[one.start : one.end]


@pytest.mark.parametrize(
    ("message", "kind", "called"),
    [
        ("We have a translation tool, Lingo, and Rankit for the scores.", "translation tool", "Rankit"),
        ("We use ChatGPT and a scanner.", "scanner", "ChatGPT"),
    ],
)
def test_two_tools_stay_two(message: str, kind: str, called: str) -> None:
    two = Reading((name("application", kind, message), name("application-2", called, message)), "answer")
    assert read_as_one(two, message, lambda words: Reading((), "other")) is two
