"""What is denied of a list is none of it."""

from __future__ import annotations

from dataclasses import replace

from talks import ask, talk

from vcassist.chain.facts import Fact, Value
from vcassist.interview.answers.denied_of_list import without_the_denied
from vcassist.interview.heard import Heard

KINDS = "data.sensitive_data"
LIST = "The voice is like a fingerprint. Illness he did not talk about"
PARTS = {"The voice is like a fingerprint.": {"biometric": 0.9}, "Illness he did not talk about": {"health": 0.8}}


def comes_to(
    chances: dict[str, float],
    noted: Value = ("health", "biometric"),
    quote: str = LIST,
    replaced: tuple[tuple[Fact, Fact], ...] = (),
) -> Value:
    """What stays of a list that was noted, where the encoder gives ``chances`` to the message and PARTS to pieces of it."""
    t = talk()
    ask(t, KINDS)
    told = {LIST: chances, **PARTS}
    tools = replace(t.tools, answers=lambda text, key: tuple(told.get(text, {}).items()))
    fact = Fact(KINDS, "known", noted, quote, 0, len(quote), 7)
    return without_the_denied(Heard(facts=(fact,), replaced=replaced), LIST, t.session, tools).facts[0].value


def test_what_is_denied_of_a_list_is_none_of_it() -> None:
    assert comes_to({"biometric": 0.8, "health": 0.06}) == ("biometric",)


def test_what_is_told_in_a_clause_that_denies_nothing_stays() -> None:
    assert comes_to({"health": 0.8, "biometric": 0.06}) == ("health", "biometric")


def test_what_the_whole_answer_may_state_stays() -> None:
    assert comes_to({"biometric": 0.8, "health": 0.2}) == ("health", "biometric")


def test_a_list_of_which_nothing_would_be_left_stays() -> None:
    assert comes_to({"health": 0.02}, ("health",)) == ("health",)


def test_what_was_told_before_or_sets_a_note_right_is_left() -> None:
    unlikely = {"biometric": 0.8, "health": 0.06}
    assert comes_to(unlikely, quote="words of before") == ("health", "biometric")
    old, new = (Fact("storage.encrypted", "known", value, "x", 0, 1, 7) for value in ("yes", "partly"))
    assert comes_to(unlikely, replaced=((old, new),)) == ("health", "biometric")
