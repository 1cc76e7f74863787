"""The command link: a lost key is replaced, others get links of their own, and each key is shown once."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from vcassist.access import Locked
from vcassist.app import open_app
from vcassist.cli import run
from vcassist.errors import NotFound


@pytest.fixture
def kept(data_folder: Path) -> tuple[str, str]:
    """A session's id and its token."""
    session, token = open_app().begin()
    return session.id, token


def key_of(out: str) -> str:
    return out.strip().partition("?key=")[2]


def test_a_new_secret_link_kills_the_old_one(kept, capsys) -> None:
    assert run(["link", kept[0], "--renew"]) == 0
    key = key_of(capsys.readouterr().out)
    assert open_app().opened(kept[0], key).id == kept[0]
    with pytest.raises(NotFound):
        open_app().opened(*kept)


def test_links_are_made_listed_and_taken_back(kept, capsys) -> None:
    assert run(["link", kept[0], "--read", "--for", "Board"]) == 0
    reading = key_of(capsys.readouterr().out)
    assert run(["link", kept[0], "--ask", "model.weights", "--ask", "storage.country"]) == 0
    asking = key_of(capsys.readouterr().out)
    doors = open_app().doors
    assert doors.access(kept[0], reading).role == "read"
    assert doors.access(kept[0], asking).link.refs == ("model.weights", "storage.country")
    assert run(["link", kept[0]]) == 0
    out = capsys.readouterr().out
    assert "for reading, for Board" in out and "model.weights, storage.country" in out and reading not in out
    name = next(line for line in out.splitlines() if "Board" in line).split()[0]
    assert run(["link", kept[0], "--take-back", name]) == 0 and run(["link", kept[0], "--take-back", name]) == 1
    with pytest.raises(NotFound):
        doors.access(kept[0], reading)


def test_a_passphrase_comes_from_standard_input(kept, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("several good words\n"))
    assert run(["link", kept[0], "--passphrase"]) == 0
    with pytest.raises(Locked):
        open_app().opened(*kept)
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    assert run(["link", kept[0], "--passphrase"]) == 0
    assert open_app().opened(*kept).id == kept[0]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (["--ask", "no.such"], 1),
        (["--for", "Board"], 2),
        (["--read", "--renew"], 2),
        (["--read", "--for", "x" * 99], 1),
    ],
)
def test_what_makes_no_sense_is_told(kept, more: list[str], code: int) -> None:
    assert run(["link", kept[0], *more]) == code


def test_an_unknown_session_has_no_links(data_folder: Path, capsys) -> None:
    assert run(["link", "none", "--renew"]) == 1
    assert "no such assessment" in capsys.readouterr().err
