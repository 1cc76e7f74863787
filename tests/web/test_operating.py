"""What whoever runs a server sees of it: whether it is ready, its numbers, its logs, and none of what people wrote."""

from __future__ import annotations

import gc
import io
import json
import logging
import os
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from databases import database
from fakes import PhraseReader
from sockets import free_port
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.errors import NotReady
from vcassist.settings import Settings
from vcassist.web.logs import configure_logs
from vcassist.web.metrics import FOLDER, for_several
from vcassist.web.server import create_app

PLANTED = "Xylophonist-Wambui"


@pytest.fixture
def inside(vc: App) -> Iterator[TestClient]:
    """A client on the server's own machine."""
    with TestClient(create_app(vc), raise_server_exceptions=False, client=("127.0.0.1", 5000)) as made:
        yield made


# --- ready ------------------------------------------------------------------------------------------------------------


def test_a_server_with_database_and_index_is_ready(inside: TestClient) -> None:
    answer = inside.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ready", "trouble": {}})


def test_a_database_that_says_nothing_holds_no_health_check_up(vc: App, monkeypatch) -> None:
    """As behind a line that was cut: each try waits long, however often it is asked for."""
    from threading import Event

    from vcassist.web import api_health

    silent, tries = Event(), []

    def wait(*_: object) -> None:
        tries.append(1)
        silent.wait(30)

    monkeypatch.setattr(api_health, "ALIVE", 0.2)
    monkeypatch.setattr(api_health, "READY", 0.2)
    monkeypatch.setattr(vc.store, "token_hash", wait)
    monkeypatch.setattr(vc.store, "ready", wait)
    with TestClient(create_app(vc), client=("127.0.0.1", 5000)) as client:
        began = time.monotonic()
        for _ in range(5):
            answer = client.get("/healthz")
            assert (answer.status_code, answer.json()["status"]) == (200, "trouble")
            answer = client.get("/readyz")
            assert (answer.status_code, answer.json()["trouble"]) == (503, {"database": "It did not answer in time."})
        assert time.monotonic() - began < 15 and len(tries) == 2
        silent.set()


def test_before_the_index_is_loaded_it_is_not(inside: TestClient, vc: App) -> None:
    glossary = vc.__dict__.pop("glossary")
    answer = inside.get("/readyz")
    assert answer.status_code == 503 and list(answer.json()["trouble"]) == ["index"]
    vc.__dict__["glossary"] = glossary


def test_an_index_that_went_away_is_told_in_its_own_words(inside: TestClient, vc: App, monkeypatch) -> None:
    def gone() -> None:
        raise NotReady("The Chroma server does not answer.")

    monkeypatch.setattr(vc.glossary, "reachable", gone)
    assert inside.get("/readyz").json()["trouble"] == {"index": "The Chroma server does not answer."}


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
@pytest.mark.parametrize("other", ["0001", "9999"])
def test_a_database_with_the_schema_of_another_version_is_not_ready(vc: App, tmp_path, kind: str, other: str) -> None:
    with database(kind) as address:
        app = App(Settings(data=tmp_path / "other", database=address))
        app.__dict__["glossary"] = vc.glossary
        client = TestClient(create_app(app))
        assert client.get("/readyz").status_code == 200
        with app.store.engine.begin() as connection:  # type: ignore[attr-defined]
            connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{other}'")
        answer = client.get("/readyz")
        assert answer.headers["retry-after"].isdigit()
        assert answer.status_code == 503 and other in answer.json()["trouble"]["database"]
        app.store.close()  # type: ignore[attr-defined]


def test_a_database_that_went_away_is_not_ready_and_back_it_is(vc: App, tmp_path: Path) -> None:
    with database("postgres") as address:
        app = App(Settings(data=tmp_path / "other", database=address))
        app.__dict__["glossary"] = vc.glossary
        client = TestClient(create_app(app))
        assert client.get("/readyz").status_code == 200
        import psycopg

        name = address.rpartition("/")[2]
        with psycopg.connect(os.environ["VCASSIST_TEST_POSTGRES"], autocommit=True) as server:
            server.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
            answer = client.get("/readyz")
            assert answer.status_code == 503 and "did not answer" in answer.json()["trouble"]["database"]
            server.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        assert client.get("/readyz").status_code == 200
        app.store.close()  # type: ignore[attr-defined]


# --- numbers ----------------------------------------------------------------------------------------------------------


