"""How many may be at something at once: in all, and in one assessment. Who is one too many is told at once, and nothing waits."""

from __future__ import annotations

from collections import Counter
from threading import Lock

from vcassist.errors import TooBusy


class Room:
    """Places in a queue. ``most`` in all; ``each`` for one assessment, so that one with a slow model takes nobody else's."""

    def __init__(self, most: int, each: int) -> None:
        self._most, self._each = most, each
        self._of: Counter[str] = Counter()
        self._lock = Lock()

    @property
    def taken(self) -> int:
        """How many places are taken."""
        with self._lock:
            return self._of.total()

    def take(self, session_id: str) -> None:
        """Takes a place. Raises TooBusy when there is none."""
        with self._lock:
            if self._of[session_id] >= self._each:
                raise TooBusy(
                    "This assessment is busy: as much as can wait in it is waiting.",
                    "What you sent was not taken.",
                    "Wait for the answers that are under way, then send it again.",
                )
            if self._of.total() >= self._most:
                raise TooBusy(
                    "More people are writing just now than this server can answer.",
                    "Your message was not taken.",
                    "Send it again in a few seconds.",
                )
            self._of[session_id] += 1

    def give_back(self, session_id: str) -> None:
        with self._lock:
            self._of[session_id] -= 1
            if not self._of[session_id]:
                # What is not counted any more takes no memory.
                del self._of[session_id]
