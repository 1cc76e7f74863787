"""Leftover words are no name and no answer: an order, "you decide", "we are", a shorter mention of a name."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.answers.no_names import left_to_you, without_no_names


def fact(ref: str, said: str, quote: str, value: object = None, status: str = "known") -> Fact:
    start = said.index(quote)
    held = None if status != "known" else value or quote
    return Fact(ref, status, held, quote, start, start + len(quote), 1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words", ["off the grading", "Drop", "Didn't I say patients?", "You decide", "We are", "You lost the guests"]
)
def test_words_of_an_order_or_a_protest_are_no_name(words: str) -> None:
    assert without_no_names((fact("application.name", words, words),), words, talk().session.chain) == ()


@pytest.mark.parametrize("ref", ["compute.accelerator", "model.licence", "application.name"])
def test_what_only_points_names_nothing(ref: str) -> None:
    said = "Boards? We burn those. What for?"
    assert without_no_names((fact(ref, said, "We burn those"),), said, talk().session.chain) == ()
    said = "We took the Jetson."
    assert without_no_names((fact("compute.accelerator", said, "Jetson"),), said, talk().session.chain)


@pytest.mark.parametrize("words", ["Take Five", "Drop", "Offis", "Weare", "Take Home Chef", "We Transfer It"])
def test_a_name_with_a_word_of_its_own_stays(words: str) -> None:
    kept = without_no_names((fact("application.name", words, words),), words, talk().session.chain)
    assert bool(kept) is (words != "Drop")


def test_what_leads_up_to_a_name_is_none_of_it() -> None:
    said = "Supplier's Brimtek."
    (kept,) = without_no_names((fact("application.supplier", said, "Supplier's Brimtek"),), said, talk().session.chain)
    assert (kept.value, kept.quote, kept.start) == ("Brimtek", "Brimtek", 11)


def test_a_shorter_mention_sets_no_name_right() -> None:
    t = talk()
    t.know(application__name="DeepL Pro")
    said = "If DeepL is gone we wait."
    assert without_no_names((fact("application.name", said, "DeepL"),), said, t.session.chain) == ()


def test_who_they_are_makes_no_staff_and_who_signed_keeps_back_no_appeal() -> None:
    said = "We are not farmers."
    assert (
        without_no_names((fact("application.affected_people", said, "We are", ("staff",)),), said, talk().session.chain)
        == ()
    )
    said = "I'd rather not say which governor signed it."
    kept_back = fact("application.appeal", said, "rather not say", status="withheld")
    assert without_no_names((kept_back,), said, talk().session.chain) == ()


def test_a_choice_left_to_the_assistant_is_no_answer() -> None:
    assert left_to_you("You decide.") and left_to_you("Whatever you like") and not left_to_you("You decide who gets it")
    t = talk()
    ask(t, "application.name").say("You decide.")
    assert t.session.chain.facts == {}


@pytest.mark.parametrize("words", ["satellite they buy", "twice now", "the people we had before"])
def test_what_somebody_does_or_when_names_nobody(words: str) -> None:
    assert without_no_names((fact("data.supplier", words, words),), words, talk().session.chain) == ()


def test_a_country_that_is_guessed_at_by_the_way_is_not_told() -> None:
    said = "The servers are from Amazon, Ireland maybe."
    where, whose = fact("compute.country", said, "Ireland", "IE"), fact("compute.supplier", said, "Amazon")
    chain = talk().session.chain
    assert without_no_names((where, whose), said, chain, "governance.policy") == (whose,)
    assert without_no_names((where, whose), said, chain, "compute.country") == (where, whose)
    said = "Nothing else, maybe. Amazon hosts it."
    whose = fact("compute.supplier", said, "Amazon")
    assert without_no_names((whose,), said, chain, "governance.policy") == (whose,)
    said = "our it department"
    assert without_no_names((fact("application.supplier", said, said),), said, chain)
    said = "Maybe they keep more in Ireland."
    assert without_no_names((fact("compute.country", said, "Ireland", "IE"),), said, chain, "governance.policy")
