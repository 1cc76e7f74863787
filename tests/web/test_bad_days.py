"""Bad input and a database in trouble over the API: a problem+json with the right status, and nothing stored is harmed."""

from __future__ import annotations

import resource
import sqlite3
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.errors import StorageTrouble, VcassistError
from vcassist.store.database import open_store


def kinds_of(base: type[VcassistError]) -> list[type[VcassistError]]:
    """All errors for people, those of every part that has its own."""
    for part in ("llm.trouble", "reading.model", "web.server", "web.limits", "web.security"):
        import_module(f"vcassist.{part}")
    return [base, *(kind for each in base.__subclasses__() for kind in kinds_of(each))]


BAD_WORDS = {"empty": " \n", "nul": "a\0b", "long": "a" * 100_000, "half": "\ud800"}


def tells_when_to_come_back(answer: Any) -> bool:
    """Proxies and programs go by this header; each 503 has it."""
    return answer.status_code == 503 and answer.headers.get("retry-after", "").isdigit()


def is_problem(answer: Any, status: int, *words: str) -> bool:
    """An answer that programs can take apart, in one or a few sentences, with these words in its detail."""
    problem = answer.json()
    return (
        answer.headers["content-type"] == "application/problem+json"
        and (answer.status_code, problem["status"]) == (status, status)
        and len(problem["detail"]) < 500
        and all(word in problem["detail"] for word in words)
        and (status != 503 or tells_when_to_come_back(answer))
    )


@pytest.fixture
def whole(vc: App, client: TestClient, begun: dict[str, str], key: dict[str, str]) -> Iterator[None]:
    """Afterwards the assessment holds what it held before, and still takes a turn."""
    client.post(f"{begun['at']}/turns", json={"say": "tool: ChatGPT"}, headers=key)
    before = vc.store.load(begun["id"])
    yield
    assert vc.store.load(begun["id"]) == before
    assert len(vc.store.sessions()) == 1
    assert client.post(f"{begun['at']}/turns", json={"say": "model: GPT"}, headers=key).status_code == 200
    assert len(vc.store.load(begun["id"]).turns) == len(before.turns) + 1


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize("words", BAD_WORDS.values(), ids=BAD_WORDS)
def test_words_that_cannot_be_used_are_refused_wherever_they_come_in(client, begun, key, words: str) -> None:
    escaped = {"Content-Type": "application/json", **key}
    text = f'"{words}"'.replace("\0", "\\u0000").replace("\n", "\\n").replace("\ud800", "\\ud800")
    sent = (
        ("POST", f"{begun['at']}/turns", f'{{"say": {text}}}'),
        ("POST", "/api/v1/sessions", f'{{"opening": {text}}}'),
        ("PUT", f"{begun['at']}/facts", f'{{"facts": [{{"ref": "application.name", "value": {text}}}]}}'),
        ("PUT", f"{begun['at']}/facts", f'{{"facts": [{{"ref": {text}, "value": "x"}}]}}'),
    )
    for method, at, body in sent:
        answer = client.request(method, at, content=body, headers=escaped)
        assert is_problem(answer, 422), (method, at, answer.text)


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize(
    "body",
    [b"\x89PNG\r\n\x1a\n\0\0\xff", b'{"say": "\xff\xfe"}', b"[" * 100_000, b'{"say": ' + b"9" * 10_000 + b"}", b""],
    ids=["binary", "no-utf8", "deep", "huge-number", "nothing"],
)
def test_a_body_that_is_no_json_is_refused(client: TestClient, begun, key, body: bytes) -> None:
    answer = client.post(f"{begun['at']}/turns", content=body, headers={"Content-Type": "application/json", **key})
    assert is_problem(answer, answer.status_code) and answer.status_code in (400, 422)


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize("name", ["0" * 16, "%00", "%ff", "..%2f..", "a" * 5000, "%F0%9F%99%82"])
@pytest.mark.parametrize("part", ["", "/findings", "/export", "/report"])
def test_an_unknown_assessment_is_not_found_whatever_its_name(client: TestClient, key, name: str, part: str) -> None:
    assert is_problem(client.get(f"/api/v1/sessions/{name}{part}", headers=key), 404)


@pytest.fixture
def impatient(vc: App, whole: None) -> Path:
    """The same database, opened by a store that does not wait long; gives its file."""
    vc.store.close()  # type: ignore[attr-defined]
    vc.__dict__["store"] = open_store(vc.settings, busy_seconds=0.05)
    return vc.settings.data / "vcassist.sqlite"


