"""The keys of an assessment in the database: its owner's, its links' and its passphrase, each only as a hash."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from vcassist.interview.ports import Keys, Link
from vcassist.store.memory import unknown_link, unknown_session
from vcassist.store.tables import LINKS, SESSIONS


def keys_of(connection: Connection, session_id: str) -> Keys | None:
    """All keys, the links in the order in which they were made; None for an unknown session."""
    own = select(SESSIONS.c.token_hash, SESSIONS.c.passphrase).where(SESSIONS.c.id == session_id)
    kept = connection.execute(own).first()
    if kept is None:
        return None
    rows = connection.execute(select(LINKS).where(LINKS.c.session_id == session_id).order_by(LINKS.c.at, LINKS.c.id))
    links = tuple(Link(r.id, r.kind, r.token_hash, tuple(json.loads(r.refs)), r.label, r.at) for r in rows)
    return Keys(kept.token_hash, kept.passphrase, links)


def add(connection: Connection, session_id: str, link: Link) -> None:
    """Raises NotFound for an unknown session."""
    if connection.execute(select(SESSIONS.c.id).where(SESSIONS.c.id == session_id).with_for_update()).first() is None:
        raise unknown_session()
    row = {"id": link.id, "kind": link.kind, "token_hash": link.token_hash, "label": link.label, "at": link.at}
    connection.execute(LINKS.insert().values(session_id=session_id, refs=json.dumps(link.refs), **row))


def remove(connection: Connection, session_id: str, link_id: str) -> None:
    """Raises NotFound."""
    this = (LINKS.c.session_id == session_id, LINKS.c.id == link_id)
    if not connection.execute(LINKS.delete().where(*this)).rowcount:
        raise unknown_link()
