"""What kind of house it is, a place, who speaks and a tool are no names of an organisation."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.no_house import without_no_house

HOUSE, TOOL = "organisation.name", "application.name"


def left_of(message: str, name: str, ref: str = HOUSE, asked: str | None = None) -> list[tuple[str, object]]:
    """What is left where ``name`` was taken for a name in ``message``."""
    start = message.index(name)
    read = Reading((Proposal(ref, "known", name, name, 0.8, start, start + len(name)),), "answer")
    return [(p.ref, p.value) for p in without_no_house(read, message, asked).proposals]


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("I am agronomist of coffee cooperative in Huila, Colombia.", "coffee cooperative"),
        ("News co-op, Durban. Hides abusive comments.", "Durban"),
        ("hi so am secretary of young poultry farmers coop for oyo state", "secretary of young poultry farmers coop"),
    ],
)
def test_a_kind_a_place_and_who_speaks_are_no_name(message: str, name: str) -> None:
    assert left_of(message, name) == []


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("we are mesa legal, a legal aid desk in tucson", "mesa legal"),
        ("We are a choir called durban.", "durban"),
        ("Our school is named Lisbon.", "Lisbon"),
        ("I work at Nakamal Relief in Port Vila.", "Nakamal Relief"),
    ],
)
def test_a_name_stays_one(message: str, name: str) -> None:
    assert left_of(message, name) == [(HOUSE, name)]


def test_what_is_asked_for_is_left() -> None:
    assert left_of("Durban", "Durban", asked=HOUSE) == [(HOUSE, "Durban")]


def test_what_is_told_to_be_a_tool_is_the_tool_s_name() -> None:
    assert left_of("We operate Bralka, a chat assistant on our website.", "Bralka") == [(TOOL, "Bralka")]


def test_nobody_is_called_oneself() -> None:
    assert left_of("Wrote Veza myself: a classifier.", "Veza myself", ref=TOOL) == [(TOOL, "Veza")]


def test_who_bears_a_title_supplies_nothing() -> None:
    message = "I only hear from Sister Mwape at X-ray."
    assert left_of(message, "Sister Mwape", ref="application.supplier") == []


def test_since_when_one_bears_a_name_is_none() -> None:
    said = "We've always been Nakamal Relief, since Pam in 2015."
    assert left_of(said, "since Pam in 2015", asked=HOUSE) == [(HOUSE, "Nakamal Relief")]


def test_who_one_is_oneself_is_no_house() -> None:
    assert left_of("Well now, I'm Moira, I run the reading centre.", "Moira") == []


def test_a_sound_and_what_could_take_over_are_no_further_tools() -> None:
    second = "application-2.name"
    assert left_of("Uff, it depends who is on shift.", "Uff", ref=second) == []
    said = "ChatGPT, we had it for a month and it did the job the same."
    assert left_of(said, "ChatGPT", ref=second, asked="model.alternative") == []
    assert left_of("We use ChatGPT too, for letters.", "ChatGPT", ref=second) == [(second, "ChatGPT")]


def test_a_firm_that_is_only_described_is_no_name() -> None:
    supplier = "application.supplier"
    assert left_of("A Manila firm. If you must: Bayanihan.", "Manila firm", supplier, supplier) == []
    said = "The firm is called Manila Firm."
    assert left_of(said, "Manila Firm", supplier, supplier) == [(supplier, "Manila Firm")]