def all_writes(client: TestClient, begun: dict[str, str], key: dict[str, str]) -> dict[str, Any]:
    """Every kind of request that changes something, each with its answer."""
    at, fact = begun["at"], {"facts": [{"ref": "model.name", "value": "GPT-4o"}]}
    return {
        "turn": client.post(f"{at}/turns", json={"say": "tool: Claude " + "very " * 3000}, headers=key),
        "facts": client.put(f"{at}/facts", json=fact, headers=key),
        "undo": client.delete(f"{at}/turns/last", headers=key),
        "delete": client.delete(at, headers=key),
        "create": client.post("/api/v1/sessions", json={}),
        "import": client.post("/api/v1/sessions/import", json=client.get(f"{at}/export", headers=key).json()),
    }


def test_a_locked_database_answers_503_to_writes_and_still_reads(client, begun, key, impatient: Path) -> None:
    other = sqlite3.connect(impatient, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answers = all_writes(client, begun, key)
    reads = client.get(begun["at"], headers=key).status_code
    other.execute("ROLLBACK")
    other.close()
    assert {k: is_problem(a, 503, "busy", "try again") for k, a in answers.items()} == dict.fromkeys(answers, True)
    assert reads == 200


def test_a_read_only_database_answers_503_to_writes_and_still_reads(client, vc: App, begun, key, impatient) -> None:
    from dataclasses import replace

    writable = vc.store
    address = f"sqlite:///file:{impatient}?mode=ro&uri=true"
    vc.__dict__["store"] = open_store(replace(vc.settings, database=address))
    answers, reads = all_writes(client, begun, key), client.get(begun["at"], headers=key).status_code
    vc.store.close()  # type: ignore[attr-defined]
    vc.__dict__["store"] = writable
    told = {k: is_problem(a, 503, "can only be read", "VCASSIST_DATA") for k, a in answers.items()}
    assert told == dict.fromkeys(answers, True)
    assert reads == 200


def test_a_locked_database_gives_the_words_back_in_the_page_and_says_when_to_come_back(
    vc: App, client: TestClient, here: str, monkeypatch
) -> None:
    """Whatever fails, and wherever in a turn: also where the assessment cannot be read any more for the page that says so."""

    def busy(*_: object, **__: object) -> None:
        raise StorageTrouble("The database is busy.", "", "Wait a moment and try again.")

    read = {"files": ("policy.txt", b"tool: AfyaChat is used by nurses.")}
    client.post(f"{here}/documents", files=read)
    loads, load = [], vc.store.load

    def once(session_id: str) -> Any:
        loads.append(session_id)
        return load(session_id) if len(loads) == 1 else busy()

    for name, failing in (("hold", busy), ("append", busy), ("load", once)):
        for send in (
            lambda: client.post(f"{here}/say", data={"say": "tool: Claude, in my own words"}),
            lambda: client.post(f"{here}/documents", files=read),
            lambda: client.post(f"{here}/documents/1", data={"act": "refuse", "ref": "application.name"}),
        ):
            loads.clear()
            with monkeypatch.context() as patched:
                patched.setattr(vc.store, name, failing)
                answer = send()
            assert tells_when_to_come_back(answer), (name, answer.status_code, answer.headers)
            assert "The database is busy." in answer.text
        loads.clear()
        with monkeypatch.context() as patched:
            patched.setattr(vc.store, name, failing)
            assert (
                "tool: Claude, in my own words"
                in client.post(f"{here}/say", data={"say": "tool: Claude, in my own words"}).text
            )
    assert [t.said for t in vc.store.load(here[3:]).turns if t.said] == []


@pytest.mark.parametrize("kind", kinds_of(VcassistError), ids=lambda kind: kind.__name__)
def test_every_kind_of_error_that_is_a_503_says_when_to_come_back(kind: type[VcassistError]) -> None:
    assert kind.status != 503 or kind.headers.get("Retry-After", "").isdigit()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux's file size limit")
def test_a_full_disk_answers_503_to_what_needs_room_and_still_reads(client, begun, key, impatient: Path) -> None:
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    room = impatient.with_name("vcassist.sqlite-wal")
    resource.setrlimit(resource.RLIMIT_FSIZE, ((room.stat().st_size if room.exists() else 0) + 64, old[1]))
    try:
        answers, reads = all_writes(client, begun, key), client.get(begun["at"], headers=key).status_code
        page = client.post("/begin")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    told = {k: is_problem(a, 503, "not stored", "VCASSIST_DATA") for k, a in answers.items()}
    assert told == dict.fromkeys(answers, True)
    assert reads == 200
    assert tells_when_to_come_back(page) and "VCASSIST_DATA" in page.text
