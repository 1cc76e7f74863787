"""A database as an earlier version left it, with data in it."""

from __future__ import annotations

import json

from vcassist.chain.facts import Fact
from vcassist.interview.session import Session, Turn, turn_as_json
from vcassist.store.engine import make_engine
from vcassist.store.schema import alembic_config


def at_revision(revision: str, url: str) -> Session:
    """Makes the schema of a revision and fills every table that it has; gives the session that has to come out of it."""
    from alembic import command
    from sqlalchemy import MetaData

    fact = Fact("application.name", "known", "ChatGPT", "ChatGPT", 7, 14, 1)
    turns = (Turn(0, reply="Hello.", at="2026-01-01T10:00:00+00:00"), Turn(1, "We use ChatGPT. 日本語 \ud800", (fact,)))
    session = Session(f"from-{revision}", "2026-01-01T10:00:00+00:00", turns, 30, "Clinic", {"decisions": {"a": "b"}})
    engine = make_engine(url)
    with engine.execution_options(writes=True).connect() as connection, connection.begin():
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        there = MetaData()
        there.reflect(connection)
        known = {
            "id": session.id, "session_id": session.id, "created": session.created, "token_hash": "h", "minutes": 30,
            "title": "Clinic", "extra": json.dumps(session.extra), "key_hash": "k", "number": 1, "holder": "me", "until": 1.0, "kind": "read", "refs": "[]", "label": "for IT", "at": "2026-01-01T10:00:00+00:00",
        }  # fmt: skip
        for table in there.sorted_tables:
            if table.name in ("alembic_version", "turns"):
                continue
            needed = [
                c.name
                for c in table.columns
                if not c.nullable and c.server_default is None and c.autoincrement is not True
            ]
            row = {c.name: known[c.name] for c in table.columns if c.name in known}
            missing = [name for name in needed if name not in row]
            assert not missing, f"say in tests/migrating.py what {table.name}.{missing} hold"
            if table.name != "submits":
                connection.execute(table.insert().values(row))
        for turn in turns:
            body = json.dumps(turn_as_json(turn))
            connection.execute(
                there.tables["turns"].insert().values(session_id=session.id, number=turn.number, body=body, at=turn.at)
            )
        if "submits" in there.tables:
            connection.execute(there.tables["submits"].insert().values(session_id=session.id, key_hash="k", number=1))
    engine.dispose()
    return session
