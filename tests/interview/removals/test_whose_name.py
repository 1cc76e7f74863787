"""A name is found where an order points at it without saying it."""

from __future__ import annotations

import pytest
from talks import talk

from vcassist.interview.removals.whose_name import names_pointed_at, people_in, whole_names

STORY = "Our head nurse Awa Ceesay runs Sanalyze. Madame Petit brought it; Fatou Jallow, the bookkeeper, pays."


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("please remove the name of the nurse", ("Awa Ceesay",)),
        ("strike the bookkeeper's name", ("Fatou Jallow",)),
        ("take her name out", ("Fatou Jallow",)),
        ("Leave out all the names of people", ("Awa Ceesay", "Petit", "Fatou Jallow")),
        ("remove the name of the tool", ()),
        ("remove the name of the driver", ()),
        ("delete the size", ()),
        ("take that name off, it is not what we call it", ()),
        ("leave out all names of the tools", ()),
    ],
)
def test_an_order_points_at_names_of_people(order: str, names: tuple[str, ...]) -> None:
    t = talk()
    t.say(STORY)
    assert names_pointed_at(order, t.session) == names


def test_a_part_of_a_name_is_of_the_whole() -> None:
    t = talk()
    t.say(STORY)
    assert whole_names("Awa", t.session) == ("Awa Ceesay",)
    assert whole_names("Awa Ceesay", t.session) == ()


def test_who_is_named_by_title_by_role_or_by_a_given_name_is_a_person() -> None:
    assert [name for _, name in people_in("Sister Abiba and Mr Otieno meet Fatima Wanja at Sanalyze in Nairobi.")] == [
        "Abiba",
        "Otieno",
        "Fatima Wanja",
    ]
