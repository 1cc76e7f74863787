"""Who bears a title, or stands in a list of people, is nobody's tool."""

from __future__ import annotations

import pytest

from vcassist.reading.naming.somebody import among_people, is_a_person
from vcassist.reading.text import Span


def span(text: str, name: str) -> Span:
    at = text.index(name)
    return Span(at, at + len(name), name)


@pytest.mark.parametrize(
    ("text", "name", "people"),
    [
        ("I've got Maori, Pakeha, two Tongans, and a Sikh fella", "Maori", True),
        ("We have Roma, Sinti and some Turkish families", "Roma", True),
        ("We use Otter, Grammarly and a chatbot for families", "Otter", False),
        ("Ajo, an assistant for farmers, was built by Zaria", "Ajo", False),
    ],
)
def test_names_beside_people_are_of_people(text: str, name: str, people: bool) -> None:
    assert among_people(text, span(text, name)) is people


def test_who_bears_a_title_is_a_person() -> None:
    text = "Me for the system, Dr Banda for the clinical side."
    assert is_a_person(text, span(text, "Dr Banda"), Span(0, len(text), text))
