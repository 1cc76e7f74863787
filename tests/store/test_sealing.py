"""Encryption at rest: no word is in the database's files, everything else works as before, and a wrong key says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import database

from vcassist import cli
from vcassist.errors import BadUsage, NotReady
from vcassist.interview.session import Session, Turn
from vcassist.settings import Settings
from vcassist.store.database import DatabaseStore, open_database
from vcassist.store.sealing import FernetSeal, NoSeal, new_key

OLD, NEW = new_key(), new_key()
PLANTED = "Xylophonist-Wambui"
ODD = f"{PLANTED} Ünïcode 日本語 🙂 \ud800"


def told(name: str = "a1") -> Session:
    turns = (Turn(0, reply="Hello."), Turn(1, ODD, reply=PLANTED))
    return Session(name, "2026-11-24T10:00:00+00:00", turns, title=PLANTED, extra={"note": PLANTED})


def everything(store: DatabaseStore) -> str:
    """All that stands in all tables."""
    from vcassist.store.tables import METADATA

    with store.engine.connect() as connection:
        return repr([connection.execute(table.select()).all() for table in METADATA.sorted_tables])


@pytest.fixture(params=["sqlite", "postgres"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    with database(request.param) as address:
        yield Settings(data=tmp_path, database=address)


def opened(settings: Settings, keys: str) -> DatabaseStore:
    from dataclasses import replace

    return open_database(replace(settings, encryption_keys=keys))


def test_words_are_not_in_the_database_and_come_back_as_they_were(settings: Settings) -> None:
    store = opened(settings, NEW)
    store.create(told(), "h")
    store.append("a1", Turn(2, ODD), "key")
    store.change_extra("a1", lambda extra: {**extra, "more": [PLANTED]})
    assert PLANTED not in everything(store)
    assert store.load("a1").turns == (*told().turns, Turn(2, ODD))
    assert store.load("a1").extra == {"note": PLANTED, "more": [PLANTED]} and store.load("a1").title == PLANTED
    assert [s.id for s in store.sessions()] == ["a1"]
    store.close()


def test_no_file_of_an_encrypted_sqlite_database_holds_a_word(tmp_path: Path) -> None:
    for keys, found in (("", True), (NEW, False)):
        folder = tmp_path / str(found)
        store = open_database(Settings(data=folder, encryption_keys=keys))
        store.create(told(), "h")
        files = b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())
        assert (PLANTED.encode() in files) is found
        store.close()


@pytest.mark.parametrize("keys", ["", OLD], ids=["none", "another"])
def test_a_missing_or_wrong_key_is_one_clear_sentence_and_harms_nothing(settings: Settings, keys: str) -> None:
    right = opened(settings, NEW)
    right.create(told(), "h")
    wrong = opened(settings, keys)
    for call in (lambda: wrong.load("a1"), wrong.sessions, wrong.ready, lambda: wrong.change_extra("a1", dict)):
        with pytest.raises(NotReady, match=r"encrypted and cannot be read.*VCASSIST_ENCRYPTION_KEYS"):
            call()
    assert right.load("a1") == told()
    for store in (right, wrong):
        store.close()


def test_a_new_key_in_front_reads_the_old_and_after_rekeying_the_old_can_go(settings: Settings) -> None:
    old = opened(settings, OLD)
    for name in ("a1", "b2"):
        old.create(told(name), "h")
    both = opened(settings, f"{NEW}, {OLD}")
    assert both.load("a1") == told()
    both.append("a1", Turn(2, "newer"))
    assert both.rekey() == 2
    new = opened(settings, NEW)
    assert new.load("a1").turns[2].said == "newer" and new.load("b2") == told("b2")
    with pytest.raises(NotReady):
        old.load("b2")
    for store in (old, both, new):
        store.close()


def test_a_database_from_before_encryption_is_read_and_encrypted_by_rekeying(settings: Settings) -> None:
    plain = opened(settings, "")
    plain.create(told(), "h")
    sealed = opened(settings, NEW)
    assert sealed.load("a1") == told()
    assert PLANTED in everything(sealed)
    sealed.rekey()
    assert PLANTED not in everything(sealed)
    assert sealed.load("a1") == told()
    for store in (plain, sealed):
        store.close()


def test_a_title_that_looks_encrypted_harms_nobody(settings: Settings) -> None:
    from dataclasses import replace

    store = opened(settings, "")
    store.create(replace(told(), title="fernet:nonsense"), "h")
    assert store.load("a1").title.strip() == "fernet:nonsense"
    store.close()


@pytest.mark.parametrize(
    "keys", ["short", f"{NEW},short", "a" * 44, "é" * 44], ids=["short", "one_short", "no_key", "no_letters_of_a_key"]
)
def test_what_is_no_key_is_refused_before_anything_is_written(tmp_path: Path, keys: str) -> None:
    with pytest.raises(BadUsage, match=r"no key.*vcassist rekey --new"):
        open_database(Settings(data=tmp_path / "data", encryption_keys=keys))
    assert not (tmp_path / "data").exists()


def test_a_changed_ciphertext_is_refused() -> None:
    sealed = FernetSeal(NEW).close("words")
    with pytest.raises(NotReady):
        FernetSeal(NEW).open(sealed[:-6] + ("A" if sealed[-6] != "A" else "B") + sealed[-5:])
    assert NoSeal().open("{}") == "{}"


def test_export_import_report_and_the_commands_work_on_an_encrypted_database(data_folder, monkeypatch, capsys) -> None:
    assert cli.run(["rekey"]) == 2
    assert cli.run(["rekey", "--new"]) == 0
    key = capsys.readouterr().out.strip()
    monkeypatch.setenv("VCASSIST_ENCRYPTION_KEYS", key)
    from vcassist.app import open_app
    from vcassist.chain.facts import Fact

    app = open_app()
    session, _ = app.begin()
    app.set_facts(session, (Fact("application.name", "known", PLANTED),))
    app.store.close()  # type: ignore[attr-defined]
    assert cli.run(["export", session.id]) == 0
    exported = capsys.readouterr().out
    assert PLANTED in exported
    (data_folder / "session.json").write_text(exported)
    assert cli.run(["import", str(data_folder / "session.json")]) == 0
    again = capsys.readouterr().out.split()[0]
    assert cli.run(["report", again, "--format", "md"]) == 0
    assert PLANTED in capsys.readouterr().out
    assert cli.run(["rekey"]) == 0
    (data_folder / "session.json").unlink()
    files = b"".join(p.read_bytes() for p in data_folder.rglob("*") if p.is_file())
    assert PLANTED.encode() not in files
    monkeypatch.delenv("VCASSIST_ENCRYPTION_KEYS")
    assert cli.run(["export", session.id]) == 1
    message = capsys.readouterr().err
    assert message.count("\n") == 1 and re.search("encrypted and cannot be read", message)
