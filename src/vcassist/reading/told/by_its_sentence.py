"""What a sentence beside the answer tells by itself: with a question before it the readers see little but its answer, so each sentence in which
nothing was heard is read once more without. Pure but for the reader that it is given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from vcassist.chain.facts import Chain, field_of, split_ref
from vcassist.chain.short_names import says_name
from vcassist.interview.ports import Proposal, Reading, Stated
from vcassist.reading.text import Span, sentences

# (words) → what they tell by themselves.
ReadAlone = Callable[[str], Reading]

# (words) → what they state as it was learnt apart, the likeliest first.
StatedAlone = Callable[[str], Sequence[Stated]]

# What both see, one as surely as this and the other at least so, is as sure as the third.
SEEN, SEEN_TOO, AGREED = 0.8, 0.4, 0.95
# A choice, and what goes in, that nobody asked for must be so sure.
SURE, SURE_TEXT = 0.85, 0.9
# Fewer words lean on what stands before them; more sentences than these, and longer messages, in characters, are a tale.
LEAST_WORDS, MOST, LONGEST = 4, 4, 1_200
_CHOICES = frozenset({"yesno", "enum", "set"})
_TEXTS = frozenset({"data.description"})
# Whose field of work, part and kind one is, is seldom told by the way.
_NOT_BY_THE_WAY = frozenset(
    {"organisation.sector", "organisation.ai_role", "organisation.size", "application.lifecycle"}
)
# What points back is told of what was spoken of before.
_POINTS = re.compile(r"^\W*(?:(?:and|but|so|also)\W+)*(?:that|this|those|these|which|because|for that|then|or)\b", re.I)


def with_each_sentence(
    reading: Reading, message: str, asked: str | None, chain: Chain, read: ReadAlone, stated: StatedAlone
) -> Reading:
    """The same with what sentences in which nothing was surely heard surely tell of matters that are open. What two readers see is surer."""
    if (
        asked is None
        or reading.intent not in ("answer", "other", "correction")
        or reading.note
        or len(message) > LONGEST
    ):
        return reading
    parts = [s for s in sentences(message) if s.text.strip()]
    if len(parts) < 2:
        return reading
    found: dict[str, Proposal] = {}
    left = MOST
    for part in parts:
        if left == 0:
            break
        text = part.text.strip()
        if any(_heard(p, part, asked) for p in reading.proposals):
            continue
        if text.endswith("?") or len(text.split()) < LEAST_WORDS or _POINTS.match(text):
            continue
        left -= 1
        told = read(text)
        if told.maybe or told.intent not in ("answer", "other"):
            continue
        shift = message.index(text, part.start)
        both = {(one.key, one.value) for one in stated(text) if one.chance >= SEEN_TOO}
        for p in told.proposals:
            agreed = field_of(p.ref).type in _CHOICES and all((field_of(p.ref).key, v) in both for v in p.members)
            p = replace(p, start=(p.start or 0) + shift, end=(p.end or 0) + shift)
            p = replace(p, confidence=max(p.confidence, AGREED)) if agreed and p.confidence >= SEEN else p
            before = found.get(p.ref) or next((q for q in reading.proposals if q.ref == p.ref), None)
            new = before is None or _fainter(before, p, part)
            if p.ref != asked and new and _surely(p) and _open(p, text, chain):
                found[p.ref] = p
    if not found:
        return reading
    proposals = [found.pop(p.ref, p) for p in reading.proposals]
    intent = "answer" if reading.intent == "other" else reading.intent
    return replace(reading, proposals=(*proposals, *found.values()), intent=intent)


def _heard(p: Proposal, part: Span, asked: str) -> bool:
    """Whether something was heard in a sentence: the answer, or anything surely."""
    if p.start is None or p.end is None or not (p.start < part.end and part.start < p.end):
        return False
    return p.ref == asked or p.confidence >= SURE


def _fainter(before: Proposal, p: Proposal, part: Span) -> bool:
    """Whether the same was heard less surely in the same sentence."""
    same = before.start is not None and part.start <= before.start < part.end
    return same and before.confidence < p.confidence


def _surely(p: Proposal) -> bool:
    spec = field_of(p.ref)
    if p.status != "known" or spec.key in _NOT_BY_THE_WAY:
        return False
    return (spec.type in _CHOICES and p.confidence >= SURE) or (spec.key in _TEXTS and p.confidence >= SURE_TEXT)


def _open(p: Proposal, text: str, chain: Chain) -> bool:
    """Whether nothing is noted of it yet, and it is clear of which of several tools it is told."""
    if chain.get(p.ref) is not None:
        return False
    component, kind, _ = split_ref(p.ref)
    parts = chain.mentioned(kind)
    if len(parts) < 2:
        return True
    name = chain.value(f"{component}.name")
    return isinstance(name, str) and says_name(name, text)
