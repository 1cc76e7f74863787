"""A name that stands in quotation marks behind a word of naming is all that stands between them: the model "ensemble of X, Y and Z". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal, Reading

_QUOTED = re.compile(
    r"\b(?:names?(?: of (?:it|the \w+))?(?: is| should be| must be|:)?|called|named|write|titled)\s*[:,]?\s*(?:\"(?P<a>[^\"\n]{3,80})\"|“(?P<b>[^”\n]{3,80})”|«\s?(?P<c>[^»\n]{3,80}?)\s?»|[‘'](?P<d>[^’'\n]{3,80})[’'](?!\w))",
    re.I,
)
# What is called so may be a house's name.
_HOUSE = re.compile(
    r"\b(?:suppliers?|vendors?|makers?|compan(?:y|ies)|firms?|providers?|sellers?|developers?|hosts?|lab(?:oratory)?)\b",
    re.I,
)
_NEAR = 40


def with_whole_quotes(reading: Reading, message: str, asked: str | None) -> Reading:
    """The same with each name that was read within such marks as all of what they hold, in one place."""
    proposals = list(reading.proposals)
    for found in _QUOTED.finditer(message):
        group = str(found.lastgroup)
        start, end = found.span(group)
        inside = [p for p in proposals if p.start is not None and start <= p.start < end and _is_name(p)]
        if not inside or any(p.value == found[group] for p in inside):
            continue
        house = _HOUSE.search(message, max(0, found.start() - _NEAR), found.end(0) - len(found[group])) is not None
        named = [p for p in inside if p.ref == asked or p.ref.endswith(".name") or house]
        if not named:
            # What is called so is no house by that: a part of a name is nobody.
            proposals = [p for p in proposals if p not in inside]
            continue
        first = next((p for p in named if p.ref == asked), named[0])
        same = asked is not None and field_of(first.ref).key == field_of(asked).key
        whole = replace(
            first,
            ref=asked if same and asked else first.ref,
            value=found[group],
            quote=found[group],
            start=start,
            end=end,
        )
        proposals = [whole if p is first else p for p in proposals if p is first or p not in inside]
    return reading if proposals == list(reading.proposals) else replace(reading, proposals=tuple(proposals))


def _is_name(p: Proposal) -> bool:
    return p.status == "known" and (p.ref.endswith(".name") or field_of(p.ref).type == "entity")
