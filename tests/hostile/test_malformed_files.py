"""Broken and hostile files through every way in: a sentence for the person, nothing stored, no fault, no hang, no traceback."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fakes import NamesOnlyGlossary, PhraseReader
from malformed import malformed
from share import share_of
from starlette.testclient import TestClient

from vcassist import app as composition
from vcassist.app import App
from vcassist.cli import run
from vcassist.interview.session import Session, Turn, session_as_json, turn_as_json
from vcassist.reading.files import bounded
from vcassist.settings import Settings
from vcassist.web.server import create_app

FILES = dict(malformed())
# What is sound enough to be read: words stand in it, whatever surrounds them.
FINE = (200, 303)
REFUSED = (413, 422)


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 100


@pytest.fixture(scope="module")
def vc(tmp_path_factory: pytest.TempPathFactory):
    app = App(Settings(data=tmp_path_factory.mktemp("hostile")))
    app.__dict__.update(reader=PhraseReader(), glossary=NamesOnlyGlossary())
    yield app
    app.store.close()  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bounds of time are narrower here, so that what goes on for ever is over sooner."""
    monkeypatch.setattr(bounded, "BOUNDS", bounded.Bounds(seconds=60.0, computing=4))


@pytest.fixture(scope="module")
def client(vc: App):
    with TestClient(create_app(vc), raise_server_exceptions=False, follow_redirects=False) as made:
        yield made


@pytest.mark.parametrize("name", FILES)
def test_uploaded_it_is_read_or_refused_in_one_sentence(vc: App, client: TestClient, name: str) -> None:
    here = client.post("/begin").headers["location"]
    answer = client.post(f"{here}/documents", files={"files": (name, FILES[name]())})
    assert answer.status_code in FINE + REFUSED, answer.text[-2000:]
    assert "Traceback" not in answer.text and str(vc.settings.data) not in answer.text
    if answer.status_code in REFUSED:
        told = html.unescape(re.search(r'id="problem".*?<p>(.*?)</p>', answer.text, re.S)[1])
        assert 20 < len(told) < 500 and told.startswith(name)
        assert len(vc.store.load(here[3:]).turns) == 1
    # Whatever it was, the pages that show what became of it work.
    assert client.get(f"{here}/documents").status_code == client.get(here).status_code == 200


@pytest.mark.parametrize("name", share_of(list(FILES), 1, 3))
def test_drafted_from_it_is_read_or_refused_in_one_line(
    vc: App, name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(composition, "open_app", lambda settings=None: vc)
    before = len(vc.store.sessions())
    (tmp_path / name).write_bytes(FILES[name]())
    code = run(["draft", str(tmp_path / name), "--out", str(tmp_path / "report.json")])
    out, err = capfd.readouterr()
    assert "Traceback" not in out + err
    assert code in (0, 1), err
    if code == 1:
        assert err.startswith(f"vcassist: {name}") and err.count("\n") == 1
        assert len(vc.store.sessions()) == before and not (tmp_path / "report.json").exists()


IMPORTS: dict[str, Callable[[], bytes]] = {
    **{name: made for name, made in FILES.items() if name.endswith((".docx", ".txt", ".bin", ".html"))},
    "deep.json": lambda: b"[" * 500_000,
    "deep-objects.json": lambda: b'{"a":' * 200_000,
    "huge-number.json": lambda: b'{"format": 1, "turns": [], "minutes": ' + b"9" * 100_000 + b"}",
    "not-a-number.json": lambda: b'{"format": NaN, "turns": [], "minutes": Infinity}',
    "the-same-name-twice.json": lambda: b'{"format": 1, "turns": [], "format": 2, "turns": 1}',
    "half-a-character.json": lambda: b'{"format": 1, "turns": [{"said": "\\ud800"}]}',
    "list.json": lambda: b"[1]",
    "text.json": lambda: b'"text"',
}


def _sound(**parts: object) -> bytes:
    """An exported assessment of one turn, with these parts in place of its own; ``at`` is its turn's."""
    turn = turn_as_json(Turn(0, reply="Hello.", at=str(parts.pop("at", "2026-11-24T10:00:00+00:00"))))
    made = session_as_json(Session("a1", "2026-11-24T10:00:00+00:00"))
    return json.dumps({**made, "turns": [turn], **parts}).encode()


# What SQLite would keep in a column and PostgreSQL would not, or what is no time.
KEPT_IN_COLUMNS = {
    "nul-in-the-title.json": _sound(title="a\0b"),
    "line-in-the-title.json": _sound(title="a\nb"),
    "endless-title.json": _sound(title="a" * 201),
    "nul-in-created.json": _sound(created="2026-11-24\x0010:00:00"),
    "no-time.json": _sound(created=""),
    "words-for-a-time.json": _sound(created="yesterday"),
    "nul-in-a-turns-time.json": _sound(at="2026-11-24\x0010:00:00"),
    "words-for-a-turns-time.json": _sound(at="\0"),
    "odd-digits.json": _sound(at="٢٠٢٦-11-24"),
}


@pytest.mark.parametrize("name", KEPT_IN_COLUMNS)
@pytest.mark.parametrize("way", ["page", "api", "command"])
def test_what_a_database_would_not_take_is_refused_before_it(
    vc: App, client: TestClient, name: str, way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, data = len(vc.store.sessions()), KEPT_IN_COLUMNS[name]
    if way == "command":
        monkeypatch.setattr(composition, "open_app", lambda settings=None: vc)
        (tmp_path / name).write_bytes(data)
        assert run(["import", str(tmp_path / name)]) == 1
    elif way == "api":
        headers = {"Content-Type": "application/json"}
        assert client.post("/api/v1/sessions/import", content=data, headers=headers).status_code == 422
    else:
        assert client.post("/import", files={"file": (name, data)}).status_code == 422
    assert len(vc.store.sessions()) == before


def test_a_sound_one_is_taken_also_where_its_turns_say_no_time(client: TestClient) -> None:
    for data in (_sound(), _sound(at=""), _sound(title="Clinic — Kisumu")):
        assert client.post("/import", files={"file": ("a.json", data)}).status_code == 303


@pytest.mark.parametrize("name", IMPORTS)
@pytest.mark.parametrize("way", ["page", "api", "compare", "command"])
def test_brought_in_as_an_assessment_it_is_refused_and_nothing_is_stored(
    vc: App, client: TestClient, name: str, way: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch
) -> None:
    data = IMPORTS[name]()
    here = client.post("/begin").headers["location"]
    before = len(vc.store.sessions())
    if way == "command":
        monkeypatch.setattr(composition, "open_app", lambda settings=None: vc)
        (tmp_path / name).write_bytes(data)
        assert run(["import", str(tmp_path / name)]) in (1, 2)
        out, err = capfd.readouterr()
        assert err.startswith("vcassist: ") and err.count("\n") == 1 and "Traceback" not in out + err
    else:
        if way == "api":
            headers = {"Content-Type": "application/json"}
            answer = client.post("/api/v1/sessions/import", content=data, headers=headers)
        else:
            at = "/import" if way == "page" else f"{here}/compare"
            answer = client.post(at, files={"file": (name, data)})
        assert answer.status_code in (400, 413, 422), answer.text[-2000:]
        assert "Traceback" not in answer.text
    assert len(vc.store.sessions()) == before
