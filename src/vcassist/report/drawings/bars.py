"""Concentration as bars: each supplier's share of the components whose supplier is known, direct and by group."""

from __future__ import annotations

from collections.abc import Sequence

from vcassist.report.drawings.svg import INK, Drawing, document, fitted, rect, text
from vcassist.report.model import ConcentrationView

NAMES, FULL, ROW, AT_MOST = 190, 400, 24, 12
TITLES = {"direct": "By supplier", "ultimate": "By the head of the supplier's group"}


def concentration_bars(views: Sequence[ConcentrationView]) -> Drawing:
    """Two groups of bars; beyond twelve suppliers the rest is one bar."""
    parts: list[str] = []
    rows: list[tuple[str, ...]] = []
    y = 8
    for view in views:
        parts.append(text(0, y + 14, f"{TITLES[view.scope]} (index {view.hhi:,} of 10,000)", 13, weight="bold"))
        y += 26
        shown = [(s.name, s.count, s.share) for s in view.shares]
        rows += [(TITLES[view.scope].lower(), name, str(count), f"{share:.0%}") for name, count, share in shown]
        if len(shown) > AT_MOST:
            rest = shown[AT_MOST - 1 :]
            shown = [
                *shown[: AT_MOST - 1],
                (f"{len(rest)} others", sum(c for _, c, _ in rest), sum(s for _, _, s in rest)),
            ]
        for at, (name, count, share) in enumerate(shown):
            fill = "#4a4a4a" if at == 0 else "#c8c8c8"
            parts.append(text(NAMES - 8, y + 14, fitted(name, NAMES - 10, 12), 12, anchor="end"))
            parts.append(rect(NAMES, y + 2, max(2, FULL * share), ROW - 8, fill=fill, stroke=INK, width=0.8))
            parts.append(text(NAMES + max(2, FULL * share) + 8, y + 14, f"{count} of {view.total} ({share:.0%})", 12))
            y += ROW
        y += 12
    width, height = NAMES + FULL + 110, y
    title = "Concentration of suppliers"
    alt = "Shares of the components whose supplier is known; the table below gives the same figures."
    svg = document("bars", title, alt, width, height, parts)
    return Drawing("bars", title, alt, svg, width, height, ("Counted", "Supplier", "Components", "Share"), tuple(rows))
