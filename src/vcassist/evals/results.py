"""The figures of a run as one JSON object: suites, parts, measures with intervals, groups, and the failures that may be shown."""

from __future__ import annotations

import hashlib
import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from vcassist.clock import utc_now
from vcassist.errors import BrokenAsset
from vcassist.evals.measure import Row, figures, grouped, quantile, total
from vcassist.evals.suite import Case, Suite

FORMAT = 2
NOTE = "The cases are written and annotated by a language model, not collected from people; read the figures as such."
OWN_NOTE = "The cases are your own; the figures speak of them alone."
HIDDEN_PARTS = frozenset({"kept_aside"})
EARLIER = 12


def machine() -> str:
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def part_results(suite: Suite, part: str, runs: Sequence[Sequence[Row]], seed: int) -> dict[str, Any]:
    """One part's figures. Single failures of a kept-aside part are not told, so that nobody tunes on them."""
    rows = [row for run in runs for row in run]
    given = {case["id"]: case for case in suite.parts.get(part, ())}
    found: dict[str, Any] = {
        "cases": len(runs[0]),
        "measures": {name: f.as_json() for name, f in figures(rows, seed).items()},
        "ms": {
            "median": round(quantile([r.ms for r in rows], 0.5), 1),
            "p95": round(quantile([r.ms for r in rows], 0.95), 1),
        },
        "groups": grouped([levelled(suite, row, given) for row in rows]),
        "scores": scores(runs, part not in HIDDEN_PARTS),
    }
    if len(runs) > 1:
        each = [figures(run, seed) for run in runs]
        found["spread"] = {name: [round(f[name].value, 4) for f in each if name in f] for name in found["measures"]}
    if part not in HIDDEN_PARTS:
        found["failures"] = [told(suite, r, given.get(r.case)) for r in runs[0] if r.scored["failed"]]
        found["passed"] = [r.case for r in runs[0] if not r.scored["failed"]]
    return found


def levelled(suite: Suite, row: Row, given: Mapping[str, Case]) -> Row:
    """A row with its difficulty as one more group."""
    if row.case not in given:
        return row
    level = {suite.difficulty(given[row.case]): row.scored["ratios"]}
    return replace(row, scored={**row.scored, "groups": {"difficulty": level, **row.scored["groups"]}})


def told(suite: Suite, row: Row, case: Case | None) -> dict[str, Any]:
    """One failure: what was put to the product, what was expected, what came, and a note."""
    show = getattr(suite.kind, "shown", None)
    put = "" if case is None else show(case) if show else " / ".join(suite.kind.texts(case))
    return {
        "id": row.case,
        "put": put[:1500],
        "note": row.scored["note"],
        "expected": row.scored["expected"],
        "got": row.scored["got"],
    }


def scores(runs: Sequence[Sequence[Row]], named: bool) -> dict[str, Any]:
    """Every case's part in every measure, repeats added up, so that a later run can be compared with this one case by case."""
    first = runs[0]
    clusters = {cluster: n for n, cluster in enumerate(dict.fromkeys(r.cluster for r in first))}
    names = dict.fromkeys(name for run in runs for row in run for name in row.scored["ratios"])
    return {
        "ids": [r.case for r in first] if named else None,
        "digest": hashlib.sha256("\n".join(r.case for r in first).encode()).hexdigest()[:16],
        "clusters": [clusters[r.cluster] for r in first],
        "ratios": {
            name: [
                [round(v, 6) for v in total(run[n].scored["ratios"].get(name, (0.0, 0.0)) for run in runs)]
                for n in range(len(first))
            ]
            for name in names
        },
    }


def envelope(suites: Mapping[str, Any], **about: Any) -> dict[str, Any]:
    """The whole object. ``about`` tells reader, model, seed, limit, repeat, and whether the cases are the evaluator's ``own``."""
    return {
        "format": FORMAT, "note": OWN_NOTE if about.get("own") else NOTE, "at": utc_now(), "machine": machine(),
        **about, "suites": dict(suites),
    }  # fmt: skip


def read_run(path: Path) -> dict[str, Any]:
    """A run written with --json. Raises BrokenAsset when the file is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BrokenAsset(f"{path} cannot be read as an earlier run.", str(error)) from error
    if not isinstance(found, dict) or not isinstance(found.get("suites"), dict):
        raise BrokenAsset(f"{path} is no run.", "A run is what --json writes.")
    return found


def keep(results: Mapping[str, Any], folder: Path) -> None:
    """Keeps the run beside the earlier ones, for comparison on the page."""
    folder.mkdir(parents=True, exist_ok=True)
    name = str(results["at"]).replace(":", "").replace("+0000", "Z")
    (folder / f"{name}.json").write_text(json.dumps(results, ensure_ascii=False), encoding="utf-8")


def earlier_runs(results: Mapping[str, Any], folder: Path) -> list[dict[str, Any]]:
    """The last runs of any of the same suites on as many cases, oldest first; a file that is no run is passed over."""
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            run = read_run(path)
        except BrokenAsset:
            continue
        alike = all(run.get(key) == results.get(key) for key in ("limit", "fast", "own"))
        if alike and run.get("at") != results["at"] and set(run["suites"]) & set(results["suites"]):
            found.append(run)
    return found[-EARLIER:]
