"""A second name that only takes the noted one's place names nothing second; a further tool stays one."""

from __future__ import annotations

import pytest
from talks import WordReader
from worlds import Talk

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.heard import Heard
from vcassist.interview.parts.goes_by_now import spelt_alike, under_its_new_name
from vcassist.interview.ports import Reading, Wanted
from vcassist.interview.session import Session, Turn


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
        "Zed is a different tool, not Kora.",
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


def learnt(chance: float):
    def wanted(sentence: str, asked: str | None) -> Wanted | None:
        return Wanted("what", 0.01, "", 0.01, amends=chance)

    return wanted


def heard_name(ref: str, name: str, said: str) -> Heard:
    start = said.index(name)
    return Heard(facts=(Fact(ref, "known", name, name, start, start + len(name)),), reading=Reading((), "answer"))


def noted(**values: str) -> Session:
    facts = tuple(Fact(ref.replace("__", "."), "known", value, value) for ref, value in values.items())
    return Session("s", "", (Turn(0, facts=facts),))


def test_a_model_s_new_name_is_learnt_from_sentences_that_set_something_right() -> None:
    said = "it's been Qwen since the reopening"
    session = noted(application__name="Kora", model__name="Gemma")
    found = under_its_new_name(heard_name("model-2.name", "Qwen", said), said, session, learnt(0.3))
    assert [f.ref for f in found.facts] == ["model.name"]
    kept = under_its_new_name(heard_name("model-2.name", "Qwen", said), said, session, learnt(0.2))
    assert [f.ref for f in kept.facts] == ["model-2.name"]


def test_a_further_tool_is_no_new_name_of_the_first_unless_that_is_said_again() -> None:
    session = noted(application__name="Kora")
    said = "the posters come out of Canva since May"
    found = under_its_new_name(heard_name("application-2.name", "Canva", said), said, session, learnt(0.9))
    assert [f.ref for f in found.facts] == ["application-2.name"]
    said = "Kora went in spring, it has been Canva since May"
    found = under_its_new_name(heard_name("application-2.name", "Canva", said), said, session, learnt(0.9))
    assert [f.ref for f in found.facts] == ["application.name"]


@pytest.mark.parametrize(
    "said",
    ["please correct the name of the supplier, it is called Randwerk", "The vendor is called Randwerk, by the way."],
)
def test_what_the_supplier_is_called_names_no_tool(said: str) -> None:
    session = noted(application__name="Kora", application__supplier="Talentis")
    found = under_its_new_name(heard_name("application-2.name", "Randwerk", said), said, session)
    assert [(f.ref, f.value) for f in found.facts] == [("application.supplier", "Randwerk")]
    assert [old.value for old, _ in found.replaced] == ["Talentis"]


def test_what_the_message_sets_right_beside_a_new_name_is_not_lost() -> None:
    t = Talk(WordReader())
    t.know(application__name="Kora", application__human_review="always")
    said = "It isn't Kora at all, it is Zed. And a check comes never."
    name = Fact("application-2.name", "known", "Zed", "Zed", said.index("Zed"), said.index("Zed") + 3, 5)
    new = Fact("application.human_review", "known", "never", "never", said.index("never"), said.index("never") + 5, 5)
    pair = (t.session.chain.facts["application.human_review"], new)
    found = under_its_new_name(Heard(facts=(name, new), replaced=(pair,)), said, t.session)
    assert {f.ref: f.value for f in found.facts} == {"application.name": "Zed", "application.human_review": "never"}


def test_a_model_that_is_said_to_be_right_instead_is_no_further_one() -> None:
    said = "No, that was what we wanted. It was Qwen."
    session = noted(application__name="Kora", model__name="Gemma")
    for sure, ref in ((0.9, "model.name"), (0.5, "model-2.name")):
        found = under_its_new_name(
            heard_name("model-2.name", "Qwen", said), said, session, instead=lambda old, sentence, sure=sure: sure
        )
        assert [f.ref for f in found.facts] == [ref]
