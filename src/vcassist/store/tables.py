"""The two tables, as SQLAlchemy Core. A session is its turns; a turn is one row that is written once."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, Text

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
)

TURNS = Table(
    "turns",
    METADATA,
    Column("session_id", String(64), ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("at", String(40), nullable=False),
)
