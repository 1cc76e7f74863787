"""The tables, as SQLAlchemy Core. A session is its turns; a turn is one row that is written once."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("created", String(40), nullable=False, index=True),
    Column("token_hash", String(64), nullable=False),
    Column("minutes", Integer),
    Column("title", Text, nullable=False, server_default=""),
    Column("extra", Text, nullable=False, server_default="{}"),
    # When something of it was last written here, in UTC. Without an index, so that PostgreSQL can change it in place.
    Column("changed", String(40), nullable=False, server_default=""),
    Column("passphrase", Text, nullable=False, server_default=""),
)

TURNS = Table(
    "turns",
    METADATA,
    Column("session_id", String(64), ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("at", String(40), nullable=False),
)

# Links for reading and for single questions; ``refs`` is a JSON list of fields.
LINKS = Table(
    "links",
    METADATA,
    Column("session_id", String(64), ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String(16), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("token_hash", String(64), nullable=False),
    Column("refs", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("at", String(40), nullable=False),
)

# Which process takes a turn in an assessment just now, and until when (seconds since 1970) if it is not heard of again.
HOLDS = Table(
    "holds",
    METADATA,
    Column("session_id", String(64), ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("holder", String(64), nullable=False),
    Column("until", Float, nullable=False),
)

# The keys of submits that were answered, hashed, each with the turn that it became.
SUBMITS = Table(
    "submits",
    METADATA,
    Column("session_id", String(64), primary_key=True),
    Column("key_hash", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    ForeignKeyConstraint(
        ["session_id", "number"], ["turns.session_id", "turns.number"], ondelete="CASCADE", name="fk_submits_turn"
    ),
    Index("ix_submits_turn", "session_id", "number"),
)
