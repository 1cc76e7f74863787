"""Settings that point at a loopback server, and the server itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vcassist.settings import Settings

sys.path.insert(0, str(Path(__file__).parent))

from misbehaving_server import MisbehavingServer


@pytest.fixture
def settings_for(tmp_path: Path):
    def made(server: MisbehavingServer, **more: str) -> Settings:
        return Settings(data=tmp_path, model="openai:local", model_url=server.url, model_key="sk-mine", **more)

    return made
