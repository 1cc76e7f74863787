"""The young of a club are children, and growers who only say who they are are not those whom a tool touches."""

from __future__ import annotations

import pytest

from vcassist.reading.told.kinds_of_people import out_of_school, sorted_out


@pytest.mark.parametrize(
    ("said", "outside"),
    [
        ("The boys, of twelve to fifteen years, who train with us when they are out of the school", True),
        ("the youngsters in our squads", True),
        ("the boys and girls in our classes", False),
        ("our students, they train with us every day", False),
        ("the teachers of the club", False),
    ],
)
def test_young_people_of_a_club_are_no_pupils_of_it(said: str, outside: bool) -> None:
    assert out_of_school(said) is outside


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        ("kiwifruit growers and packhouse in te puke. rowboss sends the slow pickers home.", ("workers",)),
        ("We are a cooperative of coffee growers. BeanBot tells growers when to sell.", None),
        ("BeanBot tells our growers when to sell.", None),
    ],
)
def test_growers_who_speak_are_not_touched_by_what_sorts_their_hands(said: str, whom: tuple[str, ...] | None) -> None:
    start = said.index("growers")
    assert sorted_out(said, start, start + len("growers")) == whom
