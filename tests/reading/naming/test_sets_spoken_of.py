"""An answer speaks of one of several sets of data by what it is; what heads a sentence beside it and is none is said of none."""

from __future__ import annotations

import time

import pytest

from vcassist.chain.facts import Fact, fold
from vcassist.reading.naming.sets_spoken_of import NOBODY, sets_spoken_of

TWO = fold(
    [
        Fact("data.description", "known", "ferry tickets"),
        Fact("data-2.description", "known", "GPS tracks of the skippers"),
        Fact("data-2.consent", "known", "yes", quote="each of them signed an annex"),
    ]
)
PICTURES = fold(
    [Fact("data.description", "known", "photos of kilns"), Fact("data-2.description", "known", "the logbook")]
)


def spoken_of(message: str, chain: object = TWO) -> list[tuple[str, str]]:
    return [(message[p.start : p.end], p.component) for p in sets_spoken_of(message, chain)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("The tickets carry no name.", [("The tickets", "data")]),
        ("With the tracks you see who was where.", [("With the tracks", "data-2")]),
        ("Tickets no, GPS tracks yes.", [("Tickets", "data"), ("GPS tracks", "data-2")]),
        ("For the old ferry tickets we keep a book.", [("For the old ferry tickets", "data")]),
        ("It is the tracks that tell names.", [("the tracks", "data-2")]),
        ("The skippers signed for it.", [("The skippers", "data-2")]),
        ("No, nobody signed.", []),
        ("We print tickets on Monday.", []),
    ],
)
def test_the_words_of_a_set_head_what_is_said_of_it(message: str, expected: list[tuple[str, str]]) -> None:
    assert spoken_of(message) == expected


def test_pictures_are_photos() -> None:
    assert spoken_of("In the pictures nobody stands.", PICTURES) == [("In the pictures", "data")]


def test_beside_a_set_what_is_none_is_nobody_s() -> None:
    said = "The tickets yes. The passengers I did not ask."
    assert spoken_of(said)[1][1] == NOBODY
    assert spoken_of("The passengers I did not ask.") == []


def test_what_was_told_of_a_set_before_is_its_own() -> None:
    assert spoken_of("For the tickets no. With the annexes we were late.")[1][1] == "data-2"


@pytest.mark.parametrize("unit", ["the tickets ", "and with the ", ". The a ", ", so the tracks yes"])
def test_a_long_message_takes_no_time(unit: str) -> None:
    started = time.perf_counter()
    list(sets_spoken_of(unit * 2000, TWO))
    assert time.perf_counter() - started < 2
