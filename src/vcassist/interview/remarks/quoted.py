"""Words that somebody quotes: what a tool says or writes, told as it stands there. Pure.

Nobody gives an order or tells of themselves within quotation marks that a tool speaks in ("it says “remove that leaf”"). What is quoted from a
contract or a letter is told of those, what is quoted from these notes or as a name is meant as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import TOOL

_I = re.I
Stretch = tuple[int, int]
# Behind a mark, up to its fellow; an apostrophe opens nothing in a word.
_QUOTATION = re.compile(
    r"“(?P<a>[^”\n]{1,300})”|„(?P<b>[^“”\n]{1,300})[“”]|«(?P<c>[^»\n]{1,300})»|\"(?P<d>[^\"\n]{1,300})\"|(?<!\w)[‘'](?P<e>[^‘’'\n]+(?:(?<=\w)[’'](?=\w)[^‘’'\n]+)*)[’'](?!\w)"
)
# Whether people are told of a tool, and what it makes, its own words may show.
_SHOWN_BY_ITS_WORDS = frozenset({"application.tells_people", "application.labels_content", "application.generates"})
# Fewer words are a name or a term.
LEAST = 2
_SAYS = (
    r"(?:says?|said|writes?|wrote|puts?|prints?|printed|spits?|tells?|told|gives?|gave|shows?|sends?|sent|displays?|answers?|answered|repl(?:y|ies|ied)|goes|shouts?|reads?|"
    r"suggests?|recommends?|advises?|warns?|outputs?|produces?|generates?|comes? (?:up|out)|pops? up|speaks?|announces?|states?)"
)
_IT = rf"(?:it|he|she|(?:the|our|this|that) (?:\w+ )?(?:{TOOL}|machine|computer|robot|ai|thing|screen|output|advice|hint|voice)|(?!(?:you|we|they|i)\b)(?-i:[A-ZÀ-ÖØ-Þ])[\w-]+)"
# "It prints an instruction for the driver: …", "an advice, …", "things like …", "e.g. …".
_SPOKEN = re.compile(
    rf"(?<![\w’'-]){_IT} (?:(?:just|only|then|also|always|often|sometimes|even|now|always) )*{_SAYS}\b[^.;!?“”\"«»]{{0,60}}$"
    r"|\b(?:e\.?\s?g\b\.?|(?:for (?:example|instance)|an? example|examples?|such as|like|along the lines of)\b)[^.;!?“”\"«»]{0,40}$",
    _I,
)
# A further quotation behind the first: "… “this”, or “that”".
_AND = re.compile(r"\s*[,/;]?\s*(?:(?:or|and|then)\s+)?(?:things like\s+)?$", _I)
# What is quoted from there is told: of a contract, a notice, or these notes.
_FROM_PAPER = re.compile(
    r"\s*(?:is what )?(?:it (?:says|stands) )?(?:on|in|under) (?:the|our|their|its|that|this|my) (?:\w+ )?(?:contract|terms|agreement|policy|licen[cs]e|letter|form|leaflet|website|site|page|papers?|manual|list|notes?|report|"
    r"small print|conditions|door|wall|privacy)",
    _I,
)


def quotations(text: str) -> Iterator[Stretch]:
    """Where a text quotes more than a word, from mark to mark."""
    for m in _QUOTATION.finditer(text):
        if len(m[m.lastgroup or 0].split()) >= LEAST:
            yield m.span()


def spoken_by_it(text: str) -> list[Stretch]:
    """The quotations in a text that are a tool's words, or examples of them."""
    found: list[Stretch] = []
    for start, end in quotations(text):
        before = text[:start]
        goes_on = bool(found) and _AND.fullmatch(text, found[-1][1], start) is not None
        if (goes_on or _SPOKEN.search(before)) and not _FROM_PAPER.match(text, end):
            found.append((start, end))
    return found


def holding(span: Stretch, quoted: Iterable[Stretch]) -> Stretch | None:
    """The quotation that holds all of a stretch; else None."""
    return next((q for q in quoted if q[0] < span[0] < q[1] and span[1] <= q[1] + 1), None)


def own_words(proposals: Iterable[Proposal], message: str) -> list[Proposal]:
    """The proposals that the person's own words bear; how a tool speaks of itself tells whether it says what it is."""
    quoted = spoken_by_it(message)
    return [
        p
        for p in proposals
        if p.start is None
        or p.end is None
        or field_of(p.ref).key in _SHOWN_BY_ITS_WORDS
        or not holding((p.start, p.end), quoted)
    ]
