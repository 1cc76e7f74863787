"""A person who introduces themselves is no organisation's name."""

from __future__ import annotations

import pytest

from vcassist.reading.naming.places import places
from vcassist.reading.naming.speaker import is_who_speaks
from vcassist.reading.text import Span


def speaks(text: str, name: str) -> bool:
    start = text.index(name)
    return is_who_speaks(text, Span(start, start + len(name), name), frozenset(p.start for p in places(text)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hi hi, here is Tonho from Brazil! We are a football school.", "Tonho"),
        ("hello, this is Moira, I'm the night manager", "Moira"),
        ("Dzień dobry, this is Halina. We are a seed bank in Poland.", "Halina"),
        ("Pekka speaking. We are a fish farm in Finland.", "Pekka"),
        ("My name is Dolores. I run a library.", "Dolores"),
        ("Good evening. Kaimana here from a surf rescue club in Hilo.", "Kaimana here"),
        ("Hi, its Chanda from Radio Kapiri Voice, a community radio.", "Chanda"),
    ],
)
def test_who_says_who_they_are_is_a_person(text: str, name: str) -> None:
    assert speaks(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hello, this is Rowan Brae, a care home in Oban.", "Rowan Brae"),
        ("Here is Radio Lumen from Slovakia.", "Radio Lumen"),
        ("This is Samaritans from Ireland.", "Samaritans"),
        ("Hello, this is Foodbank here.", "Foodbank"),
        ("This is UNICEF from Kenya.", "UNICEF"),
        ("This is Moira from Rowanbank.", "Rowanbank"),
        ("It's MealMatch from Foodly that we use.", "MealMatch"),
    ],
)
def test_a_house_is_none(text: str, name: str) -> None:
    assert not speaks(text, name)
