"""Takes a picture of every place of the web application, for docs/screens and for looking at.

python tools/screens.py                    all places, 1280 and 390 px wide, the chief ones dark too, into docs/screens
python tools/screens.py talk report        only these places
python tools/screens.py --png /tmp/look    as PNG into another folder (the whole page)

A server of its own is started on a temporary database; the language index is the one that ``make serve`` built.
"""

from __future__ import annotations

import argparse
import base64
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "docs" / "screens"
README_PICTURE = ROOT / "docs" / "pictures" / "conversation.png"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
SCHEMES = ("light", "dark")
# Places that are shown dark as well, unless --scheme asks for one.
DARK = ("start", "talk", "map")
STORY = (
    "We are a small clinic in Kisumu, Kenya, 14 staff. The nurses use ChatGPT to translate discharge letters for patients. "
    "Names and diagnoses go in. Where that is kept I don't know."
)
POLICY = (
    "Use of artificial intelligence at the Riverside School\n\nWe use ChatGPT to draft letters to parents. "
    "A teacher reads every letter before it is sent.\n\nThe letters are stored in Ireland. We do not enter names of pupils.\n"
)
# Place → how it is reached. A path with HERE is in the example assessment, one with NEW in a fresh one.
PLACES: dict[str, str | Callable[[Any, str], None]] = {}


def place(name: str, path: str) -> None:
    PLACES[name] = path


for _name, _path in {
    "start": "/", "example": "/example", "talk": "HERE", "map": "HERE/map", "part": "HERE/parts/model",
    "fact": "HERE/facts/application.affected_people", "documents": "HERE/documents", "report": "HERE/report",
    "whatif": "HERE/whatif", "compare": "HERE/compare", "settings": "HERE/settings", "glossary": "/glossary", "term": "/glossary/gpu",
    "register": "/register", "supplier": "/register/openai", "lost": "/nothing-here",
}.items():  # fmt: skip
    place(_name, _path)


def _begin(page: Any, url: str) -> None:
    page.goto(url)
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/a/*")


def _say(page: Any, text: str) -> None:
    from playwright.sync_api import expect

    at = page.locator("#composer input[name=at]").input_value()
    page.locator("#say").fill(text)
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#composer input[name=at]")).not_to_have_value(at, timeout=20_000)


def fresh(page: Any, url: str) -> None:
    """The first moment of a conversation."""
    _begin(page, url)


def said(page: Any, url: str) -> None:
    """After the first message of a clinic."""
    _begin(page, url)
    _say(page, STORY)


def asked_back(page: Any, url: str) -> None:
    """A question back, with the citation opened beside the text."""
    said(page, url)
    _say(page, "What is a foundation model?")
    cite = page.locator(".cite").first
    cite.click()
    page.locator("#reading > *").first.wait_for()


def component(page: Any, url: str) -> None:
    """A component of the map clicked: its facts with the person's words."""
    page.goto(url + "/example")
    page.get_by_role("button", name="Open the example").click()
    page.wait_for_url("**/a/*")
    page.locator("svg.map a[href$='/parts/application']").click()
    page.locator("#reading > *").first.wait_for()


def brought(page: Any, url: str) -> None:
    """A document that was read, each fact to accept or refuse."""
    page.goto(url)
    page.get_by_role("button", name="Bring documents").click()
    page.wait_for_url("**/documents")
    page.locator("#files").set_input_files(
        {"name": "ai-policy.txt", "mimeType": "text/plain", "buffer": POLICY.encode()}
    )
    page.get_by_role("button", name="Read them").click()
    page.locator(".read-fact").first.wait_for()
    page.wait_for_load_state("load")


PLACES.update(fresh=fresh, said=said, citation=asked_back, component=component, read=brought)


