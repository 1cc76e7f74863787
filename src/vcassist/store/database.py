"""Keeps sessions in a database through SQLAlchemy: an SQLite file of its own by default, PostgreSQL by setting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, func, select
from sqlalchemy.exc import IntegrityError

from vcassist.clock import utc_now
from vcassist.errors import Conflict
from vcassist.interview.ports import Keys, Link, Store
from vcassist.interview.session import Session, Turn
from vcassist.settings import Settings
from vcassist.store import holds, keys
from vcassist.store.engine import BUSY_SECONDS, database_url, keep_private, make_engine, overwrite_deleted
from vcassist.store.memory import came_back, moved_on, nothing_to_undo, unknown_link, unknown_session
from vcassist.store.rekeying import rekey
from vcassist.store.rows import Rows
from vcassist.store.schema import ensure_schema, refuse_other_schema
from vcassist.store.sealing import seal_of
from vcassist.store.tables import SESSIONS, SUBMITS, TURNS
from vcassist.store.trouble import storage_guard


def open_store(settings: Settings, busy_seconds: float = BUSY_SECONDS) -> Store:
    """The store that the settings name, as the port that others know."""
    return open_database(settings, busy_seconds)


def open_database(settings: Settings, busy_seconds: float = BUSY_SECONDS) -> DatabaseStore:
    """The store, with its schema up to date. Raises StorageTrouble, NotReady or BadUsage saying what to do."""
    url, rows = database_url(settings), Rows(seal_of(settings.encryption_keys))
    with storage_guard():
        if not settings.database:
            settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            keep_private(Path(url.removeprefix("sqlite:///")))
        engine = make_engine(url, busy_seconds)
        try:
            ensure_schema(engine)
        except BaseException:
            engine.dispose()
            raise
    return DatabaseStore(engine, rows)


class DatabaseStore:
    """The Store port on an SQLAlchemy engine. One transaction a call; a turn is one row, inserted once."""

    def __init__(self, engine: Engine, rows: Rows) -> None:
        self.engine, self.rows = engine, rows

    def create(self, session: Session, token_hash: str) -> None:
        try:
            with self._writing() as connection:
                connection.execute(SESSIONS.insert().values(self.rows.of_session(session, token_hash, utc_now())))
                if session.turns:
                    connection.execute(TURNS.insert(), [self.rows.of_turn(session.id, t) for t in session.turns])
        except IntegrityError as error:
            if self.token_hash(session.id) is None:
                # Not the id: what broke the row is a bug of ours, and no import with another id would help.
                raise
            raise Conflict(
                "An assessment with this id exists already.", "", "Import it again; it gets a new id."
            ) from error

    def load(self, session_id: str) -> Session:
        with self._reading() as connection:
            kept = connection.execute(select(SESSIONS).where(_is(session_id))).mappings().first()
            if kept is None:
                raise unknown_session()
            bodies = connection.execute(
                select(TURNS.c.body).where(TURNS.c.session_id == session_id).order_by(TURNS.c.number)
            ).scalars()
            return self.rows.session(kept, bodies)

    def token_hash(self, session_id: str) -> str | None:
        if not _can_be(session_id):
            return None
        with self._reading() as connection:
            return connection.execute(select(SESSIONS.c.token_hash).where(_is(session_id))).scalar()

    def keys(self, session_id: str) -> Keys | None:
        if not _can_be(session_id):
            return None
        with self._reading() as connection:
            return keys.keys_of(connection, session_id)

    def set_token_hash(self, session_id: str, token_hash: str) -> None:
        self._change(session_id, token_hash=token_hash)

    def set_passphrase(self, session_id: str, kept: str) -> None:
        self._change(session_id, passphrase=kept)

    def add_link(self, session_id: str, link: Link) -> None:
        if not _can_be(session_id):
            raise unknown_session()
        with self._writing() as connection:
            keys.add(connection, session_id, link)

    def remove_link(self, session_id: str, link_id: str) -> None:
        if not (_can_be(session_id) and _can_be(link_id)):
            raise unknown_link()
        with self._writing() as connection:
            keys.remove(connection, session_id, link_id)
        self._overwrite_deleted()

    def append(self, session_id: str, turn: Turn, key: str | None = None, rewritten: Sequence[Turn] = ()) -> None:
        try:
            with self._writing() as connection:
                if turn.number != self._last_number(connection, session_id) + 1:
                    raise moved_on()
                connection.execute(TURNS.insert().values(self.rows.of_turn(session_id, turn)))
                for old in rewritten:
                    this = (TURNS.c.session_id == session_id, TURNS.c.number == old.number)
                    connection.execute(TURNS.update().where(*this).values(self.rows.of_turn(session_id, old)))
                if key:
                    row = {"session_id": session_id, "key_hash": key_hash(key), "number": turn.number}
                    connection.execute(SUBMITS.insert().values(row))
        except IntegrityError as error:
            # Somebody else's turn or the same submit was first; any other row that cannot be is a bug of ours.
            if not (self._has_turn(session_id, turn.number) or (key and self.answered(session_id, key) is not None)):
                raise
            raise moved_on() from error
        if rewritten:
            self._overwrite_deleted()

    def answered(self, session_id: str, key: str) -> int | None:
        of_key = (SUBMITS.c.session_id == session_id, SUBMITS.c.key_hash == key_hash(key))
        with self._reading() as connection:
            return connection.execute(select(SUBMITS.c.number).where(*of_key)).scalar()

    def hold(self, session_id: str, holder: str, seconds: float) -> bool:
        with self._writing(fleeting=True) as connection:
            return holds.take(connection, session_id, holder, seconds)

    def hold_on(self, holder: str, seconds: float) -> None:
        with self._writing(fleeting=True) as connection:
            holds.prolong(connection, holder, seconds)

    def let_go(self, session_id: str, holder: str) -> None:
        with self._writing(fleeting=True) as connection:
            holds.give_back(connection, session_id, holder)

    def drop_last(self, session_id: str) -> None:
        with self._writing() as connection:
            last = self._last_number(connection, session_id)
            if last < 1:
                raise nothing_to_undo()
            connection.execute(TURNS.delete().where(TURNS.c.session_id == session_id, TURNS.c.number == last))
        self._overwrite_deleted()

    def change_extra(self, session_id: str, change: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
        this = _is(session_id)
        with self._writing() as connection:
            kept = connection.execute(select(SESSIONS.c.extra).where(this).with_for_update()).scalar()
            if kept is None:
                raise unknown_session()
            extra = self.rows.closed(change(self.rows.opened(kept)))
            connection.execute(SESSIONS.update().where(this).values(extra=extra, changed=utc_now()))

    def set_minutes(self, session_id: str, minutes: int | None) -> None:
        self._change(session_id, minutes=minutes)

    def _change(self, session_id: str, **values: Any) -> None:
        with self._writing() as connection:
            if not connection.execute(
                SESSIONS.update().where(_is(session_id)).values(**values, changed=utc_now())
            ).rowcount:
                raise unknown_session()

    def delete(self, session_id: str, unchanged_since: str | None = None) -> None:
        this = [_is(session_id)]
        if unchanged_since is not None:
            this.append(SESSIONS.c.changed < unchanged_since)
        with self._writing() as connection:
            if not connection.execute(SESSIONS.delete().where(*this)).rowcount:
                if connection.execute(SESSIONS.select().where(_is(session_id))).first() is None:
                    raise unknown_session()
                raise came_back()
        self._overwrite_deleted()

    def changed(self, session_id: str) -> str:
        with self._reading() as connection:
            found = connection.execute(select(SESSIONS.c.changed).where(_is(session_id))).scalar()
        if found is None:
            raise unknown_session()
        return str(found)

    def unchanged_since(self, moment: str) -> Sequence[str]:
        with self._reading() as connection:
            return list(connection.execute(select(SESSIONS.c.id).where(SESSIONS.c.changed < moment)).scalars())

    def sessions(self) -> Sequence[Session]:
        with self._reading() as connection:
            newest = SESSIONS.select().order_by(SESSIONS.c.created.desc(), SESSIONS.c.id.desc())
            bodies: dict[str, list[str]] = {}
            rows = connection.execute(newest).mappings().all()
            for row in connection.execute(select(TURNS).order_by(TURNS.c.session_id, TURNS.c.number)):
                bodies.setdefault(row.session_id, []).append(row.body)
            return [self.rows.session(kept, bodies.get(kept["id"], [])) for kept in rows]

    def ready(self) -> None:
        with self._reading() as connection:
            refuse_other_schema(connection)
            for body in connection.execute(select(TURNS.c.body).limit(1)).scalars():
                self.rows.seal.open(body)

    def count(self) -> int:
        """How many sessions there are."""
        with self._reading() as connection:
            return int(connection.execute(select(func.count()).select_from(SESSIONS)).scalar_one())

    def rekey(self) -> int:
        """Writes everything anew with the first key; gives the number of sessions. Raises NotReady, StorageTrouble."""
        count = rekey(self.engine, self.rows.seal)
        self._overwrite_deleted()
        return count

    def close(self) -> None:
        """Gives all connections back; the store can be used again afterwards."""
        self.engine.dispose()

    def _last_number(self, connection: Connection, session_id: str) -> int:
        """The number of the last turn (-1 before the first). Notes that the session changes, which holds its row until the
        transaction ends: whoever comes at the same time waits here.
        """
        if not connection.execute(SESSIONS.update().where(_is(session_id)).values(changed=utc_now())).rowcount:
            raise unknown_session()
        last = connection.execute(select(func.max(TURNS.c.number)).where(TURNS.c.session_id == session_id)).scalar()
        return -1 if last is None else int(last)

    def _has_turn(self, session_id: str, number: int) -> bool:
        this = (TURNS.c.session_id == session_id, TURNS.c.number == number)
        with self._reading() as connection:
            return connection.execute(select(TURNS.c.number).where(*this)).first() is not None

    def _overwrite_deleted(self) -> None:
        with storage_guard():
            overwrite_deleted(self.engine)

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


def _can_be(id_: str) -> bool:
    """False for what no database takes as an id, of a session or a link: it is as unknown as any other, and the driver need not
    stumble over it."""
    return len(id_) <= 64 and id_.isprintable()


def _is(session_id: str) -> ColumnElement[bool]:
    """The condition that picks the session. Raises NotFound for what can be no id."""
    if not _can_be(session_id):
        raise unknown_session()
    return SESSIONS.c.id == session_id


def key_hash(key: str) -> str:
    """What is kept of an Idempotency-Key: it comes from outside and may hold anything."""
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
