"""Alembic's migrations: one file a step in versions/, run by ``vcassist.store.schema``."""
