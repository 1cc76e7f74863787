"""Databases for tests: an SQLite file, or a PostgreSQL database of a test's own on the server that is given."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

POSTGRES = os.environ.get("VCASSIST_TEST_POSTGRES", "")
NEEDED = "set VCASSIST_TEST_POSTGRES=postgresql://user:password@host/postgres (a role that may create databases)"


@contextmanager
def postgres_database() -> Iterator[str]:
    """The address of an empty database, which is gone afterwards. Skips where no server is given."""
    if not POSTGRES:
        pytest.skip(NEEDED)
    import psycopg

    name = f"vc_test_{secrets.token_hex(6)}"
    with psycopg.connect(POSTGRES, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    try:
        yield f"{POSTGRES.rsplit('/', 1)[0]}/{name}"
    finally:
        with psycopg.connect(POSTGRES, autocommit=True) as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def database(kind: str) -> Iterator[str]:
    """What VCASSIST_DATABASE has to say for an empty database of this kind: sqlite (in the data folder) or postgres."""
    if kind == "sqlite":
        yield ""
        return
    with postgres_database() as address:
        yield address
