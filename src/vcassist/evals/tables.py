"""The figures as tables: in a terminal, and as Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vcassist.evals.suite import LEVELS, Measure, Suite
from vcassist.report.words import plural

# Below this many cases that do not belong together, resampling them tells nothing of others: alike ones give no width at all.
FEW = 10
LONGEST_TOLD = 400


def show(results: Mapping[str, Any], suites: Mapping[str, Suite], failures: int = 5) -> None:
    """Prints one table a suite, its first measure by difficulty, and the first failures of the parts that may be looked at."""
    from rich.console import Console

    console = Console(highlight=False)
    console.print(f"[bold]vcassist eval[/] · {results['at']} · {results['machine']} · {measured_with(results)}")
    console.print(f"[italic]{results['note']}[/]\n")
    for name, run in results["suites"].items():
        console.print(figure_table(suites[name], run))
        for part, measured in run["parts"].items():
            console.print(f"  {part} by difficulty: {difficulty_text(suites[name], measured)}", style="dim")
            told = measured.get("failures", [])
            if told:
                console.print(
                    f"  {part}: {len(told)} of {plural(measured['cases'], 'case')} not fully right; the first:",
                    style="dim",
                )
            for failure in told[:failures]:
                console.print("\n".join(failure_lines(failure)), style="dim", markup=False)
        few = [part for part, measured in run["parts"].items() if too_few(measured)]
        if few:
            console.print(f"  {', '.join(few)}: fewer than {FEW} cases are too few for an interval.", style="dim")
        console.print()


def failure_lines(failure: Mapping[str, Any]) -> list[str]:
    """A failure in three lines for a terminal: its case, what was expected and what came; what is too long ends with …"""
    lines = [f"    {failure['id']}{': ' if failure['note'] else ''}{failure['note']}"]
    for what in ("expected", "got"):
        said = in_words(failure[what])
        lines.append(
            f"      {what}: {said if len(said) <= LONGEST_TOLD else said[:LONGEST_TOLD].rsplit(' ', 1)[0] + ' …'}"
        )
    return lines


def in_words(value: Any) -> str:
    """Something expected or got, whatever its shape, as people write it: ``model.name = Nova “Nova it is”``, ``wrong: …; lost: …``."""
    if value in (None, "", [], {}):
        return "nothing"
    if isinstance(value, Mapping) and "ref" in value:
        said = value["value"] if value.get("value") is not None else value.get("status", "")
        return f"{value['ref']} = {in_words(said)}" + (f" “{value['quote']}”" if value.get("quote") else "")
    if isinstance(value, Mapping):
        told = {key: each for key, each in value.items() if each not in ("", [], {})}
        return "; ".join(f"{key}: {in_words(each)}" for key, each in told.items()) or "nothing"
    if isinstance(value, list | tuple):
        return ", ".join(map(in_words, value))
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def too_few(part: Mapping[str, Any]) -> bool:
    """Whether a part has so few cases that an interval would promise what nobody knows."""
    return len(set(part["scores"]["clusters"]) if "scores" in part else range(part["cases"])) < FEW


def figure_text(figure: Mapping[str, Any], part: Mapping[str, Any]) -> str:
    """``0.912  [0.88–0.94]``, without the interval where the cases are too few."""
    return f"{figure['value']:.3f}" + ("" if too_few(part) else f"  [{figure['low']:.2f}–{figure['high']:.2f}]")


def measured_with(run: Mapping[str, Any]) -> str:
    """What was measured: the reader and model of this process, or a server."""
    if run.get("url"):
        return f"over the API of {run['url']}"
    return f"reader {run.get('reader')}, model {run.get('model') or 'none'}"


def difficulty_text(suite: Suite, measured: Mapping[str, Any]) -> str:
    """The suite's first measure for easy, medium and hard cases, each with the number that it stands on."""
    levels = measured["groups"].get("difficulty", {})
    first = next((n for n in suite.measures if n in measured["measures"]), next(iter(measured["measures"]), ""))
    told = [
        f"{level} {levels[level][first][0]:.3f} ({levels[level][first][1]:.0f})"
        for level in LEVELS
        if first in levels.get(level, {})
    ]
    return f"{first} {', '.join(told)}" if told else "nothing"


