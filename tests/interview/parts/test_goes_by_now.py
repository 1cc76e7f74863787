"""A second name that only takes the noted one's place names nothing second; a further tool stays one."""

from __future__ import annotations

import pytest
from talks import WordReader
from worlds import Talk

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.heard import Heard
from vcassist.interview.parts.goes_by_now import spelt_alike, under_its_new_name


def heard(said: str, **known: str) -> tuple[Heard, Chain]:
    t = Talk(WordReader())
    t.know(**(known or {"application__name": "Kora", "application__human_review": "always"}))
    start = said.index("Zed")
    name = Fact("application-2.name", "known", "Zed", "Zed", start, start + 3, 5)
    role = Fact("application-2.lifecycle", "known", "in_use", "Zed", start, start + 3, 5)
    return under_its_new_name(Heard(facts=(name, role)), said, t.session), t.session.chain


@pytest.mark.parametrize(
    "said",
    [
        "It isn't Kora at all, the girls write with Zed.",
        "They rebadged it in May. It goes by Zed these days.",
        "I gave you the old name, on the screen it says Zed.",
        "We switched to Zed after the summer.",
    ],
)
def test_a_name_in_the_place_of_the_noted_one_renames_it(said: str) -> None:
    found, _ = heard(said)
    assert {f.ref for f in found.facts} == {"application.name", "application.lifecycle"}
    ((old, new),) = found.replaced
    assert (old.value, new.value, new.ref) == ("Kora", "Zed", "application.name")


@pytest.mark.parametrize(
    "said",
    [
        "For the rosters we have Zed.",
        "We switched to Zed for the letters and still use Kora for the beds.",
        "Is Zed the new name of it?",
    ],
)
def test_a_further_tool_stays_one(said: str) -> None:
    found, _ = heard(said)
    assert {f.ref for f in found.facts} == {"application-2.name", "application-2.lifecycle"} and not found.replaced


def test_a_name_that_was_spelt_wrongly_is_no_second_one() -> None:
    found, _ = heard("My thumb slipped, it is Zedrix.", application__name="Zedrex")
    assert not found.replaced, "the name was read as Zed"
    assert spelt_alike("FlowTumble", "FlowTumbler") and spelt_alike("Tideline", "Tideland")
    assert (
        not spelt_alike("Kora", "Cora")
        and not spelt_alike("Llama 3", "Llama 4")
        and not spelt_alike("Speechmatics", "Transkribus")
    )


def test_of_two_the_one_that_is_said_again_is_renamed_and_of_two_unnamed_none() -> None:
    two = {"application__name": "Kora", "application-3__name": "Lumo"}
    found, _ = heard("Lumo was rebranded, they call it Zed.", **two)
    assert [new.ref for _, new in found.replaced] == ["application-3.name"]
    found, _ = heard("It was rebranded, they call it Zed.", **two)
    assert not found.replaced


def test_what_is_put_in_the_place_of_a_tools_whole_name_is_no_new_supplier() -> None:
    t = Talk(WordReader())
    t.know(application__name="Nova AI", application__supplier="Nova")
    old = t.session.chain.facts["application.supplier"]

    def put(said: str) -> list[str]:
        start = said.index("Zed")
        new = Fact("application.supplier", "known", "Zed", "Zed", start, start + 3, 5)
        return [
            n.ref for _, n in under_its_new_name(Heard(facts=(new,), replaced=((old, new),)), said, t.session).replaced
        ]

    assert put("It is Zed now, not Nova AI.") == ["application.name"]
    assert put("It comes from Zed, not from Nova.") == ["application.supplier"]
