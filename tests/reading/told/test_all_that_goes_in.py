"""Asked what goes in, all of a list is the answer."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.told.all_that_goes_in import KEY, with_all_that_goes_in


def told(message: str, first: str, asked: str | None = KEY) -> object:
    at = message.index(first)
    read = Reading((Proposal(KEY, "known", first, first, 0.9, at, at + len(first)),), "answer")
    (one,) = with_all_that_goes_in(read, message, asked).proposals
    assert one.quote == one.value == message[one.start : one.end]
    return one.value


@pytest.mark.parametrize(
    ("message", "first", "all_of_it"),
    [
        ("So the rent account, when folk pay, and a credit score. And names with it, aye.", "rent account", "rent account, when folk pay, and a credit score. And names with it"),
        ("My note, what, what time, where. Sometime name of person who marry.", "note", "note, what, what time, where. Sometime name of person who marry"),
        ("The forecast and the sea conditions, and we get those from the ministry.", "forecast", "forecast and the sea conditions"),
        ("names, and what they owe. we keep it all in a book", "names", "names, and what they owe"),
        ("Photos. They are sent by phone, and nobody else sees them.", "Photos", "Photos"),
        ("the photos of fish that we send", "photos of fish", "photos of fish"),
    ],
)  # fmt: skip
def test_the_whole_list_is_what_goes_in(message: str, first: str, all_of_it: str) -> None:
    assert told(message, first) == all_of_it


def test_what_nobody_asked_for_is_no_list() -> None:
    assert told("It reads notes, what, what time and where", "notes", None) == "notes"
