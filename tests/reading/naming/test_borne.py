"""A school, a boat, a wind or a newsletter may bear a tool's name: then nobody uses that tool by it."""

from __future__ import annotations

import pytest

from vcassist.reading.naming.borne import is_part_of_a_house, names_of_things


@pytest.mark.parametrize(
    ("message", "names"),
    [
        ("There is a dog here called Claude and a boat called Copilot.", {"Claude", "Copilot"}),
        ("Mistral is the wind that ruined us, and the name of our newsletter.", {"Mistral"}),
        ("Mistral? It's the name of the parish newsletter.", {"Mistral"}),
        ("Whisper is what we name our reading corner.", {"Whisper"}),
        ("Falcon? That's the bird on our flag.", {"Falcon"}),
        ("Our ferry bears the name Gemini and the café on it is the Copilot.", {"Gemini", "Copilot"}),
        ("Our youth choir calls itself The Whispers.", {"Whispers"}),
    ],
)
def test_a_name_that_something_else_bears(message: str, names: set[str]) -> None:
    assert {span.text for span in names_of_things(message)} == names


@pytest.mark.parametrize(
    "message",
    [
        "Our app is called Gemini",
        "At the club the tool called Claude writes the minutes",
        "Claude is our helper on the boat",
        "Mistral is the model of the newsletter",
        "Titan is the paper tool",
        "In the kitchen we have a bot called Zawadi",
    ],
)
def test_a_tool_keeps_its_name(message: str) -> None:
    assert not list(names_of_things(message))


def test_a_name_within_the_name_of_a_house_is_no_tool_s() -> None:
    assert is_part_of_a_house("Gemini Academy", len("Gemini"))
    assert not is_part_of_a_house("Gemini writes", len("Gemini"))
