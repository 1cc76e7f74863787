"""The figures of a run as one JSON object: suites, parts, measures with intervals, groups, and the failures that may be shown."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from vcassist.evals.measure import Row, figures, grouped, quantile
from vcassist.evals.suite import Suite

FORMAT = 1
NOTE = "The cases are written and annotated by a language model, not collected from people; read the figures as such."
HIDDEN_PARTS = frozenset({"kept_aside"})


def machine() -> str:
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def part_results(suite: Suite, part: str, runs: Sequence[Sequence[Row]], seed: int) -> dict[str, Any]:
    """One part's figures. Single failures of a kept-aside part are not told, so that nobody tunes on them."""
    rows = [row for run in runs for row in run]
    found: dict[str, Any] = {
        "cases": len(runs[0]),
        "measures": {name: f.as_json() for name, f in figures(rows, seed).items()},
        "ms": {
            "median": round(quantile([r.ms for r in rows], 0.5), 1),
            "p95": round(quantile([r.ms for r in rows], 0.95), 1),
        },
        "groups": grouped(rows),
    }
    if len(runs) > 1:
        each = [figures(run, seed) for run in runs]
        found["spread"] = {name: [round(f[name].value, 4) for f in each if name in f] for name in found["measures"]}
    if part not in HIDDEN_PARTS:
        found["failures"] = [
            {"id": r.case, "note": r.scored["note"], "expected": r.scored["expected"], "got": r.scored["got"]}
            for r in runs[0]
            if r.scored["failed"]
        ]
        found["passed"] = [r.case for r in runs[0] if not r.scored["failed"]]
    return found


def envelope(suites: Mapping[str, Any], **about: Any) -> dict[str, Any]:
    """The whole object. ``about`` tells reader, model, seed, limit and repeat."""
    return {
        "format": FORMAT, "note": NOTE, "at": datetime.now(UTC).isoformat(timespec="seconds"), "machine": machine(),
        **about, "suites": dict(suites),
    }  # fmt: skip


def flipped(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Cases that passed in one run and failed in the other, by suite/part: {"fixed": […], "broken": […]}."""
    found = {}
    for name, suite in after["suites"].items():
        for part, now in suite["parts"].items():
            then = before.get("suites", {}).get(name, {}).get("parts", {}).get(part)
            if then is None or "passed" not in now or "passed" not in then:
                continue
            was, new = set(then["passed"]), set(now["passed"])
            both = (was | {f["id"] for f in then["failures"]}) & (new | {f["id"] for f in now["failures"]})
            change = {"fixed": sorted((new - was) & both), "broken": sorted((was - new) & both)}
            if any(change.values()):
                found[f"{name}/{part}"] = change
    return found
