"""Counts how often something was done within the last span of time, by a clock that nobody sets back or forth."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

from vcassist.clock import steady

SWEEP_SECONDS = 60.0


class Limit(NamedTuple):
    """At most ``amount`` within any ``span`` seconds."""

    amount: int
    span: float


class Counts:
    """When each of the last few was, by limit, name and key. What is older than its span is given back."""

    def __init__(self, clock: Callable[[], float] = steady) -> None:
        self._clock = clock
        self._times: dict[tuple[Limit, str, str], deque[float]] = {}
        self._swept = clock()
        self._lock = Lock()

    def wait(self, limit: Limit, name: str, key: str, *, hit: bool = False) -> float:
        """Seconds until there is room for one more: 0 where there is. With ``hit`` that one is counted."""
        with self._lock:
            now = self._clock()
            self._sweep(now)
            times = self._times.get((limit, name, key), deque())
            while times and times[0] <= now - limit.span:
                times.popleft()
            if len(times) >= limit.amount:
                return times[0] + limit.span - now
            if hit:
                times.append(now)
                self._times[(limit, name, key)] = times
            return 0.0

    def _sweep(self, now: float) -> None:
        """Drops, once a minute, the keys of which nothing counts any more."""
        if now - self._swept >= SWEEP_SECONDS:
            self._swept = now
            self._times = {k: times for k, times in self._times.items() if times and times[-1] > now - k[0].span}

    def __len__(self) -> int:
        """How many keys are kept."""
        return len(self._times)
