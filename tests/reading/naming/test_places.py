"""Countries by the names that people write: towns in another spelling, provinces and counties, towns written small where asked."""

from __future__ import annotations

import pytest

from vcassist.reading.naming.places import places


def codes(text: str, asked: bool = False) -> list[str]:
    return [p.code for p in places(text, asked)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Aarhus", "DK"),
        ("Århus", "DK"),
        ("Cluj", "RO"),
        ("Hull", "GB"),
        ("Flevoland", "NL"),
        ("Staffordshire", "GB"),
        ("Piauí", "BR"),
        ("Eastern Cape", "ZA"),
        ("Lesvos", "GR"),
        ("Tower Hamlets", "GB"),
        ("s sudan", "SS"),
        ("S. Africa", "ZA"),
        ("we are in n ireland", "GB"),
    ],
)
def test_towns_and_parts_of_countries_tell_the_country(text: str, code: str) -> None:
    assert codes(f"We work in {text}.") == [code]


@pytest.mark.parametrize(
    "text", ["the Central Region", "Upper River", "our Southern office", "an Officer said", "Forest walks"]
)
def test_plain_words_with_a_capital_are_no_places(text: str) -> None:
    assert codes(text) == []


def test_a_part_that_several_countries_have_tells_none_of_them() -> None:
    assert codes("in Northern Province") == []


@pytest.mark.parametrize("text", ["Of Vietnam, the delta only.", "our reading of it", "in a bath"])
def test_behind_an_article_small_letters_are_no_town(text: str) -> None:
    assert [place.kind for place in places(text, asked=True) if place.kind == "city"] == []


def test_where_a_country_is_asked_a_town_may_be_written_small() -> None:
    assert codes("hobart", asked=True) == ["AU"]
    assert codes("hobart") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a museum in San Fernando, Trinidad", ["TT", "TT"]),
        ("our office in San José, Costa Rica", ["CR", "CR"]),
        ("Tripoli in Lebanon", ["LB", "LB"]),
        ("Paris, Texas", ["US", "US"]),
        ("Oslo, Denmark and Iceland", ["NO", "DK", "IS"]),
        ("from Berlin to Poland", ["DE", "PL"]),
        ("in Dublin, EU", ["IE", "EU"]),
    ],
)
def test_a_town_lies_in_the_country_that_is_named_right_behind_it(text: str, found: list[str]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dairy co-op, Florida, Uruguay", "UY"),
        ("a school in Georgia, USA", "US"),
        ("a school in Georgia", "GE"),
        ("in Florida", "US"),
    ],
)
def test_a_part_lies_in_the_country_that_is_named_behind_it(text: str, code: str) -> None:
    assert codes(text)[0] == code
