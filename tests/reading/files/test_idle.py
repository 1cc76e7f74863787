"""Tools that are planned or given up: their names and the words that say so."""

from __future__ import annotations

import pytest

from vcassist.knowledge.register import load_register
from vcassist.reading.files.idle import idle_tool, products_of

IS_PRODUCT = products_of(load_register())


@pytest.mark.parametrize(
    ("sentence", "name", "lifecycle"),
    [
        ("From next season we plan to add a voice line in Swahili with ElevenLabs.", "ElevenLabs", "planned"),
        ("Next year the school intends to introduce Khanmigo for homework.", "Khanmigo", "planned"),
        ("Until 2023 we used Skrivo; it was given up.", "Skrivo", "retired"),
        ("DeepL Write is only planned.", "DeepL Write", "planned"),
    ],
)
def test_a_tool_that_is_not_in_use_is_named_with_its_stage(sentence: str, name: str, lifecycle: str) -> None:
    idle = idle_tool(sentence, (), IS_PRODUCT)
    assert idle is not None
    assert (idle.name, idle.lifecycle) == (name, lifecycle)
    assert sentence[idle.at : idle.at + len(name)] == name


def test_a_name_that_a_reader_found_comes_first() -> None:
    idle = idle_tool("The trial of Voxbridge was cancelled.", ((13, "Voxbridge"),), IS_PRODUCT)
    assert idle is not None
    assert (idle.name, idle.lifecycle) == ("Voxbridge", "retired")


@pytest.mark.parametrize(
    "sentence",
    [
        "The council will adopt the AI Act rules.",
        "Next year we will buy Microsoft licences.",
        "We plan to start in March.",
        "Staff shall not use ChatGPT.",
        "We gave up the office in Oslo.",
        "We use Skrivo every day.",
    ],
)
def test_other_plans_and_ends_name_no_tool(sentence: str) -> None:
    assert idle_tool(sentence, (), IS_PRODUCT) is None
