"""A tool that was given up has that stage, and what it was for or is to be for is told, though it lies in the past or is only planned."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.told.given_up import PURPOSE, STAGE, with_what_was_given_up


def _told(message: str, *read: Proposal) -> dict[str, object]:
    reading = with_what_was_given_up(Reading(read, "answer"), message, None, Chain())
    for p in reading.proposals:
        assert message[p.start : p.end] == p.quote
    return {p.ref: p.value for p in reading.proposals}


def _stage(message: str, value: str, quote: str) -> Proposal:
    start = message.index(quote)
    return Proposal(STAGE, "known", value, quote, 0.7, start, start + len(quote))


@pytest.mark.parametrize(
    ("message", "work"),
    [
        (
            "For two winters a bot on our page answered tenants' questions about heating; then we took it down.",
            "answered tenants' questions about heating",
        ),
        (
            "There was this robot thing called Otto that read the meters from photos, then head office cancelled it.",
            "read the meters from photos",
        ),
        ("We had a program which ranked the calls by urgency. Nobody liked it, so we gave it up.", "ranked the calls by urgency"),
    ],
)  # fmt: skip
def test_what_was_given_up_is_retired_and_its_work_is_told(message: str, work: str) -> None:
    assert _told(message) == {STAGE: "retired", PURPOSE: work}


def test_what_was_read_as_in_use_is_retired_where_it_was_taken_down_for_good() -> None:
    message = "A chatbot that answered callers ran here; we took it down last March."
    assert _told(message, _stage(message, "in_use", "ran here"))[STAGE] == "retired"


@pytest.mark.parametrize(
    "message",
    [
        "We use it daily. Last week we switched it off for two days because of the leak.",
        "We have a tool that reads X-rays. We turned it off at night.",
        "If it makes one more mistake, we switched it off, says the boss, or would have.",
        "We almost dropped it, then it got better.",
        "We never switched it off.",
        "We had Dragon for a year and dropped it. Now we use Whisper every day.",
        "Before that there was a bot from the council, we scrapped it. We have used Kite since May.",
        "We run a soup kitchen and Copilot writes our letters. The old printer broke so we got rid of it.",
        "Our school uses GradeMate for marking. Some parents complained so we stopped using it for essays.",
        "We got rid of it and switched to Kite, which reads the letters out.",
    ],
)
def test_what_is_off_for_a_while_only_thought_of_or_another_than_the_one_of_now_is_not_given_up(message: str) -> None:
    assert STAGE not in _told(message)


def test_what_a_planned_tool_shall_do_is_its_purpose() -> None:
    message = "The doctor wants a bot that would remind our patients of their pills, but nothing is bought."
    assert _told(message, _stage(message, "planned", "wants"))[PURPOSE] == "remind our patients of their pills"


def test_what_was_read_of_it_stands_and_a_tool_in_use_gets_nothing() -> None:
    message = "We had a program that sorted the mail. We dropped it."
    start = message.index("sorted the mail")
    read = Proposal(PURPOSE, "known", "sorted the mail", "sorted the mail", 0.9, start, start + 15)
    assert _told(message, read) == {PURPOSE: "sorted the mail", STAGE: "retired"}
    assert _told("We use a program that sorts the mail.") == {}


def test_an_answer_to_a_question_is_left_to_it() -> None:
    message = "We dropped it."
    reading = with_what_was_given_up(Reading((), "answer"), message, "application.alternative", Chain())
    assert reading.proposals == ()
