"""Numbers in words: "twelve", "twenty-five", "a hundred and twenty", "two and a half dozen", "a couple of hundred". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vcassist.interview.turns_of_phrase import SMALL_NUMBERS

_I = re.I
_BELOW_TEN = {w: n for n, w in enumerate(SMALL_NUMBERS[:9], 1)}
_TEENS = {w: n for n, w in enumerate((*SMALL_NUMBERS[9:], "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"), 10)}  # fmt: skip
_TENS = {w: 10 * n for n, w in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)}  # fmt: skip
_TENS |= {"fourty": 40}
_WORDS = _BELOW_TEN | _TEENS | _TENS
UNITS = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000}


def _one_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_UNIT = rf"(?:{_one_of(UNITS)})"
# Only tens take a digit behind them: "eight and twelve" are two numbers, "twenty-five" is one.
_BELOW_HUNDRED = rf"(?:(?:{_one_of(_TENS)})(?:[ -](?:{_one_of(_BELOW_TEN)}))?|{_one_of(_TEENS)}|{_one_of(_BELOW_TEN)})"
_A = r"(?:half an? |an? (?:good |full |round |mere )?)"
_SEVERAL = r"(?:an? )?couple (?:of )?|an? pair of "
# "A score" is mostly what a model gives; only three score are people.
_UNIT_ALONE = r"(?:dozen|hundred|thousand)"
_MORE = rf"(?:[ -](?:and )?{_BELOW_HUNDRED}(?: {_UNIT})?|(?: and)? a half)"
NUMBER_IN_WORDS = rf"(?:{_BELOW_HUNDRED}(?: and a half)?[ -]{_UNIT}{_MORE}*|(?:{_SEVERAL}|{_A})?{_UNIT_ALONE}{_MORE}*|{_BELOW_HUNDRED})"
# Behind digits: "3 dozen".
UNIT_BEHIND = re.compile(rf" ({_UNIT_ALONE})\b", _I)
_COUNTED = re.compile(rf"\b{NUMBER_IN_WORDS}\b", _I)
_FIRST_OF_A_UNIT = re.compile(r"\b(?:couple|pair|half|an?)\b", _I)


def in_words(text: str) -> Iterator[tuple[int, int, int]]:
    """(number, start, end) for every number of people that is written in words; one alone is mostly no number."""
    for found in _COUNTED.finditer(text):
        words = re.findall(r"[a-z]+", found[0].lower())
        number = value(words)
        if words != ["one"] and number > 1 and not _is_vague(text, found):
            yield number, found.start(), found.end()


def value(words: list[str]) -> int:
    """What the words of one number make together."""
    total, last = 0.0, 0.0
    half_before = words[0] == "half"
    unit = 1
    for before, word in pairwise(["", *words]):
        if word in UNITS:
            unit = UNITS[word]
            total, last = total + (last or 1) * unit * (0.5 if half_before else 1), 0
            half_before = False
        elif word == "half" and before:
            # "Two and a half dozen" stands before its unit, "a dozen and a half" behind it.
            last, total = (last + 0.5, total) if last else (0, total + 0.5 * unit)
        elif word in ("couple", "pair"):
            last = 2
        else:
            last += _WORDS.get(word, 0)
    return round(total + last)


def _is_vague(text: str, found: re.Match[str]) -> bool:
    """Several hundred are no number, and "3 hundred" is the digits' own."""
    bare = not _FIRST_OF_A_UNIT.match(found[0]) and re.match(_UNIT_ALONE, found[0], _I)
    return (
        bool(bare)
        and re.search(r"(?:\b(?:several|few|many|some|per)|\d)\s?$", text[: found.start()][-12:], _I) is not None
    )
