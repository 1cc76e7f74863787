"""The mark that a person reviewed the report: name, day, and the digest of the facts as they were then. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from vcassist.errors import BadInput
from vcassist.report.words import clean

KEPT_AS = "reviewed"
LONGEST_NAME = 120
NOT_YET = "DRAFT: no person has reviewed this report yet"


@dataclass(frozen=True, slots=True)
class Review:
    """``on`` is a day as YYYY-MM-DD; ``facts`` the digest of the chain that was reviewed."""

    by: str
    on: str
    facts: str


def made_review(by: str, on: str, facts: str) -> Review:
    """A mark. Raises BadInput without a name, or for something else than a day."""
    name = clean(by)[:LONGEST_NAME]
    if not any(c.isalnum() for c in name):
        raise BadInput("It was not said who reviewed it.", "", "Give a name.")
    try:
        day = date.fromisoformat(on)
    except ValueError as error:
        raise BadInput(f"{clean(on)[:40]!r} is not a day.", "", "Write it as 2026-11-24.") from error
    return Review(name, day.isoformat(), facts)


def review_in(extra: Mapping[str, Any]) -> Review | None:
    """The mark kept beside the turns; what is not in its form does not count, since a session may come from a file."""
    kept = extra.get(KEPT_AS)
    if not isinstance(kept, Mapping):
        return None
    by, on, facts = kept.get("by"), kept.get("on"), kept.get("facts")
    if not (isinstance(by, str) and isinstance(on, str) and isinstance(facts, str)):
        return None
    try:
        return made_review(by, on, facts)
    except BadInput:
        return None


def with_review(extra: Mapping[str, Any], review: Review | None) -> dict[str, Any]:
    """What is kept beside the turns, with the mark or without any."""
    rest = {k: v for k, v in extra.items() if k != KEPT_AS}
    return {**rest, KEPT_AS: asdict(review)} if review else rest


def standing(extra: Mapping[str, Any], facts: str) -> tuple[bool, str]:
    """(draft?, the stamp for every page). A report is a draft until a person put name and date to these very facts."""
    review = review_in(extra)
    if review is None:
        return True, NOT_YET
    if review.facts != facts:
        return True, f"DRAFT: facts have changed since {review.by} reviewed this report on {review.on}"
    return False, f"Reviewed by {review.by} on {review.on}"