def test_requests_are_counted_by_route_and_turns_by_their_end(inside: TestClient) -> None:
    begun = inside.post("/api/v1/sessions", json={}).json()
    key = {"Authorization": f"Bearer {begun['token']}"}
    before = inside.get("/metrics").text
    inside.post(f"/api/v1/sessions/{begun['id']}/turns", json={"say": "tool: Afya"}, headers=key)
    after = inside.get("/metrics").text
    requests = 'vcassist_requests_total{method="POST",route="/api/v1/sessions/{session_id}/turns",status="200"}'
    assert number(after, requests) == number(before, requests) + 1
    stored = 'vcassist_turn_seconds_count{end="stored"}'
    assert number(after, stored) == number(before, stored) + 1
    assert number(after, "vcassist_turns_under_way") == 0
    assert number(after, "process_resident_memory_bytes") > 0


def test_numbers_name_no_assessment_and_no_address_that_somebody_made_up(inside: TestClient) -> None:
    at = inside.post("/begin", follow_redirects=False).headers["location"]
    inside.post(f"{at}/say", data={"say": PLANTED})
    inside.get(f"/{PLANTED}", params={PLANTED: PLANTED})
    inside.request(PLANTED.upper(), "/")
    text = inside.get("/metrics").text
    assert 'route="/a/{session_id}/say"' in text and 'route="none"' in text and 'method="other"' in text
    assert at.rpartition("/")[2] not in text and PLANTED.lower() not in text.lower()


