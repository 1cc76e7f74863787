"""Alembic's entry: runs the steps in the transaction that ``schema.ensure_schema`` hands over."""

from __future__ import annotations

from alembic import context

from vcassist.store.tables import METADATA


def run() -> None:
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True, transactional_ddl=False)
    context.run_migrations()


run()
