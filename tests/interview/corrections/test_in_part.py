"""A correction that holds for some of the times or people makes the middle of two ends; one that holds wholly does not."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.in_part import held_in_part


def held(ref: str, old: str, new: str, said: str, quote: str) -> object:
    start = said.index(quote)
    was = Fact(ref, "known", old, "it was so")
    return held_in_part(was, Fact(ref, "known", new, quote, start, start + len(quote)), said).value


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("At night the letters go out unread.", "go out unread"),
        ("When the queue is long he signs without looking.", "signs without looking"),
        ("The rest of the week nobody looks at it.", "nobody looks at it"),
        ("She is off, and on Fridays it is sent as it comes.", "sent as it comes"),
    ],
)
def test_some_of_the_times_make_always_a_sometimes(said: str, quote: str) -> None:
    assert held("application.human_review", "always", "never", said, quote) == "sometimes"


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("Nobody looks at it any more.", "Nobody looks at it"),
        ("When we painted in May it came off, so nobody checks it.", "nobody checks it"),
        ("It goes out unread.", "goes out unread"),
    ],
)
def test_what_holds_wholly_stands_as_it_is_said(said: str, quote: str) -> None:
    assert held("application.human_review", "always", "never", said, quote) == "never"


def test_a_yes_for_some_people_only_is_partly() -> None:
    said = "The older ones never signed it."
    assert held("data.consent", "yes", "no", said, "never signed it") == "partly"


def test_what_has_no_middle_stays() -> None:
    said = "On Mondays it only recommends."
    assert held("application.decision_role", "decides", "recommends", said, "only recommends") == "recommends"


def test_who_has_a_value_written_down_means_it_whole() -> None:
    said = "That was only for the members, so mark it as no please."
    assert held("data.personal_data", "yes", "no", said, "only for the members, so mark it as no") == "no"
    assert held("data.personal_data", "yes", "no", "There are names only for the members.", "names only") == "partly"
