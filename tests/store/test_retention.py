"""What is old is deleted, what is used is kept, and of what was deleted no file holds a word: SQLite and PostgreSQL."""

from __future__ import annotations

import json
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep, time
from typing import Any

import pytest
from databases import NEEDED, POSTGRES
from starlette.testclient import TestClient

from vcassist import cli
from vcassist.app import App
from vcassist.clock import steady
from vcassist.errors import Conflict, NotFound
from vcassist.interview.ports import Store
from vcassist.interview.session import Session, Turn
from vcassist.settings import Settings, read_settings
from vcassist.store.database import open_store
from vcassist.store.retention import deleted_on, sweep
from vcassist.web.sweeping import KEPT

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "web"), str(ROOT / "benchmarks")]
NOW = datetime.now(UTC)
PLANTED = "Xylophonist-Wambui"


def greeted(name: str) -> Session:
    return Session(name, "2020-01-01T10:00:00+00:00", (Turn(0, reply="Hello.", at="2020-01-01T10:00:00+00:00"),))


def test_an_assessment_is_as_old_as_its_last_change_here_not_as_the_times_in_it(store: Store) -> None:
    store.create(greeted("a1"), "h")
    assert sweep(store, 30, NOW + timedelta(days=29)) == []
    assert sweep(store, 30, NOW + timedelta(days=31)) == ["a1"]
    assert store.sessions() == []
    with pytest.raises(NotFound):
        store.changed("a1")


WRITES = {
    "turn": lambda s: s.append("a1", Turn(1, "x")),
    "undo": lambda s: s.drop_last("a1"),
    "beside": lambda s: s.change_extra("a1", dict),
    "minutes": lambda s: s.set_minutes("a1", 5),
}


@pytest.mark.parametrize("write", WRITES)
def test_each_change_makes_it_new_again(store: Store, write: str, monkeypatch) -> None:
    from vcassist.store import database as sql
    from vcassist.store import memory

    for module in (sql, memory):
        monkeypatch.setattr(module, "utc_now", lambda: "2020-01-01T00:00:00+00:00")
    store.create(Session("a1", "", (*greeted("a1").turns, Turn(1, "y"))) if write == "undo" else greeted("a1"), "h")
    assert store.unchanged_since("2020-01-02") == ["a1"]
    for module in (sql, memory):
        monkeypatch.setattr(module, "utc_now", lambda: "2020-03-01T00:00:00+00:00")
    WRITES[write](store)
    assert store.unchanged_since("2020-01-02") == []
    assert store.changed("a1") == "2020-03-01T00:00:00+00:00"
    with pytest.raises(Conflict, match="came back"):
        store.delete("a1", "2020-01-02")
    assert len(store.sessions()) == 1


def test_reading_it_does_not_keep_it(store: Store) -> None:
    store.create(greeted("a1"), "h")
    before = store.changed("a1")
    store.load("a1")
    store.hold("a1", "me", 5)
    assert store.changed("a1") == before


def test_what_cannot_be_exported_is_not_deleted(store: Store) -> None:
    store.create(greeted("a1"), "h")

    def full(_: Session) -> None:
        raise OSError("no room")

    with pytest.raises(OSError):
        sweep(store, 30, NOW + timedelta(days=31), full)
    assert len(store.sessions()) == 1


def test_the_day_that_people_are_told_is_the_day_from_which_it_may_go() -> None:
    assert deleted_on("2026-11-24T23:59:59+00:00", 30) == "2026-12-24"


@pytest.mark.parametrize("given", ["-1", "soon", "40000", "1.5"])
def test_a_retention_that_is_no_number_of_days_is_refused(given: str) -> None:
    from vcassist.errors import BadUsage

    with pytest.raises(BadUsage, match="VCASSIST_RETENTION_DAYS"):
        read_settings({"VCASSIST_RETENTION_DAYS": given})


# --- the command and the server ---------------------------------------------------------------------------------------


def aged(folder: Path, *names: str) -> None:
    """Makes assessments look as if they were last changed in 2020."""
    made = open_store(Settings(data=folder))
    for name in names:
        made.create(greeted(name), "h")
    with made.engine.begin() as connection:  # type: ignore[attr-defined]
        connection.exec_driver_sql("UPDATE sessions SET changed = '2020-01-01T00:00:00+00:00'")
    made.create(greeted("fresh"), "h")
    made.close()  # type: ignore[attr-defined]


def kept(folder: Path) -> set[str]:
    made = open_store(Settings(data=folder))
    found = {s.id for s in made.sessions()}
    made.close()  # type: ignore[attr-defined]
    return found


def test_the_command_lists_exports_and_deletes(data_folder: Path, monkeypatch, capsys) -> None:
    aged(data_folder, "a1", "b2")
    assert cli.run(["retention"]) == 2 and "VCASSIST_RETENTION_DAYS" in capsys.readouterr().err
    monkeypatch.setenv("VCASSIST_RETENTION_DAYS", "30")
    assert cli.run(["retention", "--dry-run"]) == 0
    assert {line.split()[0] for line in capsys.readouterr().out.splitlines()} == {"a1", "b2"}
    assert kept(data_folder) == {"a1", "b2", "fresh"}
    assert cli.run(["retention", "--export", str(data_folder / "old")]) == 0
    assert kept(data_folder) == {"fresh"}
    assert json.loads((file := data_folder / "old" / "a1.json").read_text())["id"] == "a1"
    if sys.platform != "win32":
        assert [path.stat().st_mode & 0o077 for path in (file, file.parent)] == [0, 0]


