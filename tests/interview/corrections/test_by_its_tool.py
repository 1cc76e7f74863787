"""A value that is put for a tool by the tool's name is of the only answer of that tool that offers it."""

from __future__ import annotations

import pytest
from talks import ask, talk
from worlds import Talk


def two() -> Talk:
    t = talk()
    t.know(**{
        "application.name": "Kora", "application.human_review": "always", "application.lifecycle": "in_use",
        "application-2.name": "Lumo", "application-2.human_review": "sometimes", "application-2.lifecycle": "pilot",
    })  # fmt: skip
    return ask(t, "governance.policy")


@pytest.mark.parametrize(
    ("said", "ref", "value"),
    [
        ("Lumo -> always checked", "application-2.human_review", "always"),
        ("Lumo: checked always", "application-2.human_review", "always"),
        ("sorry. Lumo = in use", "application-2.lifecycle", "in_use"),
        ("Kora → pilot", "application.lifecycle", "pilot"),
    ],
)
def test_it_sets_that_answer_right_and_no_other(said: str, ref: str, value: str) -> None:
    t = two()
    before = {r: f.value for r, f in t.session.chain.facts.items()}
    t.say(said)
    assert {r: f.value for r, f in t.session.chain.facts.items()} == {**before, ref: value}


def test_two_that_were_taken_for_each_other_are_both_set_right() -> None:
    t = two()
    t.say("wrong way round: Lumo is always checked and Kora only sometimes")
    assert t.session.chain.value("application-2.human_review") == "always"
    assert t.session.chain.value("application.human_review") == "sometimes"


@pytest.mark.parametrize("said", ["Lumo is always late", "Kora costs more", "yes, with Lumo always"])
def test_what_is_told_of_a_tool_sets_nothing_right(said: str) -> None:
    t = two()
    before = {r: f.value for r, f in t.session.chain.facts.items()}
    t.say(said)
    assert {r: f.value for r, f in t.session.chain.facts.items() if r in before} == before
