"""What a message only mentions tells nothing: paragraph numbers, a word as a word, words of the question said back in doubt."""

from __future__ import annotations

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.interview.remarks.only_mentioned import item_numbers, only_mentioned


def mentioned(message: str, asked: str = "data.consent") -> list[str]:
    return [message[a:b].strip() for a, b in only_mentioned(message, FIELDS[asked])]


@pytest.mark.parametrize(
    ("message", "numbers"),
    [
        ("4. If the tool is gone we read aloud. 5. Whose work do you mean?", ["4.", "5."]),
        ("1. We are a library. 2. We use a reader.", ["1.", "2."]),
        ("53. Villagers are not all farmers.", ["53."]),
        ("(7) The notices are read by all. (8) The tablets are twelve.", ["(7)", "(8)"]),
        ("There are 12. The rest are away.", []),
        ("We run GPT 4. It is slow.", []),
        ("It costs 4.50 a month.", []),
    ],
)
def test_the_numbers_of_paragraphs_are_known_by_their_row_or_their_place(message: str, numbers: list[str]) -> None:
    assert [message[a:b].strip() for a, b in item_numbers(message)] == numbers


@pytest.mark.parametrize(
    "message",
    ["Two tools. 1. Kora - transcription. 2. TriaFlow - triage.", "Two: (1) Kora, self-hosted; (2) TriaFlow, bought.", "(1) yes, (2) no"],
)  # fmt: skip
def test_the_numbers_of_named_things_and_of_answers_tell_them_apart(message: str) -> None:
    assert mentioned(message) == []


def test_a_number_stays_where_one_was_asked_for() -> None:
    assert mentioned("12. And three who help.", "organisation.size") == []


@pytest.mark.parametrize(
    "message",
    [
        "They sent a PDF with the word 'fair' in it.",
        "Their page has the term “fair” on top.",
        'Your "fair" is not mine.',
    ],
)
def test_a_word_as_a_word_says_nothing_of_anything(message: str) -> None:
    assert any("fair" in m for m in mentioned(message)) == ("Your" not in message)


@pytest.mark.parametrize(
    ("message", "back"),
    [
        ("'Our patients'? They buy tickets, they are not ill.", ["'Our patients'?"]),
        ("Health? Because I said so? We are a theatre.", ["Health?"]),
        ("Government! Me! No, we recycle.", ["Government!"]),
        ("Recommends? Yes, that one.", []),
        ("Always! My deputy reads each one.", []),
        ("No! Nobody reads it.", []),
        ("Encrypted? I think so.", []),
    ],
)
def test_what_is_said_back_in_doubt_is_not_meant(message: str, back: list[str]) -> None:
    assert mentioned(message) == back


@pytest.mark.parametrize(
    ("message", "talk"),
    [
        ("Hi, we run a larder. doing this on my phone between deliveries so keep it quick pls", "doing this on my phone between deliveries so keep it quick pls"),
        ("sorry, I'm on the bus, so in short: it sorts mail.", "sorry, I'm on the bus"),
        ("It sorts mail. I'm typing this with one hand.", "I'm typing this with one hand"),
        ("The nurses are writing this on a tablet, and it sorts them.", ""),
        ("It runs on my phone.", ""),
        ("We are doing this on tablets.", ""),
    ],
)  # fmt: skip
def test_where_somebody_types_is_of_the_talk(message: str, talk: str) -> None:
    assert "".join(mentioned(message)) == talk
