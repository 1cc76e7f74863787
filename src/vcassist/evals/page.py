"""A run as one page: charts, tables, every failure with what was expected and what came, and the earlier runs. Nothing is fetched."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from vcassist.assets import folder
from vcassist.evals.suite import Measure, Suite
from vcassist.evals.tables import FEW, measured_with, too_few, use_text
from vcassist.report.words import plural

Json = Mapping[str, Any]
LABELS_SHOWN = 80


def page(
    results: Json,
    suites: Mapping[str, Suite],
    gates: Json,
    earlier: Sequence[Json] = (),
    before: Json | None = None,
    changes: Json | None = None,
) -> str:
    """The whole HTML document. ``changes`` is the paired comparison with the run ``before``; ``earlier`` are older runs, oldest first."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(folder("web") / "templates" / "evals"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["lines"] = as_lines
    made.filters["use"] = use_text
    made.filters["measured_with"] = measured_with
    made.filters["counted"] = plural
    made.filters["few"] = too_few
    made.globals |= {"at": share, "few_cases": FEW}
    shown = [
        suite_view(suites[name], run, gates.get(name, {}), earlier, results) for name, run in results["suites"].items()
    ]
    css = (folder("web") / "templates" / "evals" / "page.css").read_text(encoding="utf-8")
    return made.get_template("page.html").render(
        run=results, suites=shown, before=before, changes=changes or {}, css=css, earlier=earlier
    )


def suite_view(suite: Suite, run: Json, gates: Json, earlier: Sequence[Json], results: Json) -> dict[str, Any]:
    """What the template shows of one suite."""
    parts = list(run["parts"])
    names = dict.fromkeys([*suite.measures, *(n for p in parts for n in run["parts"][p]["measures"])])
    rows: list[dict[str, Any]] = []
    for name in names:
        figures = {p: run["parts"][p]["measures"][name] for p in parts if name in run["parts"][p]["measures"]}
        if figures:
            about = suite.measures.get(name) or Measure(name, "", gate=False)
            bounds = {p: gates.get(p, {}).get(name, {}) for p in figures}
            limits = {p: next(iter(bound.values())) for p, bound in bounds.items() if bound}
            rows.append({"about": about, "figures": figures, "gates": limits})
    return {
        "name": suite.name,
        "suite": suite,
        "parts": {p: run["parts"][p] for p in parts},
        "rows": rows,
        "charted": [
            r for r in rows if r["about"].gate and all(-0.001 <= f["value"] <= 1.001 for f in r["figures"].values())
        ],
        "groups": {p: groups_view(run["parts"][p]["groups"], suite.measures) for p in parts},
        "trend": trend(suite, earlier, results),
    }


def groups_view(groups: Json, about: Mapping[str, Measure]) -> list[dict[str, Any]]:
    """Each group as a table: its measures as columns, its labels as rows, the weakest first."""
    found = []
    for group, labels in groups.items():
        columns = list(dict.fromkeys(m for measures in labels.values() for m in measures))
        low = columns[0] in about and about[columns[0]].better == "low"
        sign = -1 if low else 1
        weakest = sorted(labels.items(), key=lambda item: sign * next(iter(item[1].values()))[0] if item[1] else 0)
        found.append(
            {"name": group, "columns": columns, "rows": weakest[:LABELS_SHOWN], "left": len(weakest[LABELS_SHOWN:])}
        )
    return found


def trend(suite: Suite, earlier: Sequence[Json], results: Json) -> list[dict[str, Any]]:
    """One row a run, oldest first: when, with what, and the gated figures of the development cases (or the first part)."""
    found = []
    for run in (*earlier, results):
        parts = run["suites"].get(suite.name, {}).get("parts", {})
        if parts:
            part = parts.get("development") or next(iter(parts.values()))
            figures = {n: part["measures"].get(n, {}).get("value") for n, m in suite.measures.items() if m.gate}
            found.append({"at": run["at"], "with": measured_with(run), "figures": figures})
    return found


def share(value: float, low: float, width: float) -> float:
    """A place on an axis from 0 to 1 that begins at ``low`` and is ``width`` long."""
    return round(low + width * min(1.0, max(0.0, value)), 1)


def as_lines(value: Any) -> list[str]:
    """Something expected or got, in lines for people: facts as ``ref = value “quote”``, anything else as plain JSON."""
    if value in (None, "", [], {}):
        return ["nothing"]
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [f"{key}: {_short(each)}" for key, each in value.items()]
    return [_fact(each) if isinstance(each, Mapping) and "ref" in each else _short(each) for each in value]


def _fact(fact: Json) -> str:
    said = _short(fact["value"]) if fact.get("value") is not None else fact.get("status", "")
    return f"{fact['ref']} = {said}" + (f" “{fact['quote']}”" if fact.get("quote") else "")


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 600 else f"{text[:600]} …"
