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


def opened(browser: Any, shelf: Shelf, folder: Path, width: int, height: int) -> Any:
    """The page of an ordinary report in a window of this size."""
    session = ordinary_session()
    file = folder / "report.html"
    file.write_bytes(render(app=shelf, chain=session.chain, session=session, format="html").content)
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(file.as_uri())
    return page


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


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_a_list_that_says_the_same_stands_for_each_drawing(
    width: int, browser: Any, shelf: Shelf, tmp_path: Path
) -> None:
    page = opened(browser, shelf, tmp_path, width, 800)
    sizes = """() => [...document.querySelectorAll("svg text")].map(t => t.getBoundingClientRect())
        .filter(box => box.width).map(box => box.height)"""
    assert page.evaluate(sizes) == [], "no text of a drawing is shown at this width"
    drawn = page.locator("figure.drawn").count()
    assert drawn >= 3 and page.locator("table.listed").count() == drawn
    cell = page.locator("table.listed td").first
    assert cell.evaluate("e => getComputedStyle(e, '::before').content").startswith('"From:')
    wide = """() => [...document.querySelectorAll(".listed, .listed td")].filter(e => e.scrollWidth > e.clientWidth + 1).length"""
    assert page.evaluate(wide) == 0
    page.set_viewport_size({"width": 1100, "height": 900})
    assert min(page.evaluate(sizes)) >= 9
    assert page.evaluate("getComputedStyle(document.querySelector('table.listed')).display") == "table"
    page.close()


WORDS_BROKEN = """() => {
  const broken = [];
  for (const cell of document.querySelectorAll("td, th")) {
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text; (text = walk.nextNode()); ) {
      for (const word of text.textContent.matchAll(/[A-Za-z]{1,20}/g)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map((each) => Math.round(each.top))).size > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""


@pytest.mark.parametrize("width", [320, 1100])
def test_no_word_is_broken_and_what_is_wider_than_a_phone_says_that_it_scrolls(
    width: int, browser: Any, shelf: Shelf, tmp_path: Path
) -> None:
    page = opened(browser, shelf, tmp_path, width, 640)
    assert page.evaluate(WORDS_BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    scrolling, told = page.evaluate(
        """() => [[...document.querySelectorAll(".scroll")].filter((e) => e.offsetParent && !e.querySelector(".listed") && !e.closest(".drawn")).map((e) => e.scrollWidth > e.clientWidth),
        [...document.querySelectorAll("table:not(.listed) caption, figure:not(.drawn) figcaption")].map((e) => getComputedStyle(e, "::after").content.includes("sideways"))]"""
    )
    assert len(scrolling) == len(told) > 5 and set(scrolling) == set(told) == {width == 320}
    page.close()


def test_a_letter_filled_in_and_saved_in_a_browser_is_read_back(browser: Any, shelf: Shelf, tmp_path: Path) -> None:
    from vcassist.reading.files.letters import form_text
    from vcassist.reading.files.replies import read_replies

    session = ordinary_session()
    file = tmp_path / "letters.html"
    file.write_bytes(render(app=shelf, chain=session.chain, session=session, format="letter-html").content)
    page = browser.new_page()
    page.goto(file.as_uri())
    room = page.get_by_role("textbox", name="In which country do those machines stand?")
    room.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("In Finland, near Helsinki.")
    tick = page.get_by_role("textbox", name="May you, or a supplier of yours, train on what we send")
    tick.get_by_text("[ ] no", exact=True).click()
    page.keyboard.press("Home")
    for key in ("ArrowRight", "Delete", "x"):
        page.keyboard.press(key)
    saved = page.content().encode()
    page.close()
    replies = read_replies(form_text(saved, "letters.html"), "letters.html")
    answers = {a.ref: a for reply in replies for a in reply.answers}
    assert answers["compute.country"].text == "In Finland, near Helsinki."
    assert answers["model.trains_on_inputs"].ticks == ("no",) and set(answers) == {
        "compute.country",
        "model.trains_on_inputs",
    }


@pytest.mark.parametrize("format", ["letter-html"])
def test_axe_finds_no_violation_in_the_letters(format: str, browser: Any, shelf: Shelf, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    session = ordinary_session()
    file = tmp_path / "letters.html"
    file.write_bytes(render(app=shelf, chain=session.chain, session=session, format=format).content)
    page = browser.new_page()
    page.goto(file.as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.close()
