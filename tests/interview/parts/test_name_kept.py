"""A name said in short renames nothing, and nothing of another kind bears a name that is borne already."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.heard import Heard
from vcassist.interview.parts.name_kept import names_kept


def kept(said: str, ref: str, value: str, before: str | None = None, asked: str = "storage.encrypted") -> Heard:
    t = talk()
    t.know(application__name="ScribeLine", model__name="Whisper large-v3")
    t = ask(t, asked)
    start = said.index(value)
    name = Fact(ref, "known", value, value, start, start + len(value), 9)
    more = Fact(ref.replace(".name", ".adaptation"), "known", "fine_tuned", value, start, start + len(value), 9)
    pairs = ((Fact(ref, "known", before, before), name),) if before else ()
    return names_kept(Heard(facts=(name, more), replaced=pairs), said, t.session)


def test_what_is_said_in_short_renames_nothing_and_tells_the_rest() -> None:
    found = kept("No replacement for Whisper yet.", "model.name", "Whisper", "Whisper large-v3")
    assert not found.replaced
    assert [f.ref for f in found.facts] == ["model.adaptation"]


@pytest.mark.parametrize(
    ("said", "value"), [("It is called just Whisper.", "Whisper"), ("It is Whisper turbo now.", "Whisper turbo")]
)
def test_who_says_that_it_is_the_whole_name_or_another_renames_it(said: str, value: str) -> None:
    assert kept(said, "model.name", value, "Whisper large-v3").replaced


def test_no_model_is_called_like_the_tool() -> None:
    assert kept("We sell ScribeLine, its ASR was fine-tuned.", "model-2.name", "ScribeLine").facts == ()


def test_who_is_asked_for_the_name_may_say_the_tool_s() -> None:
    assert kept("ScribeLine", "model-2.name", "ScribeLine", asked="model-2.name").facts


def test_a_further_part_of_its_own_name_stays() -> None:
    assert kept("We have Tide too.", "model-2.name", "Tide").facts


@pytest.mark.parametrize(
    "said",
    [
        "Fallback is Llama 3.3, we benchmarked it last spring.",
        "The model card for Llama 3.3 I read.",
        "Llama 3.3 does nicely on the Swahili set.",
    ],
)
def test_a_name_beside_the_noted_one_takes_its_place_only_where_words_say_so(said: str) -> None:
    assert not kept(said, "model.name", "Llama 3.3", "Whisper large-v3").replaced


@pytest.mark.parametrize(
    "said", ["It has been Llama 3.3 since May.", "Sorry, it is Llama 3.3.", "Not Whisper large-v3 but Llama 3.3."]
)
def test_where_they_do_it_is_renamed(said: str) -> None:
    assert kept(said, "model.name", "Llama 3.3", "Whisper large-v3").replaced


def test_what_would_take_over_is_no_model_of_the_chain() -> None:
    assert kept("Our fallback is Tide.", "model-2.name", "Tide").facts == ()


def test_a_supplier_said_in_short_is_the_same() -> None:
    t = talk()
    t.know(application__name="CaseSift", application__supplier="Tallow Systems Limited")
    said = "Tallow's own database sits elsewhere."
    new = Fact("application.supplier", "known", "Tallow", "Tallow", 0, 6, 9)
    old = t.session.chain.facts["application.supplier"]
    found = names_kept(Heard(facts=(new,), replaced=((old, new),)), said, ask(t, "storage.country").session)
    assert not found.facts and not found.replaced
