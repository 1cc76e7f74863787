"""Keeps sessions in a database through SQLAlchemy: an SQLite file of its own by default, PostgreSQL by setting."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from vcassist.errors import Conflict
from vcassist.interview.ports import Keys, Link, Store
from vcassist.interview.session import Session, Turn, turn_as_json, turn_from_json
from vcassist.settings import Settings
from vcassist.store.engine import BUSY_SECONDS, database_url, make_engine
from vcassist.store.memory import moved_on, nothing_to_undo, unknown_link, unknown_session
from vcassist.store.trouble import storage_guard

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Engine


def open_store(settings: Settings, busy_seconds: float = BUSY_SECONDS) -> Store:
    """The store, with its schema up to date. Raises StorageTrouble or NotReady saying what to do."""
    url = database_url(settings)
    with storage_guard():
        if not settings.database:
            settings.data.mkdir(parents=True, exist_ok=True)
        engine = make_engine(url, busy_seconds)
        from vcassist.store.schema import ensure_schema

        try:
            ensure_schema(engine)
        except BaseException:
            engine.dispose()
            raise
    return DatabaseStore(engine)


class DatabaseStore:
    """The Store port on an SQLAlchemy engine. One transaction a call; a turn is one row, inserted once."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def create(self, session: Session, token_hash: str) -> None:
        from sqlalchemy.exc import IntegrityError

        from vcassist.store.tables import SESSIONS, TURNS

        try:
            with self._writing() as connection:
                connection.execute(
                    SESSIONS.insert().values(
                        id=session.id,
                        created=session.created,
                        token_hash=token_hash,
                        minutes=session.minutes,
                        title=session.title,
                        extra=json.dumps(dict(session.extra)),
                        changed=_now(),
                    )
                )
                if session.turns:
                    connection.execute(TURNS.insert(), [_row(session.id, turn) for turn in session.turns])
        except IntegrityError as error:
            raise Conflict(
                "An assessment with this id exists already.", "", "Import it again; it gets a new id."
            ) from error

    def load(self, session_id: str) -> Session:
        from sqlalchemy import select

        from vcassist.store.tables import SESSIONS, TURNS

        with self._reading() as connection:
            kept = connection.execute(select(SESSIONS).where(_is(session_id))).mappings().first()
            if kept is None:
                raise unknown_session()
            bodies = connection.execute(
                select(TURNS.c.body).where(TURNS.c.session_id == session_id).order_by(TURNS.c.number)
            ).scalars()
            return _session(kept, bodies)

    def token_hash(self, session_id: str) -> str | None:
        from sqlalchemy import select

        from vcassist.store.tables import SESSIONS

        if not _can_be(session_id):
            return None
        with self._reading() as connection:
            return connection.execute(select(SESSIONS.c.token_hash).where(_is(session_id))).scalar()

    def keys(self, session_id: str) -> Keys | None:
        from vcassist.store.keys import keys_of

        if not _can_be(session_id):
            return None
        with self._reading() as connection:
            return keys_of(connection, session_id)

    def set_token_hash(self, session_id: str, token_hash: str) -> None:
        self._change(session_id, token_hash=token_hash)

    def set_passphrase(self, session_id: str, kept: str) -> None:
        self._change(session_id, passphrase=kept)

    def add_link(self, session_id: str, link: Link) -> None:
        from vcassist.store.keys import add

        if not _can_be(session_id):
            raise unknown_session()
        with self._writing() as connection:
            add(connection, session_id, link)

    def remove_link(self, session_id: str, link_id: str) -> None:
        from vcassist.store.keys import remove

        if not (_can_be(session_id) and _can_be(link_id)):
            raise unknown_link()
        with self._writing() as connection:
            remove(connection, session_id, link_id)
        self._forget()

    def append(self, session_id: str, turn: Turn, key: str | None = None) -> None:
        from sqlalchemy.exc import IntegrityError

        from vcassist.store.tables import SUBMITS, TURNS

        try:
            with self._writing() as connection:
                if turn.number != self._last_number(connection, session_id) + 1:
                    raise moved_on()
                connection.execute(TURNS.insert().values(_row(session_id, turn)))
                if key:
                    row = {"session_id": session_id, "key_hash": key_hash(key), "number": turn.number}
                    connection.execute(SUBMITS.insert().values(row))
        except IntegrityError as error:
            raise moved_on() from error

    def answered(self, session_id: str, key: str) -> int | None:
        from sqlalchemy import select

        from vcassist.store.tables import SUBMITS

        of_key = (SUBMITS.c.session_id == session_id, SUBMITS.c.key_hash == key_hash(key))
        with self._reading() as connection:
            return connection.execute(select(SUBMITS.c.number).where(*of_key)).scalar()

    def hold(self, session_id: str, holder: str, seconds: float) -> bool:
        from vcassist.store.holds import take

        with self._writing(fleeting=True) as connection:
            return take(connection, session_id, holder, seconds)

    def hold_on(self, holder: str, seconds: float) -> None:
        from vcassist.store.holds import prolong

        with self._writing(fleeting=True) as connection:
            prolong(connection, holder, seconds)

    def let_go(self, session_id: str, holder: str) -> None:
        from vcassist.store.holds import give_back

        with self._writing(fleeting=True) as connection:
            give_back(connection, session_id, holder)

    def drop_last(self, session_id: str) -> None:
        from vcassist.store.tables import TURNS

        with self._writing() as connection:
            last = self._last_number(connection, session_id)
            if last < 1:
                raise nothing_to_undo()
            connection.execute(TURNS.delete().where(TURNS.c.session_id == session_id, TURNS.c.number == last))
        self._forget()

    def change_extra(self, session_id: str, change: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
        from sqlalchemy import select

        from vcassist.store.tables import SESSIONS

        this = _is(session_id)
        with self._writing() as connection:
            kept = connection.execute(select(SESSIONS.c.extra).where(this).with_for_update()).scalar()
            if kept is None:
                raise unknown_session()
            extra = json.dumps(dict(change(json.loads(kept))))
            connection.execute(SESSIONS.update().where(this).values(extra=extra, changed=_now()))

    def set_minutes(self, session_id: str, minutes: int | None) -> None:
        self._change(session_id, minutes=minutes)

    def _change(self, session_id: str, **values: Any) -> None:
        from vcassist.store.tables import SESSIONS

        with self._writing() as connection:
            if not connection.execute(
                SESSIONS.update().where(_is(session_id)).values(**values, changed=_now())
            ).rowcount:
                raise unknown_session()

    def delete(self, session_id: str) -> None:
        from vcassist.store.tables import SESSIONS

        with self._writing() as connection:
            if not connection.execute(SESSIONS.delete().where(_is(session_id))).rowcount:
                raise unknown_session()
        self._forget()

    def sessions(self) -> Sequence[Session]:
        from sqlalchemy import select

        from vcassist.store.tables import SESSIONS, TURNS

        with self._reading() as connection:
            newest = SESSIONS.select().order_by(SESSIONS.c.created.desc(), SESSIONS.c.id.desc())
            bodies: dict[str, list[str]] = {}
            rows = connection.execute(newest).mappings().all()
            for row in connection.execute(select(TURNS).order_by(TURNS.c.session_id, TURNS.c.number)):
                bodies.setdefault(row.session_id, []).append(row.body)
            return [_session(kept, bodies.get(kept["id"], [])) for kept in rows]

    def ready(self) -> None:
        from vcassist.store.schema import refuse_other_schema

        with self._reading() as connection:
            refuse_other_schema(connection)

    def close(self) -> None:
        """Gives all connections back; the store can be used again afterwards."""
        self.engine.dispose()

    def _last_number(self, connection: Connection, session_id: str) -> int:
        """The number of the last turn (-1 before the first). Notes that the session changes, which holds its row until the
        transaction ends: whoever comes at the same time waits here.
        """
        from sqlalchemy import func, select

        from vcassist.store.tables import SESSIONS, TURNS

        if not connection.execute(SESSIONS.update().where(_is(session_id)).values(changed=_now())).rowcount:
            raise unknown_session()
        last = connection.execute(select(func.max(TURNS.c.number)).where(TURNS.c.session_id == session_id)).scalar()
        return -1 if last is None else int(last)

    def _forget(self) -> None:
        """SQLite: empties the write-ahead log, so that deleted text stays in no file."""
        if self.engine.dialect.name != "sqlite":
            return
        with storage_guard(), self.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            for pragma in ("wal_checkpoint(TRUNCATE)", "wal_checkpoint(TRUNCATE)"):
                if not raw.execute(f"PRAGMA {pragma}").fetchone()[0]:
                    break

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with storage_guard(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self, fleeting: bool = False) -> Iterator[Connection]:
        """A transaction that writes; what is ``fleeting`` may be lost in a power cut."""
        writing = self.engine.execution_options(writes=True, fleeting=fleeting)
        with storage_guard(), writing.connect() as connection, connection.begin():
            yield connection


def _can_be(session_id: str) -> bool:
    """False for what no database takes as an id: it is as unknown as any other, and the driver need not stumble over it."""
    return len(session_id) <= 64 and session_id.isprintable()


def _is(session_id: str) -> ColumnElement[bool]:
    """The condition that picks the session. Raises NotFound for what can be no id."""
    from vcassist.store.tables import SESSIONS

    if not _can_be(session_id):
        raise unknown_session()
    return SESSIONS.c.id == session_id


def key_hash(key: str) -> str:
    """What is kept of an Idempotency-Key: it comes from outside and may hold anything."""
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _row(session_id: str, turn: Turn) -> dict[str, Any]:
    return {"session_id": session_id, "number": turn.number, "body": json.dumps(turn_as_json(turn)), "at": turn.at}


def _session(kept: Any, bodies: Any) -> Session:
    turns = tuple(turn_from_json(json.loads(body)) for body in bodies)
    return Session(
        id=kept["id"],
        created=kept["created"],
        turns=turns,
        minutes=kept["minutes"],
        title=kept["title"],
        extra=json.loads(kept["extra"]),
    )
