"""The html report in a browser: no accessibility violation, no request to anywhere, readable on a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from report_chains import ODD_NAMES, empty, named, ordinary_session
from report_shelf import Shelf

from vcassist.report import render

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="needs chromium: apt-get install chromium"),
]
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGS, "--no-first-run"])
        yield opened
        opened.close()


@pytest.mark.parametrize("name", ["ordinary", "empty", "script", "arabic"])
def test_axe_finds_no_violation_and_nothing_is_requested(name: str, browser: Any, shelf: Shelf, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    session = ordinary_session() if name == "ordinary" else None
    chain = session.chain if session else empty() if name == "empty" else named(ODD_NAMES[name])
    file = tmp_path / "report.html"
    file.write_bytes(render(app=shelf, chain=chain, session=session, format="html").content)
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    found = Axe().run(page)
    assert asked == [file.as_uri()]
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()
