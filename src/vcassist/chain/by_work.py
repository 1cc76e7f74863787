"""A tool that is meant by what it works on: of two tools "the letters" are those of the one that reads letters. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_THE = re.compile(r"\b(?:the|our|those|these|my)\s(?P<words>\w{4,}(?:\s\w{4,})?)\b", re.I)
_WORD = re.compile(r"[^\W\d_]{4,}")
# So many letters begin a word.
_HEAD = 6
_LITTLE = frozenset(
    {
        "with",
        "from",
        "that",
        "this",
        "them",
        "they",
        "what",
        "when",
        "where",
        "which",
        "into",
        "their",
        "about",
        "sometim",
    }
)


def by_their_work(text: str, purposes: Mapping[str, str]) -> Iterator[str]:
    """The tools whose work a text names, in its order. ``purposes``: what each tool is for; a word counts where it is in that of one alone."""
    works = {tool: _heads(purpose) for tool, purpose in purposes.items()}
    for place in _THE.finditer(text):
        said = _heads(place["words"])
        of_it = [tool for tool, work in works.items() if said & work]
        if len(of_it) == 1:
            yield of_it[0]


def _heads(text: str) -> set[str]:
    return {word.rstrip("s")[:_HEAD] for word in _WORD.findall(text.casefold())} - _LITTLE
