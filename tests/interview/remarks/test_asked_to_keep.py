"""Whoever asks whether something was heard, or wants it kept, is understood by its words; where it was told is found again."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.interview import phrases
from vcassist.interview.remarks.asked_to_keep import asked_after, kept_at_request, told_of
from vcassist.interview.remarks.told_besides import WORDS, all_told_besides
from vcassist.interview.session import Turn


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("And did you get what I said about the opt-out form?", "the opt-out form"),
        ("Did you write down the 300 farmers?", "the 300 farmers"),
        ("please confirm you have the October one", "the October one"),
        ("was the vocabulary update recorded?", "the vocabulary update"),
        ("could you please note the leak in the roof", "the leak in the roof"),
        ("About the one in October, I want that noted properly.", "About the one in October"),
        ("You have not noted what I said about the recordings. Kindly do so.", "the recordings"),
        ("The special needs flag I mentioned is absent from your account", "The special needs flag"),
        ("did u get the suicidal msg thing, coz u just asked the next q", "the suicidal msg thing"),
    ],
)
def test_what_is_asked_after_is_found(sentence: str, what: str) -> None:
    assert asked_after(sentence) == what


@pytest.mark.parametrize(
    "sentence",
    [
        "Did you get that?",
        "We have a policy.",
        "Did they test it in Ghana?",
        "Note that we are closed.",
        "No, of rules we have nothing written.",
        "",
    ],
)
def test_who_only_points_or_tells_asks_after_nothing(sentence: str) -> None:
    assert asked_after(sentence) == ""


TURNS = (
    Turn(1, said="Over 11,000 farmers get it. We are seven."),
    Turn(2, said="Last June it was too early, and 300 farmers lost their seed. Is that bad?"),
    Turn(3, said="Did you write down the 300 farmers?"),
)


def test_the_sentence_with_most_of_its_words_told_it() -> None:
    told = told_of("the 300 farmers", TURNS)
    assert told is not None and told.turn == 2 and told.sentence.startswith("Last June")


def test_what_nobody_told_is_found_nowhere() -> None:
    assert told_of("the harvest insurance", TURNS) is None


def test_who_asks_after_words_that_came_to_nothing_hears_that_the_report_has_them_and_it_does() -> None:
    t = ask(talk(), "governance.policy")
    t.say("The opt-out slip goes round with the handbook in August.")
    reply = ask(t, "governance.policy").say("Did you get what I said about the opt-out slip?").reply
    assert "in your words: “The opt-out slip goes round with the handbook in August”" in reply
    assert [told.turn for told in kept_at_request(t.session)]
    assert [one.quote for _, one in all_told_besides(t.session) if one.subject == WORDS] == [
        "The opt-out slip goes round with the handbook in August"
    ]


def test_who_says_that_nothing_went_wrong_is_asked_pardon_and_the_report_has_it_no_more() -> None:
    t = ask(talk(), "governance.policy")
    t.say("One letter went out to the wrong house.")
    assert all_told_besides(t.session)
    assert phrases.NO_INCIDENT in t.say("Nothing went wrong there, that is how we always do it.").reply
    assert not all_told_besides(t.session)
