"""Whether what stands behind this server answers, found out beside the requests: a line that was cut holds no health check up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

PATIENCE = 2.0


class Pulse:
    """One check that at most one thread is at. Who asks meanwhile waits for the same answer, for ``patience`` seconds."""

    def __init__(self, check: Callable[[], str], silent: str, patience: float = PATIENCE) -> None:
        self._check, self._silent, self._patience = check, silent, patience
        self._pool = ThreadPoolExecutor(1, "pulse")
        self._under_way: Future[str] | None = None

    async def trouble(self) -> str:
        """What the check says, or ``silent`` where it says nothing in time. Called on the event loop alone."""
        if self._under_way is None or self._under_way.done():
            self._under_way = self._pool.submit(self._check)
        try:
            return await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(self._under_way)), self._patience)
        except TimeoutError:
            return self._silent

    def close(self) -> None:
        """Waits for nothing."""
        self._pool.shutdown(wait=False, cancel_futures=True)
