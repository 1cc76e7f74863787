"""What the rules see in one text: which of its places something is in, and which it leaves."""

from __future__ import annotations

import pytest
from worlds import small_register

from vcassist.chain.fields import FIELDS
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.seen import look


@pytest.mark.parametrize(
    ("said", "read", "where"),
    [
        ("It does leave Colombia, every night.", "CO", None),
        ("yes it go out from Georgia", "GE", None),
        ("Not in Kenya any more, it moved out of Nairobi to Dublin.", "KE", "IE"),
        ("It left Ireland last year, now it is in Sweden.", "SE", "SE"),
        ("It never leaves Kenya.", "KE", "KE"),
        ("Nothing is outside Kenya.", "KE", "KE"),
    ],
)
def test_where_something_goes_from_is_not_where_it_is(said: str, read: str, where: str | None) -> None:
    seen = look(said, NameFinder(small_register()), FIELDS["storage.country"])
    place = seen.where("storage.country", next(p for p in seen.places if p.code == read))
    assert (place.code if place else None) == where


def test_an_organisation_is_where_it_says_whatever_leaves() -> None:
    seen = look("What we send leaves Kenya.", NameFinder(small_register()), FIELDS["organisation.country"])
    assert seen.where("organisation.country", seen.places[0]) == seen.places[0]
