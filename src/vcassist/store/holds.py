"""Who takes a turn in an assessment just now: a row with an end, so that no connection is held while a model works.

A hold keeps two processes from reading messages of one assessment at the same time. It runs out by itself when its process is
gone. That a turn is stored once and in its place does not rest on it: the turn's number is the key of its row.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, or_
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from vcassist.store.memory import unknown_session
from vcassist.store.tables import HOLDS

# Seconds since 1970 by the database's clock, which all processes share.
_CLOCK = {
    "postgresql": "SELECT extract(epoch FROM clock_timestamp())::float8",
    "sqlite": "SELECT (julianday('now') - 2440587.5) * 86400.0",
}


def take(connection: Connection, session_id: str, holder: str, seconds: float) -> bool:
    """Holds the assessment for ``holder`` if nobody else does. Raises NotFound for an unknown one."""
    now = _now(connection)
    wanted: Any = _insert(connection)(HOLDS).values(session_id=session_id, holder=holder, until=now + seconds)
    # A hold that ends later than any can was made before the clock was set back.
    free = or_(HOLDS.c.holder == holder, HOLDS.c.until < now, HOLDS.c.until > now + 2 * seconds)
    wanted = wanted.on_conflict_do_update(
        index_elements=[HOLDS.c.session_id], set_={"holder": holder, "until": now + seconds}, where=free
    )
    try:
        return connection.execute(wanted.returning(HOLDS.c.holder)).first() is not None
    except IntegrityError as error:
        raise unknown_session() from error


def prolong(connection: Connection, holder: str, seconds: float) -> None:
    """Moves the end of all that ``holder`` holds."""
    later = _now(connection) + seconds
    connection.execute(HOLDS.update().where(HOLDS.c.holder == holder).values(until=later))


def give_back(connection: Connection, session_id: str, holder: str) -> None:
    """Ends the hold, if it is still the holder's."""
    connection.execute(HOLDS.delete().where(HOLDS.c.session_id == session_id, HOLDS.c.holder == holder))


def _now(connection: Connection) -> float:
    return float(connection.exec_driver_sql(_CLOCK[connection.dialect.name]).scalar() or 0.0)


def _insert(connection: Connection) -> Any:
    """The dialect's INSERT, which can say what happens when the row is there."""
    return postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
