"""Members of a set that the answer as a whole leaves in doubt, and one clause or one word of it tells."""

from __future__ import annotations

import pytest
from worlds import small_register

from vcassist.chain.fields import FIELDS
from vcassist.reading.more_members import with_more_members
from vcassist.reading.names import NameFinder
from vcassist.reading.seen import look
from vcassist.reading.trained import Guess

SOURCES, GENERATES, SENSITIVE = "data.sources", "application.generates", "data.sensitive_data"


def told(
    key: str, text: str, first: str, doubted: dict[str, float], by_clause: dict[str, str], unasked: float
) -> object:
    """The members of an answer whose first is sure; ``by_clause`` is what a clause with certain words is surely heard as, asked."""
    spec = FIELDS[key]
    seen = look(text, NameFinder(small_register()), spec)
    whole = Guess(key, 0.98, "known", 0.98, ((first, 0.99), *doubted.items()), 0, len(text))

    def read(part: str, asked: str | None) -> Guess | None:
        value = next((v for word, v in by_clause.items() if part.startswith(word)), None)
        chance = 0.95 if asked else unasked
        return Guess(key, 0.95, "known", 0.97, ((value, chance),), 0, len(part)) if value else None

    offered = seen.known(key, (first,), 0, len(text), 0.9)
    assert offered is not None
    return set(with_more_members(offered, seen, spec, whole, read).members)


SCRAPED = "Rulings come off the website of the court; letters reach us through an ally."


@pytest.mark.parametrize(
    ("hint", "unasked", "members"),
    [
        (0.3, 0.9, {"partners", "public_web"}),
        # Nothing of it in the answer as a whole, or only because the question is known.
        (0.05, 0.9, {"partners"}),
        (0.3, 0.1, {"partners"}),
    ],
)
def test_a_clause_tells_a_member_that_the_answer_hints_at(hint: float, unasked: float, members: set[str]) -> None:
    assert told(SOURCES, SCRAPED, "partners", {"public_web": hint}, {"Rulings": "public_web"}, unasked) == members


def test_a_clause_that_denies_tells_nothing() -> None:
    text = "Never from the website of the court; letters reach us through an ally."
    assert told(SOURCES, text, "partners", {"public_web": 0.3}, {"Never": "public_web"}, 0.9) == {"partners"}


@pytest.mark.parametrize(
    ("key", "text", "first", "member"),
    [
        (GENERATES, "It paints a heron, and it makes a poem about it.", "image", "text"),
        (GENERATES, "Leaflets it writes, and the odd jingle.", "text", "audio"),
        (SENSITIVE, "Small ones, and some of them are deaf.", "children", "health"),
        (SOURCES, "Our own books, and lists that are free for anybody to reuse.", "own_records", "open_data"),
    ],
)
def test_a_word_that_names_a_member_tells_it(key: str, text: str, first: str, member: str) -> None:
    assert told(key, text, first, {member: 0.12}, {}, 0.0) == {first, member}
    assert told(key, text, first, {member: 0.02}, {}, 0.0) == {first}


def test_a_sentence_that_denies_something_names_nothing() -> None:
    assert told(GENERATES, "Pictures mostly, video came out no good.", "image", {"video": 0.3}, {}, 0.0) == {"image"}
