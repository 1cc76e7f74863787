"""Questions that a form of words tells surely have one answer each."""

from __future__ import annotations

import pytest

from vcassist.interview import phrases
from vcassist.interview.questions.by_form import answer_by_form
from vcassist.knowledge.rulebook import load_rulebook

RULES = load_rulebook()


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("can ICE get that???", phrases.MAY_BE_TAKEN),
        ("could the police see who is in it?", phrases.MAY_BE_TAKEN),
        ("And what can we do if Darwin goes away?", phrases.ONE_PERSON_LEAVES),
        ("what if our IT guy leaves?", phrases.ONE_PERSON_LEAVES),
        ('what do you mean by "AI"?', phrases.WHAT_AI_IS),
        ("what are weights", phrases.WHAT_WEIGHTS_ARE),
        ("explain the cloud please", phrases.WHAT_A_CLOUD_IS),
    ],
)
def test_it_is_answered(asks: str, told: str) -> None:
    assert answer_by_form(asks, RULES) == told


@pytest.mark.parametrize(
    ("asks", "word"),
    [("Can you write the policy for us?", "one page"), ("could you do the assessment", "assessment")],
)
def test_a_paper_is_not_written_for_them_and_how_to_begin_is_told(asks: str, word: str) -> None:
    told = answer_by_form(asks, RULES)
    assert told.startswith("That I do not write") and word in told


def test_how_training_is_turned_off_is_told() -> None:
    assert answer_by_form("can i turn the training off", RULES).startswith("Switch training")


@pytest.mark.parametrize(
    "asks",
    [
        "can you write the report now?",
        "can the police read this chat?",
        "what if OpenAI goes away?",
        "what is the model of our printer called?",
        "can I turn it off?",
        "what does AI governance mean?",
    ],
)
def test_what_has_no_such_form_is_left_to_others(asks: str) -> None:
    assert answer_by_form(asks, RULES) == ""
