"""The answer is the choice of which the encoder for answers is sure; what is denied of a list is none of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact, Value
from vcassist.interview.answers.surer_choice import with_the_surer_choice
from vcassist.interview.corrections.denying import SIZE
from vcassist.interview.heard import Heard

REF, SAID = "governance.policy", "Nobody here ever wrote a line about it"


def comes_to(
    said: str = SAID,
    chances: dict[str, float] | None = None,
    noted: Value = "partly",
    ref: str = REF,
    quote: str = "",
    parts: dict[str, dict[str, float]] | None = None,
    replaced: tuple[tuple[Fact, Fact], ...] = (),
) -> Value:
    """What is noted as the answer, where the encoder gives ``chances`` to the message and ``parts`` to pieces of it."""
    t = talk()
    ask(t, ref)
    told = {said: chances or {"no": 0.8, "partly": 0.15}, **(parts or {})}
    tools = replace(t.tools, answers=lambda text, key: tuple(told.get(text, {}).items()))
    fact = Fact(ref, "known", noted, quote or said, 0, len(quote or said), 7)
    heard = with_the_surer_choice(Heard(facts=(fact,), replaced=replaced), said, t.session, tools)
    return heard.facts[0].value


def test_the_choice_of_which_the_encoder_is_sure_is_the_answer() -> None:
    assert comes_to() == "no"


@pytest.mark.parametrize("chances", [{"no": 0.6, "partly": 0.1}, {"no": 0.7, "partly": 0.3}, {"": 0.9, "no": 0.1}])
def test_where_it_is_not_sure_the_noted_one_stands(chances: dict[str, float]) -> None:
    assert comes_to(chances=chances) == "partly"


def test_a_plain_word_is_believed() -> None:
    sure_no = {"no": 0.9, "yes": 0.05}
    assert comes_to("Oh yes, we do, that one is sorted.", sure_no, "yes") == "yes"
    assert comes_to("It is partly written down, I believe", {"no": 0.9}) == "partly"
    assert comes_to("It is partly written down, I believe", {"partly": 0.9, "no": 0.05}, "no") == "partly"


def test_of_a_word_or_two_it_knows_nothing() -> None:
    assert comes_to("half a page", {"no": 0.9}) == "partly"


def test_what_was_told_before_or_sets_a_note_right_is_left() -> None:
    assert comes_to(quote="half of it stands") == "partly"
    old, new = (Fact("storage.encrypted", "known", value, "x", 0, 1, 7) for value in ("yes", "partly"))
    assert comes_to(replaced=((old, new),)) == "partly"
    assert comes_to(chances={"up_to_10": 0.9}, noted="11_to_50", ref=SIZE) == "11_to_50"


KINDS = "data.sensitive_data"
LIST = "The voice is like a fingerprint. Illness he did not talk about"
PARTS = {"The voice is like a fingerprint.": {"biometric": 0.9}, "Illness he did not talk about": {"health": 0.8}}


def test_what_is_denied_of_a_list_is_none_of_it() -> None:
    assert comes_to(LIST, {"biometric": 0.8, "health": 0.06}, ("health", "biometric"), KINDS, parts=PARTS) == (
        "biometric",
    )


def test_what_is_told_in_a_clause_that_denies_nothing_stays_of_a_list() -> None:
    heard = comes_to(LIST, {"health": 0.8, "biometric": 0.06}, ("health", "biometric"), KINDS, parts=PARTS)
    assert heard == ("health", "biometric")


def test_what_the_whole_answer_may_state_stays_of_a_list() -> None:
    heard = comes_to(LIST, {"biometric": 0.8, "health": 0.2}, ("health", "biometric"), KINDS, parts=PARTS)
    assert heard == ("health", "biometric")


def test_a_list_of_which_nothing_would_be_left_stays() -> None:
    assert comes_to(LIST, {"health": 0.02}, ("health",), KINDS, parts=PARTS) == ("health",)
