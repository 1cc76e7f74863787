"""Leaves out a yes that stands on the words of another matter's no: one denial denies one practice and states no second. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Proposal

# What an organisation does for its tools: practices that have nothing of one another, so that no words tell of one by another's lack.
PRACTICES = ("governance", "monitoring")


def without_borrowed(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals without the less sure of two that take the same words for a yes of one practice and a no of another."""
    found = list(proposals)
    return (p for p in found if not any(_takes_from(p, other) for other in found))


def _takes_from(p: Proposal, other: Proposal) -> bool:
    if p.ref == other.ref or p.confidence >= other.confidence or {p.value, other.value} != {"yes", "no"}:
        return False
    if any(FIELDS[each.ref].type != "yesno" or FIELDS[each.ref].kind not in PRACTICES for each in (p, other)):
        return False
    return (other.start or 0) <= (p.start or 0) and (p.end or 0) <= (other.end or 0)
