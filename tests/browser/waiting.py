"""Waiting for what is to be seen, on machines of any speed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

# How many times longer than usual to wait, for a machine that is busy with something else.
PATIENCE = float(os.environ.get("VCASSIST_TEST_PATIENCE", "1"))


def wait_until(true: Callable[[], bool], what: str, seconds: float = 30) -> None:
    end = time.monotonic() + seconds * PATIENCE
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds * PATIENCE:.0f} s: {what}")
        time.sleep(0.02)
