"""Always, sometimes and never tell how often a person checks; a yes or no about something else is no "partly" by them."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview.answers.how_often import without_checks


def kept(said: str, ref: str, quote: str) -> bool:
    at = said.index(quote)
    return bool(without_checks((Fact(ref, "known", "partly", quote, at, at + len(quote), 1),), said))


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("That was about who reads the drafts in Lumo: sometimes.", "Lumo: sometimes"),
        ("Only the long reports are checked by me, so sometimes.", "so sometimes"),
        ("For the rota, my deputy looks it over now and then.", "now and then"),
    ],
)
def test_how_often_somebody_checks_is_no_half_of_another_yes(said: str, quote: str) -> None:
    assert not kept(said, "data.personal_data", quote)
    assert not kept(said, "data.consent", quote)


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("Sometimes.", "Sometimes"),
        ("The parents sign it sometimes, I check that.", "The parents sign it sometimes"),
        ("We check it, but only some of the people agreed.", "only some of the people agreed"),
    ],
)
def test_what_answers_the_yes_or_no_itself_stays(said: str, quote: str) -> None:
    assert kept(said, "data.consent", quote)
