"""An answer that names two countries of one matter: "in the Netherlands and also in Ireland". Each is of a part of its own. Pure but for the gazetteer."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, split_ref
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.places import places

# Of these parts there may be several, each in its place.
_KINDS = frozenset({"storage", "compute"})
# A longer answer tells a story of its places.
LONGEST = 16
_AND = re.compile(
    r"\W{1,3}(?:(?:and|plus|as well as)\W+)?(?:(?:also|too|partly|some|part|half|the rest|others?|one|another|is|are|it|in|at|on|the|of it|of them|for some)\W+)*|\W*&\W*",
    re.I,
)
# One of the two, and it is not said which.
_OR = re.compile(r"\W*or\W+(?:(?:in|at|the|maybe|perhaps|else|even)\W+)*", re.I)
_ONE_OF_THEM = re.compile(
    r"\b(?:or|not|never|no|from|to|before|was|were|used|moved?|between|either|maybe|perhaps|think|head ?quarters?|company|cop(?:y|ies)|back-?ups?)\b|n['’]t\b",
    re.I,
)


def with_second_place(read: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
    """The same, with the second of two countries told of a part of its own; without the first where it may as well be the second."""
    if asked is None or len(message.split()) > LONGEST:
        return read
    _, kind, name = split_ref(asked)
    answer = next((p for p in read.proposals if p.ref == asked and p.status == "known"), None)
    if name != "country" or answer is None:
        return read
    found = [p for p in places(message, asked=True) if p.certain and p.code != "EU"]
    if len(found) != 2 or len({p.code for p in found}) != 2 or answer.value != found[0].code:
        return read
    first, second = found
    between = message[first.end : second.start]
    if _OR.fullmatch(between):
        return replace(read, proposals=tuple(p for p in read.proposals if p is not answer))
    if kind not in _KINDS or _ONE_OF_THEM.search(message):
        return read
    if not _AND.fullmatch(between) or not re.search(r"\w|&", between):
        return read
    taken = {split_ref(p.ref)[0] for p in read.proposals}
    ref = f"{chain.another(kind, {*taken, split_ref(asked)[0]})}.country"
    told = Proposal(
        ref, "known", second.code, message[second.start : second.end], answer.confidence, second.start, second.end
    )
    return replace(read, proposals=(*read.proposals, told))
