"""The labels by which answers are shown are derived from what is shown, and are known again in whatever form they are said back."""

from __future__ import annotations

import re

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.interview.corrections.labels import any_label, is_everyday, label_of, told_in

CHOICES = [(key, value) for key, spec in FIELDS.items() if spec.type in ("enum", "set") for value in spec.options]


@pytest.mark.parametrize(("key", "value"), CHOICES)
def test_each_choice_is_known_by_the_label_it_is_shown_with(key: str, value: str) -> None:
    label = FIELDS[key].options[value]
    told = told_in(key, label)
    assert told in (("known", value), ("known", (value,)))
    assert re.fullmatch(any_label(key), label, re.I)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("application.decision_role", "recommends", "recommend"),
        ("application.decision_role", "assists", "it helps people with their work"),
        ("application.decision_role", "recommends", "it recommends, and people decide"),
        ("application.outage_effect", "none", "carries on"),
        ("application.human_review", "never", "nobody checks"),
        ("data.sources", "own_records", "your own records"),
        ("compute.hosting", "own_premises", "on your premises"),
    ],
)
def test_and_by_the_statement_it_is_said_back_in(key: str, value: str, words: str) -> None:
    assert re.fullmatch(label_of(key, value), words, re.I)
    assert told_in(key, words) in (("known", value), ("known", (value,)))


def test_several_labels_make_a_set_and_two_of_a_choice_none() -> None:
    assert told_in("data.sources", "own records, partners and bought") == (
        "known",
        ("own_records", "partners", "purchased"),
    )
    assert told_in("model.weights", "open or closed") is None


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("not known", "unknown"),
        ("don't know", "unknown"),
        ("they won't say", "withheld"),
        ("does not apply", "not_applicable"),
    ],
)
def test_what_is_put_where_nothing_is_known_is_a_label_too(words: str, status: str) -> None:
    assert told_in("compute.country", words) == (status, None)


def test_one_word_is_everyday_but_for_what_a_tool_does() -> None:
    assert is_everyday("open") and is_everyday("health") and is_everyday("“always”")
    assert not is_everyday("assists") and not is_everyday("it recommends") and not is_everyday("own records")
