"""How much of a person's time a session took: the pauses between turns, without the days in between. Pure."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from vcassist.interview.session import Session

# Nobody reads sixty words and answers in less; whoever takes longer than the most was away from the screen. Seconds.
LEAST, USUAL, MOST = 15.0, 30.0, 180.0
# A pause after which somebody comes back rather than goes on.
AWAY_HOURS = 8.0


def _at(stamp: str) -> datetime | None:
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        return None


def seconds_between(earlier: str, later: str) -> float | None:
    """Seconds from one ISO 8601 stamp to another, or None where one is missing or they cannot be compared."""
    one, other = _at(earlier), _at(later)
    if one is None or other is None or (one.tzinfo is None) != (other.tzinfo is None):
        return None
    return (other - one).total_seconds()


def minutes_spent(session: Session, now: str = "") -> float:
    """Minutes that the person has given so far. Turns without a time count as usual ones; ``now`` closes the last pause."""
    spoken = [t for t in session.turns if t.said]
    stamps = [t.at for t in session.turns[:1]] + [t.at for t in spoken]
    gaps = [seconds_between(a, b) for a, b in pairwise(stamps)]
    if stamps:
        gaps.append(seconds_between(stamps[-1], now))
    return sum(USUAL if gap is None else min(MOST, max(LEAST, gap)) for gap in gaps) / 60


def hours_away(session: Session, now: str) -> float:
    """Hours since the last turn; 0 where times are missing."""
    gap = seconds_between(session.turns[-1].at, now) if session.turns else None
    return max(0.0, gap or 0.0) / 3600
