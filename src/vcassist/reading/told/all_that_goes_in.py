"""Asked what goes into a tool, people list it: "so the rent account, when folk pay, then how often they phone in, and a credit score". All of the list
is the answer, and not its first thing. Pure.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.text import sentences

KEY = "data.description"
# A longer answer tells more than what goes in; a longer list is cut behind one of its things.
LONGEST, LONGEST_LIST = 45, 160
# The list has at least so many words for each of what was read.
MORE_THAN = 2.0
_THINGS = re.compile(r"[,;]|\b(?:and|plus|or|then)\b", re.I)
_GOES_ON = re.compile(r"\W*(?:and|also|plus|sometimes?|then|with|as well as)\b", re.I)
# What no longer lists: who says so, what else is so.
_OVER = re.compile(
    r"[,;.]?\s*\b(?:aye|yes|yeah|right|i think|i suppose|i guess|basically|really|that['’]?s (?:it|all|about it)|nothing (?:else|more)|no more)\W*$"
    r"|\s*(?:[,;.]|\band\b|\bbut\b)\s*(?:and |but |so )?(?:we|they|it|i|nobody|he|she|this|that|those|these|there)\b\s.*$",
    re.I | re.S,
)


def with_all_that_goes_in(read: Reading, message: str, asked: str | None) -> Reading:
    """The same with the whole list, where what goes in was asked for and only a first part of it was read."""
    if asked is None or field_of(asked).key != KEY or len(message.split()) > LONGEST:
        return read
    first = next((p for p in read.proposals if p.ref == asked and p.status == "known" and p.value == p.quote), None)
    if first is None or first.start is None or first.end is None:
        return read
    end = _end_of_list(message, first)
    listed = message[first.start : end]
    if len(listed.split()) < MORE_THAN * len(first.quote.split()) or _THINGS.search(listed) is None:
        return read
    whole = replace(first, value=listed, quote=listed, end=end)
    return replace(read, proposals=tuple(whole if p is first else p for p in read.proposals))


def _end_of_list(message: str, first: Proposal) -> int:
    """Where the list ends that begins with what was read: with its sentence, or with one that goes on listing."""
    start, end = first.start or 0, first.end or 0
    parts = sentences(message)
    at = next((n for n, part in enumerate(parts) if part.start <= start < part.end), None)
    if at is None:
        return end
    last = parts[at]
    for part in parts[at + 1 :]:
        if not _GOES_ON.match(part.text):
            break
        last = part
    text = message[start : last.end]
    text = text[: end - start] + _OVER.sub("", text[end - start :])
    if len(text) > LONGEST_LIST:
        cut = max((m.start() for m in _THINGS.finditer(text, end - start, LONGEST_LIST)), default=end - start)
        text = text[:cut]
    return start + len(text.rstrip(" ,;.:–—-"))
