"""What in a text bears the name of an organisation, and what only stands beside one: a place behind "of", a language. Pure."""

from __future__ import annotations

import re

from vcassist.interview.turns_of_phrase import A_HOUSE, HOUSE
from vcassist.reading.text import Span

_I = re.I
_BORN_BY = re.compile(
    rf"(?P<house>\b(?:(?!(?:the|an?|our|my|this|that|of|at|in|for|from|with|by|to|and|or|am|is|are|as)\b)(?-i:[a-z])[\w’'-]*\s){{0,2}}?{HOUSE})\sof\s(?:the\s)?$",
    _I,
)
# "The cooperative Jappo of Keur Madiop": its own name stands between what it is and where.
_ITS_OWN_NAME = re.compile(
    rf"\b{A_HOUSE}\s(?:called\s|named\s)?[\"“'‘«]?(?P<own>(?-i:[A-ZÀ-ÖØ-Þ])[\w’'-]+(?:\s(?-i:[A-ZÀ-ÖØ-Þ])[\w’'-]+){{0,2}})[\"”'’»]?,?\s(?:of|in|at|from)\s(?:the\s)?$",
    _I,
)
_OF_A_HOUSE = re.compile(rf"\b{A_HOUSE}s?\b", _I)
LONGEST = 80
_LANGUAGE = r"(?:language|tongue|dialect|script|alphabet)"
_A_LANGUAGE = re.compile(
    rf"\b(?:our|the|my|their|an?|this|that|mother|native|own)\s(?:[\w’'-]+\s){{0,2}}?{_LANGUAGE}s?(?:,\s(?:which is\s|called\s)?|\s(?:is\s)?(?:called|named)\s)$"
    r"|\b(?:speaks?|spoken|teach(?:es|ing)?|learn(?:s|ing)?|teachers? of|lessons in|translate[sd]? (?:in)?to|written in)\s$",
    _I,
)
_LANGUAGE_BEHIND = re.compile(
    rf",?\s(?:(?:which )?is\s)?(?:our|the|my|their|an?)\s(?:[\w’'-]+\s){{0,2}}?{_LANGUAGE}\b", _I
)


def whole_house(text: str, name: Span) -> Span | None:
    """The house of which a name of a place only tells where it is ("volunteer fire brigade of Arlen" for "Arlen", "Jappo" for "Keur Madiop" of "the
    cooperative Jappo of Keur Madiop"); None where it is no such.
    """
    if _OF_A_HOUSE.search(name.text):
        return None
    if own := _ITS_OWN_NAME.search(text, max(0, name.start - LONGEST), name.start):
        return Span(*own.span("own"), own["own"])
    found = _BORN_BY.search(text[max(0, name.start - LONGEST) : name.start])
    if found is None:
        return None
    start = max(0, name.start - LONGEST) + found.start("house")
    return Span(start, name.end, text[start : name.end])


def names_a_language(text: str, name: Span) -> bool:
    """Whether a name is told to be a language's, or what is taught or spoken."""
    before = text[max(0, name.start - LONGEST) : name.start]
    return bool(_A_LANGUAGE.search(before) or _LANGUAGE_BEHIND.match(text, name.end))
