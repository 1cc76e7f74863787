"""What a message says of the talk, or of who speaks, is no answer to the question on the table."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain
from vcassist.interview.remarks.of_no_answer import leaves_the_question, of_no_answer
from vcassist.interview.session import Awaiting

OUTAGE = Awaiting("application.outage_effect", "question")


@pytest.mark.parametrize(
    "said",
    [
        "sorry, I'm a bit slow",
        "You write no, that is wrong.",
        "Delete nothing.",
        "I cannot find the list.",
        "I can't see well.",
        "My English is not so good.",
    ],
)
def test_words_on_the_talk_or_on_oneself_answer_nothing(said: str) -> None:
    assert of_no_answer(said, OUTAGE, Chain())


@pytest.mark.parametrize(
    "said", ["Not really.", "Not quite", "we are slower then", "nothing stops", "It stops.", "we carry on by hand"]
)
def test_words_on_the_service_may_answer(said: str) -> None:
    assert not of_no_answer(said, OUTAGE, Chain())


def test_what_one_works_with_answers_and_what_fails_one_does_not() -> None:
    review = Awaiting("application.human_review", "question")
    assert not of_no_answer("Each sheet, I look at it with my eyes before it goes out.", review, Chain())
    assert of_no_answer("Sorry, my eyes are bad today.", review, Chain())
    assert of_no_answer("I forgot my glasses.", review, Chain())


def test_a_stressed_no_before_another_matter_protests_and_answers_nothing() -> None:
    asked = Awaiting("model.tested_locally", "question")
    assert of_no_answer("No! Kathmandu University stores the data.", asked, Chain())
    assert of_no_answer("No no. We are the health post, the supplier is Aama Sewa.", asked, Chain())
    assert not of_no_answer("No! Nobody tested it here.", asked, Chain())
    assert not of_no_answer("No! It was never tested on our own patients.", asked, Chain())


def test_no_change_tells_that_there_is_none_and_orders_none() -> None:
    assert not of_no_answer("No change whatsoever, the ferry leaves at eight.", OUTAGE, Chain())
    assert not of_no_answer("No change at all.", OUTAGE, Chain())
    assert of_no_answer("No change it back.", OUTAGE, Chain())


def test_who_wants_a_place_of_honour_answers_nothing() -> None:
    assert of_no_answer("Then put us in first place, will you.", OUTAGE, Chain())
    assert not of_no_answer("Put us down as stopping.", OUTAGE, Chain())


POLICY = "governance.policy"


@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        ("By the way, Jonas wants to add a thing, but we have not agreed.", True),
        ("Oh and the nurses like it.", True),
        ("By the way, the rules are not agreed.", False),
        ("By the way no, we have not.", False),
        ("Also, the fallback was never tried.", True),
        ("Also we all agreed on it in May.", False),
        ("We have not agreed.", False),
    ],
)
def test_who_begins_with_something_else_leaves_the_question(said: str, leaves: bool) -> None:
    assert leaves_the_question(said, POLICY) is leaves
    assert not leaves_the_question(said, "application.purpose")
