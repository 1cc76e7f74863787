"""A name that is spelt aloud in parts is put together."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.in_parts import with_name_in_parts


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("'Phase' plus 'Net', one word. Last layers retrained.", "PhaseNet"),
        ("Lingua and then nova, all one word", "Linguanova"),
        ("“Crop” and “Eye”, written as one word", "CropEye"),
    ],
)
def test_the_name_is_one_word(message: str, name: str) -> None:
    first = message.split()[0]
    read = Reading((Proposal("model.name", "known", first, first, 0.8, 0, len(first)),), "answer")
    (told,) = with_name_in_parts(read, message, "model.name").proposals
    assert told.value == name and told.quote == message[told.start : told.end]


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("Phase plus Net", "model.name"),
        ("'Phase' plus 'Net', one word", "data.consent"),
        ("there is a price for leaving and not one word of the data", "compute.accelerator_vendor"),
    ],
)
def test_nothing_is_joined_unasked_or_unsaid(message: str, asked: str) -> None:
    assert with_name_in_parts(Reading((), "answer"), message, asked).proposals == ()
