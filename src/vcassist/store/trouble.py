"""Turns the database's own errors into a sentence that says what to do. Nothing is stored half when one is raised."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from vcassist.errors import StorageTrouble, VcassistError

_SENTENCES: tuple[tuple[tuple[str, ...], tuple[str, str, str]], ...] = (
    (
        ("database is locked", "database table is locked", "database schema is locked"),
        (
            "The database is busy.",
            "Another program holds it; nothing was changed.",
            "Wait a moment and try again; if it stays so, close other programs that have the file open.",
        ),
    ),
    (
        ("readonly database", "read-only"),
        (
            "The database can only be read.",
            "Its file or its folder is read-only; nothing was changed.",
            "Give the account that runs vcassist the right to write there, or set VCASSIST_DATA to another folder.",
        ),
    ),
    (
        ("disk is full", "no space left"),
        (
            "There is no room left on the disk.",
            "What you just sent was not stored; everything before it is safe.",
            "Free some space on the disk that holds VCASSIST_DATA, then send it again.",
        ),
    ),
    (
        ("unable to open database", "permission denied", "not a directory", "file exists"),
        (
            "The database file cannot be opened.",
            "Its folder is missing or closed to this account.",
            "Set VCASSIST_DATA to a folder that exists and can be written.",
        ),
    ),
    (
        ("not a database", "malformed", "disk image"),
        (
            "The database file is damaged or is something else.",
            "It was not touched.",
            "Move it aside, or put a backup in its place, and start again.",
        ),
    ),
    (
        ("disk i/o error",),
        (
            "The disk reported an error.",
            "What you just sent was not stored.",
            "Look whether the disk that holds VCASSIST_DATA is full, over its quota or broken, then send it again.",
        ),
    ),
    (
        ("no such table", "no such column", "undefinedtable", "does not exist"),
        (
            "The database lacks a table.",
            "It was changed or emptied while the server ran.",
            "Start vcassist again; it sets the tables up.",
        ),
    ),
)


def as_trouble(error: Exception) -> StorageTrouble:
    """The sentence for an error of SQLAlchemy, the driver or the file system."""
    text = str(getattr(error, "orig", None) or error).lower()
    for words, (what, why, to_do) in _SENTENCES:
        if any(word in text for word in words):
            return StorageTrouble(what, why, to_do)
    return StorageTrouble(
        "The database did not answer.",
        "What you just sent was not stored; everything before it is safe.",
        "Try again in a moment; if it stays so, whoever runs this server should look at the database.",
    )


@contextmanager
def storage_guard() -> Iterator[None]:
    """Raises StorageTrouble for what the database or the disk raises inside; our own errors and broken keys pass."""
    from sqlalchemy.exc import IntegrityError, SQLAlchemyError

    try:
        yield
    except (VcassistError, IntegrityError):
        raise
    except (SQLAlchemyError, OSError) as error:
        raise as_trouble(error) from error
