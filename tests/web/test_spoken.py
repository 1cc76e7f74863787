"""Turns as a page shows them: the words that count are marked, and only those."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcassist.chain.facts import Fact
from vcassist.interview.session import Awaiting, Turn
from vcassist.web.spoken import asks_in, marked

MESSAGES = st.text(min_size=0, max_size=40)


@st.composite
def messages_with_facts(draw: st.DrawFn) -> tuple[str, list[Fact]]:
    said = draw(MESSAGES)
    cuts = st.integers(0, len(said))
    spans = draw(st.lists(st.tuples(cuts, cuts).map(sorted), max_size=4))
    return said, [Fact("application.name", "known", "x", said[a:b], a, b) for a, b in spans]


@given(messages_with_facts())
def test_the_pieces_are_the_message_and_exactly_the_quotes_are_marked(case: tuple[str, list[Fact]]) -> None:
    said, facts = case
    pieces = marked(said, facts)
    assert "".join(text for text, _ in pieces) == said and all(text for text, _ in pieces)
    flags = [counts for text, counts in pieces for _ in text]
    assert flags == [any(f.start <= at < f.end for f in facts) for at in range(len(said))]


def test_a_fact_whose_words_are_elsewhere_marks_nothing() -> None:
    assert marked("we use it", [Fact("application.name", "known", "x", "Chat", 0, 4)]) == (("we use it", False),)


@pytest.mark.parametrize(
    ("reply", "parts"),
    [
        ("Noted. So, once more: open / closed? Ask them.", ("Noted.", "So, once more: open / closed?", "Ask them.")),
        ("really?", ("", "Really?", "")),
        ("Is it 3.5? No. And the model: is it open?", ("Is it 3.5? No.", "And the model: is it open?", "")),
        ("Nothing is asked here.", ("Nothing is asked here.", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_reply_is_cut_around_its_question(reply: str, parts: tuple[str, str, str]) -> None:
    assert asks_in(Turn(3, reply=reply, awaiting=Awaiting("model.weights", "again"))) == parts


def test_without_a_question_waited_for_a_reply_is_whole() -> None:
    assert asks_in(Turn(3, reply="Is that all? Goodbye.")) == ("Is that all? Goodbye.", "", "")
