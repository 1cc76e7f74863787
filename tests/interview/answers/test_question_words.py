"""An answer that begins with the words of the question's choices is that choice."""

from __future__ import annotations

import re

import pytest

from vcassist.chain.facts import Fact
from vcassist.chain.fields import FIELDS
from vcassist.interview.answers.question_words import IN_THE_QUESTION, opened_with_a_choice, without_denied_choice

EFFECT = "application.outage_effect"


@pytest.mark.parametrize("key", IN_THE_QUESTION)
def test_each_choice_is_named_in_its_question(key: str) -> None:
    question = FIELDS[key].question
    missing = [v for v, words in IN_THE_QUESTION[key].items() if not re.search(words, question, re.I)]
    # The question says "you" and "run by yourselves"; answers are read in the first person too.
    assert not missing and set(IN_THE_QUESTION[key]) <= set(FIELDS[key].values)


def read(said: str, value: str, words: str) -> str | None:
    start = said.index(words)
    fact = Fact(EFFECT, "known", value, words, start, start + len(words))
    return next((str(f.value) for f in opened_with_a_choice((fact,), said, EFFECT, 1) if f.ref == EFFECT), None)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Carry on, we have the microscope. The lab takes two days, that is another story.", "none"),
        ("Well, it carries on. It takes two days more.", "none"),
        ("It stops. Each case takes two days more by hand.", "stops"),
    ],
)
def test_its_reasons_change_nothing(said: str, value: str) -> None:
    assert read(said, "degrades", "takes two days") == value


@pytest.mark.parametrize(
    "said",
    [
        "Carry on, but it takes two days",
        "Carry on? It takes two days",
        "Stop. No, it takes two days",
        "Carry on with the next one, it takes two days",
        "Stop, or worse: it takes two days",
        "Stop, worse, it takes two days",
    ],
)
def test_what_takes_it_back_is_left_to_the_reader(said: str) -> None:
    assert read(said, "degrades", "takes two days") == "degrades"


def test_the_choice_before_not_is_meant() -> None:
    said = "they check always, not sometimes"
    fact = Fact("application.human_review", "known", "sometimes", said, 0, len(said))
    assert [f.value for f in without_denied_choice((fact,), said)] == ["always"]


@pytest.mark.parametrize("said", ["stop? no. we phone", "no. it does NOT stop", "it wouldn't stop, we phone"])
def test_a_choice_that_is_wondered_about_or_does_not_happen_is_not_chosen(said: str) -> None:
    fact = Fact(EFFECT, "known", "stops", said, 0, len(said))
    assert without_denied_choice((fact,), said) == ()


@pytest.mark.parametrize("said", ["it stops. no way around it", "stop? yes, all of it"])
def test_a_no_of_something_else_leaves_the_choice(said: str) -> None:
    fact = Fact(EFFECT, "known", "stops", said, 0, len(said))
    assert without_denied_choice((fact,), said) == (fact,)
