"""Drawings as SVG without style attributes or scripts.

One function a drawing, each with its text alternative as data.
"""

from __future__ import annotations

from vcassist.report.drawings.bars import concentration_bars
from vcassist.report.drawings.changes import before_and_after
from vcassist.report.drawings.matrix import risk_matrix
from vcassist.report.drawings.network import chain_maps
from vcassist.report.drawings.svg import Drawing
from vcassist.report.model import Report
from vcassist.report.model_dependence import told_apart


def drawings(report: Report) -> dict[str, tuple[Drawing, ...]]:
    """The report's drawings by place: ``map``, ``matrix``, ``bars``, ``changes``; a place without anything to draw is empty."""
    return {
        "map": chain_maps(report.chain_map),
        "matrix": (risk_matrix(report.risks),) if report.risks else (),
        "bars": (concentration_bars(told_apart(report.concentration)),) if report.concentration else (),
        "changes": (before_and_after(report.what_ifs),) if report.what_ifs else (),
    }


__all__ = ["Drawing", "drawings"]
