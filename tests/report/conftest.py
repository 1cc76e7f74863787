"""Fixtures of the report's tests."""

from __future__ import annotations

import pytest
from report_shelf import Shelf


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return Shelf()
