"""`vcassist eval`: loads suites, runs them, tells the figures, holds them against the gates."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vcassist.assets import folder
from vcassist.errors import BadUsage, VcassistError
from vcassist.evals.agreement import SECOND
from vcassist.evals.agreement import agreement as agreed
from vcassist.evals.comparison import compared
from vcassist.evals.gates import held, load_gates, write_gates
from vcassist.evals.lint import broken
from vcassist.evals.lint import lint as lint_cases
from vcassist.evals.metering import Price, price_of
from vcassist.evals.results import earlier_runs, envelope, keep, part_results, read_run
from vcassist.evals.runner import Tick, run_inspected
from vcassist.evals.subject import Subject, subject_for
from vcassist.evals.suite import Case, Suite, load_suite, read_cases, suite_names
from vcassist.evals.tables import markdown, show, show_comparison
from vcassist.knowledge.register import load_register
from vcassist.report.words import plural
from vcassist.settings import Settings

# What no server can be asked, with the reason; and what it can be asked only in part.
OUT_OF_REACH = {
    "interviewer": "It understands in the reader's place, and no server lets anybody do that; the suite interview puts the same "
    "respondents to the server with its own reader.",
    "talks": "It says with each message which question stood open, and no server lets anybody put its questions.",
    "corrections": "It begins with notes that nobody told, and no server lets anybody put those words into somebody's mouth.",
}
IN_PART = {
    "report": "leaked and true_refused are left out, as a server's claim gate hears no sentences but its own report's",
    "planner": "the orders of a form and of most findings are this process's own",
}


@dataclass(frozen=True, slots=True)
class Sampling:
    """Which cases of each part run, and how often."""

    limit: int | None
    seed: int
    repeat: int
    fast: bool
    price: Price | None

    def cases(self, suite: Suite, part: str) -> list[Case]:
        """At most so many cases of a part, drawn with the seed, in their own order."""
        if self.fast and part == "kept_aside":
            return []
        most = [n for n in (self.limit, suite.fast if self.fast else None) if n is not None]
        return picked(suite.parts[part], min(most, default=None), self.seed)


def run(
    suites: Sequence[str] = (),
    *,
    settings: Settings,
    limit: int | None = None,
    seed: int = 7,
    json_path: str | Path | None = None,
    html: str | Path | None = None,
    gate: bool = False,
    cases: str | Path | None = None,
    lint: bool = False,
    agreement: bool = False,
    fast: bool = False,
    repeat: int = 1,
    price: str | None = None,
    url: str = "",
    write_gates: bool = False,
    compare: str | Path | None = None,
    docs: str | Path | None = None,
    run_file: str | Path | None = None,
) -> int:
    """Runs the suites (all when none is named). 0 when done, 1 when a gate is not met or --lint found something.

    ``docs`` replaces the figures in a Markdown file between its two markers; ``run_file`` is an earlier run to tell again instead.
    Raises BadUsage for a suite, a folder or an option that cannot be used.
    """
    if (limit is not None and limit < 1) or repeat < 1:
        raise BadUsage("--limit and --repeat are numbers from 1.")
    if write_gates:
        refuse_part(bool(limit is not None or fast or cases or url))
    before = read_run(Path(compare)) if compare else None
    if run_file:
        results, loaded = told_again(read_run(Path(run_file)), suites)
        if write_gates:
            refuse_part(
                results.get("limit") is not None
                or bool(results.get("fast") or results.get("own") or results.get("url"))
            )
        show(results, loaded)
        earlier = earlier_runs(results, settings.data / "evals" / "runs")
        tell(results, loaded, before, earlier, json_path=json_path, html=html, docs=docs)
        if write_gates:
            set_gates(results, loaded)
        return tell_falls(results) if gate else 0
    loaded = load(suites, Path(cases) if cases else None, fast, bool(url))
    if lint:
        return tell_complaints(loaded)
    if agreement:
        return tell_agreement(loaded)
    complaints = [c.sentence() for s in loaded.values() for c in broken(s)] if cases else []
    if complaints:
        raise BadUsage(complaints[0], "", "Mend the case; --lint lists all.")
    sampling = Sampling(limit, seed, repeat, fast, price_of(price) if price else None)
    for name in loaded if url else ():
        if name in IN_PART:
            print(f"{name} over --url: {IN_PART[name]}.", file=sys.stderr)
    subject, runs = subject_for(settings, url), settings.data / "evals"
    try:
        measured = {
            name: {"title": suite.title, "parts": measure(suite, subject, runs / "logs", sampling)}
            for name, suite in loaded.items()
        }
    finally:
        subject.close()
    results = envelope(
        measured,
        reader="" if url else settings.reading,
        model="" if url else settings.model,
        embeddings=settings.embeddings,
        url=url,
        seed=seed,
        limit=limit,
        fast=fast,
        repeat=repeat,
        own=bool(cases),
    )
    show(results, loaded)
    earlier = earlier_runs(results, runs / "runs")
    keep(results, runs / "runs")
    tell(results, loaded, before, earlier, json_path=json_path, html=html, docs=docs)
    if write_gates:
        set_gates(results, loaded)
    return tell_falls(results) if gate else 0


def refuse_part(partly: bool) -> None:
    """Raises BadUsage where gates would be set from less than all our cases, or from a server."""
    if partly:
        raise BadUsage(
            "Gates cannot be set from a part of the cases or from a server.",
            "",
            "Run --write-gates without --limit and --url.",
        )


def told_again(run: dict[str, Any], names: Sequence[str]) -> tuple[dict[str, Any], dict[str, Suite]]:
    """An earlier run with the suites that it holds, or those of them that are named. Raises BadUsage for one that it does not hold."""
    missing = [name for name in names if name not in run["suites"]]
    if missing:
        raise BadUsage(f"That run holds no {missing[0]}.", f"It holds: {', '.join(run['suites'])}.")
    loaded = {name: load_suite(name) for name in names or run["suites"]}
    return {**run, "suites": {name: run["suites"][name] for name in loaded}}, loaded


def load(names: Sequence[str], own: Path | None, fast: bool, remote: bool) -> dict[str, Suite]:
    """The suites named, else all that can be run this way; with an evaluator's own folder, those that it holds cases for."""
    for name in OUT_OF_REACH if remote else ():
        if name in names:
            raise BadUsage(f"{name} cannot be measured over --url.", OUT_OF_REACH[name], "Run it without --url.")
    if names:
        return {name: load_suite(name, own=own) for name in names}
    every = [n for n in suite_names() if not (remote and n in OUT_OF_REACH)]
    if own is not None:
        every = [n for n in every if (own / n).is_dir()]
        if not every:
            raise BadUsage(f"{own} holds no folder named like a suite.", f"There are: {', '.join(suite_names())}.")
    loaded = {name: load_suite(name, own=own) for name in every}
    return {name: suite for name, suite in loaded.items() if not fast or suite.fast}


