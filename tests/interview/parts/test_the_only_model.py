"""What is told of the model whose name nobody knows is told of that one, and the tool's name is not the model's."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.parts.the_only_model import of_the_only_model
from vcassist.interview.ports import Proposal, Reading

TOOL = Fact("application.name", "known", "Lumo")
NO_NAME = Fact("model.name", "unknown", None)


def placed(said: str, *told: tuple[str, str | None, str], facts: tuple[Fact, ...] = (TOOL,)) -> dict[str, object]:
    proposals = tuple(
        Proposal(
            ref, "known" if value else "unknown", value, quote, 0.9, said.index(quote), said.index(quote) + len(quote)
        )
        for ref, value, quote in told
    )
    chain = fold(facts) if facts else Chain()
    return {
        p.ref: p.value for p in of_the_only_model(Reading(proposals, "answer"), said, chain, "model.name").proposals
    }


def test_the_name_of_the_tool_that_it_is_in_is_not_the_model_s() -> None:
    said = "couldn't say what it's called just the thing inside Lumo"
    unknown = ("model.name", None, "couldn't say")
    assert placed(said, unknown, ("model-2.name", "Lumo", "Lumo")) == {"model.name": None}
    assert placed("It runs within Lumo.", ("model.name", "Lumo", "Lumo")) == {}
    assert placed("Lumo", ("model.name", "Lumo", "Lumo")) == {"model.name": "Lumo"}


def test_a_name_told_beside_or_later_is_that_of_the_only_one() -> None:
    said = "No clue, Tide perhaps, and its weights are open."
    told = (("model.name", None, "No clue"), ("model-2.name", "Tide", "Tide"), ("model-2.weights", "open", "open"))
    assert placed(said, *told) == {"model.name": "Tide", "model.weights": "open"}
    later = placed("It is Tide.", ("model-2.name", "Tide", "Tide"), facts=(TOOL, NO_NAME))
    assert later == {"model.name": "Tide"}


def test_two_that_are_named_at_once_are_two() -> None:
    said = "Tide writes and Ebb translates."
    told = (("model.name", "Tide", "Tide"), ("model-2.name", "Ebb", "Ebb"))
    assert placed(said, *told) == {"model.name": "Tide", "model-2.name": "Ebb"}
    assert placed(said, *told, facts=(TOOL, NO_NAME)) == {"model.name": "Tide", "model-2.name": "Ebb"}


def test_a_further_one_stays_a_further_one() -> None:
    said = "The first I don't know, another model is Tide."
    told = (("model.name", None, "don't know"), ("model-2.name", "Tide", "Tide"))
    assert placed(said, *told) == {"model.name": None, "model-2.name": "Tide"}
    two = (TOOL, Fact("application-2.name", "known", "Kora"))
    assert placed("No idea, Tide.", ("model.name", None, "No idea"), ("model-2.name", "Tide", "Tide"), facts=two) == {
        "model.name": None,
        "model-2.name": "Tide",
    }


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("There is no other model, mind you.", False),
        ("It is only the one.", False),
        ("There is no other model that could take over.", True),
    ],
)
def test_how_many_there_are_does_not_tell_what_could_take_over(said: str, stands: bool) -> None:
    assert ("model.alternative" in placed(said, ("model.alternative", "no", said[:12]))) is stands
