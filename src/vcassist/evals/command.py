"""`vcassist eval`: loads suites, runs them, prints the figures, holds them against the gates."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from vcassist.assets import folder
from vcassist.errors import BadUsage
from vcassist.evals.gates import falls, load_gates, write_gates
from vcassist.evals.lint import lint as lint_cases
from vcassist.evals.results import envelope, flipped, part_results
from vcassist.evals.runner import Tick, run_inspected
from vcassist.evals.subject import Subject, subject_for
from vcassist.evals.suite import Case, Suite, load_suite, suite_names
from vcassist.evals.tables import markdown, show
from vcassist.settings import Settings

OUT_OF_REACH = frozenset({"understanding", "planner", "report", "documents"})


def run(
    suites: Sequence[str] = (),
    *,
    settings: Settings,
    model: str | None = None,
    reader: str | None = None,
    limit: int | None = None,
    seed: int = 7,
    json_path: str | Path | None = None,
    gate: bool = False,
    cases: str | Path | None = None,
    lint: bool = False,
    repeat: int = 1,
    url: str = "",
    write_gates: bool = False,
    compare: str | Path | None = None,
    docs: str | Path | None = None,
) -> int:
    """Runs the suites (all when none is named). 0 when done, 1 when a gate is not met or --lint found something.

    ``docs`` replaces the figures in a Markdown file between its two markers. Raises BadUsage for a suite, a folder or an
    option that cannot be used.
    """
    if (limit is not None and limit < 1) or repeat < 1:
        raise BadUsage("--limit and --repeat are numbers from 1.")
    names = list(suites) or [n for n in suite_names() if not (url and n in OUT_OF_REACH)]
    loaded = {name: load_suite(name, own=Path(cases) if cases else None) for name in names}
    if lint:
        return tell_complaints(loaded)
    broken = [c for s in loaded.values() for c in lint_broken(s)] if cases else []
    if broken:
        raise BadUsage(broken[0], "", "Mend the case; --lint lists all.")
    subject = subject_for(settings, model, reader, url)
    measured = {}
    for name, suite in loaded.items():
        measured[name] = {
            "title": suite.title,
            "parts": measure(suite, subject, settings.data / "evals", limit, seed, repeat),
        }
    results = envelope(
        measured,
        reader=reader or settings.reading,
        model=model or settings.model,
        seed=seed,
        limit=limit,
        repeat=repeat,
    )
    show(results, loaded)
    if json_path:
        Path(json_path).write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    if compare:
        tell_flips(json.loads(Path(compare).read_text(encoding="utf-8")), results)
    if docs:
        refresh_docs(Path(docs), markdown(results, loaded))
    if write_gates:
        set_gates(results, loaded, limit)
    return tell_falls(results) if gate else 0


def lint_broken(suite: Suite) -> list[str]:
    from vcassist.evals.lint import broken

    return [c.sentence() for c in broken(suite)]


def measure(suite: Suite, subject: Subject, logs: Path, limit: int | None, seed: int, repeat: int) -> dict[str, Any]:
    """Every part of one suite."""
    found = {}
    for part, cases in suite.parts.items():
        chosen = picked(cases, limit, seed)
        with progress(f"{suite.name} {part}", len(chosen) * repeat) as tick:
            runs = [
                run_inspected(f"{suite.name}/{part}", chosen, suite.kind, subject, logs, tick) for _ in range(repeat)
            ]
        found[part] = part_results(suite, part, runs, seed)
    return found


def picked(cases: Sequence[Case], limit: int | None, seed: int) -> list[Case]:
    """At most ``limit`` cases, drawn with the seed, in their own order."""
    if limit is None or limit >= len(cases):
        return list(cases)
    chosen = set(random.Random(seed).sample(range(len(cases)), limit))
    return [case for n, case in enumerate(cases) if n in chosen]


@contextmanager
def progress(what: str, total: int) -> Iterator[Tick]:
    """A bar on standard error where that is a terminal."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=sys.stderr), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def tell_complaints(loaded: dict[str, Suite]) -> int:
    found = lint_cases(loaded)
    for complaint in found:
        print(complaint.sentence())
    count = sum(len(cases) for suite in loaded.values() for cases in suite.parts.values())
    print(f"{count} cases looked at, {len(found)} complaints.", file=sys.stderr)
    return 1 if found else 0


def tell_falls(results: dict[str, Any]) -> int:
    gates = load_gates(folder("evals") / "gates.yaml")
    unset = [name for name in results["suites"] if name not in gates]
    if unset:
        print(f"No gates are set for {', '.join(unset)}. Set them with `vcassist eval --write-gates`.")
    fallen = falls(results, gates)
    for fall in fallen:
        print(f"Gate not met: {fall.sentence()}")
    if not fallen and not unset:
        print("All gates are met.")
    return 1 if fallen or unset else 0


def tell_flips(before: dict[str, Any], after: dict[str, Any]) -> None:
    """The paired comparison with an earlier run: which cases changed sides."""
    for where, change in flipped(before, after).items():
        print(
            f"{where}: {len(change['fixed'])} now right ({', '.join(change['fixed'][:20])}), {len(change['broken'])} now wrong ({', '.join(change['broken'][:20])})"
        )


def set_gates(results: dict[str, Any], loaded: dict[str, Suite], limit: int | None) -> None:
    if limit is not None:
        raise BadUsage("Gates cannot be set from a part of the cases.", "", "Run --write-gates without --limit.")
    path = folder("evals") / "gates.yaml"
    write_gates(path, results, loaded)
    print(f"Gates written to {path}.")


BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def refresh_docs(path: Path, text: str) -> None:
    """Puts the figures between the two markers of a Markdown file. Raises BadUsage when it has none."""
    whole = path.read_text(encoding="utf-8")
    if BEGIN not in whole or END not in whole:
        raise BadUsage(f"{path} has no place for figures.", f"It needs the lines {BEGIN} and {END}.")
    before, after = whole.split(BEGIN)[0], whole.split(END)[1]
    path.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
