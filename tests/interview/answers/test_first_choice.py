"""A choice that is a sentence of its own answers, and what sets something right begins behind it."""

from __future__ import annotations

from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.answers.first_choice import answered_first
from vcassist.interview.session import Awaiting

WEIGHTS = "model.weights"
CLOSED = (Fact(WEIGHTS, "known", "closed", "Closed", 0, 6),)


def test_the_choice_answers() -> None:
    assert answered_first("Closed. And I must correct the price.", CLOSED, Awaiting(WEIGHTS)) == (CLOSED[0], 7)


def test_more_words_a_lone_choice_and_a_yes_do_not() -> None:
    assert answered_first("Closed, I think. And more.", CLOSED, Awaiting(WEIGHTS)) == (None, 0)
    assert answered_first("Closed.", CLOSED, Awaiting(WEIGHTS)) == (None, 0)
    yes = (Fact("governance.policy", "known", "no", "No", 0, 2),)
    assert answered_first("No. It is ours.", yes, Awaiting("governance.policy")) == (None, 0)


def test_it_is_not_put_into_the_answer_before() -> None:
    t = talk()
    t.know(model__compressed="yes")
    ask(t, WEIGHTS).say("Closed. And I must correct the price, it is 6,400, not 4,600.")
    assert t.session.chain.value(WEIGHTS) == "closed" and t.session.chain.value("model.compressed") == "yes"
