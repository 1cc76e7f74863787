"""Where one sentence of a message ends and the next begins, with offsets into the message. Pure.

Three cuts, as far apart as what they are for: whole sentences, whole sentences that a title does not end, and the parts that orders and denials
are said in. (The reader cuts finer still, into clauses.)
"""

from __future__ import annotations

import re
from itertools import pairwise

from vcassist.interview.turns_of_phrase import BEHIND_A_TITLE

_MARK = "[.!?…]"
_STOP = rf"{_MARK}++[\"”’')]*+(?=\s|$)"
# A run of marks is looked at once, from its first: 20,000 dots before a letter took a quarter of a minute.
_BEGINS, _GOES_ON = rf"(?<!{_MARK})", rf"(?<={_MARK})"
# Not the one point behind a title.
_NO_TITLE = rf"(?:(?!{BEHIND_A_TITLE})|(?={_MARK}{{2}}))"
# Up to a stop with its closing quotes, the end of a line, or the end of the message.
SENTENCE = re.compile(rf"\S(?:{_GOES_ON}{_STOP}|.*?(?:{_BEGINS}{_STOP}|\n|$))", re.S)
# The same, where "Mr. Smith" ends nothing: for what is struck out whole, with the name in it.
BEYOND_TITLES = re.compile(rf"\S(?:{_GOES_ON}{_STOP}|.*?(?:{_BEGINS}{_NO_TITLE}{_STOP}|\n|$))", re.I | re.S)
# A sentence, a line, or a part of them at a semicolon, with the marks behind it; the point of "4.1" ends nothing.
PART = re.compile(r"(?:[^.!?;\n]|\.(?=\w))+[.!?;\n]*")


def alone_and_in_pairs(text: str, most: int) -> list[tuple[int, int]]:
    """Where the first ``most`` sentences of a text begin and end, each alone, and then each two that follow one another."""
    at = [m.span() for m in BEYOND_TITLES.finditer(text)][:most]
    return [*at, *((start, end) for (start, _), (_, end) in pairwise(at))]


def around(cut: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """The sentence or part, as ``cut`` makes them, in which a place of a text stands; None where it stands between them."""
    return next((m for m in cut.finditer(text) if m.start() <= at < m.end()), None)


def last_before(cut: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """The last sentence or part that ends before a place of a text, or there."""
    return next((m for m in reversed([*cut.finditer(text)]) if m.end() <= at), None)


def near(text: str, at: int, before: int, behind: int) -> tuple[int, int] | None:
    """Where the part in which a place stands begins and ends together with so many parts before and behind it; None between parts."""
    parts = list(PART.finditer(text))
    here = next((n for n, m in enumerate(parts) if m.start() <= at < m.end()), None)
    if here is None:
        return None
    return parts[max(0, here - before)].start(), parts[min(len(parts) - 1, here + behind)].end()


def part_begins(text: str, at: int) -> int:
    """Where the part begins in which a place stands: behind the last mark or end of a line before it, whatever follows that mark."""
    return max(text.rfind(mark, 0, at) for mark in ".!?;\n") + 1
