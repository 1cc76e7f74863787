"""What is left of a list whose members a message names thing by thing: those of the sentence that says "only", without those of one that takes
something out. Pure but for its reader.

Read as a whole, "scratch the mission. Only our own book and the open data" is heard by its plainest word, and the rest of the list is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from vcassist.chain.fields import ALONE
from vcassist.interview.sentences import PART

_I = re.I
# What leaves nothing but the things that it names.
ONLY = re.compile(
    r"\b(?:(?<!not )(?<!n['’]t )only|solely|alone|just|nobody else|nothing else|no one else|(?:that|it|which|there|this) (?:leaves|rests|remains|stays)|(?:is|are|was|were)? ?(?:left|remaining)(?= (?:is|are|the|our)\b)|the rest (?:stays|stands|remains))\b",
    _I,
)
# Where one thing of a list ends and the next begins.
_BETWEEN = re.compile(r"\s*(?:[,;:&+]|\s[–—-]\s|\b(?:and|plus|as well as|along with|together with)\b)\s*", _I)
# A thing is told in so many words.
LONGEST = 12

# The values of a list that words tell, when they are read as an answer for it.
Read = Callable[[str], Sequence[str]]


def left_of_a_list(
    members: Sequence[str], told: Sequence[str], text: str, takes_out: re.Pattern[str], read: Read
) -> tuple[str, ...]:
    """The members that stand after ``text``: those that its sentences with an "only" name, else the noted ones without those that a sentence names
    which takes something out. ``told``: what was read in the whole; nothing where no sentence is of either kind.
    """
    whole = [m for m in PART.finditer(text) if re.search(r"\w", m[0])]
    only = [m[0] for m in whole if ONLY.search(m[0])]
    may_be = {*members, *told} - ALONE
    if only:
        named = {v for sentence in only for v in _named(sentence, read)} & may_be
        return tuple(v for v in dict.fromkeys((*members, *told)) if v in named)
    out = [m[0] for m in whole if takes_out.search(m[0])]
    if not out or len(out) == len(whole):
        return ()
    gone = {v for sentence in out for v in _named(sentence, read)}
    stays = {v for m in whole if m[0] not in out for v in _named(m[0], read)}
    return tuple(v for v in members if v not in gone or v in stays) if gone - stays else ()


def _named(sentence: str, read: Read) -> Iterator[str]:
    """The values that the things of a sentence tell, each read by itself."""
    for part in _BETWEEN.split(sentence):
        if re.search(r"\w{2}", part) and len(part.split()) <= LONGEST:
            yield from read(part.strip())
