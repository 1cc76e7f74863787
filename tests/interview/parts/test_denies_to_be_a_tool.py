"""What is said of a house, that it is no tool, takes nothing from who supplies the tool."""

from __future__ import annotations

import pytest

from vcassist.interview.parts.no_tool_but_somebody import denies_to_be_a_tool


@pytest.mark.parametrize(
    "said", ["Orbis is not a tool", "no no, Orbis BV isn't an app", "Orbis is the company behind it"]
)
def test_by_its_name_or_the_first_word_of_it(said: str) -> None:
    assert denies_to_be_a_tool("Orbis BV", said)


@pytest.mark.parametrize("said", ["Orbis is not right", "Kora is not a tool", "Orbis is not the supplier"])
def test_what_says_something_else_does_not(said: str) -> None:
    assert not denies_to_be_a_tool("Orbis BV", said)