@contextmanager
def server(url: str = "") -> Iterator[str]:
    """The address of a running vcassist; one of our own unless ``url`` is given."""
    if url:
        yield url.rstrip("/")
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "VCASSIST_DATABASE": f"sqlite:///{folder}/screens.sqlite",
            "VCASSIST_PORT": port,
        }
        running = subprocess.Popen([sys.executable, "-m", "vcassist", "serve"], env=env)
        try:
            _wait(f"http://127.0.0.1:{port}", running)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait(20)


def _wait(url: str, running: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end and running.poll() is None:
        try:
            urllib.request.urlopen(f"{url}/healthz", timeout=2).close()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("The server did not start.")


def picture(page: Any, file: Path, whole: bool) -> None:
    """One picture: PNG of the whole page, or WebP of what a person sees first (at most two screens)."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if whole:
        page.screenshot(path=file, full_page=True, animations="disabled")
        return
    size = page.viewport_size
    height = min(page.evaluate("document.documentElement.scrollHeight"), 2 * size["height"])
    clip = {"x": 0, "y": 0, "width": size["width"], "height": height, "scale": 1}
    taken = page.context.new_cdp_session(page).send(
        "Page.captureScreenshot", {"format": "webp", "quality": 45, "captureBeyondViewport": True, "clip": clip}
    )
    file.write_bytes(base64.b64decode(taken["data"]))


def take(browser: Any, url: str, names: list[str], out: Path, sizes: list[str], schemes: list[str], png: bool) -> None:
    for size in sizes:
        for scheme in schemes:
            width, height = SIZES[size]
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce",
                has_touch=size == "phone",
            )  # fmt: skip
            context.set_default_timeout(180_000)
            page = context.new_page()
            here = ""
            for name in names:
                if scheme == "dark" and not png and name not in DARK:
                    continue
                way = PLACES[name]
                if callable(way):
                    way(page, url)
                else:
                    if "HERE" in way and not here:
                        page.goto(f"{url}/example")
                        page.get_by_role("button", name="Open the example").click()
                        page.wait_for_url("**/a/*")
                        here = page.url.split("#")[0]
                    answer = page.goto(way.replace("HERE", here) if "HERE" in way else url + way)
                    if answer.status == 404 and name != "lost":
                        continue
                picture(page, out / f"{name}-{size}-{scheme}.{'png' if png else 'webp'}", png)
                if (name, size, scheme, png) == ("talk", "wide", "light", False):
                    page.screenshot(path=README_PICTURE, animations="disabled")
                print(f"{name}-{size}-{scheme}", flush=True)
            context.close()


WORDS = {"wide": "1280 px wide", "phone": "390 px wide"}


def list_pictures(out: Path) -> None:
    """A page that shows all pictures, by place."""
    lines = ["# What it looks like", "", "Made by `python tools/screens.py`: the first two screens of each place."]
    for name in PLACES:
        shots = [(s, c) for s in SIZES for c in SCHEMES if (out / f"{name}-{s}-{c}.webp").exists()]
        if shots:
            lines += ["", f"## {name.capitalize()}", ""]
            lines += [f"![{name.capitalize()}, {WORDS[s]}, {c}]({name}-{s}-{c}.webp)" for s, c in shots]
    (out / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="*", choices=[[], *PLACES], help="all unless named")
    parser.add_argument("--png", type=Path, help="write whole pages as PNG into this folder")
    parser.add_argument("--url", default="", help="of a server that runs already")
    parser.add_argument("--size", choices=SIZES, action="append")
    parser.add_argument("--scheme", choices=SCHEMES, action="append")
    asked = parser.parse_args()
    if CHROMIUM is None:
        raise SystemExit("No chromium is installed. Run: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    names = asked.places or list(PLACES)
    with server(asked.url) as url, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        take(
            browser, url, names, asked.png or SCREENS, asked.size or list(SIZES), asked.scheme or list(SCHEMES),
            asked.png is not None,
        )  # fmt: skip
        browser.close()
    if asked.png is None:
        list_pictures(SCREENS)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
