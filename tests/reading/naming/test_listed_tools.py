"""Tools that are numbered or listed are told apart, each with what its own item tells."""

from __future__ import annotations

from typing import Any

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.listed_tools import listed, with_listed_tools


def ordinary(word: str) -> bool:
    return word in {"reminders", "translation", "the", "minutes"}


def names(message: str, asked: str | None = None, chain: Chain | None = None) -> list[str]:
    return [item.name for item in listed(message, asked, chain or Chain(), ordinary)]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("We run two systems: (1) Kora, self-hosted; (2) TriaFlow, bought. 60 staff.", ["Kora", "TriaFlow"]),
        ("Two tools. 1. Kora - transcription. 2. TriaFlow - triage of referrals.", ["Kora", "TriaFlow"]),
        ("a) MomSafe: reminders to mothers b) Jadili: chatbot for questions", ["MomSafe", "Jadili"]),
        ("Tools in scope:\n- Kora large-v3 (interviews)\n- DeepL (letters)\n- Case Brief (notes)", ["Kora large-v3", "DeepL", "Case Brief"]),
    ],
)  # fmt: skip
def test_each_item_begins_with_the_name_of_a_tool(message: str, expected: list[str]) -> None:
    assert names(message) == expected


@pytest.mark.parametrize(
    "message",
    [
        "Our suppliers: (1) Kora, for hosting; (2) TriaFlow, for the forms.",
        "The models: 1. Kora - small. 2. TriaFlow - large.",
        "We considered these apps: (1) Kora, too dear; (2) TriaFlow, too slow.",
        "We use it for: 1. Reminders, daily. 2. Translation, weekly.",
        "People here: (1) Maria, the nurse; (2) Ahmed, the driver.",
        "We use (1) Kora, self-hosted.",
        "We use it in: (1) Kampala, daily; (2) Gulu, weekly.",
        "We use two: (2) Kora, ours; (3) TriaFlow, bought.",
    ],
)
def test_other_lists_are_none_of_tools(message: str) -> None:
    assert names(message) == []


def test_while_something_else_is_asked_only_a_heading_makes_it_a_list_of_tools() -> None:
    kora = fold([Fact("application.name", "known", "Kora")])
    assert names("(1) Leaf, bought; (2) Stem, free", "data.sources", kora) == []
    assert names("The tools are: (1) Leaf, bought; (2) Stem, free", "data.sources", kora) == ["Leaf", "Stem"]


def test_what_an_item_tells_is_of_its_tool_and_what_stands_around_of_the_house() -> None:
    message = "We run two tools: (1) Kora, self-hosted, types calls; (2) TriaFlow, bought, runs in a cloud. 60 staff."

    def again(words: str) -> Reading:
        told: list[tuple[str, Any, str]] = [
            ("model.access", "self_hosted", "self-hosted"),
            ("application.purpose", "types calls", "types calls"),
            ("application.sourcing", "vendor", "bought"),
            ("compute.hosting", "cloud", "runs in a cloud"),
            ("organisation.size", "51_to_250", "60 staff"),
        ]
        found = (
            Proposal(r, "known", v, q, 0.9, words.index(q), words.index(q) + len(q)) for r, v, q in told if q in words
        )
        return Reading(tuple(found), "answer")

    read = with_listed_tools(again(message), message, None, Chain(), again, ordinary)
    assert all(p.quote == message[p.start : p.end] for p in read.proposals)
    assert {p.ref: p.value for p in read.proposals} == {
        "application.name": "Kora",
        "application.purpose": "types calls",
        "model.access": "self_hosted",
        "application-2.name": "TriaFlow",
        "application-2.sourcing": "vendor",
        "compute.hosting": "cloud",
        "organisation.size": "51_to_250",
    }


def test_a_tool_that_stands_is_not_counted_again() -> None:
    chain = fold([Fact("application.name", "known", "TriaFlow")])
    message = "The tools are: (1) Kora, ours; (2) TriaFlow, bought"
    read = with_listed_tools(
        Reading((), "answer"), message, "data.sources", chain, lambda _: Reading((), "answer"), ordinary
    )
    assert {p.ref: p.value for p in read.proposals} == {"application-2.name": "Kora", "application.name": "TriaFlow"}
