"""A message that turns round is read as its speaker leaves it, and quoted in its own words."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal
from vcassist.reading.told.amended import amended


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("We use Kora for notes. No wait, not notes, I mean letters to court.", "We use Kora for letters to court."),
        ("It's Gemini, sorry, not Gemini, I mean Claude.", "It's Claude."),
        ("we have Tessly for rotas. hang on, its not Tessly, its called Tesselo", "we have Tesselo for rotas"),
    ],
)
def test_what_is_put_stands_in_the_place_of_what_is_taken_back(message: str, meant: str) -> None:
    turned = amended(message)
    assert turned is not None and turned.text == meant


@pytest.mark.parametrize(
    "message",
    [
        "We use Kora for notes, not letters.",
        "No, it is not for letters, it is for notes.",
        "Sorry, not Kora, I mean Nyota.",
    ],
)
def test_what_is_only_denied_or_was_said_elsewhere_is_read_as_it_stands(message: str) -> None:
    assert amended(message) is None


def test_quotes_lead_back_to_the_words_of_the_message() -> None:
    message = "Kora writes notes in Ghana. No wait, not notes, I mean letters. We are nine."
    turned = amended(message)
    assert turned is not None
    told = [
        Proposal("application.name", "known", "Kora", "Kora", 0.9, 0, 4),
        *(
            Proposal(ref, "known", words, words, 0.9, at, at + len(words))
            for ref, words in (
                ("application.purpose", "letters"),
                ("organisation.country", "Ghana"),
                ("organisation.size", "nine"),
            )
            if (at := turned.text.index(words)) >= 0
        ),
    ]
    for p in turned.back(told):
        assert p.quote == p.value == message[p.start : p.end]
