"""What a message of several sentences was taken to tell unasked is held against the sentence that it is quoted from, read by itself. Pure.

"It works on any small phone. Our side is in the cloud" is quoted for the cloud, and was read for the phone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.text import LONGEST_MESSAGE, sentences

# (words, the question that they are read for) → what they tell.
ReadFor = Callable[[str, str], Reading]
# What is surer than this is not looked at again; what a sentence tells by itself must be as sure as that.
SURE, LEAST = 0.97, 0.5
# Fewer words tell nothing by themselves.
LEAST_WORDS = 4
MOST = 3


def held_to_its_words(reading: Reading, message: str, asked: str | None, read: ReadFor) -> Reading:
    """The same with the choice that the quoted sentence tells by itself, where another was read in the whole."""
    if len(message) > LONGEST_MESSAGE:
        return reading
    parts = [s for s in sentences(message) if s.text.strip()]
    if len(parts) < 2:
        return reading
    doubtful = [
        p
        for p in reading.proposals
        if p.ref != asked and p.status == "known" and p.confidence < SURE and field_of(p.ref).type == "enum"
    ]
    for p in doubtful[:MOST]:
        own = next((s for s in parts if p.start is not None and s.start <= p.start < s.end), None)
        if own is None or len(own.text.split()) < LEAST_WORDS or (p.end or 0) > own.end:
            continue
        told = next((q for q in read(own.text.strip(), p.ref).proposals if q.ref == p.ref), None)
        if told is None or told.status != "known" or told.value == p.value or told.confidence < LEAST:
            continue
        reading = replace(reading, proposals=tuple(_as(q, p, told) for q in reading.proposals))
    return reading


def _as(q: Proposal, p: Proposal, told: Proposal) -> Proposal:
    return replace(p, value=told.value, confidence=told.confidence) if q is p else q
