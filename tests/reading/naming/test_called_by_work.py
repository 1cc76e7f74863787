"""A tool or a model is called by its work, where that is the work of one alone."""

from __future__ import annotations

import time

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.reading.naming.called_by_work import NOBODY, called_by_work

MODELS = fold(
    [
        Fact("model.name", "known", "Qwen", quote="Qwen reads the maps"),
        Fact("model-2.name", "known", "Phi-4", quote="Phi-4 translates the notes"),
    ]
)
TOOLS = fold(
    [
        Fact("application.name", "known", "Mapo", quote="Mapo, a robot"),
        Fact("application.purpose", "known", "counts the deer"),
        Fact("application-2.name", "known", "Sylva", quote="Sylva"),
        Fact("application-2.purpose", "known", "writes letters to the owners"),
    ]
)


def called(message: str, chain: Chain, kind: str, *named: str) -> list[tuple[str, str]]:
    return [
        (message[c.start : c.end], c.component)
        for c in called_by_work(message, chain, kind, dict.fromkeys(named, True))
    ]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("The reading model is closed.", [("The reading model", "model")]),
        ("The translating one no.", [("The translating one", "model-2")]),
        ("The translator: nobody tried it.", [("The translator", "model-2")]),
        ("The one for the maps, yes.", [("The one for the maps", "model")]),
        ("The reader of our paper wrote in.", []),
        ("The best one is not ours.", []),
    ],
)
def test_models_are_called_by_what_was_told_with_their_names(message: str, expected: list[tuple[str, str]]) -> None:
    assert called(message, MODELS, "model") == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Our counter is from Oslo.", [("Our counter", "application")]),
        ("The robot was a gift.", [("The robot", "application")]),
        ("The owner pays for it.", []),
        ("The driver knows.", []),
    ],
)
def test_tools_are_called_by_who_does_it_or_what_they_are(message: str, expected: list[tuple[str, str]]) -> None:
    assert called(message, TOOLS, "application") == expected


def test_beside_one_of_two_that_is_named_an_unknown_kind_is_the_other() -> None:
    assert called("Mapo yes. The paper one no.", TOOLS, "application", "application") == [
        ("The paper one", "application-2")
    ]


def test_beside_none_an_unknown_kind_that_begins_a_later_sentence_is_nobody_s() -> None:
    said = "It decides alone. The paper thing is for the village."
    assert called(said, TOOLS, "application") == [("The paper thing", NOBODY)]
    assert called("The paper thing is for the village.", TOOLS, "application") == []
    assert called("It decides alone. The sad thing is that nobody looks.", TOOLS, "application") == []


@pytest.mark.parametrize("unit", ["the paper one ", "the translator ", "the one for the ", "the robot, "])
def test_a_long_message_takes_no_time(unit: str) -> None:
    started = time.perf_counter()
    list(called_by_work(unit * 2000, TOOLS, "application", {}))
    assert time.perf_counter() - started < 2
