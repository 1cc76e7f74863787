"""A letter's head and greeting are no statement; what looks like one of them in a chat is left alone."""

from __future__ import annotations

import pytest

from vcassist.reading.text import clauses, without_envelope


def test_a_letter_s_head_and_greeting_are_blanked_and_every_offset_holds() -> None:
    letter = "From: Amina\nTo: Kofi Mensah\nSubject: the sorting tool\n\nDear Kofi,\nwe sort with Lumi."
    left = without_envelope(letter)
    assert len(left) == len(letter) and left.count("\n") == letter.count("\n")
    assert " ".join(left.split()) == "Subject: the sorting tool we sort with Lumi."


@pytest.mark.parametrize("message", ["From: Kenya", "hi all, we use DeepL", "To: be honest, never", "Dear me, no!"])
def test_chat_is_left_as_it_is(message: str) -> None:
    assert without_envelope(message) == message


def test_what_has_been_so_since_a_day_is_a_clause_of_its_own() -> None:
    found = [c.text for c in clauses("it is no longer Tetra Casa, since May we pay Vila Digital")]
    assert found == ["it is no longer Tetra Casa", "since May we pay Vila Digital"]
