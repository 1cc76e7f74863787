"""What stands between two questions of the person's own in a few words answers none of ours: "Why do you ask this? All are women. By age or by
village?". Pure.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.answers.offered import NO, YES
from vcassist.interview.ports import Reading

# So few words, with so much on either side that is no answer and was turned into spaces (characters).
FEW = 5
_BETWEEN = re.compile(r"\s{10,}\S.*?\S\s{10,}", re.S)
_OWN = re.compile(
    r"\b(?:never|always|none|nobody|partly|sometimes|both|neither|all of (?:it|them)|don['’]?t know|no idea)\b", re.I
)


def is_a_scrap(tells: str, asked: str | None) -> bool:
    """Whether what a message tells is such a scrap, in answer to a yes-or-no question. ``tells``: the message with its questions turned into spaces."""
    if asked is None or field_of(asked).type != "yesno":
        return False
    if _BETWEEN.fullmatch(tells) is None or len(tells.split()) > FEW:
        return False
    words = tells.strip()
    return not (YES.match(words) or NO.match(words) or _OWN.search(words))


def without_a_scrap(reading: Reading, tells: str, asked: str | None) -> Reading:
    """The same without an answer to the open question that rests on a scrap."""
    if not is_a_scrap(tells, asked):
        return reading
    kept = tuple(p for p in reading.proposals if p.ref != asked or p.status != "known")
    return reading if len(kept) == len(reading.proposals) else replace(reading, proposals=kept)
