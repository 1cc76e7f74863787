"""A short answer that lists several things ("the farmers and our own agents") is heard thing by thing as well as whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vcassist.chain.fields import ALONE, Field
from vcassist.interview.ports import Proposal
from vcassist.reading import thresholds
from vcassist.reading.seen import Seen
from vcassist.reading.text import Span, stripped
from vcassist.reading.trained import Guess

# Words of a whole answer, and of one thing in it: above, it is a story.
LONGEST_LIST = 18
LONGEST_ITEM = 7
_BETWEEN = re.compile(r"\s*(?:[,;+&/]|\b(?:and|plus|as well as|also|und|et|y)\b)\s*", re.I)
_NEGATED = re.compile(r"\b(?:not?|never|none|neither|nor|without|except|but)\b|n['’]t\b", re.I)


def listed(seen: Seen, asked: Field, whole: Guess | None, guess: Callable[[str], Guess | None]) -> Proposal | None:
    """The set that an answer lists, where its things are sure by themselves; None for another field or no list.

    ``guess`` reads one thing as an answer to ``asked``; what ``whole`` makes of the answer as a whole is added, and the list is surer.
    """
    if asked.type != "set" or len(seen.text.split()) > LONGEST_LIST or _NEGATED.search(seen.text):
        return None
    pieces = list(_pieces(seen.text))
    if len(pieces) < 2 or any(len(p.text.split()) > LONGEST_ITEM or not seen.plain(p.start, p.end) for p in pieces):
        return None
    by_itself: dict[str, float] = {}
    for piece in pieces:
        found = guess(piece.text)
        if found is not None and found.status == "known" and found.presence >= thresholds.ANSWERED:
            by_itself |= {v: max(chance, by_itself.get(v, 0.0)) for v, chance in found.values}
    told = {v for v, chance in by_itself.items() if chance >= thresholds.LISTED} - set(ALONE)
    in_all = {v for v, chance in whole.values if chance >= thresholds.SET_THRESHOLD} - set(ALONE) if whole else set()
    # What the answer seems to say as a whole and no thing in it says by itself is an echo of its words.
    echoes = {v for v in in_all if by_itself.get(v, 0.0) < thresholds.ECHO} if told else set()
    if len(told) < 2 and not echoes:
        return None
    sure = thresholds.LIST_SURE
    if whole is not None:
        told |= in_all - echoes
        sure = min(max(sure, whole.sure + 0.01), 0.99)
    return seen.known(asked.key, tuple(v for v in asked.values if v in told), pieces[0].start, pieces[-1].end, sure)


def _pieces(text: str) -> Iterator[Span]:
    at = 0
    for cut in (*_BETWEEN.finditer(text), None):
        piece = stripped(text, at, cut.start() if cut else len(text))
        if piece and any(c.isalpha() for c in piece.text):
            yield piece
        at = cut.end() if cut else at
