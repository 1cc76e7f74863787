"""A message that turns round is read as its speaker leaves it, and quoted in its own words."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal
from vcassist.reading.told.amended import amended, named_anew


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


@pytest.mark.parametrize(
    ("message", "asked_name", "meant"),
    [
        ("We call it Solvo, no, sorry, Salvo and it sorts mail", False, "We call it Salvo and it sorts mail"),
        ("bought from Ester Ltd, or rather from Astra Ltd last May", False, "bought from Astra Ltd last May"),
        ("there is that thing crop eye um sorry eye crop on the tablet", False, "there is that thing eye crop on the tablet"),
        ("tidewell i mean tidewater", True, "tidewater"),
    ],
)  # fmt: skip
def test_a_name_that_is_said_anew_is_the_later_one(message: str, asked_name: bool, meant: str) -> None:
    found = named_anew(message, asked_name)
    assert found is not None and found.text.strip() == meant


@pytest.mark.parametrize(
    ("message", "asked_name"),
    [
        ("We call it Salvo. Sorry, I forgot the maker.", False),
        ("It is Salvo, I mean Denise types it in.", False),
        ("i dont know sorry ask the vicar", True),
        ("salvo, sorry for the wait", True),
        ("we sort the mail, sorry, the mail is sorted", False),
    ],
)
def test_an_apology_beside_a_name_names_nothing_else(message: str, asked_name: bool) -> None:
    assert named_anew(message, asked_name) is None
