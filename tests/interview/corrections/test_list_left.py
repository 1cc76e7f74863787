"""Of a list stays what a sentence with an "only" names, or what no sentence takes out."""

from __future__ import annotations

import re

import pytest

from vcassist.interview.corrections.list_left import left_of_a_list

OUT = re.compile(r"\b(?:scratch|remove|not|never)\b", re.I)
NAMES = {"book": "own_records", "mission": "partners", "open data": "open_data", "girls": "users"}
ALL = ("own_records", "partners", "open_data", "users")


def read(words: str) -> list[str]:
    return [value for name, value in NAMES.items() if name in words]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("scratch the mission, they stopped. only our own book and the open data", ("own_records", "open_data")),
        ("Remove the mission. It rests the book and the girls.", ("own_records", "users")),
        ("So the girls and our book, those two only.", ("own_records", "users")),
        ("Remove the mission and the open data. The book is ours.", ("own_records", "users")),
        ("The mission and our book.", ()),
        ("not the mission", ()),
    ],
)
def test_what_is_left_of_a_list(text: str, left: tuple[str, ...]) -> None:
    assert left_of_a_list(ALL, (), text, OUT, read) == left


def test_what_is_not_only_named_leaves_the_rest() -> None:
    assert left_of_a_list(ALL, (), "not only the girls", OUT, read) == ()
