"""Names under "models" are models of the tool, whatever work they do."""

from __future__ import annotations

import time

import pytest

from vcassist.interview.ports import Proposal
from vcassist.reading.naming.models_listed import models_listed, with_models, without_their_sentences


def names(message: str, asked: bool = False) -> list[str]:
    return [n.text for n in models_listed(message, asked)]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Two models sit behind it: Gemma 2 9B writes a note, and KartuMed-NER finds the names.", ["Gemma 2 9B", "KartuMed-NER"]),
        ("There are two models inside: one is Whisper and the other is AkanTune.", ["Whisper", "AkanTune"]),
        ("Models: Mistral 7B drafts, HomeBERT sorts.", ["Mistral 7B", "HomeBERT"]),
        ("It runs on 2 LLMs, GPT-4o for letters and MedlyS for doses", ["GPT-4o", "MedlyS"]),
    ],
)  # fmt: skip
def test_what_is_counted_or_listed_as_a_model_is_one(message: str, expected: list[str]) -> None:
    assert names(message) == expected


@pytest.mark.parametrize(
    "message",
    [
        "Two tools: Kora writes letters and Nyota sorts them.",
        "There are two models of cooperation: Together runs in Lima and Apart in Cusco.",
        "Two models, Carla and Gina, work for us.",
        "We belong to two networks: Caritas helps with food and Misereor with money.",
        "Two models are behind the two apps: KoraNet for the first tool.",
    ],
)
def test_models_and_networks_of_other_things_are_none(message: str) -> None:
    assert names(message) == []


def test_a_network_is_a_model_where_a_model_was_asked_for() -> None:
    said = "two networks: PlantNetX finds the leaf and RustNet counts the spots"
    assert names(said, asked=True) == ["PlantNetX", "RustNet"]


def test_the_work_behind_a_name_is_no_part_of_it() -> None:
    said = "There is two network. FishNet it see the species, and FreshNet it say if is fresh."
    listed = list(models_listed(said, asked_model=True))
    read = Proposal("model.name", "known", said[22:47], said[22:47], 0.9, 22, 47)
    assert [p.value for p in with_models([read], listed, said, "model.name")] == ["FishNet", "FreshNet"]


def test_a_version_behind_a_name_stays_with_it() -> None:
    said = "Two models behind it: Whisper large-v3 for speech, Mistral Small for the summary."
    read = Proposal("model.name", "known", "Whisper large-v3", "Whisper large-v3", 0.9, 22, 38)
    found = with_models([read], list(models_listed(said)), said, None)
    assert [p.value for p in found] == ["Whisper large-v3", "Mistral Small"]


def test_a_long_message_takes_no_long_time() -> None:
    begun = time.process_time()
    names("two models sit there, Kora and " * 400)
    assert time.process_time() - begun < 2


def test_what_a_tool_is_for_is_looked_for_beside_the_sentences_that_list_its_models() -> None:
    said = "Rilla answers the phone. Two models: Gemma 2 9B listens, Phi-4 speaks. We built it."
    left = without_their_sentences(list(models_listed(said)), said)
    assert left.split() == ["Rilla", "answers", "the", "phone.", "We", "built", "it."]
    assert len(left) == len(said)
