"""Runs the cases of one part through inspect-ai with a solver of our own: no model, no network, its logs kept for `inspect view`."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from vcassist.errors import VcassistError
from vcassist.evals.measure import Row
from vcassist.evals.subject import Subject
from vcassist.evals.suite import Case, Kind

Tick = Callable[[], None]


def answered(case: Case, kind: Kind, subject: Subject) -> dict[str, Any]:
    """What the product says to a case, with the time it took (ms). A bug in the product counts against it and does not end the run."""
    began = subject.clock()
    try:
        got, crashed = kind.answer(case, subject), ""
    except VcassistError as error:
        got, crashed = None, str(error)
    except Exception as error:  # What is measured may fail in any way; the figure "crashed" tells it.
        got, crashed = None, f"{type(error).__name__}: {error}"
    return {"got": got, "crashed": crashed, "ms": 1000 * (subject.clock() - began)}


def scored(case: Case, kind: Kind, subject: Subject, said: dict[str, Any]) -> dict[str, Any]:
    """The score of an answer as JSON, with the measure that every suite has: whether it crashed."""
    found = kind.score(case, said["got"], subject).as_json()
    found["ratios"]["crashed"] = [float(bool(said["crashed"])), 1.0]
    found["failed"] = found["failed"] or bool(said["crashed"])
    found["note"] = said["crashed"] or found["note"]
    return {"scored": found, "ms": said["ms"], "crashed": said["crashed"]}


def row_of(case: Case, kind: Kind, outcome: dict[str, Any]) -> Row:
    cluster = kind.cluster(case) if hasattr(kind, "cluster") else case["id"]
    return Row(case["id"], cluster, outcome["scored"], outcome["ms"], outcome["crashed"])


def run_plain(cases: Sequence[Case], kind: Kind, subject: Subject) -> list[Row]:
    """The same without inspect: for tests, where its start-up and logs would cost more than the cases."""
    return [row_of(c, kind, scored(c, kind, subject, answered(c, kind, subject))) for c in cases]


def run_inspected(name: str, cases: Sequence[Case], kind: Kind, subject: Subject, logs: Path, tick: Tick) -> list[Row]:
    """Every case as an inspect sample. Raises VcassistError when inspect itself does not finish."""
    import inspect_ai
    from inspect_ai.dataset import MemoryDataset, Sample
    from inspect_ai.model import ModelOutput
    from inspect_ai.scorer import Score, accuracy, scorer
    from inspect_ai.solver import solver

    @solver(name="vcassist")
    def product() -> Any:
        async def solve(state: Any, generate: Any) -> Any:
            said = answered(state.metadata["case"], kind, subject)
            state.output = ModelOutput.from_content("none/none", json.dumps(said, ensure_ascii=False))
            state.completed = True
            tick()
            return state

        return solve

    @scorer(metrics=[accuracy()], name=name.replace("/", "_"))
    def verdict() -> Any:
        async def score(state: Any, target: Any) -> Any:
            outcome = scored(state.metadata["case"], kind, subject, json.loads(state.output.completion))
            return Score(
                value="I" if outcome["scored"]["failed"] else "C",
                explanation=outcome["scored"]["note"],
                metadata=outcome,
            )

        return score

    samples = [Sample(id=c["id"], input=(kind.texts(c) or [c["id"]])[0] or " ", metadata={"case": c}) for c in cases]
    logs.mkdir(parents=True, exist_ok=True)
    task = inspect_ai.Task(
        dataset=MemoryDataset(samples), solver=product(), scorer=verdict(), name=name.replace("/", "_")
    )
    log = inspect_ai.eval(
        task, model="none/none", log_dir=str(logs), display="none", log_level="error", score_display=False,
        max_samples=8, log_realtime=False, log_model_api=False,
    )[0]  # fmt: skip
    if log.status != "success" or not log.samples:
        raise VcassistError(f"The suite {name} did not finish.", str(log.error.message if log.error else log.status))
    by_id = {str(s.id): next(iter(s.scores.values())).metadata or {} for s in log.samples if s.scores}
    return [row_of(c, kind, by_id[c["id"]]) for c in cases]
