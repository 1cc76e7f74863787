"""What is particular to the database: file, schema, what is left after deleting, trouble told in a sentence."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from databases import postgres_database

from vcassist.errors import Conflict, NotReady, StorageTrouble
from vcassist.interview.session import Session, Turn
from vcassist.settings import Settings
from vcassist.store.database import open_database, open_store
from vcassist.store.engine import database_url


def greeted(name: str = "a1") -> Session:
    return Session(name, "2026-11-24T10:00:00+00:00", (Turn(0, reply="Hello."),))


def at(folder: Path, **more: str) -> Settings:
    return Settings(data=folder, **more)


def test_the_file_lies_in_the_data_folder_which_is_made(tmp_path: Path) -> None:
    store = open_store(at(tmp_path / "new" / "folder"))
    store.create(greeted(), "h")
    store.close()
    assert (tmp_path / "new" / "folder" / "vcassist.sqlite").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of its own")
def test_nobody_else_may_read_the_file_its_log_or_the_folder_that_was_made_for_them(tmp_path: Path) -> None:
    store = open_store(at(tmp_path / "new"))
    store.create(greeted(), "h")
    made = [tmp_path / "new", *(tmp_path / "new").iterdir()]
    assert {"vcassist.sqlite", "vcassist.sqlite-wal"} <= {path.name for path in made}
    assert [path.name for path in made if path.stat().st_mode & 0o077] == []
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of its own")
def test_a_file_that_others_could_read_is_closed_to_them_and_a_folder_that_was_there_left_as_it_is(tmp_path) -> None:
    tmp_path.chmod(0o755)
    open_store(at(tmp_path)).close()
    file = tmp_path / "vcassist.sqlite"
    file.chmod(0o644)
    open_store(at(tmp_path)).close()
    assert (file.stat().st_mode & 0o777, tmp_path.stat().st_mode & 0o777) == (0o600, 0o755)


def test_a_second_process_sees_what_the_first_stored(tmp_path: Path) -> None:
    open_store(at(tmp_path)).create(greeted(), "h")
    assert open_store(at(tmp_path)).load("a1") == greeted()


def test_the_schema_in_the_code_is_the_newest_migration() -> None:
    from alembic.script import ScriptDirectory

    from vcassist.store.schema import HEAD, REVISIONS, alembic_config

    scripts = ScriptDirectory.from_config(alembic_config())
    assert scripts.get_heads() == [HEAD]
    assert {each.revision for each in scripts.walk_revisions()} == set(REVISIONS)


def test_the_migrations_make_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from vcassist.store.tables import METADATA

    store = open_store(at(tmp_path))
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_alembic_is_not_loaded_when_the_schema_is_up_to_date(tmp_path: Path) -> None:
    open_store(at(tmp_path)).close()
    code = (
        "import sys; from pathlib import Path; from vcassist.settings import Settings;"
        "from vcassist import app, cli; assert 'sqlalchemy' not in sys.modules;"
        "from vcassist.store.database import open_store;"
        f"open_store(Settings(data=Path({str(tmp_path)!r}))); assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_processes_that_start_together_set_the_schema_up_once(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from vcassist.settings import Settings;"
        f"from vcassist.store.database import open_store; open_store(Settings(data=Path({str(tmp_path)!r}))).sessions()"
    )
    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(lambda _: subprocess.run([sys.executable, "-c", code], capture_output=True), range(3)))
    assert [d.returncode for d in done] == [0, 0, 0], [d.stderr.decode()[-300:] for d in done]


@pytest.mark.parametrize("way", ["delete", "drop_last"])
def test_deleted_words_are_in_no_file(tmp_path: Path, way: str) -> None:
    store = open_store(at(tmp_path))
    for name in ("keep", "gone"):
        store.create(greeted(name), "h")
        for number in range(1, 40 if way == "delete" else 2):
            store.append(name, Turn(number, f"planted-{name} " + "word " * (number * 37)))
    if way == "delete":
        store.delete("gone")
    else:
        store.drop_last("gone")
    left = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"planted-keep" in left
    assert b"planted-gone" not in left


def test_a_locked_database_says_so_and_loses_nothing(tmp_path: Path) -> None:
    store = open_store(at(tmp_path), busy_seconds=0.05)
    store.create(greeted(), "h")
    other = sqlite3.connect(tmp_path / "vcassist.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageTrouble, match=r"busy.*nothing was changed.*try again"):
        store.append("a1", Turn(1, "hello"))
    assert store.load("a1") == greeted()
    other.execute("ROLLBACK")
    store.append("a1", Turn(1, "hello"))
    other.close()


def test_a_full_disk_says_so_and_stores_no_half_turn(tmp_path: Path) -> None:
    store = open_store(at(tmp_path))
    store.create(greeted(), "h")
    with store.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA max_page_count = 12")
    with pytest.raises(StorageTrouble, match=r"no room left.*not stored.*Free some space"):
        store.append("a1", Turn(1, "x" * 200_000))
    assert store.load("a1") == greeted()


def test_a_read_only_database_says_so(tmp_path: Path) -> None:
    open_store(at(tmp_path)).close()
    address = f"sqlite:///file:{tmp_path / 'vcassist.sqlite'}?mode=ro&uri=true"
    with pytest.raises(StorageTrouble, match=r"can only be read.*VCASSIST_DATA"):
        open_store(at(tmp_path, database=address)).create(greeted(), "h")


def test_a_data_folder_that_is_a_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StorageTrouble, match="VCASSIST_DATA"):
        open_store(at(tmp_path / "file" / "data"))
    with pytest.raises(StorageTrouble, match="VCASSIST_DATA"):
        open_store(at(tmp_path / "file"))


def test_another_kind_of_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "vcassist.sqlite").write_bytes(b"this is a letter, not a database" * 40)
    with pytest.raises(StorageTrouble, match="damaged or is something else"):
        open_store(at(tmp_path))
    assert (tmp_path / "vcassist.sqlite").read_bytes().startswith(b"this is a letter")


def test_an_address_without_its_driver_or_without_sense_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="postgresql://"):
        open_store(at(tmp_path, database="nonsense"))
    with pytest.raises(NotReady, match="driver"):
        open_store(at(tmp_path, database="oracle+nothing://x/y"))


def test_a_postgresql_address_gets_our_driver(tmp_path: Path) -> None:
    assert database_url(at(tmp_path, database="postgres://u@h/d")) == "postgresql+psycopg://u@h/d"
    assert database_url(at(tmp_path, database="postgresql://u@h/d")) == "postgresql+psycopg://u@h/d"


def test_an_unreachable_postgresql_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match="did not answer"):
        open_store(at(tmp_path, database="postgresql://u@127.0.0.1:1/d"))


def test_a_postgresql_connection_ends_what_hangs_and_a_migration_may_take_its_time(tmp_path: Path) -> None:
    from vcassist.store.engine import without_time_limits

    names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "application_name")
    with postgres_database() as address:
        store = open_database(Settings(data=tmp_path, database=f"{address}?options=-c%20lock_timeout%3D7s"))
        with store.engine.connect() as connection, connection.begin():
            told = [connection.exec_driver_sql(f"SHOW {name}").scalar() for name in names]
            assert told == ["30s", "7s", "15s", "vcassist"], "what the address asks for counts"
            without_time_limits(connection)
            assert [connection.exec_driver_sql(f"SHOW {name}").scalar() for name in names[:2]] == ["0", "0"]
        store.close()


def test_a_row_that_somebody_holds_is_told_in_a_sentence_and_not_waited_for_for_ever(tmp_path: Path) -> None:
    with postgres_database() as address:
        store = open_database(Settings(data=tmp_path, database=f"{address}?options=-c%20lock_timeout%3D200ms"))
        store.create(Session("a1", "2026", (Turn(0, reply="Hello."),)), "h")
        with store.engine.connect() as other, other.begin():
            other.exec_driver_sql("SELECT 1 FROM sessions FOR UPDATE")
            with pytest.raises(StorageTrouble, match="was not stored"):
                store.append("a1", Turn(1, "words", reply="Yes.", at="t"))
        store.append("a1", Turn(1, "words", reply="Yes.", at="t"))
        store.close()


def test_a_row_that_cannot_be_is_a_bug_and_nobody_is_told_that_somebody_else_was_first(tmp_path: Path) -> None:
    from sqlalchemy.exc import IntegrityError

    store = open_database(at(tmp_path))
    store.create(greeted(), "h")
    nowhen = Turn(1, "hello", at=None)  # type: ignore[arg-type]
    with pytest.raises(IntegrityError):
        store.append("a1", nowhen)
    with pytest.raises(IntegrityError):
        store.create(Session("b2", "2026-11-24T10:00:00+00:00", (nowhen,)), "h")
    assert store.load("a1") == greeted() and store.token_hash("b2") is None
    store.append("a1", Turn(1, "hello"), key="k")
    with pytest.raises(Conflict, match="moved on"):
        store.append("a1", Turn(2, "hello"), key="k")
    store.close()