def measure(suite: Suite, subject: Subject, logs: Path, sampling: Sampling) -> dict[str, Any]:
    """Every part of one suite."""
    found = {}
    for part in suite.parts:
        chosen = sampling.cases(suite, part)
        if not chosen:
            continue
        used = subject.meter.mark()
        with progress(f"{suite.name} {part}", len(chosen) * sampling.repeat) as tick:
            runs = [
                run_inspected(f"{suite.name}/{part}", chosen, suite.kind, subject, logs, tick)
                for _ in range(sampling.repeat)
            ]
        found[part] = part_results(suite, part, runs, sampling.seed)
        use = subject.meter.since(used, sampling.price)
        if use and use["failed"] == use["calls"]:
            # The product went on without it, as it should: its figures would be those of another reader under the model's name.
            raise VcassistError(
                f"The model answered none of its {use['calls'] + use['skipped']} calls in {suite.name}.",
                "So nothing was measured with it.",
                "Try it with `vcassist model`.",
            )
        found[part] |= {"model_use": use} if use else {}
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


def tell(
    results: Mapping[str, Any],
    loaded: Mapping[str, Suite],
    before: Mapping[str, Any] | None,
    earlier: Sequence[Mapping[str, Any]],
    *,
    json_path: str | Path | None,
    html: str | Path | None,
    docs: str | Path | None,
) -> None:
    """Everything that is written of a run beside the tables: the comparison, JSON, the page, the figures in a document."""
    changes = compared(before, results, results["seed"]) if before else {}
    if before:
        show_comparison(before, changes)
    if json_path:
        Path(json_path).write_text(json.dumps(results, ensure_ascii=False), encoding="utf-8")
    if html:
        from vcassist.evals.page import page

        if not before and earlier:
            before = earlier[-1]
            changes = compared(before, results, results["seed"])
        gates = load_gates(folder("evals") / "gates.yaml")
        Path(html).write_text(page(results, loaded, gates, earlier, before, changes), encoding="utf-8")
    if docs:
        refresh_docs(Path(docs), markdown(results, loaded))


def tell_complaints(loaded: dict[str, Suite]) -> int:
    found = lint_cases(loaded)
    for complaint in found:
        print(complaint.sentence())
    count = sum(len(cases) for suite in loaded.values() for cases in suite.parts.values())
    print(f"{plural(count, 'case')} looked at, {plural(len(found), 'complaint')}.", file=sys.stderr)
    return 1 if found else 0


def tell_agreement(loaded: dict[str, Suite]) -> int:
    """How far the annotators of each suite that was annotated twice agree, and every unit on which they differ."""
    register = load_register()
    for name, suite in loaded.items():
        twice = list(read_cases(folder("evals") / name / SECOND))
        if not twice:
            continue
        told = agreed(suite.parts["development"], twice, register)
        print(
            f"{name}: {told['cases']} cases annotated twice, {told['facts']} facts: F1 {told['f1']:.3f}, Krippendorff's alpha "
            f"{told['alpha']:.3f} over {told['units']} units, of the intents {told['alpha_intent']:.3f}."
        )
        for one in (*told["differ"], *({**each, "ref": "intent"} for each in told["intents_differ"])):
            print(f"  {one['id']} {one['ref']}: {one['first']} / {one['second']}")
    return 0


def tell_falls(results: dict[str, Any]) -> int:
    """Names every figure on the wrong side of its gate. A run of a part of the cases is held only where more than noise speaks."""
    gates = load_gates(folder("evals") / "gates.yaml")
    unset = [
        f"{name}/{part}"
        for name, suite in results["suites"].items()
        for part in suite["parts"]
        if part not in gates.get(name, {})
    ]
    if unset:
        print(f"No gates are set for {', '.join(unset)}. Set them with `vcassist eval --write-gates`.")
    sliced = results["limit"] is not None or results["fast"]
    counted, told = held(results, gates, sliced)
    for fall in told:
        print(f"Below its gate in this part of the cases, not held: {fall.sentence()}")
    for fall in counted:
        print(f"Gate not met: {fall.sentence()}")
    if not counted and not unset:
        print("All gates are met.")
    return 1 if counted or unset else 0


def set_gates(results: dict[str, Any], loaded: dict[str, Suite]) -> None:
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
