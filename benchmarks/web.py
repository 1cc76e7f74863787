"""Prints how fast and how light the web application is, as a Markdown table with machine and date.

python benchmarks/web.py
python benchmarks/web.py pages map
"""

from __future__ import annotations

import os
import platform
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from run import Server, components, median_ms

PLACES = ("", "/map", "/parts/application", "/facts/application.affected_people", "/documents", "/report", "/settings")
OPEN = ("/", "/example", "/glossary", "/glossary/gpu", "/register", "/register/openai")
STORY = "We are a clinic in Kisumu with 14 staff. Nurses use ChatGPT to translate letters for patients."
ROWS: dict[str, tuple[str, str, Callable[[], str]]] = {}


def row(name: str, what: str, limit: str) -> Callable[[Callable[[], str]], Callable[[], str]]:
    def keep(measure: Callable[[], str]) -> Callable[[], str]:
        ROWS[name] = (what, limit, measure)
        return measure

    return keep


@row("pages", "server time a page, all places of the example and the open ones: median (worst)", "60 ms")
def pages() -> str:
    import httpx

    with Server() as server, httpx.Client(base_url=server.url, timeout=60) as client:
        at = client.post("/example").headers["location"]
        took = {}
        for address in (*OPEN, *(at + place for place in PLACES)):
            took[address] = median_ms(lambda address=address: client.get(address).raise_for_status())
    for address, each in took.items():
        print(f"  {each:6.1f} ms  {re.sub(r'/a/[0-9a-f]+', 'HERE', address)}", file=sys.stderr, flush=True)
    return f"{statistics.median(took.values()):.0f} ms ({max(took.values()):.0f} ms)"


@row("first", "first piece of the reply, offline: median of 20 turns", "150 ms")
def first() -> str:
    import httpx

    with Server() as server, httpx.Client(base_url=server.url, timeout=120) as client:
        # The server loads reader and glossary behind the first pages; a search is answered when it has them.
        client.get("/glossary", params={"q": "foundry"}).raise_for_status()
        at = client.post("/begin").headers["location"]
        _first_piece(client, at, STORY)
        said = (*["No", "Yes", "I don't know", "Skip this question"] * 5,)
        took = [_first_piece(client, at, each) for each in said]
    return f"{statistics.median(took):.0f} ms"


def _first_piece(client: object, at: str, say: str) -> float:
    begun = time.perf_counter()
    with client.stream("POST", f"{at}/say", data={"say": say}, headers={"Accept": "text/event-stream"}) as answer:  # type: ignore[attr-defined]
        took = 0.0
        for line in answer.iter_lines():
            if line == "event: reply" and not took:
                took = 1000 * (time.perf_counter() - begun)
    return took


@row("map", "the map of 60 components, laid out and drawn", "100 ms")
def map_60() -> str:
    from vcassist.knowledge.register import load_register
    from vcassist.web.chainmap import chain_map
    from vcassist.web.pages import templates

    chain, register = components(60), load_register()
    draw = templates().env.get_template("map-svg.html").module.draw  # type: ignore[attr-defined]
    return f"{median_ms(lambda: draw(chain_map(chain, register), '/a/x')):.0f} ms"


@row("weight", "first view in all, compressed as served: the heaviest place of the example", "120 KB")
def weight() -> str:
    import httpx

    with Server() as server, httpx.Client(base_url=server.url, timeout=60) as client:
        at = client.post("/example").headers["location"]
        sizes = {address: sum(_sizes(client, address)) for address in (*OPEN, *(at + place for place in PLACES))}
    for address, size in sizes.items():
        print(f"  {size / 1000:6.1f} KB  {re.sub(r'/a/[0-9a-f]+', 'HERE', address)}", file=sys.stderr, flush=True)
    return f"{max(sizes.values()) / 1000:.0f} KB"


def _sizes(client: object, address: str) -> Iterator[int]:
    """Bytes of a page and of everything that it asks for."""
    page = client.get(address)  # type: ignore[attr-defined]
    yield len(page.content)
    for part in re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text):
        with client.stream("GET", part, headers={"Accept-Encoding": "gzip"}) as answer:  # type: ignore[attr-defined]
            yield sum(len(piece) for piece in answer.iter_raw())


def main() -> int:
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"vcassist on {machine}, load {os.getloadavg()[0]:.1f}, {datetime.now(UTC):%Y-%m-%d}\n")
    print("| what | measured | limit |\n|---|---:|---:|")
    for name in sys.argv[1:] or list(ROWS):
        what, limit, measure = ROWS[name]
        print(f"| {what} | {measure()} | {limit} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
