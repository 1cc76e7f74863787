"""Whole forms of telling count without the trained reader: a house and its tool, a supplier by its part, who made it."""

from __future__ import annotations

import pytest

from vcassist.reading.naming.introduced import introduced
from vcassist.reading.naming.places import places


def told(text: str, opening: bool = True) -> dict[str, object]:
    return {fact.key: fact.value for fact in introduced(text, places(text), opening)}


def test_a_house_in_the_third_person_introduces_itself_by_its_tool() -> None:
    assert told("Our school in Canada uses Kora to write letters. We have a fallback.") == {
        "application.name": "Kora",
        "application.purpose": "write letters",
        "organisation.sector": "education",
        "organisation.country": "CA",
    }


@pytest.mark.parametrize(
    "text",
    [
        "The neighbouring school in Canada uses Kora to write letters.",
        "Our school in Canada would use Kora to write letters.",
        "OUR SCHOOL IN CANADA USES KORA TO WRITE LETTERS.",
    ],
)
def test_another_house_or_a_wish_introduces_nothing(text: str) -> None:
    assert told(text) == {}


@pytest.mark.parametrize(
    ("text", "supplier"),
    [
        ("The supplier, I should like to repeat, is Sprachwerk GmbH in Munich.", "Sprachwerk GmbH"),
        ("Our vendor is still Tessera Labs.", "Tessera Labs"),
        ("The firm which supplies it, as I said, is from Munich, namely Sprachwerk GmbH.", "Sprachwerk GmbH"),
    ],
)
def test_who_supplies_is_told_by_the_part_it_plays(text: str, supplier: str) -> None:
    assert told(text, opening=False)["application.supplier"] == supplier


def test_who_gives_only_the_model_is_the_model_s_supplier() -> None:
    assert told("The application is ours; Meta supplies only the base model.") == {"model.supplier": "Meta"}


@pytest.mark.parametrize("text", ["Our supplier is not Tessera Labs.", "The data supplier is Tessera Labs.", "Our supplier is slow."])  # fmt: skip
def test_a_denial_another_part_or_no_name_supplies_nothing(text: str) -> None:
    assert told(text, opening=False) == {}


def test_what_one_s_own_staff_put_together_is_built_in_house() -> None:
    assert told("So Ekiru, our sound technician, put together a thing he calls Nakwaar.") == {
        "application.sourcing": "in_house"
    }


@pytest.mark.parametrize(
    ("text", "sourcing"),
    [
        ("greg, one of our volunteers, wrote a thing that guesses how many parcels we need", "in_house"),
        ("Our volunteer Greg wrote the whole thing.", "in_house"),
        ("Our own IT officer and a firm, Nabd Labs, built it together.", "both"),
        ("A firm, Nabd Labs, and our own nurse built it together.", "both"),
        ("Nabd Labs and our own IT officer made it together.", "both"),
        ("Together with a firm, Nokta Yazılım, we wrote a program.", "both"),
    ],
)
def test_who_of_one_s_own_made_it_and_with_whom(text: str, sourcing: str) -> None:
    assert told(text) == {"application.sourcing": sourcing}


def test_where_everybody_is_tells_the_home_whatever_was_asked() -> None:
    assert told("We are in Tunisia, all our members too. The files... no idea.", opening=False) == {
        "organisation.country": "TN"
    }


def test_who_says_where_they_work_names_the_house() -> None:
    assert told("Hello, I'm the bookkeeper at Haus Lindenblick in Graz, Austria.")["organisation.name"] == (
        "Haus Lindenblick"
    )


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("Namaste. I chair the Baghmara Ban Samuha, a community forest group in Chitwan.", "Baghmara Ban Samuha", "environment"),
        ("I am headmistress of Al-Noor, the school for deaf children in Irbid.", "Al-Noor", "education"),
        ("We are Torvald & Sons, a family firm in Bodø.", "Torvald & Sons", "business"),
    ],
)  # fmt: skip
def test_who_stands_at_the_head_of_a_house_names_it_and_its_kind(text: str, name: str, sector: str) -> None:
    assert (told(text)["organisation.name"], told(text)["organisation.sector"]) == (name, sector)


@pytest.mark.parametrize(
    "text",
    [
        "I run Kora, a translation tool for schools.",
        "I am a customer of Acme, a company in Utah.",
        "I work with Anthropic, a company in the US.",
        "I chair the meeting on Mondays, a long one.",
    ],
)
def test_a_tool_or_somebody_else_s_house_is_not_one_s_own(text: str) -> None:
    assert "organisation.name" not in told(text)


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("This is from a district court in Odisha, India.", "government"),
        ("I am a clerk at the land registry of Ohrid.", "government"),
        ("We work for the clients before the district court.", None),
    ],
)
def test_who_serves_at_a_court_or_a_register_works_for_the_state(text: str, sector: str | None) -> None:
    assert told(text).get("organisation.sector") == sector


@pytest.mark.parametrize(
    "text",
    [
        "I am with the registry of a small-claims court in Kutaisi.",
        "I write on behalf of the Registry of the Land and Titles Court in Apia.",
    ],
)
def test_who_serves_at_a_court_is_of_the_state(text: str) -> None:
    assert told(text)["organisation.sector"] == "government"


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("It watches the drivers, Seeing Machines make it.", "Seeing Machines"),
        ("Blue Eye ApS built the system.", "Blue Eye ApS"),
        ("Maria Lopez made it.", None),
        ("Seeing Machines never made it.", None),
    ],
)
def test_a_company_that_makes_the_thing_supplies_it(text: str, told_of: str | None) -> None:
    assert told(text, opening=False).get("application.supplier") == told_of


def test_what_a_thing_is_and_where_it_comes_from_is_told_of_a_tool() -> None:
    assert told("PoolGuard is a camera thing from a firm called Blue Eye.")["application.name"] == "PoolGuard"
    assert "application.name" not in told("Maria is a nurse from a firm called Blue Eye.")


def test_they_make_it_names_its_supplier() -> None:
    found = list(introduced("You forgot Tiyeni Digital, they make AskDokotala.", (), opening=False))
    assert [(f.key, f.value) for f in found] == [("application.supplier", "Tiyeni Digital")]
    assert not [
        f for f in introduced("Ana Paula, they made tea.", (), opening=False) if f.key == "application.supplier"
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I write on behalf of the benefits division of a municipality in Portugal.", "PT"),
        ("We use an app that a hospital in Portugal made.", None),
        ("Our supplier runs a school in Portugal.", None),
    ],
)
def test_the_house_for_which_somebody_speaks_stands_in_its_country(text: str, code: str | None) -> None:
    found = [fact.value for fact in introduced(text, places(text), True) if fact.key == "organisation.country"]
    assert found == ([code] if code else [])
