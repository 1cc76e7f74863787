"""While the tool has no name, a lone name for an answer is it."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.reading.naming.lone_name import lone_name

COMMON = frozenset({"Paid", "Often", "Patients", "Kenya"})


def chain(*refs: str) -> Chain:
    return fold(tuple(Fact(ref, "known", "Kora", "Kora", 0, 4, 1) for ref in refs))


def name(said: str, asked: str | None = "application.decision_role", *refs: str) -> object:
    found = lone_name(said, asked, chain(*(refs or ("application.purpose",))), COMMON.__contains__)
    return found and (found.ref, found.value)


@pytest.mark.parametrize("said", ["Plantix", "Plantix.", "It's Plantix", "called Plantix!"])
def test_a_lone_name_is_the_tools(said: str) -> None:
    assert name(said) == ("application.name", "Plantix")


@pytest.mark.parametrize("said", ["Paid.", "Often", "plantix", "Kenya", "Plantix decides", "NHS", ""])
def test_a_common_word_a_place_or_a_sentence_is_none(said: str) -> None:
    assert name(said) is None


def test_a_question_for_a_name_and_a_tool_that_has_one_are_left_alone() -> None:
    assert name("Plantix", "organisation.name") is None
    assert name("Plantix", "application.decision_role", "application.name") is None
    assert name("Plantix", None) is None