def test_a_server_with_a_retention_deletes_by_itself_and_tells_people_when(data_folder: Path) -> None:
    from fakes import NamesOnlyGlossary, PhraseReader

    from vcassist.web.server import create_app

    aged(data_folder, "a1")
    # This server was here before and believes its clock.
    (data_folder / KEPT).write_text(json.dumps({"apart": time() - steady(), "again": 0}))
    app = App(Settings(data=data_folder, retention_days=30))
    app.__dict__.update(reader=PhraseReader(), glossary=NamesOnlyGlossary())
    with TestClient(create_app(app), client=("127.0.0.1", 1)) as client:
        here = client.post("/begin", follow_redirects=False).headers["location"]
        page = client.get(f"{here}/settings").text
        assert (datetime.now(UTC) + timedelta(days=30)).date().isoformat() in page and "/export" in page
        counted = re.compile(r"vcassist_deleted_by_age_total [1-9]")
        until = monotonic() + 30
        # It is counted a moment after it is gone.
        while monotonic() < until and not counted.search(client.get("/metrics").text):
            sleep(0.02)
        assert "a1" not in {s.id for s in app.store.sessions()}
        assert counted.search(client.get("/metrics").text)
    assert "fresh" in {s.id for s in app.store.sessions()}
    app.store.close()  # type: ignore[attr-defined]


# --- no word is left --------------------------------------------------------------------------------------------------


def used_and_deleted(folder: Path, address: str, monkeypatch) -> None:
    """An assessment in which a word was planted wherever one is kept, and another one; the first is deleted."""
    from fakes import NamesOnlyGlossary, PhraseReader

    from vcassist.web.server import create_app

    (folder / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(folder / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    app = App(Settings(data=folder, database=address))
    app.__dict__.update(reader=PhraseReader(), glossary=NamesOnlyGlossary())
    if address:
        # Nothing may hide from the search by being compressed.
        with app.store.engine.begin() as connection:  # type: ignore[attr-defined]
            for column in ("turns ALTER body", "sessions ALTER extra"):
                connection.exec_driver_sql(f"ALTER TABLE {column} SET STORAGE EXTERNAL")
    with TestClient(create_app(app)) as client:
        for word in (f"{PLANTED}-gone", f"{PLANTED}-kept"):
            begun = client.post("/api/v1/sessions", json={}).json()
            at, key = f"/api/v1/sessions/{begun['id']}", {"Authorization": f"Bearer {begun['token']}"}
            for n in range(30):
                # Now and then one that fills more than a page of the database.
                say = f"tool: {word}-{n} " + "and more " * (n * 60 if n % 10 == 9 else n)
                assert (
                    client.post(
                        f"{at}/turns", json={"say": say}, headers={**key, "Idempotency-Key": f"{word}-{n}"}
                    ).status_code
                    == 200
                )
            client.post(
                f"{at}/documents", files={"files": (f"{word}.txt", f"tool: {word} ".encode() * 90_000)}, headers=key
            )
            finding = client.get(f"{at}/findings", headers=key).json()["findings"][0]["id"]
            put = client.put(f"{at}/findings/{finding}/decision", json={"state": "accepted", "note": word}, headers=key)
            assert put.status_code < 300, put.text
            client.delete(f"{at}/turns/last", headers=key)
            if word.endswith("gone"):
                gone = (at, key)
        if address:
            # As the server does by itself once a minute: it keeps values that it counts.
            with app.store.engine.begin() as connection:  # type: ignore[attr-defined]
                connection.exec_driver_sql("ANALYZE")
        assert client.delete(gone[0], headers=gone[1]).status_code == 204
    app.store.close()  # type: ignore[attr-defined]


def words_in(folder: Path) -> set[str]:
    """Which of the planted words stand in any file below a folder."""
    found: set[str] = set()
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            found |= {w for w in ("gone", "kept") if f"{PLANTED}-{w}".encode() in content}
    return found


def test_of_a_deleted_assessment_no_file_of_the_data_folder_holds_a_word(tmp_path: Path, monkeypatch) -> None:
    used_and_deleted(tmp_path, "", monkeypatch)
    assert words_in(tmp_path) == {"kept"}


# How often the commands are run, and how many seconds a transaction of the server's own (it cleans up by itself) is given to end in between.
RUNS, PAUSE = 5, 4.0


@pytest.mark.slow
def test_of_a_deleted_assessment_no_file_of_postgresql_holds_a_word_after_the_documented_commands(
    tmp_path: Path, monkeypatch
) -> None:
    import psycopg
    from postgres import Cluster

    if not POSTGRES:
        pytest.skip(NEEDED)
    commands = documented("deleting")
    assert commands
    with Cluster(wal_recycle="off") as server:
        used_and_deleted(tmp_path, server.url, monkeypatch)
        # Without the commands the words are still there: the search finds what there is to find.
        assert words_in(server.folder) == {"gone", "kept"}
        # Once more, as the document says, where a transaction of the server's own still saw the rows.
        for _ in range(RUNS):
            with psycopg.connect(server.url, autocommit=True) as connection:
                for command in commands:
                    connection.execute(command)
            if words_in(server.folder) == {"kept"}:
                break
            sleep(PAUSE)
        assert words_in(server.folder) == {"kept"}
        assert words_in(tmp_path) == set()


def documented(name: str) -> list[Any]:
    """The SQL commands of the block in docs/hosting.md that is marked with this name."""
    text = (ROOT / "docs" / "hosting.md").read_text("utf-8")
    found = re.search(rf"<!-- {name} -->\n```sql\n(.*?)```", text, re.DOTALL)
    assert found, f"docs/hosting.md has no block of commands for {name}"
    return [c.strip() for c in found[1].split(";") if c.strip()]
