"""What is told right beside a name is kept in its quote, where there are several."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact, fold
from vcassist.interview.ports import Proposal
from vcassist.reading.naming.told_with_names import quoted_with_what_is_told, told_with_name


def quotes(message: str, *names: tuple[str, str]) -> list[str]:
    told = []
    for ref, name in names:
        at = message.index(name)
        told.append(Proposal(ref, "known", name, name, 0.9, at, at + len(name)))
    return [p.quote for p in quoted_with_what_is_told(told, message)]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Two models: Qwen reads the maps, Phi-4 writes the notes.", ["Qwen reads the maps", "Phi-4 writes the notes"]),
        ("Qwen for the maps and Phi-4 to write the notes", ["Qwen for the maps", "Phi-4 to write the notes"]),
        ("Qwen is ours, and Phi-4 too.", ["Qwen", "Phi-4"]),
    ],
)
def test_of_several_models_each_is_quoted_with_its_work(message: str, expected: list[str]) -> None:
    assert quotes(message, ("model.name", "Qwen"), ("model-2.name", "Phi-4")) == expected


def test_a_model_that_stands_alone_is_quoted_by_its_name() -> None:
    assert quotes("Qwen reads the maps.", ("model.name", "Qwen")) == ["Qwen"]


def test_of_several_tools_each_is_quoted_with_what_it_is() -> None:
    said = "Mapo, a robot for the forest, and our chatbot called Sorry help us."
    named = (("application.name", "Mapo"), ("application-2.name", "Sorry"))
    assert quotes(said, *named) == ["Mapo, a robot for the forest", "our chatbot called Sorry"]


def test_what_was_told_stays_when_the_name_changes() -> None:
    facts = [
        Fact("model.name", "known", "Qwen 2", quote="Qwen 2 reads the maps"),
        Fact("model.name", "known", "Qwen 3", quote="Qwen 3"),
    ]
    assert "reads the maps" in told_with_name("model", fold(facts))
