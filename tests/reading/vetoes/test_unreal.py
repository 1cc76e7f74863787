"""What only the words around it show to be over, not taken, not so, or a rule on paper."""

from __future__ import annotations

import pytest

from vcassist.reading.text import clauses
from vcassist.reading.vetoes.modality import marked


def marks_at(message: str, words: str) -> frozenset[str]:
    at = message.index(words)
    return next(marks for span, marks in marked(clauses(message)) if span.start <= at < span.end)


@pytest.mark.parametrize(
    ("message", "words", "mark"),
    [
        ("it ran on Llama 2 the first year, so much I remember", "Llama", "was"),
        ("For the first six months we transcribed with Otter", "Otter", "was"),
        ("First two winters it all sat with Dropbox", "Dropbox", "was"),
        ("During our pilot year it was Otter.", "Otter", "was"),
        ("Germany, back when my predecessor ran things.", "Germany", "past"),
        ("Every letter passed over her desk. With the new contract that came to an end.", "Every", "past"),
        ("The whole team read it. That lasted till harvest.", "The whole", "past"),
        ("The vicar checked each page. That is over now.", "The vicar", "past"),
        ("With the pickers we'd be above 400, if they were ours", "400", "hypothesis"),
        ("Our own basement, if the insurer allowed it", "basement", "hypothesis"),
        ("Three hundred, were the seasonal women ours", "Three", "hypothesis"),
        ("In the cloud, had we the line for it", "cloud", "hypothesis"),
        ("We looked at Whisper and at Lelapa and took none of them", "Whisper", "declined"),
        ("We saw Copilot at the fair, we went home with neither.", "Copilot", "declined"),
        ("Sweden, if the board had its way.", "Sweden", "hypothesis"),
        ("Aya and Jais were shown to us. None got past the board.", "Aya", "declined"),
        ("The handbook obliges us to mark each drawing. Not a single one is marked.", "handbook", "advice"),
        ("We're supposed to read it out. I haven't heard anybody do it.", "supposed", "advice"),
    ],
)
def test_what_is_no_current_fact_by_what_stands_around_it(message: str, words: str, mark: str) -> None:
    assert mark in marks_at(message, words)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("In the first week of each month we check the errors", "check"),
        ("At the start of every shift the nurse reads them", "reads"),
        ("We have used Otter since the first year", "Otter"),
        ("We use Otter for the minutes and the vicar looks it over", "Otter"),
        ("There is but a screen, the work is done at the maker's over in Lille", "done"),
        ("The photos go in, if they agreed", "photos"),
        ("We looked at the answers, none was wrong", "answers"),
        ("We tested 200 answers. None were wrong.", "tested"),
        ("We looked at the answers for errors and found none", "answers"),
        ("By the handbook a nurse reads it, and she does", "handbook"),
        ("the nurse goes back to triage on paper, so it is slower but nobody is stuck", "triage"),
        ("Two of ours gave it a name; a third, in Cape Town, had the last word", "third"),
    ],
)
def test_what_stands_all_the_same(message: str, words: str) -> None:
    assert not marks_at(message, words)
