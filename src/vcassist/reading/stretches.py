"""Parts of a message that speak of one component, and the words in them with and without its name. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal
from vcassist.interview.reading import blanked
from vcassist.reading.naming.marks import Mark
from vcassist.reading.naming.who_supplies import spoken_of
from vcassist.reading.text import Span

Read = Callable[[Span], list[Proposal]]
_FRAME = r"(?:(?:as\s)?(?:for|about|with|of|regarding|concerning|in|on)\s+)?(?:the\s|our\s)?"
# A name that an answer stands behind ("Kora: nobody", "the letters, yes, we read those").
_BEHIND = re.compile(r"\s*(?:[:–-]|,\s(?:yes|yeah|no|nope|always|never|sometimes|partly|nobody|everybody)\b)", re.I)
# Words behind a name that are all of its answer ("the first yes").
BARE_ANSWER = 2
# What a name that is one of several announced tools is read with.
LEAD = "Our tool "
# How sure the name of a tool is that nothing announces.
NEW_SURE = 0.6


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a message and the components that it speaks of; none where that is left open."""

    start: int
    end: int
    components: tuple[str, ...]
    marks: tuple[Mark, ...] = ()


def once(read: Read) -> Read:
    """The same reader, which reads the same words once."""
    found: dict[Span, list[Proposal]] = {}

    def reads(part: Span) -> list[Proposal]:
        if part not in found:
            found[part] = read(part)
        return found[part]

    return reads


def says_no_more(p: Proposal, again: Mapping[Stretch, Sequence[Proposal]]) -> bool:
    """Whether a set of the whole message holds nothing but what its stretches say themselves."""
    told = {value for found in again.values() for other in found if other.ref == p.ref for value in other.members}
    return field_of(p.ref).type == "set" and set(p.members) <= told


def surest(found: Sequence[Proposal]) -> list[Proposal]:
    """Of each field the surest reading, of each name all."""
    best: dict[tuple[str, object], Proposal] = {}
    for p in found:
        slot = (p.ref, p.value if p.ref.endswith(".name") else None)
        if slot not in best or p.confidence > best[slot].confidence:
            best[slot] = p
    return list(best.values())


def as_it(text: str, start: int, end: int) -> str:
    """A stretch with "it" for a name, in as many characters."""
    return (
        f"{text[:start]}{'it'.ljust(end - start)}{text[end:]}" if end - start > 1 and text[start:end].strip() else text
    )


def part_at(parts: list[Stretch], place: int) -> Stretch:
    return next((p for p in parts if p.start <= place < p.end), parts[-1])


def unframed(text: str, start: int, end: int) -> str:
    """A stretch without the name that only says what its answer is for ("for Whisper partly"), in as many characters."""
    if any(a < end and start < b for a, b in spoken_of(text)):
        # "The supplier of Kora is Montis" tells of its supplier, and is no answer for Kora.
        return text
    head = re.match(rf"\W*(?:(?:and|but|well|then|so|now|ok|okay)[\s,]+){{0,2}}{_FRAME}$", text[:start], re.I)
    tail = re.search(r"\b(?:(?:as\s)?for|about|with|regarding)\s+(?:the\s|our\s)?$", text[:start], re.I)
    framed = re.search(r"\w+\s+(?:the\s|our\s)?$", text[:start]) or _BEHIND.match(text[end:])
    if head and (framed or len(text[end:].split()) <= BARE_ANSWER):
        after = re.match(r"['’]?\s*[,:–-]?\s*", text[end:])
        stop = end + (after.end() if after else 0)
        return " " * stop + text[stop:]
    if tail and not re.search(r"\w", text[end:]):
        return blanked(text, [(tail.start(), end)])
    return text


def is_part(one: Proposal, other: Proposal) -> bool:
    """Whether a text is the beginning of another."""
    return one.value != other.value and one.start == other.start and (one.end or 0) < (other.end or 0)


def told_by(words: Span, ref: str, value: str) -> Proposal:
    return Proposal(ref, "known", value, words.text, NEW_SURE, words.start, words.end)


def as_a_tool(part: Span) -> Span:
    """A clause that begins with a name, with the words before it that make the name a tool's, as it was announced."""
    return Span(part.start - len(LEAD), part.end, LEAD + part.text)
