"""A name is read without the words by which somebody is not quite sure of it."""

from __future__ import annotations

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.reading.naming.hedged_name import only_the_name

HOUSE, MAKER = FIELDS["organisation.name"], FIELDS["application.supplier"]


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("Mount Carmel I believe", "Mount Carmel"),
        ("That would be Casa Norte, as far as I can see.", "Casa Norte"),
        ("I think it is Sangam Systems", "Sangam Systems"),
        ("well, this would be Orbita 3, if I remember well", "Orbita 3"),
    ],
)
def test_the_name_is_left_where_it_stands(message: str, name: str) -> None:
    left = only_the_name(message, HOUSE)
    assert left is not None and len(left) == len(message)
    assert left.strip() == name and left.index(name) == message.index(name)
    assert only_the_name(message, MAKER) == left


@pytest.mark.parametrize(
    "message",
    [
        "Mount Carmel",
        "Nothing I believe in",
        "The old one was Casa Norte I think",
        "I think so",
        "We bought it, I think",
    ],
)
def test_what_says_more_or_no_name_is_read_as_it_is(message: str) -> None:
    assert only_the_name(message, HOUSE) is None


def test_only_names_are_hedged_so() -> None:
    assert only_the_name("Mount Carmel I believe", FIELDS["application.purpose"]) is None
    assert only_the_name("Mount Carmel I believe", None) is None
