"""Leaves out a yes that stands on the words of another matter's no: one denial denies one practice and states no second. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from vcassist.chain.facts import field_of
from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Proposal

# What an organisation does for its tools: practices that have nothing of one another, so that no words tell of one by another's lack.
PRACTICES = ("governance", "monitoring")


def without_borrowed(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals without the less sure of two that take the same words for a yes of one practice and a no of another."""
    found = list(proposals)
    return (p for p in found if not any(_takes_from(p, other) for other in found))


_YES_OR_NO = re.compile(r"\W*(?:yes|yeah|yep|no|nope|nah)\b", re.I)


def without_a_second_yes(proposals: Sequence[Proposal], asked: str | None) -> tuple[Proposal, ...]:
    """The same without what was read beside the answer in the very yes or no that answers: "Yes, the agronomist can come and look himself" is of the
    fallback that was asked about, and of no appeal.
    """
    answer = next((p for p in proposals if p.ref == asked and p.status == "known"), None)
    if answer is None or field_of(answer.ref).type != "yesno":
        return tuple(proposals)
    at = (answer.start or 0, answer.end or 0)

    def borrows(p: Proposal) -> bool:
        other = field_of(p.ref).type == "yesno" and field_of(p.ref) is not field_of(answer.ref)
        mine = other and p.start is not None and p.touches(*at)
        return mine and _YES_OR_NO.match(p.quote) is not None

    return tuple(p for p in proposals if not borrows(p))


def _takes_from(p: Proposal, other: Proposal) -> bool:
    if p.ref == other.ref or p.confidence >= other.confidence or {p.value, other.value} != {"yes", "no"}:
        return False
    if any(FIELDS[each.ref].type != "yesno" or FIELDS[each.ref].kind not in PRACTICES for each in (p, other)):
        return False
    return (other.start or 0) <= (p.start or 0) and (p.end or 0) <= (other.end or 0)
