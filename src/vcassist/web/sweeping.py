"""Deletes old assessments by themselves while the server runs, where the settings name a time and the clock can be believed."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from threading import Event, Thread

from vcassist.app import App
from vcassist.clock import steady
from vcassist.errors import VcassistError
from vcassist.web.metrics import numbers

EVERY_SECONDS = 3600.0
JUMP_SECONDS = 600.0
WAIT_SECONDS = 86_400.0
_log = logging.getLogger("vcassist.web")


class Jumps:
    """Whether the clock on the wall went on as time did. After a jump it is believed again only a day later.

    A clock that is set wrong would let what is not old be deleted, and nothing brings that back; waiting a day harms nobody.
    """

    def __init__(self, wall: Callable[[], float] = time.time, passed: Callable[[], float] = steady) -> None:
        self._wall, self._steady = wall, passed
        self._apart = wall() - passed()
        self._again = 0.0

    def believed(self) -> bool:
        apart = self._wall() - self._steady()
        if abs(apart - self._apart) > JUMP_SECONDS:
            self._apart, self._again = apart, self._steady() + WAIT_SECONDS
        return self._steady() >= self._again


class Sweeper:
    """Sweeps when it starts and every hour from then on. Several processes may sweep at the same time."""

    def __init__(self, app: App, every: float = EVERY_SECONDS, jumps: Jumps | None = None) -> None:
        self._app, self._every, self._jumps = app, every, jumps or Jumps()
        self._stop = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        if self._app.settings.retention_days and self._thread is None:
            self._thread = Thread(target=self._work, name="retention", daemon=True)
            self._thread.start()

    def close(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join(10)

    def _work(self) -> None:
        while True:
            if self._jumps.believed():
                self._sweep()
            else:
                _log.warning("the clock jumped; nothing is deleted by age for a day")
            if self._stop.wait(self._every):
                return

    def _sweep(self) -> None:
        from vcassist.store.retention import sweep

        try:
            deleted = sweep(self._app.store, self._app.settings.retention_days)
            numbers().deleted.inc(len(deleted))
            if deleted:
                _log.warning("deleted %s assessments by their age", len(deleted))
        except VcassistError as error:
            _log.error("deleting by age failed; it is tried again later", exc_info=error)
