"""Deletes old assessments by themselves while the server runs, where the settings name a time."""

from __future__ import annotations

import logging
from threading import Event, Thread

from vcassist.app import App
from vcassist.errors import VcassistError
from vcassist.web.metrics import numbers

EVERY_SECONDS = 3600.0
_log = logging.getLogger("vcassist.web")


class Sweeper:
    """Sweeps when it starts and every hour from then on. Several processes may sweep at the same time."""

    def __init__(self, app: App, every: float = EVERY_SECONDS) -> None:
        self._app, self._every = app, every
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
        from vcassist.store.retention import sweep

        while True:
            try:
                deleted = sweep(self._app.store, self._app.settings.retention_days)
                numbers().deleted.inc(len(deleted))
                if deleted:
                    _log.warning("deleted %s assessments by their age", len(deleted))
            except VcassistError as error:
                _log.error("deleting by age failed; it is tried again later", exc_info=error)
            if self._stop.wait(self._every):
                return
