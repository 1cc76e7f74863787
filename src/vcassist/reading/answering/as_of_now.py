"""What holds now, told behind what held before: "before March nobody did, now I do". Pure but for its reader.

Where nothing of the whole was read as the answer, the part that begins with now is read by itself; a bare yes or no of it counts in any case.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal, Reading

# How sure a bare word is.
SURE = 0.95

_THEN = re.compile(
    r"\b(?:before|until|till|earlier|formerly|once|used to|was|were|did|had|last (?:year|month|week|spring|summer|autumn|winter)|ago|at first|back then|originally|years?|(?:19|20)\d\d)\b",
    re.I,
)
_JOINT = r"(?:[,.;:–—-]\s*|\b(?:but|and|yet)\s)"
_NOW = re.compile(
    rf"{_JOINT}(?P<now>(?:now|today|these days|nowadays|at present|currently|since (?:then|\w+))\b[^.!?;]*)",
    re.I,
)
_BARE = re.compile(
    rf"{_JOINT}(?:now|today|these days|nowadays)\W+(?:(?:it|that)(?:['’]s| is)\s)?(?P<value>yes|no|partly)\b(?=\W*$|\s*[.,;!])",
    re.I,
)


def as_of_now(read: Reading, message: str, asked: str | None, again: Callable[[str], Reading]) -> Reading:
    """The same with the answer to ``asked`` from what a message says of now; ``again`` reads such a part as an answer to it."""
    if asked is None or read.intent not in ("answer", "other"):
        return read
    if field_of(asked).type == "yesno" and (bare := _bare(message)) is not None:
        value, start, end = bare
        word = Proposal(asked, "known", value, message[start:end], SURE, start, end)
        return replace(read, proposals=(word, *(p for p in read.proposals if p.ref != asked)), intent="answer")
    if any(p.ref == asked for p in read.proposals):
        return read
    found = next((m for m in _NOW.finditer(message) if _THEN.search(message[: m.start()])), None)
    if found is None:
        return read
    at = found.start("now")
    moved = tuple(
        replace(p, start=p.start + at, end=p.end + at)
        for p in again(found["now"]).proposals
        if p.ref == asked and p.start is not None and p.end is not None
    )
    return replace(read, proposals=(*read.proposals, *moved), intent="answer") if moved else read


def _bare(message: str) -> tuple[str, int, int] | None:
    """The yes, no or partly that a message says of now, with its place, where it tells of a time before."""
    found = _BARE.search(message)
    if found is None or not _THEN.search(message[: found.start()]):
        return None
    return found["value"].lower(), *found.span("value")
