"""Writes docs/reliability.md from the figures that the scripts left in benchmarks/figures/.

On a machine that does nothing else, as root for the line and the disk (about two and a half hours in all):

python benchmarks/load.py --json benchmarks/figures/load-postgres.json
python benchmarks/load.py --database sqlite --json benchmarks/figures/load-sqlite.json
python benchmarks/load.py --curve 200,400,600,800,1000,1400 --json benchmarks/figures/curve-postgres.json
python benchmarks/load.py --database sqlite --curve 100,200,400,600,800 --json benchmarks/figures/curve-sqlite.json
python benchmarks/faults.py worker --json benchmarks/figures/faults-worker.json      (and database)
python benchmarks/search_kills.py --json benchmarks/figures/faults-chroma.json
python benchmarks/network.py --json benchmarks/figures/faults-network.json
python benchmarks/disk.py postgres --json benchmarks/figures/faults-disk-postgres.json      (and sqlite)
python benchmarks/clocks.py --json benchmarks/figures/faults-clock.json
python benchmarks/models.py --json benchmarks/figures/models.json
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
}
# What else was done to it, and what each of its figures says.
OTHERS = {
    "faults-chroma": (
        "Chroma killed",
        "{kills} times the Chroma server was killed with SIGKILL while people asked in their conversations and searched the glossary "
        "beside them (`benchmarks/search_kills.py`). {turns:,} questions in conversations were answered, {turns_without_glossary} of them with the sentence that the "
        "glossary does not answer just now; of {searches:,} searches {searches_refused} were refused in a sentence. Afterwards both workers found the same as before by "
        "themselves, after {longest_until_found_again} s at most; {not_found_again} times they did not.",
    ),
    "faults-network": (
        "The line between workers and PostgreSQL cut",
        "{kills} times in mid-turn, for {seconds_cut:.0f} s in all and {longest_cut} s at most, {silent} times without a word, as behind a firewall that drops everything "
        "(`benchmarks/network.py`, with network namespaces). {turns:,} messages were acknowledged; all were answered {longest_until_all_answered} s after the line was mended at the "
        "latest. Of {health_checks:,} health checks meanwhile {health_checks_failed} failed, and none took longer than {slowest_health_check} s. {workers_replaced} workers had "
        "to be replaced, {left_in_transaction} transactions were left behind.",
    ),
    "faults-disk-postgres": (
        "PostgreSQL's disk full",
        "{kills} times, for {seconds_full:.0f} s in all (`benchmarks/disk.py`). {turns:,} messages were acknowledged. PostgreSQL ended itself {database_ended} times, for want "
        "of room for its log, and was started again; the workers were not. {pages_refused} forms of pages were refused, {pages_without_words} of them without the words in the page.",
    ),
    "faults-disk-sqlite": (
        "SQLite's disk full",
        "{kills} times, for {seconds_full:.0f} s in all. {turns:,} messages were acknowledged. Nothing was restarted. {pages_refused} forms of pages were refused, "
        "{pages_without_words} of them without the words in the page.",
    ),
    "faults-clock": (
        "The clock set back and forth",
        "{kills} times in mid-turn, on workers and PostgreSQL, by {largest_jump} hours at most, {backwards} times backwards (`benchmarks/clocks.py`, with libfaketime). {turns:,} "
        "messages were acknowledged; the longest wait for an answer was {longest_wait} s. Limits, holds and deleting by age are tested with a clock of their own "
        "(`tests/web/test_clock_jumps.py`): after a jump nothing is deleted by age for a day.",
    ),
}
SOUND = (
    "Lost {lost}, doubled {doubled}, half stored {halved}, out of order or with another reply {wrong}; sent again {sent_again:,}, told 503 or 409 in a sentence "
    "{told_in_a_sentence:,}, other errors shown {no_sentence}. {machine}."
)


def figures(name: str) -> Any:
    path = FIGURES / f"{name}.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else None


def loads() -> Iterator[str]:
    for name, title in LOADS.items():
        found = figures(name)
        if found is None:
            continue
        rows = found["rows"]
        yield f"**{title.format(**found)}.** Each simulated person waits {found['pause']} s before the next message. {found['machine']}."
        yield "\n".join((*HEAD, *map(line, rows)))
        yield from over_time(rows)
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


def others() -> Iterator[str]:
    for name, (title, sentence) in OTHERS.items():
        found = figures(name)
        if found is None:
            yield f"**{title}.** Not measured yet in full; a short form runs with the tests."
        else:
            yield f"**{title}.** {sentence.format(**found)} {SOUND.format(**found)}"


def models() -> Iterator[str]:
    found = figures("models")
    if found is None:
        yield "Not measured yet in full; a short form runs with the tests (`benchmarks/models.py`)."
        return
    rows = [
        "| the model | people | seconds | turns | p50 | p95 | longest wait | told to come back (503, Retry-After) | other errors | lost, doubled, half stored | most connections | longest transaction |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for r in found["rows"]:
        rows.append(
            f"| {r['behaviour']} | {r['people']} | {r['seconds']:.0f} | {r['turns']:,} | {r['p50']} s | {r['p95']} s | {r['longest_wait']} s | {r['busy']:,} | {r['no_sentence']} "
            f"| {r['lost']}, {r['doubled']}, {r['halved']} | {r['most_connections']} | {r['longest_transaction']} s |"
        )
    yield (
        f"People answer after one to two seconds; {found['workers']} workers on PostgreSQL read with the model's server and with the offline reader. A slow model takes "
        f"{found['slow_seconds']:.0f} s, a hanging one never answers, garbage is what a broken gateway sends. After two failures in a row a worker spares the model for two minutes. "
        f"Ten times a second PostgreSQL is asked how long its oldest transaction is open: a model call holds none, or they would take as long as it. {found['machine']}."
    )
    yield "\n".join(rows)


def over_time(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Throughput and memory minute by minute, where the run was long enough to tell."""
    minutes = rows[0].get("by_minute", []) if len(rows) == 1 else []
    if len(minutes) >= 5:
        told = ["| minute | " + " | ".join(str(m["minute"]) for m in minutes) + " |", "|---" * (len(minutes) + 1) + "|"]
        for name, title in (("turns_a_second", "turns a second"), ("p95", "p95, s"), ("memory", "memory, MB")):
            told.append(f"| {title} | " + " | ".join(str(m[name]) for m in minutes) + " |")
        yield "\n".join(told)


