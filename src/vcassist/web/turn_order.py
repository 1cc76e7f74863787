"""Keeps the turns of an assessment one after another: within this process by a lock, among processes by a hold in the store.

A hold is renewed while its turn is under way, so that a slow model costs nothing, and runs out soon after its process is gone.
No database connection is held meanwhile.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from time import monotonic
from weakref import WeakValueDictionary

from vcassist.errors import Conflict, StorageTrouble
from vcassist.interview.ports import Store

PATIENCE = 120.0
# What a process holds is free this long after it was last heard of.
LEASE = 6.0
SHORTEST_PAUSE, LONGEST_PAUSE = 0.02, 0.25
# A renewal that the database does not answer is not waited for longer than this when the process ends.
LONGEST_RENEWAL = 15.0


class _Key:
    """A lock that a weak dictionary can hold."""

    __slots__ = ("__weakref__", "lock")

    def __init__(self) -> None:
        self.lock = Lock()


class TurnOrder:
    """Lets one at a time into each assessment. ``store`` is asked for when first needed."""

    def __init__(self, store: Callable[[], Store], lease: float = LEASE, patience: float = PATIENCE) -> None:
        self._store, self._lease, self._patience = store, lease, patience
        self._me = secrets.token_hex(16)
        self._locks: WeakValueDictionary[str, _Key] = WeakValueDictionary()
        self._guard = Lock()
        self._held = 0
        self._renewing: Thread | None = None
        self._closed = Event()

    @contextmanager
    def alone(self, session_id: str, patience: float | None = None) -> Iterator[None]:
        """Holds the assessment. Raises Conflict after ``patience`` seconds, NotFound for an unknown one, StorageTrouble."""
        patience = self._patience if patience is None else patience
        until = monotonic() + patience
        with self._guard:
            key = self._locks.setdefault(session_id, _Key())
        if not key.lock.acquire(timeout=patience):
            raise _still_at_it()
        try:
            self._hold(session_id, until)
            try:
                yield
            finally:
                self._let_go(session_id)
        finally:
            key.lock.release()

    def _hold(self, session_id: str, until: float) -> None:
        pause = SHORTEST_PAUSE
        while not self._store().hold(session_id, self._me, self._lease):
            if monotonic() > until or self._closed.wait(pause):
                raise _still_at_it()
            pause = min(2 * pause, LONGEST_PAUSE)
        with self._guard:
            self._held += 1
            if self._renewing is None:
                self._renewing = Thread(target=self._renew, name="turn-order", daemon=True)
                self._renewing.start()

    def _let_go(self, session_id: str) -> None:
        with self._guard:
            self._held -= 1
        try:
            self._store().let_go(session_id, self._me)
        except StorageTrouble:
            # It runs out by itself; what was done meanwhile is stored or was told.
            return

    def _renew(self) -> None:
        """Renews what is held, three times a lease; ends when nothing is."""
        while True:
            self._closed.wait(self._lease / 3)
            with self._guard:
                if self._held == 0 or self._closed.is_set():
                    self._renewing = None
                    return
            try:
                self._store().hold_on(self._me, self._lease)
            except StorageTrouble:
                continue

    def close(self) -> None:
        """Stops waiting and renewing. A renewal under way is waited for: whoever closes the store next finds no connection out."""
        self._closed.set()
        with self._guard:
            renewing = self._renewing
        if renewing is not None:
            renewing.join(LONGEST_RENEWAL)


def _still_at_it() -> Conflict:
    return Conflict(
        "Another message in this assessment is still being read.",
        "",
        "Wait for its answer, then send yours again.",
    )
