"""PostgreSQL goes away in the middle and comes back: people see a sentence and keep their text, and nothing is restarted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import POSTGRES
from fakes import NamesOnlyGlossary, PhraseReader
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.settings import Settings
from vcassist.web.server import create_app

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
WORDS = "tool: Afya, which our nurses wrote down by hand"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not POSTGRES, reason="PostgreSQL is not asked for: VCASSIST_TEST_POSTGRES is not set"),
]


@pytest.fixture
def cluster() -> Iterator[object]:
    from postgres import Cluster

    with Cluster() as made:
        yield made


def test_while_it_is_away_each_request_says_so_with_the_words_kept_and_afterwards_all_goes_on(
    cluster, tmp_path: Path
) -> None:
    app = App(Settings(data=tmp_path, database=cluster.url))
    app.__dict__.update(reader=PhraseReader(), glossary=NamesOnlyGlossary())
    with TestClient(create_app(app), raise_server_exceptions=False, follow_redirects=False) as client:
        here = client.post("/begin").headers["location"]
        begun = client.post("/api/v1/sessions", json={}).json()
        key = {"Authorization": f"Bearer {begun['token']}", "Idempotency-Key": "key"}
        cluster.kill()
        page = client.post(f"{here}/say", data={"say": WORDS, "key": "k"})
        api = client.post(f"/api/v1/sessions/{begun['id']}/turns", json={"say": WORDS}, headers=key)
        script = client.post(f"{here}/say", data={"say": WORDS}, headers={"Accept": "text/event-stream"})
        assert (page.status_code, api.status_code, script.status_code) == (503, 503, 503)
        assert "did not answer" in page.text and WORDS in page.text and "Send it again" in page.text
        for answer in (api, script):
            assert "did not answer" in answer.json()["detail"] and "Traceback" not in answer.text
        assert client.get("/healthz").json()["ready"]["database"] is False
        cluster.start()
        assert client.post(f"{here}/say", data={"say": WORDS, "key": "k"}).status_code == 303
        again = client.post(f"/api/v1/sessions/{begun['id']}/turns", json={"say": WORDS}, headers=key)
        assert again.status_code == 200
        assert [[t.said for t in s.turns] for s in app.store.sessions()] == [["", WORDS]] * 2
        assert client.get("/readyz").status_code == 200
    app.store.close()  # type: ignore[attr-defined]