def page() -> str:
    parts = [
        "# Reliability",
        "<!-- Made by benchmarks/reliability.py from what the scripts measured; change those, not this page. -->",
        "Figures of real runs: real servers, real databases, the offline reader, simulated people over the API. Runs dated before 26 November 2026 were made with the small reader alone; the larger one takes about ten times as long for a message. What is not measured in full says so. How to set such a service up: [hosting](hosting.md).",
        "## Load",
        "Each person begins an assessment, tells a story and answers what is asked (`python benchmarks/load.py`). A turn's time runs from sending to the whole answer, over "
        "HTTP; the time in which people arrive does not count. The simulated people run on the same machine and take their share of it.",
        *loads(),
        "Other programs were at work on the machine meanwhile, so a quiet one does better.",
        "## Faults",
        "Two workers on PostgreSQL; a part is killed at a random moment while four people talk at once, who send again what is not answered, with the same key, as the "
        "browser does (`python benchmarks/faults.py`). A killed worker is replaced by the server; PostgreSQL is started again by the script; nothing else is "
        "restarted. Afterwards the database is compared with what was acknowledged. On SQLite the whole server is killed (`python benchmarks/kills.py`). Short forms run with the tests.",
        *faults(),
        *others(),
        "## A model that is slow, hangs or answers garbage",
        *models(),
        "Other faults are shown by tests: a database that is away and comes back (`tests/web/test_database_gone.py`), locked, read-only and full "
        "(`tests/web/test_bad_days.py`, `tests/store/test_trouble.py`), each way in which a model can misbehave (`tests/llm/test_failures.py`), a Chroma server that hangs "
        "(`tests/knowledge/test_index.py`), a retry at another worker and a worker that died in mid-turn (`tests/web/test_turn_order.py`).",
        "Not shown: a power cut of the machine (PostgreSQL and SQLite are set to survive one).",
    ]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
