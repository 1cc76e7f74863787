"""A short answer that lists several things ("the farmers and our own agents") is heard thing by thing as well as whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vcassist.chain.fields import ALONE, Field
from vcassist.interview.ports import Proposal
from vcassist.reading import thresholds
from vcassist.reading.answering.value_words import called_by_own_words
from vcassist.reading.seen import Seen
from vcassist.reading.text import Span, stripped
from vcassist.reading.told.kinds_of_people import names_people, no_such_people
from vcassist.reading.trained import Guess

AFFECTED = "application.affected_people"
# Who works in the houses that this product is for; whom a trade works for is told by other words ("farmers", "drivers").
_WHO_WORKS_THERE = re.compile(
    r"\b(?:nurses?|doctors?|physicians?|clinicians?|midwives|midwife|surgeons?|carers?|caregivers?|teachers?|lecturers?|librarians?|colleagues|(?:our|the|own|office|paid|my) (?:staff|team|employees|volunteers)|case ?workers?|social workers?|counsellors?|secretar(?:y|ies)|receptionists?)\b(?!['’]s?\b)",
    re.I,
)
# Words of a whole answer, and of one thing in it: above, it is a story.
LONGEST_LIST = 18
LONGEST_ITEM = 7
_BETWEEN = re.compile(r"\s*(?:[,;+&/]|\b(?:and|plus|as well as|also|und|et|y)\b)\s*", re.I)
# Both sexes or all ages of the same people: "men and women who work the shafts" are one thing.
_BOTH = re.compile(
    r"\b(?:(?:wo)?men|boys|girls|ladies|young|old|big|small|rich|poor) (?:and|or|&) (?:(?:wo)?men|girls|boys|gentlemen|old|young|small|big|poor|rich)\b",
    re.I,
)
_JOINS = re.compile(r"[&+]|\b(?:and|plus|as well as|also)\b", re.I)
_NEGATED = re.compile(r"\b(?:not?|never|none|neither|nor|without|except|but)\b|n['’]t\b", re.I)


def listed(seen: Seen, asked: Field, whole: Guess | None, guess: Callable[[str], Guess | None]) -> Proposal | None:
    """The set that an answer lists, where its things are sure by themselves; None for another field or no list.

    ``guess`` reads one thing as an answer to ``asked``; what ``whole`` makes of the answer as a whole is added, and the list is surer.
    """
    if asked.type != "set" or len(seen.text.split()) > LONGEST_LIST or _NEGATED.search(seen.text):
        return None
    pieces = list(_pieces(seen.text))
    if not pieces or any(len(p.text.split()) > LONGEST_ITEM or not seen.plain(p.start, p.end) for p in pieces):
        return None
    # "Our readers, citizens basically" calls the same people twice; a list of others has an "and", or is one thing.
    lists = len(pieces) == 1 or _JOINS.search(seen.text) is not None
    by_itself: dict[str, float] = {}
    for piece in pieces:
        if asked.key == AFFECTED and _WHO_WORKS_THERE.search(piece.text):
            by_itself["staff"] = 1.0
            continue
        found = guess(piece.text)
        if asked.key == AFFECTED and lists and found is not None and no_such_people(piece.text, _likeliest(found)):
            by_itself["other"] = 1.0
            continue
        if found is not None and found.status == "known" and found.presence >= thresholds.ANSWERED:
            best = max((chance for _, chance in found.values), default=0.0)
            doubtful = thresholds.LISTED if len(pieces) > 1 else thresholds.SET_THRESHOLD
            others = names_people(piece.text) and not called_by_own_words(piece.text, asked)
            if asked.key == AFFECTED and lists and best < doubtful and others:
                # Women, widows, passengers: people for whom there is no word among the choices.
                by_itself["other"] = 1.0
            by_itself |= {v: max(chance, by_itself.get(v, 0.0)) for v, chance in found.values}
    by_word = 1.0 in (by_itself.get("other"), by_itself.get("staff"))
    if len(pieces) < 2 and not by_word:
        return None
    told = {v for v, chance in by_itself.items() if chance >= thresholds.LISTED} - set(ALONE)
    in_all = {v for v, chance in whole.values if chance >= thresholds.SET_THRESHOLD} - set(ALONE) if whole else set()
    # What the answer seems to say as a whole and no thing in it says by itself is an echo of its words.
    echoes = {v for v in in_all if by_itself.get(v, 0.0) < thresholds.ECHO} if told else set()
    if len(told) < 2 and not echoes and not by_word:
        return None
    sure = thresholds.LIST_SURE
    if whole is not None:
        told |= in_all - echoes
        sure = min(max(sure, whole.sure + 0.01), 0.99)
    return seen.known(asked.key, tuple(v for v in asked.values if v in told), pieces[0].start, pieces[-1].end, sure)


def _likeliest(found: Guess) -> str:
    return max(found.values, key=lambda v: v[1], default=("", 0.0))[0] if found.status == "known" else ""


def _pieces(text: str) -> Iterator[Span]:
    at = 0
    whole = [m.span() for m in _BOTH.finditer(text)]
    for cut in (*_BETWEEN.finditer(text), None):
        if cut and any(a < cut.start() < b for a, b in whole):
            continue
        piece = stripped(text, at, cut.start() if cut else len(text))
        if piece and any(c.isalpha() for c in piece.text):
            yield piece
        at = cut.end() if cut else at
