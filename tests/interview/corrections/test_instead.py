"""An order that puts other words in the place of an answer corrects it: what is new is never struck out nor taken away."""

from __future__ import annotations

import time

import pytest
from talks import WordReader, ask
from worlds import Talk

from vcassist.interview.corrections.instead import exchange_in
from vcassist.interview.removals.striking import STRUCK

PURPOSE, REVIEW = "application.purpose", "application.human_review"


def talk(stories: dict[str, dict[str, object]] | None = None) -> Talk:
    t = Talk(WordReader(stories))  # type: ignore[arg-type]
    t.know(**{"application.name": "Kora", PURPOSE: "sorts letters", REVIEW: "always"})
    return ask(t, "governance.policy")


@pytest.mark.parametrize(
    ("said", "old", "new"),
    [
        ('Remove the number and write "forty" instead.', "the number", "forty"),
        ("Delete the purpose, and put writing bids instead please", "the purpose", "writing bids"),
        (
            "Please replace the sentence about review with “a nurse reads some”.",
            "the sentence about review",
            "a nurse reads some",
        ),
        ("Change the size to 40 people", "the size", "40 people"),
        ('Write "sometimes" instead of always', "always", "sometimes"),
        ("Instead of always put sometimes", "always", "sometimes"),
    ],
)
def test_the_old_words_and_the_new_are_told_apart(said: str, old: str, new: str) -> None:
    order = exchange_in(said)
    assert order is not None and (order.old, order.new, said[order.start : order.end]) == (old, new, new)


@pytest.mark.parametrize(
    "said",
    [
        "We replace the filters with new ones",
        "Delete the recordings and write a report",
        "Remove the number.",
        "Nobody can change the settings to anything",
        "We use Kora instead of the old list",
    ],
)
def test_what_is_done_or_only_goes_is_no_exchange(said: str) -> None:
    assert exchange_in(said) is None


def test_the_new_words_answer_the_question_of_the_old() -> None:
    new = "a nurse reads them sometimes"
    t = talk({new: {REVIEW: ("sometimes", "sometimes")}})
    reply = t.say(f'Remove the answer about review and use "{new}" instead.').reply
    assert t.session.chain.value(REVIEW) == "sometimes" and "sometimes" in reply
    assert t.session.chain.get("governance.policy") is None and not any(STRUCK in turn.said for turn in t.session.turns)


def test_where_words_are_asked_for_they_are_taken_as_they_are() -> None:
    t = talk()
    t.say('Delete the purpose and put "it writes grant bids" instead.')
    assert t.session.chain.value(PURPOSE) == "it writes grant bids"


def test_where_the_new_words_are_not_understood_the_answer_stays_and_is_asked_for() -> None:
    t = talk()
    t.say('Remove the answer about review and use "as the moon wills" instead.')
    assert t.session.chain.value(REVIEW) == "always"
    assert (t.session.asked, t.session.awaiting and t.session.awaiting.manner) == (REVIEW, "change")


def test_the_new_words_are_not_struck_out_where_the_old_are_not_found() -> None:
    t = talk()
    t.say("it sorts forty letters")
    said = 'Strike the thing about the moon and write "forty" instead.'
    assert '"forty"' in t.say(said).said and "forty" in t.session.turns[-2].said


@pytest.mark.parametrize("filler", [" ", "remove the ", '"', "replace a, ", ", "])
def test_a_long_message_is_looked_through_in_time(filler: str) -> None:
    begun = time.perf_counter()
    exchange_in(filler * 20_000)
    assert time.perf_counter() - begun < 3
