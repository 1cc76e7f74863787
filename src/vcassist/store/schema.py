"""Brings a database to the newest schema when it is not there yet; safe when several processes start at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vcassist.errors import NotReady
from vcassist.store.engine import without_time_limits

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection, Engine

# The revisions in migrations/versions, the newest last; a test compares them with Alembic's own.
REVISIONS = ("0001", "0002", "0003")
HEAD = REVISIONS[-1]
_LOCK = 7_240_117
_FOLDER = Path(__file__).resolve().parent / "migrations"


def ensure_schema(engine: Engine) -> None:
    """Runs the missing migrations, if any. Alembic is imported only then. Raises NotReady for the schema of a later version."""
    with engine.connect() as connection:
        if _revision(connection) == HEAD:
            return
    with engine.execution_options(writes=True).connect() as connection, connection.begin():
        without_time_limits(connection)
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        found = _revision(connection)
        if found is not None and found not in REVISIONS:
            # A later version made it. Nothing here knows a way from there.
            refuse_other_schema(connection)
        if found != HEAD:
            _upgrade(connection)


def refuse_other_schema(connection: Connection) -> None:
    """Raises NotReady where the database has another schema than this version of the code works with."""
    found = _revision(connection)
    if found != HEAD:
        raise NotReady(
            "The database has the schema of another version.",
            f"It has {found or 'none'}, and this version needs {HEAD}.",
            "Run the version that last used it, or restart this one to bring an older schema up to date.",
        )


def _revision(connection: Connection) -> str | None:
    """The revision that the database says it has. SQLite holds the write lock of the caller's transaction, if any."""
    from sqlalchemy import inspect, text

    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    from alembic import command

    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def alembic_config() -> Config:
    """Alembic's configuration, without an ini file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
