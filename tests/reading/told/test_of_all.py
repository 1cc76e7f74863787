"""What is said of all tools at once is read as it would be said of one, and quoted in the words that were said."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal
from vcassist.reading.told.of_all import PUT_FOR_ALL, of_one, with_it


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Both work only with the internet", "It works only with the internet"),
        ("both are checked", "it is checked"),
        ("Each of them needs a line", "It needs a line"),
        ("Neither works offline", "It does not work offline"),
        ("Neither of our tools pushes anything", "It does not push anything"),
        ("none of the two runs without a connection", "it does not run without a connection"),
        ("neither has a label", "it has no label"),
        ("Neither is labelled, and both need a line", "It is not labelled, and it needs a line"),
        ("Not one of them works offline", "It does not work offline"),
        ("All three carry a stamp", "It carries a stamp"),
    ],
)
def test_what_is_said_of_all_is_said_of_one(said: str, text: str) -> None:
    assert of_one(said, 0, range(len(said))).text == text


def test_only_where_a_word_stands_for_the_tools_it_is_changed() -> None:
    assert of_one("Both nurses look", 0, []).text == "Both nurses look"


def test_a_quote_leads_back_to_what_was_said() -> None:
    message = "Well. Neither of them works offline, and both need a line."
    one = of_one(message[6:], 6, [6, message.index("both")])
    at = 6 + one.text.index("needs a line")
    p = Proposal("application.works_offline", "known", "no", "needs a line", 0.9, at, at + len("needs a line"))
    whole = Proposal("application.works_offline", "known", "no", one.text, 0.9, 6, 6 + len(one.text))
    assert [q.quote for q in one.back([p, whole])] == ["both need a line", message[6:]]


@pytest.mark.parametrize("said", ["Please put it for both.", "note that down for both", "the same goes for both"])
def test_to_put_something_for_both_says_it_of_all(said: str) -> None:
    assert PUT_FOR_ALL.search(said)


def test_nothing_takes_long() -> None:
    assert of_one("both " * 4000 + "neither of " * 2000 + " " * 20_000, 0, range(50_000)).changes is not None


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Both live.", "It is live."),
        ("both open, both on trial", "it is open, it is on trial"),
        ("Both stop.", "It stops."),
        ("Both work", "It works"),
    ],
)
def test_how_all_are_may_be_said_without_a_verb(said: str, text: str) -> None:
    assert of_one(said, 0, range(len(said))).text == text


def test_a_verb_of_several_things_goes_with_it() -> None:
    assert with_it("The maps are on trial.", 0, [(0, 8)]).text == "it is on trial."
    assert with_it("Kora is on trial.", 0, [(0, 4)]).text == "it is on trial."
