"""A place behind "of" is no organisation's name by itself, and what is taught or spoken is a language."""

from __future__ import annotations

import pytest

from vcassist.reading.naming.house_names import names_a_language, whole_house
from vcassist.reading.naming.introduced import introduced
from vcassist.reading.text import Span


def name_in(text: str, name: str) -> Span:
    at = text.index(name)
    return Span(at, at + len(name), name)


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("secretary of the volunteer fire brigade of Arlen", "Arlen", "volunteer fire brigade of Arlen"),
        ("I am the treasurer of the rowing club of Hallstatt", "Hallstatt", "rowing club of Hallstatt"),
        ("the library of the Riverside School", "Riverside School", None),
        ("accountant at the cooperative Jappo of Keur Madiop", "Keur Madiop", "Jappo"),
        ("the secretary of Lumina", "Lumina", None),
        ("the office of Caritas", "Caritas", None),
    ],
)
def test_a_house_is_called_by_all_its_words(text: str, name: str, whole: str | None) -> None:
    found = whole_house(text, name_in(text, name))
    assert (found and found.text) == whole


def test_who_introduces_a_house_of_a_place_names_the_whole() -> None:
    text = "I am the secretary of the volunteer fire brigade of Arlen in Germany."
    told = {v.key: v.value for v in introduced(text, (), True)}
    assert told["organisation.name"] == "volunteer fire brigade of Arlen"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I teach our language, Anishinaabemowin, in a school", True),
        ("a teacher of Quechua at the school", True),
        ("with Ojibwe, our own language, we", True),
        ("our charity, Lumina, teaches reading", False),
    ],
)
def test_what_is_taught_or_spoken_is_a_language(text: str, language: bool) -> None:
    name = next(w for w in ("Anishinaabemowin", "Quechua", "Ojibwe", "Lumina") if w in text)
    assert names_a_language(text, name_in(text, name)) is language
