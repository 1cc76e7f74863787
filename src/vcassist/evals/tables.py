"""The figures as tables in a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vcassist.evals.suite import Suite


def show(results: Mapping[str, Any], suites: Mapping[str, Suite], failures: int = 5) -> None:
    """Prints one table a suite, the weakest labels of each group, and the first failures of the parts that may be looked at."""
    from rich.console import Console

    console = Console(highlight=False)
    console.print(
        f"[bold]vcassist eval[/] · {results['at']} · {results['machine']} · reader {results['reader']} · model {results['model'] or 'none'}"
    )
    console.print(f"[italic]{results['note']}[/]\n")
    for name, run in results["suites"].items():
        console.print(figure_table(suites[name], run))
        for part, measured in run["parts"].items():
            told = measured.get("failures", [])
            if told:
                console.print(
                    f"  {part}: {len(told)} of {measured['cases']} cases not fully right; the first:", style="dim"
                )
            for failure in told[:failures]:
                console.print(
                    f"    {failure['id']}: {failure['note']}  expected {failure['expected']}  got {failure['got']}"[
                        :400
                    ],
                    style="dim",
                    markup=False,
                )
        console.print()


def figure_table(suite: Suite, run: Mapping[str, Any]) -> Any:
    """One row a measure, one column a part, with the 95 % interval."""
    from rich.table import Table

    table = Table(title=f"{suite.name}: {suite.title}", title_justify="left")
    table.add_column("measure")
    parts = list(run["parts"])
    for part in parts:
        table.add_column(f"{part} ({run['parts'][part]['cases']} cases)", justify="right")
    names = [*suite.measures, *(n for p in parts for n in run["parts"][p]["measures"] if n not in suite.measures)]
    for name in dict.fromkeys(names):
        cells = [run["parts"][part]["measures"].get(name) for part in parts]
        if any(cells):
            arrow = "" if name not in suite.measures else " ↑" if suite.measures[name].better == "high" else " ↓"
            table.add_row(
                f"{name}{arrow}",
                *(
                    "" if c is None else f"{c['value']:.3f}  [{c['low']:.2f}–{c['high']:.2f}]".replace("[", "\\[")
                    for c in cells
                ),
            )
    table.add_row(
        "ms a case, median / p95",
        *(f"{run['parts'][p]['ms']['median']:.0f} / {run['parts'][p]['ms']['p95']:.0f}" for p in parts),
    )
    return table


def markdown(results: Mapping[str, Any], suites: Mapping[str, Suite]) -> str:
    """The same for docs/evals.md: a table a suite, with date and machine above."""
    lines = [
        f"Measured {results['at'][:10]} on {results['machine']}; reader {results['reader']}, model {results['model'] or 'none'}, seed {results['seed']}.",
        "",
    ]
    for name, run in results["suites"].items():
        parts = list(run["parts"])
        lines += [f"### {name}: {suites[name].title}", "", _head(run, parts)]
        lines.append("|---|" + "---:|" * len(parts))
        for measure in dict.fromkeys(n for p in parts for n in run["parts"][p]["measures"]):
            cells = [run["parts"][p]["measures"].get(measure) for p in parts]
            lines.append(
                f"| {measure} | "
                + " | ".join(
                    "" if c is None else f"{c['value']:.3f} ({c['low']:.2f} to {c['high']:.2f})" for c in cells
                )
                + " |"
            )
        times = " | ".join(f"{run['parts'][p]['ms']['median']:.0f} / {run['parts'][p]['ms']['p95']:.0f}" for p in parts)
        lines += [f"| ms a case, median / p95 | {times} |", ""]
    return "\n".join(lines)


def _head(run: Mapping[str, Any], parts: list[str]) -> str:
    return "| measure | " + " | ".join(f"{p} ({run['parts'][p]['cases']} cases)" for p in parts) + " |"
