"""Backs an SQLite database up while it is in use, and puts a backup in its place. PostgreSQL has its own tools for that."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from vcassist.errors import BadInput, BadUsage, StorageTrouble
from vcassist.settings import Settings
from vcassist.store.engine import database_url

POSTGRESQL = BadUsage(
    "This database is PostgreSQL, which has its own tools for this.", "", "See docs/hosting.md: pg_dump and pg_restore."
)


def database_file(settings: Settings) -> Path:
    """The SQLite file in force. Raises BadUsage for another kind of database."""
    url = database_url(settings)
    if not url.startswith("sqlite:///"):
        raise POSTGRESQL
    return Path(url.removeprefix("sqlite:///"))


def back_up(settings: Settings, target: Path) -> None:
    """Copies the database as it is at one moment, whole, though a server is writing. Raises StorageTrouble."""
    source = database_file(settings)
    if not source.is_file():
        raise StorageTrouble("There is no database yet.", "Nothing was ever stored here.")
    if target.exists():
        raise BadUsage(f"{target} is there already.", "", "Choose another name; a backup is not overwritten.")
    part = target.with_name(target.name + ".part")
    try:
        _copy(source, part)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise StorageTrouble("The backup could not be written.", f"{error}.", "Choose another place.") from error
    finally:
        part.unlink(missing_ok=True)


def restore(settings: Settings, backup: Path, *, replace: bool = False) -> Path | None:
    """Puts a backup in place of the database, whole or not at all; the server must not run meanwhile.

    With ``replace`` a database that is there is moved aside, and its new name is given. Raises BadUsage where one is there
    without it, BadInput for a file that is no sound backup, StorageTrouble.
    """
    target = database_file(settings)
    if not backup.is_file():
        raise BadInput(f"There is no file {backup}.")
    if target.exists() and not replace:
        raise BadUsage(
            "There is a database already.", "", "Add --replace to put the backup in its place; it is kept beside it."
        )
    part = target.with_name(target.name + ".restoring")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            _copy(backup, part)
        except sqlite3.DatabaseError as error:
            raise BadInput(f"{backup} is no backup of vcassist.", f"{error}.", "Nothing was changed.") from error
        old = _moved_aside(target) if target.exists() else None
        part.replace(target)
    except OSError as error:
        raise StorageTrouble("The backup could not be put in place.", f"{error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)
    return old


def _copy(source: Path, target: Path) -> None:
    """One consistent state of the source, as a new file without a write-ahead log. Raises sqlite3.DatabaseError where it is not sound."""
    # Nobody but the owner may read it, from the first byte on.
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as one,
        closing(sqlite3.connect(target)) as other,
    ):
        one.backup(other)
        other.execute("PRAGMA journal_mode = DELETE")
    _refuse_broken(target)


def _refuse_broken(path: Path) -> None:
    """Raises sqlite3.DatabaseError for what is damaged or holds something else."""
    with closing(sqlite3.connect(path)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("it is damaged")
        for table in ("alembic_version", "sessions", "turns"):
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
                raise sqlite3.DatabaseError(f"it has no table {table}")


def _moved_aside(target: Path) -> Path:
    """The database that was there, under the next free name. Raises StorageTrouble while a server has it open.

    A sound one takes in what its write-ahead log still held. A broken one keeps its log beside it, untouched.
    """
    with closing(sqlite3.connect(target)) as connection:
        try:
            # Leaving the write-ahead log takes the database alone, so this fails while anybody else has it open, however idle: a
            # server that still runs would write on into a file that nobody looks at any more.
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.DatabaseError as error:
            if _primary(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise StorageTrouble(
                    "The database is in use.", "Nothing was changed.", "Stop the server first."
                ) from error
            # What a backup is needed for: the database is damaged, or no database any more.
    number = 1
    while (aside := target.with_name(f"{target.stem}-before-{number}{target.suffix}")).exists():
        number += 1
    target.replace(aside)
    for ending in ("-wal", "-shm", "-journal"):
        if (beside := target.with_name(target.name + ending)).exists():
            beside.replace(aside.with_name(aside.name + ending))
    return aside


def _primary(error: sqlite3.Error) -> int:
    """SQLite's primary code of an error; the higher bits only say more of it."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
