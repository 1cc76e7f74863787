"""A database that cannot be used, told by the commands as they really run: one sentence, exit code 1, nothing harmed."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vcassist.interview.session import Session, Turn, session_as_json
from vcassist.settings import Settings
from vcassist.store.database import open_store

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux's limits and capabilities")
_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 24, 1, 2


def command(
    folder: Path, *arguments: str | bytes, before: Callable[[], None] | None = None, out: int = subprocess.PIPE
) -> tuple[int, str]:
    """The exit code and what went to standard error of one command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "vcassist", *arguments],
        env={**os.environ, "VCASSIST_DATA": str(folder)},
        stdout=out,
        stderr=subprocess.PIPE,
        preexec_fn=before,
        timeout=120,
    )
    return done.returncode, done.stderr.decode("utf-8", "replace")


def one_sentence_of_ours(told: str) -> bool:
    """One line, in our words, and no trace of the program's insides."""
    return told.startswith("vcassist: ") and told.count("\n") == 1 and "Traceback" not in told and len(told) < 500


@pytest.fixture
def kept(tmp_path: Path) -> Session:
    """A session in the data folder ``tmp_path / "data"``."""
    made = Session("a" * 16, "2026-11-24T10:00:00+00:00", (Turn(0, reply="Hello."), Turn(1, "We use ChatGPT.")))
    store = open_store(Settings(data=tmp_path / "data"))
    store.create(made, "h")
    store.close()
    return made


def still(folder: Path) -> list[Session]:
    """What the database holds afterwards, which SQLite itself finds whole."""
    with sqlite3.connect(folder / "vcassist.sqlite") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    store = open_store(Settings(data=folder))
    found = list(store.sessions())
    store.close()
    return found


def exported(tmp_path: Path, words: int) -> str:
    """A file to import, of about ``words`` × 5 bytes."""
    big = Session("b" * 16, "2026-11-24T11:00:00+00:00", (Turn(0, reply="Hello."), Turn(1, "word " * words)))
    path = tmp_path / "session.json"
    path.write_text(json.dumps(session_as_json(big)), "utf-8")
    return str(path)


def without_power_over_permissions() -> None:
    """Root, too, must keep to what files allow (in the child process that this is called in)."""
    libc = ctypes.CDLL(None)
    for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
        libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)


@LINUX
def test_a_folder_that_may_only_be_read_is_told_and_left_as_it_was(tmp_path: Path, kept: Session) -> None:
    folder = tmp_path / "data"
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    try:
        code, told = command(folder, "delete", kept.id, "--yes", before=without_power_over_permissions)
    finally:
        folder.chmod(0o755)
        for path in folder.iterdir():
            path.chmod(0o644)
    assert (code, one_sentence_of_ours(told)) == (1, True), told
    assert "VCASSIST_DATA" in told
    assert still(folder) == [kept]


@LINUX
def test_a_disk_that_takes_no_more_is_told_and_nothing_is_stored_half(tmp_path: Path, kept: Session) -> None:
    folder, file = tmp_path / "data", exported(tmp_path, 200_000)

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    code, told = command(folder, "import", file, before=little_room)
    assert (code, one_sentence_of_ours(told)) == (1, True), told
    assert "not stored" in told and "disk that holds VCASSIST_DATA" in told
    assert still(folder) == [kept]
    assert command(folder, "import", file)[0] == 0


def test_a_locked_database_is_told_after_a_wait_and_nothing_is_changed(tmp_path: Path, kept: Session) -> None:
    other = sqlite3.connect(tmp_path / "data" / "vcassist.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    code, told = command(tmp_path / "data", "delete", kept.id, "--yes")
    other.execute("ROLLBACK")
    other.close()
    assert (code, one_sentence_of_ours(told)) == (1, True), told
    assert "busy" in told and "try again" in told
    assert still(tmp_path / "data") == [kept]


@pytest.mark.parametrize("name", [b"\xff\xfe", b"unknown", b"a" * 100_000, b"'; DROP TABLE turns; --"])
@pytest.mark.parametrize("arguments", [("export",), ("report",), ("delete", "--yes"), ("interview", "--resume")])
def test_an_id_that_is_none_is_unknown_whatever_it_holds(
    tmp_path: Path, kept: Session, monkeypatch: pytest.MonkeyPatch, capsys, name: bytes, arguments: tuple[str, ...]
) -> None:
    from vcassist import cli

    monkeypatch.setenv("VCASSIST_DATA", str(tmp_path / "data"))
    code = cli.run([*arguments, os.fsdecode(name)])
    told = capsys.readouterr().err
    assert (code, one_sentence_of_ours(told)) == (1, True), told
    assert "no such assessment" in told
    assert still(tmp_path / "data") == [kept]


@pytest.mark.parametrize("session_id", ["a\0b", "\udcff", "a" * 65, ""])
def test_what_can_be_no_id_is_unknown_to_every_call_of_the_store(tmp_path: Path, session_id: str) -> None:
    from vcassist.errors import NotFound

    store = open_store(Settings(data=tmp_path))
    assert store.token_hash(session_id) is None
    for call in (store.load, store.drop_last, store.delete, lambda i: store.append(i, Turn(1, "x"))):
        with pytest.raises(NotFound, match="no such assessment"):
            call(session_id)
    store.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
@pytest.mark.parametrize("arguments", [("sessions",), ("export", "a" * 16)])
def test_output_that_cannot_be_written_is_told(tmp_path: Path, kept: Session, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        code, told = command(tmp_path / "data", *arguments, out=full.fileno())
    assert (code, one_sentence_of_ours(told)) == (1, True), told
    assert "No space left" in told