def test_each_start_of_several_workers_has_a_folder_of_its_own_for_its_numbers(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv(FOLDER, "")
    first = for_several(Settings(data=tmp_path / "data"))
    (first / "counter_1.db").write_bytes(b"numbers of a running server")
    second = for_several(Settings(data=tmp_path / "data"))
    assert os.environ[FOLDER] == str(second) != str(first)
    assert (first / "counter_1.db").exists() and list(second.iterdir()) == []
    assert second.stat().st_mode & 0o077 == 0


def test_a_folder_for_numbers_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv(FOLDER, "")
    (tmp_path / "metrics").write_text("in the way")
    with pytest.raises(NotReady, match="numbers of several workers cannot be made.*Give the account"):
        for_several(Settings(data=tmp_path))


@pytest.mark.parametrize("caller", ["203.0.113.7", "10.0.0.1", "testclient", "::2"])
def test_numbers_are_for_the_addresses_that_are_named(vc: App, caller: str) -> None:
    assert TestClient(create_app(vc), client=(caller, 5000)).get("/metrics").status_code == 404


def number(text: str, name: str) -> float:
    found = [line for line in text.splitlines() if line.startswith(name + " ")]
    return float(found[0].rpartition(" ")[2]) if found else 0.0


# --- logs -------------------------------------------------------------------------------------------------------------


class Breaks(PhraseReader):
    """Fails as a bug would, with the person's words in its message."""

    def read(self, message, asked, chain):
        logging.getLogger("somelibrary").error("could not parse %s", message)
        logging.getLogger("somelibrary").error(f"could not parse {message}")
        warnings.warn(f"odd: {message}", UserWarning, stacklevel=1)
        try:
            raise ValueError(message)
        except ValueError as error:
            raise RuntimeError(f"bug at {message}") from error


@pytest.fixture
def log(request: pytest.FixtureRequest, vc: App) -> Iterator[io.StringIO]:
    """What this process logs, in the form that the test names."""
    # What other tests left to the collector is cleared away first: it warns of nothing that is done here.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        gc.collect()
    stream, root, old = io.StringIO(), logging.getLogger(), logging.getLogger().handlers[:]
    configure_logs(Settings(data=vc.settings.data, log=request.param), stream)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        yield stream
    root.handlers[:] = old
    logging.captureWarnings(False)
    logging.getLogger("vcassist.requests").setLevel(logging.NOTSET)


def provoke(client: TestClient, vc: App) -> None:
    """Plants a word wherever one can come in, with a reader and a store that fail over it."""
    vc.__dict__["tools"] = None
    begun = client.post("/api/v1/sessions", json={}).json()
    at, key = f"/api/v1/sessions/{begun['id']}", {"Authorization": f"Bearer {begun['token']}"}
    vc.__dict__.pop("tools")
    vc.__dict__["reader"] = Breaks()
    events = {"Accept": "text/event-stream"}
    assert client.post(f"{at}/turns", json={"say": PLANTED}, headers=key).status_code == 500
    client.post(f"{at}/turns", json={"say": PLANTED}, headers={**key, **events})
    client.post("/api/v1/sessions", json={"opening": PLANTED})
    client.get(f"/glossary?q={PLANTED}")
    client.get(f"/a/{PLANTED}?key={PLANTED}")
    client.get(f"/{PLANTED}", headers={"Referer": f"https://{PLANTED}.example", "User-Agent": PLANTED})
    client.post(f"{at}/documents", files={"files": (f"{PLANTED}.txt", PLANTED.encode())}, headers=key)
    with vc.store.engine.begin() as connection:  # type: ignore[attr-defined]
        connection.exec_driver_sql("DROP TABLE turns")
    client.put(f"{at}/facts", json={"facts": [{"ref": "application.name", "value": PLANTED}]}, headers=key)
    client.post(f"{at}/turns", json={"say": PLANTED}, headers=key)


@pytest.mark.parametrize("log", ["json", "text"], indirect=True)
def test_no_word_that_people_wrote_is_logged(client: TestClient, vc: App, log: io.StringIO, capfd) -> None:
    provoke(client, vc)
    text = log.getvalue() + "".join(capfd.readouterr())
    assert PLANTED.lower() not in text.lower()
    assert "RuntimeError < ValueError" in text and "test_operating.py" in text
    assert "somelibrary" in text and "py.warnings" in text


@pytest.mark.parametrize("log", ["json"], indirect=True)
def test_json_logs_hold_one_object_a_line_and_each_request_by_its_route(client: TestClient, log: io.StringIO) -> None:
    at = client.post("/begin").headers["location"]
    client.get(at)
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert [(x["method"], x["route"], x["status"]) for x in lines if x["logger"] == "vcassist.requests"] == [
        ("POST", "/begin", 303),
        ("GET", "/a/{session_id}", 200),
    ]
    assert at.rpartition("/")[2] not in log.getvalue()


@pytest.mark.parametrize("log", ["text"], indirect=True)
def test_text_logs_are_silent_while_all_is_well(client: TestClient, log: io.StringIO) -> None:
    client.get(client.post("/begin").headers["location"])
    assert log.getvalue() == ""


@pytest.mark.slow
def test_a_real_server_writes_no_word_that_people_wrote_to_its_output_or_its_log(tmp_path: Path) -> None:
    port = free_port()
    env = {
        **os.environ,
        "VCASSIST_DATA": str(tmp_path),
        "VCASSIST_LOG": "json",
        "VCASSIST_CHROMA_URL": "http://127.0.0.1:1",
    }
    serve = [sys.executable, "-m", "vcassist", "serve", "--port", str(port)]
    with subprocess.Popen(serve, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
        try:
            # The first question builds the index, which takes a minute on a busy machine, where a line kept open may meanwhile be closed.
            fresh = httpx.Limits(max_keepalive_connections=0)
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=240, limits=fresh) as client:
                until = time.monotonic() + 60
                while time.monotonic() < until:
                    try:
                        client.get("/healthz")
                        break
                    except httpx.TransportError:
                        time.sleep(0.1)
                begun = client.post("/api/v1/sessions", json={}).json()
                key = {"Authorization": f"Bearer {begun['token']}"}
                client.post(f"/api/v1/sessions/{begun['id']}/turns", json={"say": f"What is {PLANTED}?"}, headers=key)
                client.get(f"/{PLANTED}?{PLANTED}={begun['token']}")
        finally:
            # Whatever failed, nobody waits for a server that serves on.
            server.terminate()
        told = server.communicate(timeout=60)[0].decode()
    lines = [json.loads(line) for line in told.splitlines()]
    assert any(x.get("route") == "/api/v1/sessions/{session_id}/turns" for x in lines)
    assert PLANTED.lower() not in told.lower() and begun["token"] not in told and begun["id"] not in told


def test_the_reader_has_read_something_before_the_first_person_writes(vc) -> None:
    from vcassist.web.server import warm_up

    heard, reader = [], vc.reader

    class Listening:
        def read(self, message, asked, chain):
            heard.append(message)
            return reader.read(message, asked, chain)

    vc.__dict__["reader"] = Listening()
    warm_up(vc)
    assert heard
    assert not vc.store.sessions()


def test_a_server_stopped_while_it_loads_writes_one_line_and_no_trace(vc, caplog) -> None:
    from vcassist.web.server import warm_up

    class Stopped:
        def read(self, message, asked, chain):
            raise RuntimeError("cannot schedule new futures after shutdown")

    vc.__dict__["reader"] = Stopped()
    warm_up(vc)
    assert [r.getMessage() for r in caplog.records] == ["not ready before the first turn: RuntimeError"]
