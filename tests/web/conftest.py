"""A real App in a temporary folder, a simple reader and glossary at our ports, and a client of its pages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.settings import Settings
from vcassist.web.server import create_app

sys.path.insert(0, str(Path(__file__).parent))

from fakes import NamesOnlyGlossary, PhraseReader


@pytest.fixture
def vc(tmp_path: Path) -> Iterator[App]:
    app = App(Settings(data=tmp_path))
    app.__dict__.update(reader=PhraseReader(), glossary=NamesOnlyGlossary())
    yield app
    app.store.close()  # type: ignore[attr-defined]


@pytest.fixture
def client(vc: App) -> Iterator[TestClient]:
    with TestClient(create_app(vc), raise_server_exceptions=False, follow_redirects=False) as made:
        yield made


@pytest.fixture
def begun(client: TestClient) -> dict[str, str]:
    """A fresh assessment: ``id``, ``token``, its address ``at``."""
    made = client.post("/api/v1/sessions", json={}).json()
    return {**made, "at": f"/api/v1/sessions/{made['id']}"}


@pytest.fixture
def key(begun: dict[str, str]) -> dict[str, str]:
    """The header that opens the fresh assessment."""
    return {"Authorization": f"Bearer {begun['token']}"}


@pytest.fixture
def here(client: TestClient) -> str:
    """The address of an assessment that this client began in its pages, and holds the cookie of."""
    return client.post("/begin").headers["location"]
