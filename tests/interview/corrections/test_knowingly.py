"""Who says otherwise than before and knows it sets it right; who does not is asked which of the two is right."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.knowingly import known_to_be_otherwise, misheard

HOSTING = Fact("compute.hosting", "known", "own_premises", "in the cabinet of our office")
SIZE = Fact("organisation.size", "known", "11_to_50", "about forty of us")


def knows(said: str, quote: str, old: Fact = HOSTING) -> bool:
    start = said.index(quote)
    return known_to_be_otherwise(old, said, start, start + len(quote), str)


@pytest.mark.parametrize(
    "said",
    [
        "I was boasting a little. It runs at the maker's.",
        "Your list says something else, but it runs at the maker's.",
        "Today it runs at the maker's.",
        "I went down to look. That is a screen. It runs at the maker's.",
        "It runs at the maker's. I told you a lie before.",
        "I dug out the annex. It runs at the maker's.",
        "Looked at the contract. It runs at the maker's.",
        "About where it runs. It runs at the maker's.",
        "The cabinet in the office holds only the screen, it runs at the maker's.",
    ],
)
def test_signs_that_somebody_knows(said: str) -> None:
    assert knows(said, "runs at the maker's")


@pytest.mark.parametrize(
    "said",
    [
        "We pay monthly, and it runs at the maker's.",
        "My friend says now that it runs at the maker's.",
        "Does it not say there today that it runs at the maker's?",
    ],
)
def test_a_statement_without_them_is_asked_back(said: str) -> None:
    assert not knows(said, "runs at the maker's")


def test_a_number_that_is_said_again_is_known_to_be_wrong() -> None:
    assert knows("Forty is the whole street at the feast, eight of us do the work.", "eight of us", SIZE)
    assert not knows("Each of the eight of us has a key.", "eight of us", SIZE)


@pytest.mark.parametrize(
    "said",
    [
        "I must add that it runs at the maker's.",
        "On reflection it runs at the maker's.",
        "We should be precise, it runs at the maker's.",
        "Come to think of it, it runs at the maker's.",
    ],
)
def test_who_announces_what_they_say_knows_it(said: str) -> None:
    assert knows(said, "runs at the maker's")


def test_words_that_named_the_other_value_from_the_first_were_misheard() -> None:
    old = Fact("application.decision_role", "known", "recommends", "it decides, I would say")
    assert misheard(old, "decides")
    assert not misheard(old, "assists")
    assert not misheard(Fact(old.ref, "known", "recommends", "it recommends, a person decides"), "decides")


def test_who_stresses_that_it_was_done_knows_that_they_denied_it() -> None:
    old = Fact("monitoring.bias_tested", "known", "no", "We've never compared groups, no")
    assert knows("Wait, Luana did compare women and men once.", "Luana did compare women and men", old)
    assert not knows("Luana did the cooking once.", "Luana did the cooking", old)
