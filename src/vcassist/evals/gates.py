"""Thresholds: a run may not fall below evals/gates.yaml. They are set from a measured run, less a margin, by one command."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from vcassist.errors import BrokenAsset
from vcassist.evals.suite import Measure, Suite

HEADER = """# Gates of the evals, by suite, part and measure: the figure may not fall below `least` or rise above `most`.
# Written by `vcassist eval --write-gates` from a measured run less each measure's margin. Cases are model-written and model-annotated.
"""


FEW = 10


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure on the wrong side of its gate. ``beyond`` is True when even its 95 % interval is."""

    where: str
    value: float
    gate: float
    low: float
    high: float
    better: str
    cases: int = 0

    @property
    def beyond(self) -> bool:
        return self.high < self.gate if self.better == "high" else self.low > self.gate

    def sentence(self) -> str:
        noise = "beyond noise" if self.beyond else "within noise"
        side = "below" if self.better == "high" else "above"
        return (
            f"{self.where} is {self.value:.3f}, {abs(self.value - self.gate):.3f} {side} its gate of {self.gate:.3f} "
            f"({noise}: 95 % interval {self.low:.3f} to {self.high:.3f})."
        )


def load_gates(path: Path) -> dict[str, Any]:
    """Suite → part → measure → {least} or {most}. Raises BrokenAsset when the file is none of that."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except yaml.YAMLError as error:
        raise BrokenAsset("evals/gates.yaml is not readable YAML.", str(error)) from error
    if not isinstance(data or {}, dict):
        raise BrokenAsset("evals/gates.yaml holds no gates.")
    return data or {}


def falls(results: Mapping[str, Any], gates: Mapping[str, Any]) -> list[Fall]:
    """Every gated figure of a run that is on the wrong side. A measure that a short run had no case for is passed over."""
    found = []
    for suite, run in results["suites"].items():
        for part, measured in run["parts"].items():
            for name, bound in gates.get(suite, {}).get(part, {}).items():
                better = "high" if "least" in bound else "low"
                gate = float(bound["least" if better == "high" else "most"])
                figure = measured["measures"].get(name)
                if figure is None:
                    continue
                fallen = figure["value"] < gate - 1e-9 if better == "high" else figure["value"] > gate + 1e-9
                if fallen:
                    found.append(
                        Fall(
                            f"{suite}/{part} {name}",
                            figure["value"],
                            gate,
                            figure["low"],
                            figure["high"],
                            better,
                            measured.get("cases", 0),
                        )
                    )
    return found


def held(results: Mapping[str, Any], gates: Mapping[str, Any], sliced: bool) -> tuple[list[Fall], list[Fall]]:
    """(falls that count, falls that are only told). A slice of the cases is held where even the interval is on the wrong side,
    and where nothing at all may fail: there one failure is one too many, however few the cases. Over very few cases an interval
    says nothing.
    """
    found = falls(results, gates)
    counted = [f for f in found if not sliced or f.gate in (0.0, 1.0) or (f.beyond and f.cases >= FEW)]
    return counted, [f for f in found if f not in counted]


def bound_for(measure: Measure, value: float) -> dict[str, float]:
    """The gate that a measured value sets: less its margin, rounded away from the value; within 0 and 1."""
    if measure.better == "high":
        return {"least": max(0.0, math.floor(round((value - measure.margin) * 1000, 6)) / 1000)}
    return {"most": min(1.0, math.ceil(round((value + measure.margin) * 1000, 6)) / 1000)}


def write_gates(path: Path, results: Mapping[str, Any], suites: Mapping[str, Suite]) -> None:
    """Replaces the gates of the suites in this run; those of others stay."""
    gates = load_gates(path)
    for name, run in results["suites"].items():
        gates[name] = {}
        for part, measured in run["parts"].items():
            gates[name][part] = {
                key: bound_for(suites[name].measures[key], figure["value"])
                for key, figure in measured["measures"].items()
                if key in suites[name].measures and suites[name].measures[key].gate
            }
    path.write_text(
        HEADER + yaml.safe_dump(gates, sort_keys=True, default_flow_style=None, width=160), encoding="utf-8"
    )
