"""The keys of an assessment in the database: its owner's, its links' and its passphrase, each only as a hash."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vcassist.interview.ports import Keys, Link
from vcassist.store.memory import unknown_link, unknown_session

if TYPE_CHECKING:
    from sqlalchemy import Connection


def keys_of(connection: Connection, session_id: str) -> Keys | None:
    """All keys, the links in the order in which they were made; None for an unknown session."""
    from sqlalchemy import select

    from vcassist.store.tables import LINKS, SESSIONS

    own = select(SESSIONS.c.token_hash, SESSIONS.c.passphrase).where(SESSIONS.c.id == session_id)
    kept = connection.execute(own).first()
    if kept is None:
        return None
    rows = connection.execute(select(LINKS).where(LINKS.c.session_id == session_id).order_by(LINKS.c.at, LINKS.c.id))
    links = tuple(Link(r.id, r.kind, r.token_hash, tuple(json.loads(r.refs)), r.label, r.at) for r in rows)
    return Keys(kept.token_hash, kept.passphrase, links)


def add(connection: Connection, session_id: str, link: Link) -> None:
    """Raises NotFound for an unknown session."""
    from sqlalchemy import select

    from vcassist.store.tables import LINKS, SESSIONS

    if connection.execute(select(SESSIONS.c.id).where(SESSIONS.c.id == session_id).with_for_update()).first() is None:
        raise unknown_session()
    row = {"id": link.id, "kind": link.kind, "token_hash": link.token_hash, "label": link.label, "at": link.at}
    connection.execute(LINKS.insert().values(session_id=session_id, refs=json.dumps(link.refs), **row))


def remove(connection: Connection, session_id: str, link_id: str) -> None:
    """Raises NotFound."""
    from vcassist.store.tables import LINKS

    this = (LINKS.c.session_id == session_id, LINKS.c.id == link_id)
    if not connection.execute(LINKS.delete().where(*this)).rowcount:
        raise unknown_link()
