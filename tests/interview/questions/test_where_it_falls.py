"""Who asks where what they told falls is told what counts for the open question."""

from __future__ import annotations

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.interview.questions.where_it_falls import where_it_falls


def falls(key: str, asks: str, said: str = "", answered: bool = True) -> str:
    return where_it_falls(asks, said or asks, FIELDS[key], answered)


@pytest.mark.parametrize(
    ("key", "asks"),
    [
        ("application.human_review", "whether mere perusal satisfies you"),
        ("data.consent", "It is good like this or you want a paper?"),
        ("application.sourcing", "Under which heading would you put this?"),
        ("application.sourcing", "is he like 'us' or a 'supplier'"),
        ("governance.staff_trained", "where you put such"),
        ("application.supplier", "Which one do you want, him or Delft?"),
        ("data.sensitive_data", "I don't know this falls in which box"),
        ("application.human_review", "It has importance the Friday, does it matter?"),
        ("governance.policy", "Would a sheet on the wall do?"),
    ],
)
def test_it_is_told_what_counts(key: str, asks: str) -> None:
    assert falls(key, asks) == FIELDS[key].counts


def test_of_two_choices_that_seem_the_same_it_is_told_what_tells_them_apart() -> None:
    said = "For me helping and recommending is the same thing. How do you tell one from the other?"
    told = falls("application.decision_role", "How do you tell one from the other?", said)
    assert "it assists" in told and "it recommends" in told and "it decides" not in told


@pytest.mark.parametrize(
    "asks",
    [
        "who reads this?",
        "is that noted or not?",
        "which tool do you mean?",
        "would that be in the report?",
        "is it legal or not?",
        "how long does this take?",
        "why does it matter where it sits?",
    ],
)
def test_other_questions_are_left_to_others(asks: str) -> None:
    assert falls("application.human_review", asks) == ""


def test_whether_something_matters_is_of_an_answer_that_was_given() -> None:
    assert falls("application.human_review", "does it matter?", answered=False) == ""


def test_which_of_two_a_thing_told_is_may_be_asked_in_any_words() -> None:
    assert falls("application.sourcing", "is he like us or a suplier den") == FIELDS["application.sourcing"].counts
    assert not falls("application.sourcing", "is that good or bad")
