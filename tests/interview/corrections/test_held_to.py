"""Who says himself which of two values is right is not asked which of them is."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.held_to import holds_to

CONSENT = "data.consent"


def held(said: str, words: str, *, echoed: bool = False, ref: str = CONSENT) -> bool:
    t = talk()
    ask(t, ref).say("no")
    if not echoed:
        ask(t, "storage.encrypted").say("yes")
    start = said.index(words)
    new = Fact(ref, "known", "yes", words, start, start + len(words), t.session.next_number)
    return holds_to(t.session, said, t.session.chain.facts[ref], new)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("We write the age. But I did not say that nobody consents, they say yes aloud.", "they say yes aloud"),
        ("Sorry, I said there is no paper, they agree at the desk.", "they agree at the desk"),
        ("That is the number of the child, not of the program. They all agree.", "They all agree"),
        ("Both. Consent IS given, on a card.", "Consent IS given"),
        ("“no” was about health. They agree on a card.", "They agree on a card"),
        ("What did you put for consent? They sign a form when they come.", "They sign a form"),
    ],
)
def test_a_protest_decides(said: str, words: str) -> None:
    assert held(said, words)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("No special chip. They sign a form.", "They sign a form"),
        ("We did not tell the parents. They sign a form.", "They sign a form"),
        ("We wrote it ourselves, they sign a form.", "they sign a form"),
        ("It is for the farmers, not for the traders. They sign a form.", "They sign a form"),
        ("Only text. It drafts the letters, and everybody signs first.", "everybody signs first"),
        ("Every member signs an authority form first, and after that it decides.", "signs an authority form"),
    ],
)
def test_two_sentences_that_do_not_fit_are_asked_back(said: str, words: str) -> None:
    assert not held(said, words)


def test_what_the_last_reply_said_back_is_answered_by_a_no() -> None:
    said, words = "Oh no, they sign a form.", "they sign a form"
    assert held(said, words, echoed=True) and not held(said, words)


def test_what_is_told_quietly_after_an_echo_is_asked_back() -> None:
    assert not held("They sign a form.", "They sign a form", echoed=True)
