"""An answer whose sentence begins with "other than that": what stands before it is the answer. Pure but for its reader.

"The chaplain's daughter wrote a little speech that we paste in first. Other than that we've left it as it came" tells first what is done, and then that
nothing else is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Reading
from vcassist.interview.reading import blanked
from vcassist.interview.sentences import PART, around

# How sure the sentences before must be of another choice; so few words say none.
PLAIN, LEAST_WORDS = 0.7, 3
_REST = re.compile(
    r"\W*(?:(?:and|but|so|well)\W+)?(?:(?:other|apart|aside) (?:than|from) (?:that|this|those|these)|(?:for|as for|as to) the rest|the rest(?: of it)?|otherwise|besides that|beyond that|except(?:ing)? (?:for )?that|everything else|all else|(?:the )?(?:model|tool|program(?:me)?|thing|machine|engine) itself|itself it)\b",
    re.I,
)

# "That I know, the rest I don't."
_REST_UNKNOWN = re.compile(
    r"\b(?:the rest(?: of it)?|the remainder|(?:anything|everything|all) (?:else|beyond that)|(?:any|what is )?more than that|beyond that)\b(?! of (?:the|us|our))[^.;!?]{0,20}\b(?:i|we|nobody|who)\b",
    re.I,
)


def with_what_comes_first(read: Reading, message: str, asked: str | None, again: Callable[[str], Reading]) -> Reading:
    """The same with the choice that the sentences before "other than that" tell, where the answer was taken from behind it."""
    if asked is None or field_of(asked).type not in ("enum", "yesno"):
        return read
    statuses = ("known", "unknown")
    answer = next((p for p in read.proposals if p.ref == asked and p.status in statuses and p.start is not None), None)
    part = around(PART, message, answer.start or 0) if answer is not None else None
    if answer is None or part is None:
        return read
    if not (_REST.match(part[0]) if answer.status == "known" else _REST_UNKNOWN.search(part[0])):
        return read
    before = blanked(message, [(part.start(), len(message))])
    if len(before.split()) < LEAST_WORDS:
        return read
    first = next((p for p in again(before).proposals if p.ref == asked), None)
    if answer.status == "unknown" and first is None:
        return replace(read, proposals=tuple(p for p in read.proposals if p is not answer))
    if first is None or first.status != "known" or first.value == answer.value or first.confidence < PLAIN:
        return read
    return replace(read, proposals=tuple(first if p is answer else p for p in read.proposals))
