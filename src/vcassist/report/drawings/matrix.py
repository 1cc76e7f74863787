"""The risk matrix: likelihood against impact, each raised risk by its number. Readable in black and white."""

from __future__ import annotations

from collections.abc import Sequence

from vcassist.assessment.rules import severity_of
from vcassist.report.drawings.svg import GREY, Drawing, document, rect, text, wrapped
from vcassist.report.model import FindingGroup
from vcassist.report.words import plural

CELL_W, CELL_H, LEFT, TOP = 138, 66, 110, 14
SHADES = {"low": "#ffffff", "medium": "#f0f0f0", "high": "#d9d9d9", "critical": "#bdbdbd"}
LIKELIHOOD = ("unlikely", "possible", "likely", "very likely")
IMPACT = ("small", "moderate", "serious", "very serious")


def risk_matrix(risks: Sequence[FindingGroup]) -> Drawing:
    """One mark a risk and cell; a risk on several components may stand in several cells."""
    cells: dict[tuple[int, int], list[str]] = {}
    rows = []
    for group in risks:
        for likelihood, impact in dict.fromkeys((i.likelihood, i.impact) for i in group.items):
            cells.setdefault((likelihood, impact), []).append(group.label)
            rows.append(
                (group.label, group.title, f"{likelihood} of 4", f"{impact} of 4", severity_of(likelihood, impact))
            )
    parts = []
    for likelihood in range(4, 0, -1):
        y = TOP + (4 - likelihood) * CELL_H
        parts.append(text(LEFT - 10, y + CELL_H / 2 + 4, LIKELIHOOD[likelihood - 1], 12, anchor="end"))
        for impact in range(1, 5):
            parts += _cell(
                LEFT + (impact - 1) * CELL_W, y, severity_of(likelihood, impact), cells.get((likelihood, impact), [])
            )
    bottom = TOP + 4 * CELL_H
    parts += [text(LEFT + (n + 0.5) * CELL_W, bottom + 18, IMPACT[n], 12, anchor="middle") for n in range(4)]
    parts.append(text(LEFT + 2 * CELL_W, bottom + 38, "impact →", 12, anchor="middle", weight="bold"))
    parts.append(text(LEFT - 10, bottom + 18, "likelihood ↑", 12, anchor="end", weight="bold"))
    width, height = LEFT + 4 * CELL_W + 10, bottom + 50
    title = "Risk matrix"
    alt = f"Likelihood against impact of {plural(len(risks), 'risk')}; the table below lists {'it' if len(risks) == 1 else 'them'} with both values."
    svg = document("matrix", title, alt, width, height, parts)
    return Drawing(
        "matrix", title, alt, svg, width, height, ("Number", "Risk", "Likelihood", "Impact", "Severity"), tuple(rows)
    )


def _cell(x: float, y: float, severity: str, labels: list[str]) -> list[str]:
    parts = [rect(x, y, CELL_W, CELL_H, fill=SHADES[severity], stroke=GREY, width=1)]
    parts.append(text(x + CELL_W - 6, y + CELL_H - 6, severity, 9.5, anchor="end", fill="#3d3d3d"))
    for n, words in enumerate(wrapped(" ".join(labels), CELL_W - 14, 13, 3) if labels else []):
        parts.append(text(x + 8, y + 19 + 17 * n, words, 13, weight="bold"))
    return parts
