"""An ordinary run tries each field with a share of the strings and files, all of them over all fields; the thorough one tries all with each."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
THOROUGH = os.environ.get("VCASSIST_TEST_PROFILE") == "thorough"


def share_of(everything: Sequence[T], number: int, parts: int) -> list[T]:
    """Every ``parts``-th thing, beginning with another one for each ``number``; everything in a thorough run."""
    return list(everything) if THOROUGH else list(everything[number % parts :: parts])
