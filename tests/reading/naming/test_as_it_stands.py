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


@pytest.mark.parametrize(
    "message", ["I think behind is ChatGPT", "inside it there is ChatGPT", "ChatGPT is what is behind it"]
)
def test_what_is_inside_a_tool_is_its_model(message: str) -> None:
    assert named(message, ("application.name", "ChatGPT")) == {"model.name": "ChatGPT"}


def test_what_a_model_is_behind_is_the_tool() -> None:
    assert named("It's GPT-4o behind Quillo.", ("application.name", "Quillo")) == {"application.name": "Quillo"}


def test_a_name_of_its_own_shape_that_is_a_sentence_is_the_tools() -> None:
    message = "It scores the accounts. ArrearsLens. Officers use it."
    told = ("application.purpose", "scores the accounts")
    assert named(message, told) == {"application.purpose": "scores the accounts", "application.name": "ArrearsLens"}
    assert "application.name" not in named("It scores the accounts. Tenants. Officers use it.", told)
