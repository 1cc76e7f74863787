"""Backup and restore, on SQLite by our commands and on PostgreSQL by the commands that docs/hosting.md gives."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from databases import postgres_database

from vcassist import cli
from vcassist.interview.session import Session, Turn
from vcassist.settings import Settings
from vcassist.store.database import DatabaseStore, open_database

ROOT = Path(__file__).resolve().parents[2]


def greeted(name: str = "a1") -> Session:
    return Session(name, "2026-11-24T10:00:00+00:00", (Turn(0, reply="Hello."), Turn(1, "We use ChatGPT. 日本語")))


@pytest.fixture
def store(data_folder: Path):
    made = open_database(Settings(data=data_folder))
    made.create(greeted(), "h")
    yield made
    made.close()


def test_a_backup_brings_back_what_was_there(store: DatabaseStore, data_folder: Path, capsys) -> None:
    file = data_folder / "backup.sqlite"
    assert cli.run(["backup", str(file)]) == 0
    assert file.stat().st_mode & 0o077 == 0
    store.append("a1", Turn(2, "later"))
    store.close()
    assert cli.run(["restore", str(file)]) == 2
    assert "--replace" in capsys.readouterr().err and len(store.load("a1").turns) == 3
    store.close()
    assert cli.run(["restore", str(file), "--replace"]) == 0
    told = capsys.readouterr().out
    assert "Restored: 1 sessions" in told and store.load("a1") == greeted()
    aside = open_database(Settings(data=data_folder, database=f"sqlite:///{data_folder / 'vcassist-before-1.sqlite'}"))
    assert len(aside.load("a1").turns) == 3
    aside.close()


def test_a_backup_goes_into_an_empty_place(store: DatabaseStore, data_folder, tmp_path_factory, monkeypatch) -> None:
    file = data_folder / "backup.sqlite"
    cli.run(["backup", str(file)])
    monkeypatch.setenv("VCASSIST_DATA", str(elsewhere := tmp_path_factory.mktemp("new") / "data"))
    assert cli.run(["restore", str(file)]) == 0
    other = open_database(Settings(data=elsewhere))
    assert other.load("a1") == greeted() and other.token_hash("a1") == "h"
    other.close()


def test_a_backup_made_while_people_write_is_one_sound_moment(store: DatabaseStore, data_folder: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 2
        while not stop.is_set():
            store.append("a1", Turn(number, f"turn {number} " + "word " * 500))
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    files = [data_folder / f"b{n}.sqlite" for n in range(3)]
    codes = [cli.run(["backup", str(file)]) for file in files]
    stop.set()
    writer.join()
    assert codes == [0, 0, 0]
    for file in files:
        copy = open_database(Settings(data=data_folder, database=f"sqlite:///{file}"))
        turns = copy.load("a1").turns
        assert [t.number for t in turns] == list(range(len(turns)))
        copy.close()


def test_an_older_backup_is_brought_to_the_schema_of_now(store: DatabaseStore, data_folder: Path, monkeypatch) -> None:
    from migrating import at_revision

    old = at_revision("0001", f"sqlite:///{data_folder / 'old.sqlite'}")
    store.close()
    assert cli.run(["restore", str(data_folder / "old.sqlite"), "--replace"]) == 0
    assert store.load(old.id) == old


def test_while_a_server_has_it_open_nothing_is_replaced_however_idle_it_is(store, data_folder: Path, capsys) -> None:
    file = data_folder / "backup.sqlite"
    cli.run(["backup", str(file)])
    store.append("a1", Turn(2, "later"))
    assert cli.run(["restore", str(file), "--replace"]) == 1
    assert "in use" in (told := capsys.readouterr().err) and "Stop the server" in told
    store.append("a1", Turn(3, "it goes on"))
    store.close()
    assert [t.number for t in store.load("a1").turns] == [0, 1, 2, 3]
    assert not list(data_folder.glob("vcassist-before*"))


@pytest.mark.parametrize("content", [b"this is a letter" * 400, b"SQLite format 3\0" + b"\xff" * 4000, b""])
def test_a_backup_takes_the_place_of_a_database_that_is_broken(store, data_folder, content: bytes, capsys) -> None:
    file, database = data_folder / "backup.sqlite", data_folder / "vcassist.sqlite"
    cli.run(["backup", str(file)])
    store.close()
    database.write_bytes(content)
    database.with_name("vcassist.sqlite-wal").write_bytes(b"what was left of the log")
    assert cli.run(["restore", str(file), "--replace"]) == 0, capsys.readouterr().err
    assert store.load("a1") == greeted()
    assert (data_folder / "vcassist-before-1.sqlite").read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"this is a letter" * 400, b"SQLite format 3\0" + b"\xff" * 4000])
def test_what_is_no_backup_is_refused_and_changes_nothing(store, data_folder: Path, content: bytes, capsys) -> None:
    (data_folder / "bad").write_bytes(content)
    assert cli.run(["restore", str(data_folder / "bad"), "--replace"]) == 1
    assert "no backup of vcassist" in capsys.readouterr().err
    assert store.load("a1") == greeted()
    assert sorted(p.name for p in data_folder.iterdir() if "vcassist" in p.name and not p.name.endswith(("-wal", "-shm"))) == ["vcassist.sqlite"]  # fmt: skip


def test_a_backup_is_not_overwritten_and_a_missing_one_is_told(store, data_folder: Path, capsys) -> None:
    (data_folder / "there").write_bytes(b"keep me")
    assert cli.run(["backup", str(data_folder / "there")]) == 2
    assert cli.run(["backup", str(data_folder / "no" / "folder")]) == 1
    assert cli.run(["restore", str(data_folder / "missing"), "--replace"]) == 1
    assert (data_folder / "there").read_bytes() == b"keep me"


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_on_postgresql_the_commands_point_to_its_own_tools(data_folder, monkeypatch, capsys, command: str) -> None:
    monkeypatch.setenv("VCASSIST_DATABASE", "postgresql://u@127.0.0.1:1/d")
    assert cli.run([command, str(data_folder / "x")]) == 2
    assert "pg_dump" in capsys.readouterr().err


def documented(name: str) -> str:
    """The shell commands of the block in docs/hosting.md that is marked with this name."""
    found = re.search(
        rf"<!-- {name} -->\n```sh\n(.*?)```", (ROOT / "docs" / "hosting.md").read_text("utf-8"), re.DOTALL
    )
    assert found, f"docs/hosting.md has no commands for {name}"
    return found[1]


def test_on_postgresql_the_documented_commands_bring_everything_back(tmp_path: Path) -> None:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from postgres import programs

    with postgres_database() as old, postgres_database() as new:
        store = open_database(Settings(data=tmp_path, database=old))
        store.create(greeted(), "h")
        env = {**os.environ, "PATH": f"{programs()}:{os.environ['PATH']}"}
        for name, address in (("backup", old), ("restore", new)):
            subprocess.run(
                ["sh", "-euc", documented(name)],
                env={**env, "VCASSIST_DATABASE": address}, cwd=tmp_path, check=True, capture_output=True,
            )  # fmt: skip
        other = open_database(Settings(data=tmp_path, database=new))
        other.ready()
        assert other.load("a1") == greeted() and other.token_hash("a1") == "h"
        other.append("a1", Turn(2, "it goes on"))
        assert next(iter(tmp_path.glob("*.dump"))).stat().st_mode & 0o077 == 0
        for each in (store, other):
            each.close()
