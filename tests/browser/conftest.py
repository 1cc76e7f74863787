"""A served vcassist and Debian's chromium; without chromium a skip says how to have it.

Nothing here waits for a time: it waits for what is to be seen. VCASSIST_TEST_PATIENCE multiplies how long at most.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sockets import free_port
from waiting import PATIENCE, wait_until

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "web"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Served:
    """vcassist on a loopback port, in this process. ``stop`` and ``start`` stand for a restart; the data folder stays."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port()
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
        wait_until(lambda: self.server.started, "the server starts")

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(10 * PATIENCE)
        self.app.store.close()  # type: ignore[attr-defined]


class Process:
    """vcassist as a process of its own that can be killed. While the file ``slow`` is there, a turn takes for ever."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.slow = data / "slow"
        self.hearing = data / "hearing"
        self.start()

    def start(self) -> None:
        command = [sys.executable, str(HERE / "slow_server.py"), str(self.data), str(self.port)]
        self.process = subprocess.Popen(command)
        wait_until(self._answers, "the process answers", 60)

    def _answers(self) -> bool:
        if self.process.poll() is not None:
            raise AssertionError("the server ended")
        try:
            urllib.request.urlopen(f"{self.url}/healthz", timeout=2).close()
        except OSError:
            return False
        return True

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    made = Served(tmp_path_factory.mktemp("served"))
    yield made
    made.stop()


@pytest.fixture
def killable(tmp_path: Path) -> Iterator[Process]:
    made = Process(tmp_path)
    yield made
    made.kill()


@pytest.fixture(scope="module")
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
    """Opens pages whose console must stay silent: no error, no refusal by the security policy, no foreign host.

    ``noisy`` lets through only what a browser itself says of an answer that is an error, or of a line that broke.
    """
    contexts, complaints, foreign = [], [], []

    def make(noisy: bool = False, **options: object):
        context = browser.new_context(**{"viewport": {"width": 1200, "height": 900}, **options})
        context.set_default_timeout(20_000 * PATIENCE)

        def listen(page) -> None:
            def console(message) -> None:
                expected = noisy and message.text.startswith("Failed to load resource")
                if message.type in ("error", "warning") and not expected:
                    complaints.append(message.text)

            page.on("console", console)
            page.on("pageerror", lambda e: complaints.append(str(e)))
            page.on(
                "request",
                lambda r: foreign.append(r.url) if not r.url.startswith(("http://127.0.0.1", "data:")) else None,
            )

        context.on("page", listen)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert complaints == []
    assert foreign == []
