"""A tool that is meant by what it works on: of two tools "the letters" are those of the one that reads letters. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_THE = re.compile(r"\b(?:the|our|those|these|my)\s(?P<words>\w{4,}(?:\s\w{4,})?)\b", re.I)
# What a tool is called by where it has no name ("the book thing", "that route planner", "our text checker").
_TOOL = re.compile(
    r"\b(?:the|our|that|this|my)\s(?P<words>(?:(?!(?:for|of|with|to|and|in|on|is|are|was|has)\b)[\w-]+\s){1,3}?)"
    r"(?:thing|tool|app|bot|chatbot|program(?:me)?|software|system|ai|robot|machine|assistant)\b"
    r"|\b(?:the|our|that|this|my)\s(?P<does>(?:[\w-]+\s)?(?!(?:other|number|paper|teacher|leader|farmer|helper|user|matter|letter|manager|computer|server|supplier|provider|visitor|doctor|director|driver)s?\b)\w{4,}(?:er|or))\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
# So many letters begin a word.
HEAD = 6
_LITTLE = frozenset(
    {"with", "from", "that", "them", "they", "what", "when", "where", "which", "into", "their", "about"}
)


def by_their_work(text: str, purposes: Mapping[str, str]) -> Iterator[str]:
    """The tools whose work a text names, in its order. ``purposes``: what each tool is for; a word counts where it is in that of one alone."""
    works = {tool: heads(purpose) for tool, purpose in purposes.items()}
    for place in _THE.finditer(text):
        said = heads(place["words"])
        of_it = [tool for tool, work in works.items() if said & work]
        if len(of_it) == 1:
            yield of_it[0]


def called_by_work(text: str, purposes: Mapping[str, str]) -> Iterator[str]:
    """The tool for each place where a text calls a tool by what it does: "the book thing" of what picks books."""
    works = {tool: heads(purpose) for tool, purpose in purposes.items()}
    for place in _TOOL.finditer(text):
        said = heads(place["words"]) if place["words"] else _deeds(place["does"])
        of_it = [tool for tool, work in works.items() if any(_alike(one, other) for one in said for other in work)]
        if len(of_it) == 1:
            yield of_it[0]


def _deeds(text: str) -> set[str]:
    """The heads of the words for who does something, without their ending: "letter reader" of what reads letters."""
    last = text.split()[-1]
    return heads(text[: -len(last)]) | {last[:-2].casefold()[:HEAD]}


def _alike(one: str, other: str) -> bool:
    """Whether one head begins the other: "picks" and "picker", "summar" and "summari"."""
    return one.startswith(other) or other.startswith(one)


def heads(text: str) -> set[str]:
    """The words of a text by their beginnings, one and several alike ("letter", "letters")."""
    return {word.rstrip("s")[:HEAD] for word in _WORD.findall(text.casefold())} - _LITTLE