def figure_table(suite: Suite, run: Mapping[str, Any]) -> Any:
    """One row a measure, one column a part, with the 95 % interval."""
    from rich.table import Table

    table = Table(title=f"{suite.name}: {suite.title}", title_justify="left")
    table.add_column("measure")
    parts = list(run["parts"])
    for part in parts:
        table.add_column(f"{part} ({plural(run['parts'][part]['cases'], 'case')})", justify="right")
    names = [*suite.measures, *(n for p in parts for n in run["parts"][p]["measures"] if n not in suite.measures)]
    for name in dict.fromkeys(names):
        cells = [run["parts"][part]["measures"].get(name) for part in parts]
        if any(cells):
            arrow = "" if name not in suite.measures else " ↑" if suite.measures[name].better == "high" else " ↓"
            table.add_row(
                f"{name}{arrow}",
                *(
                    "" if c is None else figure_text(c, run["parts"][part]).replace("[", "\\[")
                    for part, c in zip(parts, cells, strict=True)
                ),
            )
    table.add_row(
        "ms a case, median / p95",
        *(f"{run['parts'][p]['ms']['median']:.0f} / {run['parts'][p]['ms']['p95']:.0f}" for p in parts),
    )
    uses = [run["parts"][p].get("model_use") for p in parts]
    if any(uses):
        table.add_row("language model", *(use_text(use) if use else "" for use in uses))
    return table


def use_text(use: Mapping[str, Any]) -> str:
    """What the model was used for, in one line."""
    about = "about " if use["tokens_estimated"] else ""
    cost = f", ${use['dollars']:.4f}" if "dollars" in use else ""
    lost = [(use["failed"], "failed"), (use.get("skipped", 0), "more not tried after failures")]
    failed = f" ({', '.join(f'{n} {what}' for n, what in lost if n)})" if any(n for n, _ in lost) else ""
    return (
        f"{use['calls']} calls{failed}, {about}{use['tokens_read']:,} tokens read and {use['tokens_written']:,} written"
        f"{cost}, {use['seconds']['median']:.2f} s a call, p95 {use['seconds']['p95']:.2f} s"
    )


def show_comparison(before: Mapping[str, Any], changes: Mapping[str, Mapping[str, Any]]) -> None:
    """The paired comparison with an earlier run: each figure that moved, whether beyond noise, and the cases that changed sides."""
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=True)
    console.print(f"[bold]Compared case by case with the run of {before['at']}[/] ({measured_with(before)})")
    if not changes:
        console.print("  The two runs have no cases in common.")
    for where, change in changes.items():
        moved = {n: m for n, m in change["measures"].items() if m["change"]}
        console.print(
            f"  {where}: {change['cases']} cases in both, {'nothing moved' if not moved else f'{len(moved)} figures moved'}"
        )
        for name, m in moved.items():
            noise = "beyond noise" if m["beyond"] else "within noise"
            console.print(
                f"    {name}: {m['before']:.3f} → {m['after']:.3f} ({m['change']:+.3f}, {noise}: {m['low']:+.3f} to {m['high']:+.3f})",
                markup=False,
            )
        for side, word in (("fixed", "now right"), ("broken", "now wrong")):
            if change[side]:
                more = f" and {len(change[side]) - 20} more" if len(change[side]) > 20 else ""
                console.print(f"    {len(change[side])} {word}: {', '.join(change[side][:20])}{more}", markup=False)
    console.print()


def markdown(results: Mapping[str, Any], suites: Mapping[str, Suite]) -> str:
    """The same for docs/evals.md: a table a suite, with date and machine above."""
    lines = [
        f"Measured {results['at'][:10]} on {results['machine']}; {measured_with(results)}, seed {results['seed']}.",
        "",
    ]
    for name, run in results["suites"].items():
        parts = list(run["parts"])
        lines += [f"### {name}: {suites[name].title}", "", _head(run, parts)]
        lines.append("|---|" + "---:|" * len(parts) + "---|")
        for measure in dict.fromkeys(n for p in parts for n in run["parts"][p]["measures"]):
            cells = [run["parts"][p]["measures"].get(measure) for p in parts]
            lines.append(
                f"| {measure} | "
                + " | ".join(
                    "" if c is None else f"{c['value']:.3f} ({c['low']:.2f} to {c['high']:.2f})" for c in cells
                )
                + f" | {_meaning(suites[name].measures.get(measure))} |"
            )
        times = " | ".join(f"{run['parts'][p]['ms']['median']:.0f} / {run['parts'][p]['ms']['p95']:.0f}" for p in parts)
        levels = " | ".join(difficulty_text(suites[name], run["parts"][p]).partition(" ")[2] for p in parts)
        lines.append(
            f"| by difficulty | {levels} | {next(iter(suites[name].measures), '')}, and in brackets the number that it stands on |"
        )
        lines.append(f"| ms a case, median / p95 | {times} | milliseconds; low is better |")
        uses = [run["parts"][p].get("model_use") for p in parts]
        if any(uses):
            lines.append(f"| language model | {' | '.join(use_text(u) if u else '' for u in uses)} | |")
        lines.append("")
    return "\n".join(lines)


def _head(run: Mapping[str, Any], parts: list[str]) -> str:
    return "| measure | " + " | ".join(f"{p} ({run['parts'][p]['cases']} cases)" for p in parts) + " | what it is |"


def _meaning(measure: Measure | None) -> str:
    """What a measure is, and which way is better where that is not up."""
    if measure is None:
        return ""
    return f"{measure.means}; low is better" if measure.better == "low" else measure.means
