"""Words that are like a field's and mean something else are told apart by the clause that they stand in."""

from __future__ import annotations

import pytest
from worlds import small_register

from vcassist.reading.naming.names import NameFinder
from vcassist.reading.seen import look
from vcassist.reading.text import Span
from vcassist.reading.trained import Guess
from vcassist.reading.vetoes.likeness import means_another


def like(text: str, key: str, value: str, quote: str | None = None, asked: bool = False) -> bool:
    quote = quote or text
    start = text.index(quote)
    guess = Guess(key, 0.9, "known", 1.0, ((value, 0.9),), start, start + len(quote))
    seen = look(text, NameFinder(small_register()), None)
    return means_another(guess, seen, Span(start, start + len(quote), quote), asked)


@pytest.mark.parametrize(
    ("text", "key", "value", "quote"),
    [
        ("A complaint may be lodged with the Commissioner.", "application.appeal", "yes", None),
        ("You can lodge a complaint with the office.", "application.appeal", "yes", None),
        ("No network? It does not care.", "application.outage_effect", "none", "It does not care"),
        ("it goes on without internet", "compute.outage_effect", "none", None),
        ("The university builds it.", "organisation.ai_role", "developer", None),
    ],
)
def test_what_is_only_like_it_is_not_meant(text: str, key: str, value: str, quote: str | None) -> None:
    assert like(text, key, value, quote)


@pytest.mark.parametrize(
    ("text", "key", "value", "quote"),
    [
        ("They can appeal to the committee.", "application.appeal", "yes", None),
        ("Works without signal. We have 9 phones. When it is broken nobody notices.", "application.outage_effect", "none", "nobody notices"),
        ("without internet everything stops", "application.outage_effect", "stops", None),
        ("We build it ourselves.", "organisation.ai_role", "developer", None),
        ("Our company builds it, we use it.", "organisation.ai_role", "developer", None),
    ],
)  # fmt: skip
def test_what_is_meant_stands(text: str, key: str, value: str, quote: str | None) -> None:
    assert not like(text, key, value, quote)


def test_whoever_is_asked_what_would_happen_may_speak_of_the_network() -> None:
    assert not like("without internet? nothing happens", "application.outage_effect", "none", asked=True)
