"""The store that every store's tests run on: memory, SQLite and, where one is given, PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import database

from vcassist.interview.ports import Store
from vcassist.settings import Settings
from vcassist.store.database import open_database
from vcassist.store.memory import MemoryStore


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    with database(request.param) as address:
        made = open_database(Settings(data=tmp_path, database=address))
        yield made
        made.close()
