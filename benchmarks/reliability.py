"""Writes docs/reliability.md from the figures that the scripts left in benchmarks/figures/.

python benchmarks/load.py --json benchmarks/figures/load-postgres.json
python benchmarks/load.py --database sqlite --json benchmarks/figures/load-sqlite.json
python benchmarks/load.py --curve 200,400,600,800,1000 --json benchmarks/figures/curve-postgres.json
python benchmarks/faults.py worker --json benchmarks/figures/faults-worker.json      (and database, chroma)
python benchmarks/kills.py --times 100 --json > benchmarks/figures/kills-sqlite.json
python benchmarks/reliability.py
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from load import HEAD, line

FIGURES = Path(__file__).resolve().parent / "figures"
PAGE = Path(__file__).resolve().parent.parent / "docs" / "reliability.md"
LOADS = {
    "load-postgres": "PostgreSQL, {workers} workers, a Chroma server",
    "load-sqlite": "SQLite, {workers} worker, embedded Chroma",
    "curve-postgres": "More and more people: PostgreSQL, {workers} workers",
    "curve-sqlite": "More and more people: SQLite, {workers} worker",
}
FAULTS = {
    "faults-worker": "a worker of two",
    "faults-database": "PostgreSQL",
    "faults-chroma": "the Chroma server",
}


def figures(name: str) -> Any:
    path = FIGURES / f"{name}.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else None


def loads() -> Iterator[str]:
    for name, title in LOADS.items():
        found = figures(name)
        if found is None:
            continue
        rows = found["rows"]
        yield f"**{title.format(**found)}.** Answers after {found['pause']} s. {found['machine']}."
        yield "\n".join((*HEAD, *map(line, rows)))
        if name.startswith("curve"):
            yield breaking(rows, int(re.findall(r"(\d+) cores", found["machine"])[0]))


def breaking(rows: list[dict[str, Any]], cores: int) -> str:
    """What the curve says about the end of it."""
    last = rows[-1]
    sound = [r for r in rows if not r["errors"] and r["p95"] <= 1.0]
    upto = f"Up to {sound[-1]['people']} people no error and p95 below a second. " if sound else ""
    if last in sound:
        return upto + "It was not taken further."
    errors = ", ".join(f"{count} × {kind}" for kind, count in last["kinds_of_error"].items()) or "none"
    busy = last["busy"]
    taken, others = sum(busy.values()), busy.get("other programs", 0.0)
    told = (
        f"{upto}At {last['people']} it breaks: p95 {last['p95']:.1f} s, errors: {errors}. {taken:.1f} cores were busy, "
    )
    busiest = max((name for name in busy if name != "other programs"), key=lambda name: busy[name])
    told += (
        f"of which the {busiest} took {busy[busiest]:.1f}, and programs that have nothing to do with it {others:.1f}: "
    )
    if taken >= 0.8 * cores:
        return told + "what ends first is processor time, and turns then wait for each other."
    return told + "processor time was left, so it is something else that ends first."


def faults() -> Iterator[str]:
    rows = [
        "| killed with SIGKILL | times | messages acknowledged | lost | doubled | half stored | out of order or with another reply | sent again | told 503 or 409 in a sentence | other errors shown | longest wait |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    machines = set()
    for name, title in FAULTS.items():
        if found := figures(name):
            machines.add(found["machine"])
            rows.append(
                f"| {title} | {found['kills']} | {found['turns']:,} | {found['lost']} | {found['doubled']} | {found['halved']} | {found['wrong']} "
                f"| {found['sent_again']:,} | {found['told_in_a_sentence']:,} | {found['no_sentence']} | {found['longest_wait']} s |"
            )
    if found := figures("kills-sqlite"):
        rows.append(
            f"| the whole server, on SQLite | {found['kills']} | {found['acknowledged']:,} | {found['lost']} | {found['doubled']} | {found['halved']} | – "
            f"| – | – | – | – |"
        )
    yield "\n".join(rows)
    yield " · ".join(sorted(machines)) + "."


def page() -> str:
    parts = [
        "# Reliability",
        "<!-- Made by benchmarks/reliability.py from what the scripts measured; change those, not this page. -->",
        "Figures of real runs: real servers, real databases, the offline reader, simulated people over the API. How to set such a service up: [hosting](hosting.md).",
        "## Load",
        "Each person begins an assessment, tells a story and answers what is asked (`python benchmarks/load.py`). A turn's time runs from sending to the whole answer, over "
        "HTTP; the time in which people arrive does not count. The simulated people run on the same machine and take their share of it.",
        *loads(),
        "Other programs were at work on the machine meanwhile, so a quiet one does better.",
        "## Faults",
        "Two workers on PostgreSQL; a part is killed at a random moment while four people talk at once, who send again what is not answered, with the same key, as the "
        "browser does (`python benchmarks/faults.py`). A killed worker is replaced by the server; PostgreSQL and Chroma are started again by the script; nothing else is "
        "restarted. Afterwards the database is compared with what was acknowledged. On SQLite the whole server is killed (`python benchmarks/kills.py`). Short forms run with the tests.",
        *faults(),
        "Other faults are shown by tests: a database that is away and comes back (`tests/web/test_database_gone.py`), locked, read-only and full "
        "(`tests/web/test_bad_days.py`, `tests/store/test_trouble.py`), a model that is slow, hangs or answers garbage (`tests/llm/test_failures.py`), a retry at another worker and a "
        "worker that died in mid-turn (`tests/web/test_turn_order.py`).",
        "Not shown: a power cut of the machine (PostgreSQL and SQLite are set to survive one), a network that is cut between worker and database without a word.",
    ]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
