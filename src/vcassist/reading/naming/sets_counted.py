"""Sets of data that a message counts up: "two kinds of data go in: first the till receipts, second the rosters". Pure.

A reader of one value a field hears one description in them; each is a set of its own, of which later answers speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal
from vcassist.reading.text import Span, stripped

_I = re.I
_KIND = "data"
_DESCRIPTION = "description"
_MANY = r"(?:two|2|both)"
_STUFF = r"(?:data|information|inputs?|materials?|recordings?|records|documents|pictures|photos|images|files|texts|sources|lists|measurements)"
# "Two data sets", "two sorts of data", "two different sources", "two things go in".
_COUNTED = re.compile(
    rf"\b{_MANY}\s(?:(?:[a-z-]+\s){{0,2}}?(?:data ?(?:sets?|sources?|streams?|bases?)|sources? of (?:data|information)|data)|(?:[a-z-]+\s)?(?:sorts?|kinds?|types?|sets|streams)\sof\s(?:[a-z-]+\s)?{_STUFF}"
    r"|things (?=(?:go|come|flow|are (?:put|fed)|get (?:put|fed)|feed)\b))\b(?P<tail>[^.:;!?\n–—]{0,60}?)(?:\s?[:.;]|,|\s[–—-])\s+",
    _I,
)
# The same in answer to the question what goes in.
_COUNTED_BARE = re.compile(
    rf"\b{_MANY}\b(?:\s(?:things|kinds|sorts|types|sets|sources|different ones))?(?: of (?:it|them|that))?(?P<tail>)\s?[:.;,–—-]\s+",
    _I,
)
_IS = r"(?:\s?[,:)]|\s(?:one|set|kind|sort|source))?(?:\s(?:is|are|was|were|of|comes? from|consists? of|holds?))?\s+"
_FIRST = rf"(?:(?:the\s)?(?:first(?:ly)?|one)|\(?[1a]\)){_IS}"
_SECOND = rf"(?:(?:the\s|an)?(?:second(?:ly)?|other)|\(?[2b]\)){_IS}"
_NUMBERED = re.compile(
    rf"{_FIRST}(?P<one>[^.;:!?\n]{{3,90}}?)(?:\s?[,;.–—-]+\s*|\s(?=and\b))(?:(?:and|then|but)\s)?{_SECOND}(?P<other>[^.;:!?\n]{{3,120}})",
    _I,
)
_JOINED = re.compile(
    r"(?P<one>[^.,;:!?\n]{3,70}?),?\s(?:and|plus)\s(?P<other>[^.,;:!?\n]{3,70})(?=\s*(?:[.;!\n]|$))", _I
)
# Where what a set is ends: what is told of it stands behind.
_ENDS = re.compile(r",\s|\s[–—-]\s|\s\(|\s(?:which|that we|because|since|so that|but|while)\s", _I)
# What begins a statement and names nothing.
_TELLS = re.compile(
    r"(?:they|it|we|i|you|he|she|there|that|this|nobody|people|is|are|was|were|which|who|whom|what|where|of|each|every)\b",
    _I,
)
# A joined pair of more words tells something and does not name two things.
LONGEST = 8
SURE = 0.95


def sets_counted(message: str, asked: str | None, chain: Chain) -> tuple[Span, ...]:
    """What the two sets of data are that a message counts up; nothing where it does not, or where what goes in is known."""
    if any(chain.get(f"{c}.{_DESCRIPTION}") for c in chain.mentioned(_KIND)):
        return ()
    bare = asked is not None and asked.partition(".")[2] == _DESCRIPTION
    for head in (*_COUNTED.finditer(message), *(_COUNTED_BARE.finditer(message) if bare else ())):
        found = _NUMBERED.match(message, head.end()) or _joined(message, head)
        spans = [_what(message, *found.span(group)) for group in ("one", "other")] if found else []
        if spans and all(spans):
            return tuple(s for s in spans if s)
    return ()


def _joined(message: str, head: re.Match[str]) -> re.Match[str] | None:
    """Two things with "and" between them, right behind the colon of what counts them."""
    found = _JOINED.match(message, head.end()) if head[0].rstrip()[-1] in ":–—-" else None
    short = found and all(len(found[group].split()) <= LONGEST for group in ("one", "other"))
    return found if short and found and " and " not in found["other"] else None


def _what(message: str, start: int, end: int) -> Span | None:
    cut = _ENDS.search(message, start, end)
    found = stripped(message, start, cut.start() if cut else end)
    return found if found and any(c.isalpha() for c in found.text) and not _TELLS.match(found.text) else None


def with_sets(told: Iterable[Proposal], sets: Sequence[Span], asked: str | None, chain: Chain) -> list[Proposal]:
    """The placed proposals with a description for each counted set, and with what the words of one tell on that one."""
    if not sets:
        return list(told)
    here = (asked or "").partition(".")[0]
    first = here if here.partition("-")[0] == _KIND else chain.first(_KIND)
    places = (first, chain.another(_KIND, (first,)))
    kept = [p for p in told if not (_of_data(p) and p.ref.endswith(f".{_DESCRIPTION}"))]
    moved = [own for p in kept if (own := _on_its_own(p, sets, places)) is not None]
    new = [
        Proposal(f"{c}.{_DESCRIPTION}", "known", s.text, s.text, SURE, s.start, s.end)
        for c, s in zip(places, sets, strict=True)
    ]
    return [*new, *moved]


def _of_data(p: Proposal) -> bool:
    return p.ref.partition(".")[0].partition("-")[0] == _KIND


def _on_its_own(p: Proposal, sets: Sequence[Span], places: Sequence[str]) -> Proposal | None:
    """A proposal on the set whose words tell it; None where those of both do: which of them it is true of, is not told."""
    if not _of_data(p):
        return p
    told = [(s, place) for s, place in zip(sets, places, strict=True) if p.touches(s.start, s.end)]
    if len(told) != 1:
        return None if told else p
    return replace(p, ref=f"{told[0][1]}.{p.ref.partition('.')[2]}")
