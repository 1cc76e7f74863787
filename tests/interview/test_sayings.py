"""What an answer says as a short statement."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview.sayings import statement

NAMES = {
    "GB": "United Kingdom",
    "NL": "The Netherlands",
    "CF": "Central African Republic",
    "KE": "Kenya",
    "MX": "Mexico",
}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("GB", "the data is stored in the United Kingdom"),
        ("NL", "the data is stored in the Netherlands"),
        ("CF", "the data is stored in the Central African Republic"),
        ("KE", "the data is stored in Kenya"),
        ("MX", "the data is stored in Mexico"),
    ],
)
def test_a_country_stands_in_a_sentence_with_the_article_that_it_takes(code: str, said: str) -> None:
    assert statement(Fact("storage.country", "known", code, code, 0, 2, 1), NAMES.__getitem__) == said


@pytest.mark.parametrize(
    ("quote", "said"),
    [("donors", "it touches “donors”"), ("ok", "it touches others"), ("yes, exactly", "it touches others")],
)
def test_others_are_called_as_they_were_and_not_by_a_yes(quote: str, said: str) -> None:
    assert statement(Fact("application.affected_people", "known", ("other",), quote)) == said
