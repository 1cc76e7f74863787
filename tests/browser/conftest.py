"""A served vcassist and Debian's chromium; without chromium a skip says how to have it."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# How many times longer than usual to wait, for a machine that is busy with something else.
PATIENCE = float(os.environ.get("VCASSIST_TEST_PATIENCE", "1"))
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
sys.path.insert(0, str(Path(__file__).parent.parent / "web"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Served:
    """vcassist on a loopback port. ``stop`` and ``start`` stand for a restart; the data folder stays."""

    def __init__(self, data: Path) -> None:
        self.data = data
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        import uvicorn
        from fakes import NamesOnlyGlossary, PhraseReader

        from vcassist.app import App
        from vcassist.knowledge.glossary import load_entries
        from vcassist.settings import Settings
        from vcassist.web.server import create_app

        self.app = App(Settings(data=self.data))
        self.app.__dict__.update(reader=PhraseReader(), glossary=NamesOnlyGlossary())
        # Loaded before the clock of a test runs: what is tested here is the pages, not the first start.
        _ = self.app.store.sessions(), self.app.rules, self.app.register, load_entries()
        config = uvicorn.Config(
            create_app(self.app), host="127.0.0.1", port=self.port, log_level="error", timeout_graceful_shutdown=2
        )
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        end = time.monotonic() + 15 * PATIENCE
        while not self.server.started:
            if time.monotonic() > end:
                raise RuntimeError("the server did not start")
            time.sleep(0.02)

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(10)
        self.app.store.close()  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    made = Served(tmp_path_factory.mktemp("served"))
    yield made
    made.stop()


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("no chromium: run 'apt-get install chromium' to have the browser tests")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=15_000 * PATIENCE)

    with sync_playwright() as play:
        made = play.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield made
        made.close()


@pytest.fixture
def open_page(browser) -> Iterator[Callable]:
    """Opens pages whose console must stay silent: no error, no refusal by the security policy, no foreign host."""
    contexts, complaints, quiet = [], [], []

    def make(noisy: bool = False, **options: object):
        context = browser.new_context(**{"viewport": {"width": 1200, "height": 900}, **options})
        context.set_default_timeout(20_000 * PATIENCE)
        page = context.new_page()
        contexts.append(context)
        if not noisy:
            page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
            page.on("pageerror", lambda e: complaints.append(str(e)))
        page.on(
            "request", lambda r: quiet.append(r.url) if not r.url.startswith(("http://127.0.0.1", "data:")) else None
        )
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []
    assert quiet == []
