"""Prints how long each format of the report takes, as a Markdown table with machine and date.

python benchmarks/reports.py            an ordinary chain: the packaged example organisation, after one warming-up run
python benchmarks/reports.py --large    sixty components

The time of a format is from a session in memory to the finished bytes; rules, register and glossary are loaded before, as in a server.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "report")]
LIMITS = {"html": 100, "pdf": 1500, "docx": 1000}
RUNS = 9


def example() -> Any:
    """The example organisation that the web pages open."""
    from vcassist.interview.session import session_from_json

    return session_from_json(json.loads((ROOT / "web" / "example.json").read_text(encoding="utf-8")))


def sixty() -> Any:
    from report_chains import large

    return large()


def main() -> int:
    from vcassist.app import open_app
    from vcassist.report import format_names, render

    large = "--large" in sys.argv
    session = None if large else example()
    chain = sixty() if large else session.chain
    app = open_app()
    _ = app.rules, app.register, app.entries
    what = "sixty components" if large else f"the example organisation ({len(chain.facts)} facts)"
    print(
        f"Reports on {what}. {platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores, "
        f"{os.getloadavg()[0]:.1f} processes waiting or running, {datetime.now(UTC):%Y-%m-%d}.\n"
    )
    print("| format | fastest | median | slowest | limit | size |\n|---|---|---|---|---|---|")
    over = []
    for name in format_names():
        times, size = [], 0
        for _ in range(RUNS + 1):
            begun = time.perf_counter()
            size = len(render(app=app, chain=chain, session=session, format=name).content)
            times.append(1000 * (time.perf_counter() - begun))
        middle = statistics.median(times[1:])
        limit = LIMITS.get(name)
        print(
            f"| {name} | {min(times[1:]):.0f} ms | {middle:.0f} ms | {max(times[1:]):.0f} ms "
            f"| {f'{limit:,} ms' if limit else ''} | {size / 1000:,.0f} kB |"
        )
        if limit and middle > limit and not large:
            over.append(name)
    if over:
        print(f"\nOver the limit: {', '.join(over)}.")
    return 1 if over else 0


if __name__ == "__main__":
    raise SystemExit(main())
