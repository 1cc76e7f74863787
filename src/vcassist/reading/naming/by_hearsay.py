"""A known name as the answer to a question for one, however unsure it is told: "i think chatgpt? someone said its chatgpt underneath". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.names import Mention

_I = re.I
# What somebody believes or was told is less sure than what they know.
SURE = 0.6
LONGEST = 160
_IT_IS = re.compile(
    r"(?:\b(?:it|that|this|one)(?:['’]?s| is| was| will be| runs (?:on|with)| uses?)|\b(?:said|says|mentioned|told (?:us|me)|think|believe|guess|suppose|reckon|maybe|perhaps|probably|likely|something like|called|named|(?:behind|inside|underneath|under)\b[^.;!?]{0,30}\bis))"
    r"[\s,:]+(?:(?:maybe|probably|just|only|really|the|a|an|some|it|is|its|it['’]s|called|like)\s)*[\"“'‘]?$",
    _I,
)
_DENIED = re.compile(
    r"\b(?:not|never|no|isn['’]?t|wasn['’]?t|n['’]t|used to|before|until|instead of|like|unlike|better than|from)\b[^.;!?]{0,15}$",
    _I,
)
_ASKS = re.compile(
    r"^\W*(?:(?:and|but|so|sorry)\W+)*(?:is|are|do|does|did|was|can|could|would|should|what|which|who|why|how)\b", _I
)
_KINDS = {"model.name": ("model", "product"), "application.name": ("product",)}


def with_name_by_hearsay(
    read: Reading, message: str, asked: str | None, find: Callable[[str], Sequence[Mention]]
) -> Reading:
    """The same with the one known name that a message says or believes it is, where a name was asked for and nothing was read as one."""
    kinds = _KINDS.get(field_of(asked).key) if asked else None
    if asked is None or kinds is None or len(message) > LONGEST or any(p.ref == asked for p in read.proposals):
        return read
    if _ASKS.match(message):
        return read
    named = [m for m in find(message) if any(m.id_of(kind) for kind in kinds)]
    told = next(
        (m for m in named if _IT_IS.search(message, 0, m.start) and not _DENIED.search(message, 0, m.start)), None
    )
    if told is None or len({m.text.casefold() for m in named}) > 1:
        return read
    name = Proposal(asked, "known", told.text, told.text, SURE, told.start, told.end)
    return replace(read, proposals=(*read.proposals, name), intent="answer")
