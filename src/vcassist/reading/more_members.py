"""Members of an asked set that one clause of the answer tells by itself, where the answer as a whole leaves them in doubt.

"Judgments are scraped from the court's website; notices reach us through the law clinic": read as a whole the first is drowned by the
second. What the whole answer does not so much as hint at stays out: a clause by itself is often taken for what it is not about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vcassist.chain.fields import ALONE, Field
from vcassist.interview.ports import Proposal
from vcassist.reading import thresholds
from vcassist.reading.member_words import SAYS
from vcassist.reading.seen import Seen
from vcassist.reading.text import Span, sentences, stripped
from vcassist.reading.trained import Guess

# More clauses are a story, and too many to read one by one.
MOST_CLAUSES = 12
_BETWEEN = re.compile(r"[,;:.]\s+|\s+(?:and|plus|but)\s+", re.I)
_NEGATED = re.compile(r"\b(?:not?|never|none|neither|nor|without|except|nobody|nothing)\b|n['’]t\b", re.I)

Read = Callable[[str, str | None], Guess | None]


def with_more_members(told: Proposal, seen: Seen, asked: Field, whole: Guess, read: Read) -> Proposal:
    """The set with the members that a clause says by itself. ``read`` reads a text as an answer to a field, or unasked."""
    hinted = {v for v, chance in whole.values if chance >= thresholds.NAMED_HINT} - ALONE - {*told.members, "other"}
    if not hinted or not told.members or {*told.members} & ALONE or told.members == ("other",):
        return told
    more = _named(seen, asked.key, hinted)
    left = {v for v, chance in whole.values if v in hinted and chance >= thresholds.HINT} - {*more}
    for clause in _clauses(seen) if left else ():
        more |= dict.fromkeys(_told_by(clause.text, asked.key, read) & left - {*more}, clause)
    if not more:
        return told
    values = tuple(v for v in asked.values if v in told.members or v in more)
    start = min(told.start or 0, *(c.start for c in more.values()))
    end = max(told.end or 0, *(c.end for c in more.values()))
    return seen.known(asked.key, values, start, end, told.confidence) or told


def _named(seen: Seen, key: str, hinted: set[str]) -> dict[str, Span]:
    """The members that a sentence names in a word of their own; one that denies something may deny just that."""
    plain = [s for s in sentences(seen.text) if not _NEGATED.search(s.text)]
    return {
        value: sentence
        for sentence in plain
        for value in hinted
        if (said := SAYS.get((key, value)))
        and (at := said.search(sentence.text))
        and seen.plain(sentence.start + at.start(), sentence.start + at.end())
    }


def _told_by(text: str, key: str, read: Read) -> set[str]:
    """What a text says as an answer, and also to a reader who does not know the question."""
    answer = read(text, key)
    if answer is None or answer.status != "known" or answer.presence < thresholds.ANSWERED:
        return set()
    sure = {v for v, chance in answer.values if chance >= thresholds.CLAUSE_SURE}
    unasked = read(text, None) if sure else None
    return (
        {v for v, chance in unasked.values if v in sure and chance >= thresholds.CLAUSE_UNASKED} if unasked else set()
    )


def _clauses(seen: Seen) -> list[Span]:
    """The first plain sentences of a text and their parts, where it has several."""
    parts = [part for sentence in sentences(seen.text) for part in _parts(seen.text, sentence)]
    plain = [p for p in parts if not _NEGATED.search(p.text) and seen.plain(p.start, p.end)]
    return plain[:MOST_CLAUSES] if len(parts) > 1 else []


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    yield sentence
    cuts = list(_BETWEEN.finditer(text, sentence.start, sentence.end))
    at = sentence.start
    for cut in (*cuts, None) if cuts else ():
        if part := stripped(text, at, cut.start() if cut else sentence.end):
            yield part
        at = cut.end() if cut else at
