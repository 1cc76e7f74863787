"""Gates: which figure fell, by how much, and whether beyond noise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from vcassist.errors import BrokenAsset
from vcassist.evals.gates import bound_for, falls, held, load_gates, write_gates
from vcassist.evals.suite import Measure, Suite


def run_with(value: float, low: float = 0.0, high: float = 1.0, measure: str = "f1", cases: int = 40) -> dict[str, Any]:
    return {
        "suites": {
            "s": {
                "parts": {
                    "development": {
                        "cases": cases,
                        "measures": {measure: {"value": value, "low": low, "high": high, "n": 9}},
                    }
                }
            }
        }
    }


def test_a_figure_below_its_gate_is_named_with_the_distance() -> None:
    (fall,) = falls(run_with(0.71, 0.65, 0.76), {"s": {"development": {"f1": {"least": 0.8}}}})
    assert (
        fall.sentence()
        == "s/development f1 is 0.710, 0.090 below its gate of 0.800 (beyond noise: 95 % interval 0.650 to 0.760)."
    )


def test_a_fall_inside_the_interval_is_said_to_be_noise() -> None:
    (fall,) = falls(run_with(0.79, 0.70, 0.88), {"s": {"development": {"f1": {"least": 0.8}}}})
    assert not fall.beyond and "within noise" in fall.sentence()


def test_low_is_better_where_the_gate_says_most() -> None:
    gates = {"s": {"development": {"forbidden": {"most": 0.04}}}}
    assert falls(run_with(0.04, measure="forbidden"), gates) == []
    assert falls(run_with(0.05, measure="forbidden"), gates)[0].better == "low"


def test_gates_of_suites_that_did_not_run_hold_nobody_up() -> None:
    assert falls(run_with(0.1), {"other": {"development": {"f1": {"least": 0.9}}}}) == []


def test_a_gate_is_the_figure_less_its_margin_and_never_outside_0_to_1() -> None:
    assert bound_for(Measure("f1", "", margin=0.03), 0.8567) == {"least": 0.826}
    assert bound_for(Measure("leaked", "", "low", margin=0.02), 0.0) == {"most": 0.02}
    assert bound_for(Measure("crashed", "", "low", margin=0), 0.0) == {"most": 0.0}
    assert bound_for(Measure("x", "", margin=0.5), 0.2) == {"least": 0.0}


def test_writing_gates_leaves_those_of_other_suites_and_takes_only_gated_measures(tmp_path: Path) -> None:
    path = tmp_path / "gates.yaml"
    path.write_text("other: {development: {f1: {least: 0.5}}}\n")
    suite = Suite(
        "s", "", "", "understanding", {"f1": Measure("f1", ""), "turns": Measure("turns", "", gate=False)}, {}
    )
    run = run_with(0.9)
    run["suites"]["s"]["parts"]["development"]["measures"]["turns"] = {"value": 30.0, "low": 1, "high": 40, "n": 1}
    write_gates(path, run, {"s": suite})
    assert yaml.safe_load(path.read_text()) == {
        "other": {"development": {"f1": {"least": 0.5}}},
        "s": {"development": {"f1": {"least": 0.87}}},
    }
    assert falls(run, load_gates(path)) == []


def test_broken_gates_are_refused(tmp_path: Path) -> None:
    (tmp_path / "gates.yaml").write_text("a: [")
    with pytest.raises(BrokenAsset, match="not readable"):
        load_gates(tmp_path / "gates.yaml")


def test_a_slice_of_the_cases_is_held_only_where_more_than_noise_speaks() -> None:
    gates = {"s": {"development": {"f1": {"least": 0.8}}}}
    counted, told = held(run_with(0.70, 0.60, 0.85), gates, sliced=True)
    assert counted == [] and len(told) == 1
    assert held(run_with(0.70, 0.60, 0.85), gates, sliced=False)[0]
    assert held(run_with(0.70, 0.60, 0.79), gates, sliced=True)[0]
    assert held(run_with(0.70, 0.70, 0.70, cases=1), gates, sliced=True)[0] == []


def test_where_nothing_may_fail_one_failure_in_a_slice_is_one_too_many() -> None:
    gates = {"s": {"development": {"crashed": {"most": 0.0}}}}
    assert held(run_with(0.05, 0.0, 0.2, measure="crashed"), gates, sliced=True)[0]
