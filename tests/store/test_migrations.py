"""From every earlier version's database, with data in it, the schema of now is reached and nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from databases import database
from migrating import at_revision

from vcassist.errors import NotReady
from vcassist.interview.session import Turn
from vcassist.settings import Settings
from vcassist.store.database import open_database
from vcassist.store.engine import database_url
from vcassist.store.schema import alembic_config

REVISIONS = [each.revision for each in ScriptDirectory.from_config(alembic_config()).walk_revisions()]


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
@pytest.mark.parametrize("revision", REVISIONS)
def test_data_of_each_revision_comes_through(tmp_path: Path, kind: str, revision: str) -> None:
    with database(kind) as address:
        settings = Settings(data=tmp_path, database=address)
        session = at_revision(revision, database_url(settings))
        store = open_database(settings)
        store.ready()
        assert store.load(session.id) == session
        assert store.token_hash(session.id) == "h"
        store.append(session.id, Turn(2, "it goes on"), "key")
        assert store.answered(session.id, "key") == 2
        store.delete(session.id)
        assert store.count() == 0
        store.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_what_is_old_already_counts_as_changed_when_the_time_of_changes_came_in(tmp_path: Path, kind: str) -> None:
    with database(kind) as address:
        settings = Settings(data=tmp_path, database=address)
        session = at_revision("0001", database_url(settings))
        store = open_database(settings)
        assert store.changed(session.id)[:4] == str(datetime.now(UTC).year)
        store.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_what_a_later_version_left_is_not_touched_and_told_in_a_sentence(tmp_path: Path, kind: str) -> None:
    with database(kind) as address:
        settings = Settings(data=tmp_path, database=address)
        store = open_database(settings)
        with store.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(NotReady, match=r"schema of another version.*has 9999, and this version needs"):
            open_database(settings)
        with store.engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "9999"
        store.close()
