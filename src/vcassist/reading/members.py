"""Which of several choices an answer states ("half from the buyer's keyboard, half from our order book"): the trained reader's scores of the
answer and of each stretch of it, mended by one linear layer, as ``answered`` does where there is one choice. Adapter.

The readers hear the choice that an answer names best and lose the second, told by a thing or as an afterthought. The layer takes each choice by
itself. It was fitted to answers by several hands (training/answers); ``python training/stated.py`` fits it anew.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from vcassist.chain.facts import Chain, field_of, split_ref
from vcassist.chain.fields import ALONE, FIELDS
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.sentences import SENTENCE, around
from vcassist.reading.answered import LONGEST, may_be_weighed, told_at
from vcassist.reading.stated import REMEMBERED, WEIGHTS, OnReaders, features
from vcassist.reading.text import has_words
from vcassist.reading.trained import Scores, TrainedReader, sigmoid
from vcassist.reading.vetoes.denied import blanked, denied
from vcassist.reading.vocabulary import FIELD_KEYS, OPTIONS, OPTIONS_OF, places_of

# The choices of which it tells, in the order of the layer's outputs.
CHOICES: tuple[tuple[str, str], ...] = tuple((key, v) for key, v in OPTIONS if FIELDS[key].type == "set")
# From this chance on a choice joins what was read; below the other one that was read is left out, and from the last on another takes the place of
# all that was. Of 1,260 answers by three hands that a layer had not seen, most with two choices or more, 69 in 100 are told whole so, 51 by the readers
# and the forms alone.
JOINS, LEAVES, INSTEAD = 0.7, 0.4, 0.9
# What was not asked for joins where it is surer.
JOINS_UNASKED = 0.85
# Whom a text names ("physicians", "the families who come in") is told by lists of words, which the layer has not seen.
_BY_WORDS = frozenset({"other", "staff"})
# A sentence that likely states each of them by itself is what is quoted.
LIKELY = 0.5
# What each of the readers' own words counts before the layer is fitted (see ``own_of``).
START = (0.6, 0.1, 0.4, 0.0, 0.0, 0.0)
# Logits are cut off here. Of an answer, so many stretches are looked at.
_MOST, _MOST_PIECES = 8.0, 8
_CUT = re.compile(r"\s*(?:[,;:.!?&+/()–—-]+\s|\b(?:and|plus|as well as|also|but|or|then)\b)\s*", re.I)
_AT = places_of(CHOICES)


class Members(OnReaders):
    """Weighs what was read as the answer to a question that may have several."""

    LAYER = "_members"

    def __init__(self, reader: TrainedReader, path: Path = WEIGHTS) -> None:
        super().__init__(reader, path)
        self.chances = lru_cache(maxsize=REMEMBERED)(self._chances)

    def _chances(self, message: str, key: str) -> tuple[tuple[str, float], ...]:
        """How likely a message states each choice of a field that it answers; nothing without weights."""
        if self._layer is None or key not in _AT:
            return ()
        whole, by_itself = self._reader.scores(message, key), self._reader.scores(message, None)
        own = own_of(whole, by_itself, [self._reader.scores(piece, key) for piece in pieces(message)], key)
        logits = own @ self._layer.scale + features([whole], [message])[0] @ self._layer.weights + self._layer.bias
        found = sigmoid(logits)
        return tuple((CHOICES[n][1], float(found[n])) for n in _AT[key])

    def weighed(self, reading: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
        """The same with the choices that the message surely states, and without those that it surely does not. Where there are several of the
        kind that is asked of, a message may tell of each: that is left as it was told apart. What was told as not known stands.
        """
        reading = self._with_more_of_each(reading, message, asked, chain)
        if asked is None or field_of(asked).key not in _AT or not may_be_weighed(message, asked, chain):
            return reading
        if reading.intent != "answer" or not message.strip():
            return reading
        key, read = field_of(asked).key, next((p for p in reading.proposals if p.ref == asked), None)
        chances = dict(self.chances(message, key)) if read is None or read.status == "known" else {}
        if not chances:
            return reading
        before = tuple(read.value) if read is not None and isinstance(read.value, tuple | list) else ()
        now = self._named(members(before, chances), before, message, key)
        if set(now) == set(before) or not now:
            return reading
        rest = tuple(p for p in reading.proposals if p is not read)
        if read is not None and not set(now) - set(before):
            return replace(reading, proposals=(*rest, replace(read, value=now)))

        def states(text: str) -> bool:
            by_itself = dict(self.chances(text, key))
            return all(by_itself[v] >= LIKELY for v in now)

        quote, start = told_at(message, states)
        told = Proposal(asked, "known", now, quote, max(chances[v] for v in now), start, start + len(quote))
        return replace(reading, proposals=(*rest, told))

    def _named(self, now: tuple[str, ...], before: tuple[str, ...], message: str, key: str) -> tuple[str, ...]:
        """The same without what would join and is named only to be denied: "health, religion, there is not any"."""
        joins = set(now) - set(before) - ALONE
        if not joins or not (spans := denied(message)) or not has_words(rest := blanked(message, spans)):
            return now
        left = dict(self.chances(rest, key))
        return tuple(v for v in now if v not in joins or left[v] >= LEAVES)

    def _with_more_of_each(self, reading: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
        """The same with what the sentence from which an unasked set was read surely states besides ("drafts the bulletins and speaks them too")."""

        def whole(p: Proposal) -> Proposal:
            key = field_of(p.ref).key
            if p.ref == asked or key not in _AT or p.status != "known" or ALONE & set(p.members):
                return p
            here = around(SENTENCE, message, p.start or 0)
            if here is None or len(here[0]) > LONGEST or not _alone(field_of(p.ref).kind, reading, chain):
                return p
            more = {v for v, chance in self.chances(here[0], key) if chance >= JOINS_UNASKED} - ALONE
            told = tuple(v for v in FIELDS[key].values if v in more or v in p.members)
            if set(told) == set(p.members):
                return p
            quote = here[0].strip()
            start = here.start() + here[0].index(quote)
            return replace(p, value=told, quote=quote, start=start, end=start + len(quote))

        return replace(reading, proposals=tuple(map(whole, reading.proposals)))


def _alone(kind: str, reading: Reading, chain: Chain) -> bool:
    """Whether there is but one part of a kind, in the chain and in what was read."""
    read = {split_ref(p.ref)[0] for p in reading.proposals if field_of(p.ref).kind == kind}
    return len({*chain.mentioned(kind), *read}) == 1


def members(before: tuple[str, ...], chances: dict[str, float]) -> tuple[str, ...]:
    """What an answer states, of what was read before and how likely each choice is; in the order of the field."""
    held = {v for v, chance in chances.items() if chance >= (LEAVES if v in before else JOINS)}
    held |= _BY_WORDS & set(before)
    alone = held & ALONE
    if alone and len(held) > 1:
        likeliest = max(held, key=lambda v: chances[v])
        held = {likeliest} if likeliest in alone else held - alone
    # Nothing is taken from who told one thing, and another takes its place only where that is surer: what no layer knows a form of words may.
    instead = before and not held & set(before) and max((chances[v] for v in held), default=0.0) < INSTEAD
    return before if instead else tuple(v for v in chances if v in held)


def pieces(message: str) -> list[str]:
    """The stretches of an answer between marks and joining words; none where it has but one."""
    found = [p.strip(" .,;:!?") for p in _CUT.split(message)]
    found = [p for p in found if any(c.isalpha() for c in p)][:_MOST_PIECES]
    return found if len(found) > 1 else []


def own_of(whole: Scores, by_itself: Scores, parts: list[Scores], key: str) -> Any:
    """The readers' own word on each choice, as logits: in the answer as a whole, whether that states anything, and in the stretch that states it
    most plainly; both in the answer read ``by_itself``, without the question; and how far the choice leads all others in the stretch where it leads
    most. Shape (choices, 6), 0 for those of other fields.
    """
    import numpy as np

    def cut(logits: Any) -> Any:
        return np.clip(logits, -_MOST, _MOST)

    field, mine = FIELD_KEYS.index(key), OPTIONS_OF[key]
    options = cut(whole.option[mine])
    by_piece = [np.minimum(cut(p.option[mine]), cut(p.presence[field] + 1)) for p in parts]
    leads = [cut(_lead(p.option[mine])) for p in parts or [whole]]
    rows = np.zeros((len(CHOICES), len(START)), dtype=np.float32)
    for n, found in enumerate(
        (
            options,
            cut(whole.presence[field]),
            np.max(by_piece, axis=0) if by_piece else options,
            cut(by_itself.option[mine]),
            cut(by_itself.presence[field]),
            np.max(leads, axis=0),
        )
    ):
        rows[_AT[key], n] = found
    return rows


def _lead(logits: Any) -> Any:
    """How far each of some logits stands above the highest of the others."""
    import numpy as np

    first, second = np.sort(logits)[::-1][:2]
    return np.where(logits == first, logits - second, logits - first)
