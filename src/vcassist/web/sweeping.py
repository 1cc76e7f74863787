"""Deletes old assessments by themselves while the server runs, where the settings name a time and the clock can be believed."""

from __future__ import annotations

import json
import logging
import math
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from vcassist.app import App
from vcassist.clock import steady
from vcassist.errors import VcassistError
from vcassist.web.metrics import numbers

EVERY_SECONDS = 3600.0
JUMP_SECONDS = 600.0
WAIT_SECONDS = 86_400.0
# In the data folder of this machine, whose clock it is about.
KEPT = "clock.json"
_log = logging.getLogger("vcassist.web")


class Jumps:
    """Whether the clock on the wall went on as time did. After a jump, and after the machine was started, it is believed a day later.

    A clock that is set wrong would let what is not old be deleted, and nothing brings that back; waiting a day harms nobody. ``kept``
    is a file that remembers this over restarts of the server: what the wall says less the time since the machine was started is
    the same until one of them jumps, so that a server that is restarted each night goes on where it was.
    """

    def __init__(
        self, wall: Callable[[], float] = time.time, passed: Callable[[], float] = steady, kept: Path | None = None
    ) -> None:
        self._wall, self._steady, self._kept = wall, passed, kept
        self._apart, again = self._remembered()
        longest = passed() + WAIT_SECONDS
        # A time that was counted from another start of the machine must not make anybody wait longer.
        self._again = again if again <= longest else longest

    def believed(self) -> bool:
        apart = self._wall() - self._steady()
        if not abs(apart - self._apart) <= JUMP_SECONDS:
            self._apart, self._again = apart, self._steady() + WAIT_SECONDS
            self._remember()
        return self._steady() >= self._again

    def _remembered(self) -> tuple[float, float]:
        """What was remembered; without it a clock that was never seen, which counts as a jump."""
        try:
            found = json.loads(self._kept.read_text("utf-8")) if self._kept else {}
            return float(found["apart"]), float(found["again"])
        except (OSError, ValueError, KeyError, TypeError):
            return math.inf, math.inf

    def _remember(self) -> None:
        if self._kept is None:
            return
        part = self._kept.with_name(f"{self._kept.name}.{os.getpid()}.part")
        # What cannot be remembered makes the next start wait anew.
        with suppress(OSError):
            part.write_text(json.dumps({"apart": self._apart, "again": self._again}), "utf-8")
            part.replace(self._kept)


class Sweeper:
    """Sweeps when it starts, if the clock is believed, and every hour from then on. Several processes may sweep at the same time."""

    def __init__(self, app: App, every: float = EVERY_SECONDS, jumps: Jumps | None = None) -> None:
        self._app, self._every = app, every
        self._jumps = jumps or Jumps(kept=app.settings.data / KEPT)
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
                _log.warning("the clock jumped, or was just begun to be watched; nothing is deleted by age for a day")
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
