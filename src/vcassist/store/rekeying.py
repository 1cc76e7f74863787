"""Writes everything in a database anew with the key that is now the first, one session at a time."""

from __future__ import annotations

from sqlalchemy import Engine, select

from vcassist.store.sealing import Seal
from vcassist.store.tables import SESSIONS, TURNS
from vcassist.store.trouble import storage_guard


def rekey(engine: Engine, seal: Seal) -> int:
    """Opens and closes each text anew and gives the number of sessions. May be broken off and run again, and while people talk.

    Raises NotReady for the first text whose key is not among those of the seal; what was done before stays done.
    """

    def anew(stored: str) -> str:
        return seal.close(seal.open(stored))

    with storage_guard(), engine.connect() as connection:
        ids = list(connection.execute(select(SESSIONS.c.id)).scalars())
    for session_id in ids:
        this, of_it = SESSIONS.c.id == session_id, TURNS.c.session_id == session_id
        writing = engine.execution_options(writes=True)
        with storage_guard(), writing.connect() as connection, connection.begin():
            # Held until the end, so that no turn is added in between.
            kept = connection.execute(select(SESSIONS).where(this).with_for_update()).first()
            if kept is None:
                continue
            values = {"title": anew(kept.title), "extra": anew(kept.extra)}
            connection.execute(SESSIONS.update().where(this).values(**values))
            for turn in connection.execute(select(TURNS.c.number, TURNS.c.body).where(of_it)).all():
                row = TURNS.update().where(of_it, TURNS.c.number == turn.number)
                connection.execute(row.values(body=anew(turn.body)))
    return len(ids)
