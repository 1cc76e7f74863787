"""Deletes assessments by their age: those that nobody changed for as many days as the settings say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from vcassist.errors import Conflict, NotFound
from vcassist.interview.ports import Store
from vcassist.interview.session import Session


def limit(days: int, now: datetime | None = None) -> str:
    """What was last changed before this moment (ISO 8601, UTC) is older than ``days``."""
    return ((now or datetime.now(UTC)) - timedelta(days=days)).isoformat(timespec="seconds")


def deleted_on(changed: str, days: int) -> str:
    """The day (ISO 8601) from which an assessment last changed then may be gone."""
    return (datetime.fromisoformat(changed) + timedelta(days=days)).date().isoformat()


def sweep(
    store: Store, days: int, now: datetime | None = None, before: Callable[[Session], None] | None = None
) -> list[str]:
    """Deletes what is older than ``days`` and gives the ids. ``before`` gets each once more, to keep it elsewhere.

    What ``before`` raises ends the sweep, and that assessment stays.
    """
    deleted, until = [], limit(days, now)
    for session_id in store.unchanged_since(until):
        try:
            if before is not None:
                before(store.load(session_id))
            store.delete(session_id, until)
        except (NotFound, Conflict):
            # Another process deleted it, or somebody came back to it, just now.
            continue
        deleted.append(session_id)
    return deleted
