"""Head counts in the ways in which people say them: whole numbers in words, sums, guesses, and numbers of some of those counted."""

from __future__ import annotations

import time

import pytest

from vcassist.reading.answering.answers import head_count, size_band
from vcassist.reading.told.volunteered import volunteered


def counted(text: str) -> int | None:
    found = head_count(text)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a hundred and twenty or so", 120),
        ("Hundred and ten, I think", 110),
        ("three hundred and fifty-two", 352),
        ("one thousand two hundred and four", 1204),
        ("half a dozen", 6),
        ("two and a half dozen", 30),
        ("a dozen and a half", 18),
        ("a couple of hundred", 200),
        ("3 dozen", 36),
        ("a good hundred", 100),
    ],
)
def test_a_number_in_words_is_one_number(text: str, number: int) -> None:
    assert counted(text) == number


@pytest.mark.parametrize("text", ["several hundred", "a few dozen", "hundreds", "a half", "one of those days"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert counted(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A hundred and twenty. Three of them are named Ram Bahadur.", 120),
        ("eleven, of which two are nuns", 11),
        ("sixty, including eleven apprentices", 60),
        ("eight nurses and five drivers", 13),
        ("a board of five and two salaried persons", 7),
        ("a hundred and four nurses and twelve drivers", 116),
    ],
)
def test_some_of_those_counted_are_not_counted_again_and_others_are_added(text: str, number: int) -> None:
    assert counted(text) == number


@pytest.mark.parametrize("text", ["forty or fifty", "between twenty and thirty", "12 to 15", "12-15"])
def test_a_guess_with_two_ends_of_one_size_has_that_size(text: str) -> None:
    assert size_band(counted(text) or 0) == "11_to_50"


@pytest.mark.parametrize("text", ["nine or twelve", "between eight and twelve", "between 8 and 12", "250 of 300"])
def test_a_guess_with_ends_of_two_sizes_is_no_number(text: str) -> None:
    assert counted(text) is None


@pytest.mark.parametrize("text", [" " * 20_000, "hundred " * 3_000, "and " * 6_000, "twenty-" * 4_000, "1 or " * 5_000])
def test_long_texts_are_read_in_no_time(text: str) -> None:
    begun = time.process_time()
    counted(text)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("We are a hundred and twenty people.", "51_to_250"),
        ("There are three hundred and ten of us.", "over_250"),
        ("Half a dozen volunteers run the soup kitchen.", "up_to_10"),
    ],
)
def test_a_size_volunteered_in_words_is_read_whole(text: str, size: str) -> None:
    assert size in [told.value for told in volunteered(text) if told.key == "organisation.size"]
