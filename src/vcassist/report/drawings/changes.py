"""Before and after: the weight of all risks found as it is now, and as each change would leave it."""

from __future__ import annotations

from collections.abc import Sequence

from vcassist.report.drawings.svg import GREY, INK, Drawing, document, line, rect, text, wrapped
from vcassist.report.model import WhatIf
from vcassist.report.words import plural

NAMES, FULL, ROW, TOP = 250, 350, 44, 26


def before_and_after(changes: Sequence[WhatIf]) -> Drawing:
    """A bar for now and one a change; the white end of a bar is what the change takes away."""
    weight = max(1, changes[0].weight[0])
    parts = [text(NAMES, 14, "Weight of all risks found (likelihood × impact, summed)", 11, fill=GREY)]
    parts += _bar(TOP, "As it is now", changes[0].weight[0], weight, changes[0].risks[0])
    rows = [("As it is now", str(changes[0].weight[0]), str(changes[0].risks[0]), "")]
    for n, change in enumerate(changes, 1):
        name = f"{n}. {change.change[:1].upper()}{change.change[1:]}" if change.setting else change.change
        parts += _bar(TOP + n * ROW, name, change.weight[1], weight, change.risks[1])
        rows.append((name, str(change.weight[1]), str(change.risks[1]), ", ".join(change.ends)))
    height = TOP + (len(changes) + 1) * ROW + 4
    full = NAMES + FULL
    parts.append(line(f"M{full} {TOP}V{height - 4}", dash="2 3", width=1, stroke=GREY))
    title = "Before and after"
    alt = f"Bars of what {plural(len(changes), 'change')} would leave of all risks found; the table below gives the figures."
    svg = document("changes", title, alt, full + 110, height, parts)
    header = ("Change", "Weight left", "Risks left", "Ends")
    return Drawing("changes", title, alt, svg, full + 110, height, header, tuple(rows))


def _bar(y: float, name: str, value: int, whole: int, risks: int) -> list[str]:
    lines = wrapped(name, NAMES - 14, 11.5, 2)
    start = y + (18 if len(lines) == 1 else 12)
    parts = [text(NAMES - 10, start + 14 * n, words, 11.5, anchor="end") for n, words in enumerate(lines)]
    filled = FULL * value / whole
    parts.append(rect(NAMES, y + 2, FULL, 24, fill="#ffffff", stroke=GREY, dash="2 3", width=1))
    parts.append(rect(NAMES, y + 2, max(1.0, filled), 24, fill="#4a4a4a", stroke=INK, width=0.8))
    parts.append(text(NAMES + FULL + 8, y + 13, f"{value} of {whole}", 11.5))
    parts.append(text(NAMES + FULL + 8, y + 26, f"{risks} risk{'' if risks == 1 else 's'}", 10, fill=GREY))
    return parts
