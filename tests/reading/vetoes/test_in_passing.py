"""A country in passing is not where an organisation works, and another one only where somebody says so of themselves."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.vetoes.in_passing import without_what_is_in_passing

COUNTRY = "organisation.country"
KENYA = Chain({COUNTRY: Fact(COUNTRY, "known", "KE", "Kenya")})


def kept(message: str, word: str, chain: Chain, ref: str = COUNTRY, value: str = "SO") -> bool:
    at = message.index(word)
    reading = Reading((Proposal(ref, "known", value, word, 0.9, at, at + len(word)),), "answer")
    return bool(without_what_is_in_passing(reading, message, "application.affected_people", chain).proposals)


@pytest.mark.parametrize(
    ("message", "word"),
    [
        ("mostly somali, also others who know swahili", "somali"),
        ("many Somali families write to it", "Somali"),
        ("it speaks Somali and Arabic", "Somali"),
    ],
)
def test_people_and_tongues_are_no_place(message: str, word: str) -> None:
    assert not kept(message, word, Chain())


def test_a_place_in_a_first_story_is_one() -> None:
    assert kept("A small clinic, Somalia. Seven nurses.", "Somalia", Chain())


@pytest.mark.parametrize(
    ("message", "word"),
    [
        ("We are in Somalia now.", "Somalia"),
        ("Somalia is my country!", "Somalia"),
        ("our office moved to Somalia", "Somalia"),
    ],
)
def test_where_one_stands_another_is_told_of_oneself(message: str, word: str) -> None:
    assert kept(message, word, KENYA)


@pytest.mark.parametrize(
    ("message", "word"),
    [
        ("the cupboard is in Somalia", "Somalia"),
        ("Somalia is only for the learning", "Somalia"),
        ("We are not in Somalia", "Somalia"),
    ],
)
def test_where_one_stands_what_is_told_of_other_things_is_no_other(message: str, word: str) -> None:
    assert not kept(message, word, KENYA)


def test_a_share_of_replies_is_no_size() -> None:
    message = "Before it, nine in a hundred replied to the appeal, now thirteen."
    assert not kept(message, "thirteen", Chain(), "organisation.size", "11_to_50")


def test_a_person_called_by_name_is_no_tool_and_what_was_made_of_them_goes() -> None:
    message = "It was built by a volunteer called Priya and runs on a laptop."
    at = message.index("Priya")
    found = tuple(
        Proposal(ref, "known", value, "Priya", 0.9, at, at + 5)
        for ref, value in (
            ("application-2.name", "Priya"),
            ("application-2.sourcing", "vendor"),
            ("application.purpose", "Priya"),
        )
    )
    left = without_what_is_in_passing(Reading(found, "answer"), message, None, Chain()).proposals
    assert [p.ref for p in left] == ["application.purpose"]


def test_of_a_tool_that_is_there_only_the_name_goes() -> None:
    message = "We have a bot by a student named Maria, it answers mothers."
    at = message.index("Maria")
    found = (
        Proposal("application.name", "known", "Maria", "Maria", 0.9, at, at + 5),
        Proposal("application.purpose", "known", "answers mothers", "answers mothers", 0.9, at + 10, at + 25),
    )
    left = without_what_is_in_passing(Reading(found, "answer"), message, None, Chain()).proposals
    assert [p.ref for p in left] == ["application.purpose"]


@pytest.mark.parametrize(
    ("message", "stays"),
    [
        ("I have been to the tin with the slips, and there are nine, for twenty children.", False),
        ("In May we were nine, and so it is today.", True),
        ("My boss says that the number of people is nine.", True),
    ],
)
def test_what_stands_is_counted_anew_only_with_a_word_of_whom(message: str, stays: bool) -> None:
    eleven = Chain({"organisation.size": Fact("organisation.size", "known", "11_to_50", "eleven")})
    assert kept(message, "nine", eleven, "organisation.size", "up_to_10") is stays
