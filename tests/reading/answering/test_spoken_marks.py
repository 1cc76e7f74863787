"""Marks that somebody says are marks, and what is read is quoted as it was written."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.spoken_marks import as_written, with_marks


@pytest.mark.parametrize(
    ("message", "marked"),
    [
        ("We tried it comma in English full stop The rest never", "We tried it, in English. The rest never"),
        ("Right comma okay new line We use Kora", "Right, okay. We use Kora"),
        ("Nobody reads it full stop", "Nobody reads it."),
    ],
)
def test_what_is_said_becomes_a_mark_and_every_offset_stays(message: str, marked: str) -> None:
    found = with_marks(message)
    assert len(found) == len(message) and " ".join(found.split()) == marked


@pytest.mark.parametrize("message", ["The comma is missing in each letter", "It came to a full stop in May", "Yes."])
def test_one_such_word_is_a_word(message: str) -> None:
    assert with_marks(message) == message


def test_it_is_quoted_as_it_was_written() -> None:
    message = "notes comma letters and lists full stop"
    read = with_marks(message)
    told = Proposal("data.description", "known", read[:24], read[:24], 0.9, 0, 24)
    (quoted,) = as_written(Reading((told,), "answer"), message).proposals
    assert quoted.quote == message[:24] and quoted.value == "notes, letters and"


def test_the_number_of_an_instruction_is_no_no_and_ends_nothing() -> None:
    message = "Yes, internal instruction no. 7 of 2024, signed by all."
    marked = with_marks(message)
    assert len(marked) == len(message) and "no." not in marked
    told = Proposal("governance.policy", "known", "yes", marked[5:39], 0.9, 5, 39)
    named = Proposal("data.description", "known", marked[5:39], marked[5:39], 0.9, 5, 39)
    quoted, kept = as_written(Reading((told, named), "answer"), message).proposals
    assert quoted.quote == kept.value == message[5:39]
    assert with_marks("Is it so? No. They left") == "Is it so? No. They left"
