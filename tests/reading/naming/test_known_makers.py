"""A model that is known by its name is not ours, and its name is no licence."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.knowledge.register import load_register
from vcassist.reading.naming.known_makers import without_what_is_known_otherwise

NAME, LICENCE, MAKER = "model.name", "model.licence", "model.supplier"
SAID = "In production since 2023. XLM-RoBERTa base, our own weights on top."


def told(ref: str, value: str, quote: str, said: str = SAID) -> Proposal:
    start = said.index(quote)
    return Proposal(ref, "known", value, quote, 0.8, start, start + len(quote))


@pytest.fixture(scope="module")
def register():
    return load_register()


def test_its_name_is_no_licence_and_its_maker_not_ourselves(register) -> None:
    name = told(NAME, "XLM-RoBERTa base", "XLM-RoBERTa base")
    others = (told(LICENCE, "XLM-RoBERTa base", "XLM-RoBERTa base"), told(MAKER, "self", "our own weights"))
    assert without_what_is_known_otherwise(Reading((name, *others), "answer"), None, register).proposals == (name,)


def test_a_licence_of_other_words_and_the_maker_of_a_model_of_ours_stay(register) -> None:
    said = "CantoraNet, ours from the first line, under the MIT licence."
    all_of_it = (
        told(NAME, "CantoraNet", "CantoraNet", said),
        told(LICENCE, "MIT", "MIT", said),
        told(MAKER, "self", "ours", said),
    )
    assert without_what_is_known_otherwise(Reading(all_of_it, "answer"), None, register).proposals == all_of_it


def test_what_was_asked_for_stays(register) -> None:
    both = (told(NAME, "XLM-RoBERTa base", "XLM-RoBERTa base"), told(MAKER, "self", "our own weights"))
    assert without_what_is_known_otherwise(Reading(both, "answer"), MAKER, register).proposals == both
