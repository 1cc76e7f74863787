"""Two tools that are counted and told in one breath are two, and are named by the word for what each is."""

from __future__ import annotations

from typing import Any

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.two_things import named_by_kind, with_each_called, with_two_things


def recommends(words: str) -> Reading:
    at = words.find("ranks")
    told = (Proposal("application.decision_role", "known", "recommends", "ranks", 0.9, at, at + 5),) if at >= 0 else ()
    return Reading(told, "answer")


def told(message: str, *read: tuple[str, str]) -> dict[str, Any]:
    proposals = tuple(
        Proposal(ref, "known", words, words, 0.9, message.index(words), message.index(words) + len(words))
        for ref, words in read
    )
    found = with_two_things(Reading(proposals, "answer"), message, Chain(), recommends)
    assert all(p.quote == message[p.start : p.end] for p in found.proposals)
    return {p.ref: p.value for p in found.proposals}


@pytest.mark.parametrize(
    ("message", "one", "two"),
    [
        (
            "we use 2 things, app for interpreting on phones and an excel that ranks families",
            "app for interpreting on phones",
            "excel that ranks families",
        ),
        (
            "We have two tools: an interpreting app and a spreadsheet that ranks them.",
            "interpreting app",
            "spreadsheet that ranks them",
        ),
        (
            "we have 2 tools. one is an interpreting app, one is excel that ranks families",
            "interpreting app",
            "excel that ranks families",
        ),
    ],
)
def test_each_of_two_has_its_own_words_and_what_they_tell(message: str, one: str, two: str) -> None:
    whole = ("application.purpose", message[message.index(one.split()[0]) :].rstrip("."))
    assert told(message, whole) == {
        "application.purpose": one,
        "application-2.purpose": two,
        "application-2.decision_role": "recommends",
    }


@pytest.mark.parametrize(
    "message",
    ["We use an app for interpreting and a spreadsheet that ranks families.", "we use 2 things, paper and a pencil"],
)
def test_what_is_not_counted_or_is_no_tool_stays_as_it_was_read(message: str) -> None:
    assert told(message, ("application.purpose", message[7:20])) == {"application.purpose": message[7:20]}


def test_each_is_named_by_the_word_for_what_it_is() -> None:
    purposes = {"application": "app for interpreting", "application-2": "excel that ranks families"}
    chain = fold([Fact(f"{c}.purpose", "known", p, p) for c, p in purposes.items()])
    message = "app is LinguaPonte. excel has no name, we call it graduatoria"
    wrong = Proposal(
        "application.name", "known", "graduatoria", "graduatoria", 0.9, message.index("grad"), len(message)
    )
    found = named_by_kind(Reading((wrong,), "answer"), message, chain)
    assert {p.ref: p.value for p in found.proposals} == {
        "application.name": "LinguaPonte",
        "application-2.name": "graduatoria",
    }


def test_two_tools_by_also_are_two_though_nobody_counts_them() -> None:
    said = "We are using a credit scoring from a vendor and also a chat helper for our members."
    found = told(said)
    assert found["application.purpose"] == "a credit scoring from a vendor"
    assert found["application-2.purpose"] == "a chat helper for our members"


@pytest.mark.parametrize(
    "said",
    [
        "We use a camera and an app for it.",
        "We have a scoring tool and also a new van.",
        "We use a scheduling tool, also on Sundays.",
    ],
)
def test_a_tool_and_what_belongs_to_it_or_is_none_stay_one(said: str) -> None:
    assert "application-2.purpose" not in told(said)


CALLED = "The credit score is named TrustMeter. The chat helper is named Dada Umoja. It was made by our own officer."


def called(said: str, *read: tuple[str, str, str], **known: str) -> dict[str, Any]:
    proposals = tuple(
        Proposal(ref, "known", value, words, 0.9, said.index(words), said.index(words) + len(words))
        for ref, value, words in read
    )
    facts = {ref: Fact(ref, "known", value, value, 0, len(value), 1) for ref, value in known.items()}
    found = with_each_called(Reading(proposals, "answer"), said, Chain(facts))
    assert all(p.quote == said[p.start : p.end] for p in found.proposals)
    return {p.ref: p.value for p in found.proposals}


def test_each_sentence_names_its_tool_and_what_follows_is_of_that() -> None:
    found = called(CALLED, ("application.sourcing", "in_house", "made by our own officer"))
    assert found == {
        "application.name": "TrustMeter",
        "application-2.name": "Dada Umoja",
        "application-2.purpose": "chat helper",
        "application-2.sourcing": "in_house",
    }


def test_the_tool_that_is_known_is_the_first() -> None:
    found = called(
        CALLED, ("application.sourcing", "in_house", "made by our own officer"), **{"application.name": "Dada Umoja"}
    )
    assert found["application-2.name"] == "TrustMeter" and found["application.sourcing"] == "in_house"
    assert "application-2.name" not in called(CALLED, **{"application.name": "Kora"})


def test_the_maker_of_a_model_supplies_no_tool() -> None:
    said = "The score is named TrustMeter. The chat helper is named Dada Umoja, upon GPT-4o mini of OpenAI."
    found = called(said, ("application.supplier", "OpenAI", "OpenAI"), ("model.supplier", "OpenAI", "OpenAI"))
    assert found["model.supplier"] == "OpenAI" and "application-2.supplier" not in found


@pytest.mark.parametrize(
    "said",
    [
        "The supplier is called Pesalytics. The tool is called TrustMeter.",
        "The tool is named TrustMeter. My dog is called Rex.",
    ],
)
def test_who_is_no_tool_is_none_by_a_name(said: str) -> None:
    assert "application-2.name" not in called(said)
