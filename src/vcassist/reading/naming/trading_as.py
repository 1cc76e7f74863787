"""The name that a firm bears by what is said of it: "two brothers from Thurso, Norbeck they trade as". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.fields import Field
from vcassist.interview.ports import Proposal
from vcassist.reading.seen import Seen

_UP = "A-ZÀ-ÖØ-ÞĀ-Ž"
_NAME = rf"(?-i:(?!(?:The|They|He|She|It|We|That|This|Their|Its|And|But)\b)[{_UP}][\w’'&.-]*\w(?: [{_UP}\d][\w’'&.-]*\w){{0,3}})"
_THEY = r"(?:they|he|she|it)"
_BEARS = re.compile(
    rf"(?:^|[,.;:–—-]\s)(?P<first>{_NAME}),? (?:is (?:the|its|their) name\b|{_THEY} (?:trades? as|goes? by|works? (?:as|under)|call(?:s|ed)? (?:it|them|him|her)(?:self|selves)?|(?:is|are) called)\b(?!\s(?-i:[{_UP}])))"
    rf"|\b(?:trad(?:es?|ing) (?:as|under)|(?:goes?|going|known) by|{_THEY} calls? (?:themselves|itself|himself|herself)|the name(?: is|['’]s)|by the name of) (?P<last>{_NAME})",
    re.I,
)


def under_its_name(best: dict[str, Proposal], seen: Seen, asked: Field | None) -> dict[str, Proposal]:
    """The proposals with the firm that was asked for by the name that it bears, where the place that it is from was taken for one."""
    p = best.get(asked.key) if asked is not None and asked.type == "entity" else None
    found = _BEARS.search(seen.text) if p is not None and p.status == "known" and p.value != "self" else None
    if p is None or found is None:
        return best
    start, end = found.span("first" if found["first"] else "last")
    name = seen.text[start:end]
    if p.touches(start, end) or not seen.plain(start, end):
        return best
    return {**best, p.ref: replace(p, value=name, quote=name, start=start, end=end)}
