"""Names are taken as they stand: whole, nobody's own, each once, the model's inside, the tool's where it stands alone."""

from __future__ import annotations

from typing import Any

import pytest

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal
from vcassist.reading.naming.as_it_stands import as_they_stand


def named(message: str, *told: tuple[str, str], asked: str | None = None) -> dict[str, Any]:
    proposals = [
        Proposal(ref, "known", name, name, 0.9, message.index(name), message.index(name) + len(name))
        for ref, name in told
    ]
    kept = as_they_stand(proposals, message, asked, Chain(), lambda word: word in ("yes", "stewards"))
    return {p.ref: p.value for p in kept}


def test_a_name_that_was_cut_within_a_word_is_whole_and_stands_once() -> None:
    message = "the scribe is called NoteShohoj and NoteShohoj is local"
    told = (("application.name", "NoteS"), ("application-2.name", "NoteShohoj"), ("application-2.purpose", "scribe"))
    assert named(message, *told) == {"application.name": "NoteShohoj", "application.purpose": "scribe"}


@pytest.mark.parametrize("message", ["My name is Thoko, I run a hotline.", "Thoko is my name", "Thoko is me!"])
def test_who_speaks_is_no_tool(message: str) -> None:
    assert named(message, ("application.name", "Thoko")) == {}


def test_a_word_for_any_thing_is_no_name() -> None:
    assert named("It's about the yoke that puts the sermon into Polish.", ("application.name", "yoke")) == {}
    assert named("the rest is another AI marking it", ("application.name", "rest")) == {}
    assert named("we use yoke for the sermon", ("application.name", "yoke")) == {"application.name": "yoke"}


@pytest.mark.parametrize(
    "message", ["I think behind is ChatGPT", "inside it there is ChatGPT", "ChatGPT is what is behind it"]
)
def test_what_is_inside_a_tool_is_its_model(message: str) -> None:
    assert named(message, ("application.name", "ChatGPT")) == {"model.name": "ChatGPT"}


def test_what_a_model_is_behind_is_the_tool() -> None:
    assert named("It's GPT-4o behind Quillo.", ("application.name", "Quillo")) == {"application.name": "Quillo"}


def test_a_house_is_no_tool_and_supplies_the_one_it_is_told_of() -> None:
    message = "PillPal is made by Kasi Digital in Cape Town and StayOn is from Lumo Health in Durban"
    told = (("application.name", "PillPal"), ("application-2.name", "StayOn"), ("application-3.name", "Lumo"))
    found = named(message, *told)
    assert "application-3.name" not in found
    assert (found["application-2.supplier"], found["application-2.sourcing"]) == ("Lumo Health", "vendor")


def test_what_a_house_is_called_stands_before_what_it_is() -> None:
    message = "Guardianes del Yarí, forest protection association in Caquetá. We watch the trees."
    told = ("organisation.name", "forest protection association")
    assert named(message, told) == {"organisation.name": "Guardianes del Yarí"}
    assert named("a forest association in Caquetá", ("organisation.name", "forest association")) == {
        "organisation.name": "forest association"
    }


def test_a_mark_of_doubt_is_no_part_of_a_name() -> None:
    told = ("application.name", "HarvestPro?")
    assert named("i think it is called HarvestPro?", told) == {"application.name": "HarvestPro"}


def test_a_name_of_its_own_shape_that_is_a_sentence_is_the_tools() -> None:
    message = "It scores the accounts. ArrearsLens. Officers use it."
    told = ("application.purpose", "scores the accounts")
    assert named(message, told) == {"application.purpose": "scores the accounts", "application.name": "ArrearsLens"}
    assert "application.name" not in named("It scores the accounts. Tenants. Officers use it.", told)


def test_what_a_tool_is_for_is_told_without_who_does_it() -> None:
    message = "We grade coffee with GranoVision"
    told = ("application.purpose", "We grade coffee")
    assert named(message, told) == {"application.purpose": "grade coffee", "application.name": "GranoVision"}


def test_a_house_is_named_with_what_it_is() -> None:
    said = "the card goes to State eye centre in Kano now"
    at = said.index("State")
    cut = Proposal("storage.supplier", "known", "State", "State", 0.8, at, at + 5)
    assert [p.value for p in as_they_stand([cut], said, None, Chain(), lambda word: True)] == ["State eye centre"]


def test_whose_api_is_called_developed_the_model() -> None:
    said = "its gpt-4o-mini over the openai api"
    at = said.index("openai")
    read = Proposal("application.supplier", "known", "OpenAI", "openai", 0.8, at, at + 6)
    assert [p.ref for p in as_they_stand([read], said, None, Chain(), lambda word: True)] == ["model.supplier"]


def test_a_word_cut_short_ends_no_name() -> None:
    said = "We are the Parish Archive of St. Jørgen in Bergen"
    at = said.index("Parish")
    cut = Proposal("organisation.name", "known", "Parish Archive of St", "Parish Archive of St", 0.9, at, at + 20)
    (name,) = as_they_stand([cut], said, None, Chain(), lambda word: True)
    assert name.value == "Parish Archive of St. Jørgen"


def test_a_name_is_what_stands_behind_the_word_that_says_so() -> None:
    message = "We use an ambient scribe called Notewell that drafts the note."
    words = "ambient scribe called Notewell"
    at = message.index(words)
    told = Proposal("application.name", "known", words, words, 0.9, at, at + len(words))
    (name,) = as_they_stand([told], message, None, Chain(), lambda word: True)
    assert (name.value, name.quote) == ("Notewell", message[name.start : name.end])
