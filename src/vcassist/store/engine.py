"""Opens the database that the settings name: its address, its driver, and how each connection and transaction begins."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vcassist.errors import NotReady
from vcassist.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

BUSY_SECONDS = 5.0
# Connections to PostgreSQL a process, and how long one is waited for. They are held for milliseconds each.
POOL = 10
POOL_SECONDS = 10.0
# A server that went away without a word (a cut line) is noticed within seconds, and not waited for for ever.
_POSTGRESQL = {
    "connect_timeout": 5,
    "application_name": "vcassist",
    "keepalives_idle": 5,
    "keepalives_interval": 3,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
# And the other way round: what a worker began and cannot end any more must not hold its rows until the server notices by
# itself, which takes two hours. No statement of ours takes seconds; migrations lift this.
_OF_THE_SERVER = {
    "statement_timeout": "30s",
    "lock_timeout": "15s",
    "idle_in_transaction_session_timeout": "15s",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "3",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "10000",
}


def database_url(settings: Settings) -> str:
    """The URL in force: the one set, with the driver we use, else the SQLite file in the data folder."""
    if not settings.database:
        return f"sqlite:///{settings.data / 'vcassist.sqlite'}"
    for prefix in ("postgres://", "postgresql://"):
        if settings.database.startswith(prefix):
            return "postgresql+psycopg://" + settings.database.removeprefix(prefix)
    return settings.database


def keep_private(file: Path) -> None:
    """Lets nobody but its owner read an SQLite file, from its first byte on; SQLite gives its logs the rights of the file.

    What cannot be made or changed is left for the database to tell.
    """
    with suppress(OSError):
        os.close(os.open(file, os.O_CREAT | os.O_RDONLY, 0o600))
    for each in (file, *(file.with_name(file.name + ending) for ending in ("-wal", "-shm"))):
        with suppress(OSError):
            if each.is_file() and each.stat().st_mode & 0o077:
                each.chmod(0o600)


def make_engine(url: str, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine that connects when first used. Raises NotReady without the driver or for what is no address."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import ArgumentError, NoSuchModuleError

    # Parameters are people's words: they belong into no error message.
    common: dict[str, Any] = {"hide_parameters": True}
    try:
        if url.startswith("sqlite"):
            engine = create_engine(url, connect_args={"timeout": busy_seconds, "check_same_thread": False}, **common)
            event.listen(engine, "connect", _prepare_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
            return engine
        if url.startswith("postgresql+psycopg"):
            common["connect_args"] = {**_POSTGRESQL, "options": _options(url)}
        engine = create_engine(
            url, pool_pre_ping=True, pool_size=POOL, max_overflow=0, pool_timeout=POOL_SECONDS, **common
        )
        if engine.dialect.name == "postgresql":
            event.listen(engine, "begin", _begin_postgresql)
        return engine
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise NotReady(
            "The driver for this database is not installed.", "", "Run: pip install 'vcassist[postgres]'"
        ) from error
    except ArgumentError as error:
        raise NotReady(
            "VCASSIST_DATABASE is no database address.", "", "Write it as postgresql://user:password@host/name."
        ) from error


def _options(url: str) -> str:
    """What the server is asked to keep to in each connection; what the address itself asks for comes last and counts."""
    from sqlalchemy.engine import make_url

    asked = make_url(url).query.get("options", "")
    ours = [f"-c {name}={value}" for name, value in _OF_THE_SERVER.items()]
    return " ".join([*ours, *([asked] if isinstance(asked, str) else asked)]).strip()


def without_time_limits(connection: Connection) -> None:
    """For what may take as long as it takes, such as a migration: until the end of this transaction."""
    if connection.dialect.name == "postgresql":
        for name in ("statement_timeout", "lock_timeout"):
            connection.exec_driver_sql(f"SET LOCAL {name} TO 0")


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Each connection: our own transactions, write-ahead log, deleted text overwritten, cascades."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("secure_delete = ON", "foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that will write takes the write lock at once, so that it waits instead of failing half-way."""
    options = connection.get_execution_options()
    if options.get("writes"):
        connection.exec_driver_sql(f"PRAGMA synchronous = {'NORMAL' if options.get('fleeting') else 'FULL'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    """What may be lost in a power cut (who holds an assessment) need not wait for the disk."""
    if connection.get_execution_options().get("fleeting"):
        connection.exec_driver_sql("SET LOCAL synchronous_commit TO OFF")


def overwrite_deleted(engine: Engine) -> None:
    """SQLite: empties the write-ahead log, so that deleted text stays in no file. PostgreSQL needs VACUUM: see docs/hosting.md."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        # A reader may hold it up once.
        for _ in range(2):
            if not raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                break
