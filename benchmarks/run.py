"""Prints how fast vcassist is, as a Markdown table with machine and date. Options: ``--quick`` (fewer runs), names of rows.

python benchmarks/run.py
python benchmarks/run.py help assess rules
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from loopback import free_port, wait_for

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
SMALL = {
    "facts": [
        {"ref": "organisation.country", "value": "KE"},
        {"ref": "application.name", "value": "ChatGPT"},
        {"ref": "application.supplier", "value": "OpenAI"},
        {"ref": "application.outage_effect", "value": "stops"},
        {"ref": "application.alternative", "value": "no"},
        {"ref": "model.supplier", "value": "OpenAI"},
        {"ref": "model.weights", "value": "closed"},
        {"ref": "data.personal_data", "value": "yes"},
        {"ref": "storage.country", "value": "IE"},
    ]
}
RUNS = 3 if "--quick" in sys.argv else 9
ROWS: dict[str, tuple[str, str, Callable[[], float]]] = {}


def row(name: str, what: str, limit: str) -> Callable[[Callable[[], float]], Callable[[], float]]:
    def keep(measure: Callable[[], float]) -> Callable[[], float]:
        ROWS[name] = (what, limit, measure)
        return measure

    return keep


def median_ms(work: Callable[[], object], runs: int = RUNS) -> float:
    def once() -> float:
        begun = time.perf_counter()
        work()
        return 1000 * (time.perf_counter() - begun)

    work()
    return statistics.median(once() for _ in range(runs))


def process(*arguments: str, text: str = "") -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run(
        [sys.executable, "-m", "vcassist", *arguments], input=text, text=True, capture_output=True, check=True, env=env
    )


@row("help", "`vcassist --help`, whole process", "400 ms")
def help_() -> float:
    return median_ms(lambda: process("--help"))


@row("assess", "`vcassist assess` of a small chain, whole process", "600 ms")
def assess_process() -> float:
    return median_ms(lambda: process("assess", "-", "--json", text=json.dumps(SMALL)))


@row("ready", "`vcassist serve` until it answers, index built", "4,000 ms")
def ready() -> float:
    return Server().ready_ms


@row("turn", "one offline turn in the server, median, once it is warm (a few seconds after its start)", "60 ms")
def turn() -> float:
    import httpx

    with Server() as server, httpx.Client(base_url=server.url, timeout=60) as client:
        # The server loads reader and glossary behind the first pages; a search is answered when it has them.
        client.get("/glossary", params={"q": "foundry"}).raise_for_status()
        begun = client.post("/api/v1/sessions", json={}).json()
        key = {"Authorization": f"Bearer {begun['token']}"}
        says = iter(
            ["We use ChatGPT to write letters to patients in Kenya.", *["I don't know", "no", "yes", "skip"] * 20]
        )
        return median_ms(
            lambda: client.post(
                f"/api/v1/sessions/{begun['id']}/turns", json={"say": next(says)}, headers=key
            ).raise_for_status(),
            30,
        )


@row("search", "glossary search, warm", "50 ms")
def search() -> float:
    from vcassist.app import open_app

    glossary = open_app().glossary
    return median_ms(lambda: glossary.search("who can see what we type into it?"), 30)


@row("report", "report as HTML, warm", "100 ms")
def report() -> float:
    from vcassist.app import open_app
    from vcassist.chain.facts import chain_from_json
    from vcassist.report import render

    app, chain = open_app(), chain_from_json(SMALL)
    return median_ms(lambda: render(app=app, chain=chain, format="html"))


def components(count: int, told: float = 1.0) -> Any:
    """A chain of ``count`` components of five kinds, each with the first twelve of its fields; ``told``: share that is known."""
    from vcassist.chain.facts import Fact, fold
    from vcassist.chain.fields import fields_of

    facts = []
    kinds = ("application", "data", "storage", "compute", "model")
    names = ("OpenAI", "Microsoft", "Google", "self", "Hetzner")
    for n in range(count):
        kind, number = kinds[n % 5], n // 5 + 1
        for at, spec in enumerate(fields_of(kind)[:12]):
            free = {"entity": names[n % len(names)], "country": ("KE", "US", "DE")[n % 3], "text": "x"}
            options = list(spec.options)
            value = options[(n + at) % len(options)] if options else free[spec.type]
            ref = f"{kind}-{number}.{spec.name}" if number > 1 else f"{kind}.{spec.name}"
            if (7 * n + 3 * at) % 10 < 10 * told:
                facts.append(Fact(ref, "known", (value,) if spec.type == "set" else value))
            else:
                facts.append(Fact(ref, "unknown"))
    return fold(facts)


def assess_ms(count: int, told: float = 1.0) -> float:
    """All findings and graph figures, the fold's own indexes included."""
    from vcassist.assessment.evaluate import assess
    from vcassist.assessment.figures import figures
    from vcassist.chain.facts import Chain
    from vcassist.knowledge.register import load_register
    from vcassist.knowledge.rulebook import load_rulebook

    made, rules, register = components(count, told), load_rulebook(), load_register()

    def work() -> None:
        chain = Chain(made.facts)
        figures(chain, rules, register, assess(chain, rules, register))

    return median_ms(work)


@row("rules", "all rules and graph figures, 500 components", "100 ms")
def rules_500() -> float:
    return assess_ms(500)


@row("rules-open", "the same where three fields in ten are not known", "100 ms")
def rules_500_open() -> float:
    return assess_ms(500, 0.7)


@row(
    "growth",
    "the same for 100, 500, 1,000 and 2,000 components: worst time a component, as a multiple of that for 100",
    "1.3",
)
def growth() -> float:
    first, *later = [(count, assess_ms(count)) for count in (100, 500, 1000, 2000)]
    for count, took in (first, *later):
        print(f"  {count:>5,} components: {took:,.1f} ms", file=sys.stderr, flush=True)
    return max(took / count for count, took in later) / (first[1] / first[0])


class Server:
    """A server of its own on a free loopback port, in a temporary data folder unless VCASSIST_DATA names one."""

    def __init__(self) -> None:
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        env.setdefault("VCASSIST_DATA", tempfile.mkdtemp())
        subprocess.run([sys.executable, "-m", "vcassist", "index"], env=env, capture_output=True, check=True)
        begun = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "vcassist", "serve", "--port", str(port)],
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_for(f"{self.url}/healthz", self.process, 30)
        self.ready_ms = 1000 * (time.perf_counter() - begun)

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(20)

    def __del__(self) -> None:
        if self.process.poll() is None:
            self.__exit__()


def main() -> int:
    wanted = [name for name in sys.argv[1:] if not name.startswith("-")] or list(ROWS)
    print(
        f"vcassist on {platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {datetime.now(UTC):%Y-%m-%d}\n"
    )
    print("| what | measured | limit |\n|---|---:|---:|")
    for name in wanted:
        what, limit, measure = ROWS[name]
        try:
            found = measure()
            shown = f"{found:.2f}" if name == "growth" else f"{found:,.0f} ms" if found >= 10 else f"{found:.1f} ms"
        except Exception as error:  # a row that cannot be measured must not hide the others
            shown = f"not measured ({type(error).__name__})"
        print(f"| {what} | {shown} | {limit} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
