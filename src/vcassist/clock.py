"""The time as it is kept everywhere."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def utc_now() -> str:
    """ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def steady() -> float:
    """Seconds that passed since some moment, whatever the clock on the wall was set to; those in which the machine slept count."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()
