"""The load script holds real conversations with a real server and counts what went wrong: a short form of benchmarks/load.py."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))


def test_a_row_tells_times_throughput_memory_and_errors() -> None:
    import load

    seen = load.Seen(turns=[(at, 0.1 if at < 90 else 0.5) for at in range(100)], seconds=100.0, settled=25.0)
    seen.errors["503"] += 2
    seen.memory = [(0.0, 10.0), (30.0, 500.0), (90.0, 510.0)]
    row = load.row(5, seen)
    assert (row["turns"], row["errors"], row["p50"], row["p95"]) == (75, 2, 0.1, 0.5)
    assert (row["turns_a_second"], row["memory_first"], row["memory_last"]) == (1.0, 500, 510)
    assert load.line(row).count("|") == load.HEAD[0].count("|")
    assert row["by_minute"] == [{"minute": 1, "turns_a_second": 1.0, "p95": 0.1, "memory": 255}]


def test_people_answer_what_they_are_asked() -> None:
    import random

    import load

    from vcassist.chain.facts import field_of

    said = {load.answer_to("model.weights", random.Random(n)) for n in range(200)}
    assert set(field_of("model.weights").options.values()) <= said
    assert said - set(field_of("model.weights").options.values()) <= set(load.ASIDES)


@pytest.mark.slow
def test_a_few_people_are_answered_without_an_error(tmp_path: Path, monkeypatch) -> None:
    import asyncio

    import load

    with load.Service(command=[sys.executable, str(Path(load.__file__).parent / "faults.py"), "--serve"]) as service:
        seen = asyncio.run(load.run(service, 3, 10.0, (0.05, 0.2)))
        row = load.row(3, seen)
    assert row["errors"] == 0 and row["turns"] > 3 and row["memory_last"] > 50, (row, seen.first_error)
    assert row["busy"]["workers"] > 0
