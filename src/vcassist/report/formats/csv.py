"""CSV of all findings, one line each, for spreadsheets.

Cells that a spreadsheet would take for a formula are defused.
"""

from __future__ import annotations

import csv
import io

from vcassist.report.model import FindingGroup, FindingItem, Report
from vcassist.report.words import clean

MEDIA_TYPE = "text/csv; charset=utf-8"
SUFFIX = ".csv"
NAME, RANK = "Table of findings (CSV)", 6
HEADER = (
    "number",
    "finding",
    "kind",
    "verdict",
    "severity",
    "likelihood",
    "impact",
    "component",
    "title",
    "statement",
    "facts",
    "words",
    "reasons",
    "missing",
    "first_step",
    "effort",
    "decision",
    "decision_note",
    "who",
    "by_when",
    "stamp",
)


def render(report: Report) -> bytes:
    """Raised findings worst first, then the undecided rules; UTF-8 with a byte order mark, as spreadsheets expect."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for group in (*report.risks, *report.opportunities):
        for item in group.items:
            writer.writerow([defused(cell) for cell in _raised(report, group, item)])
    for rule in report.undecided:
        cells = (
            "",
            rule.rule,
            rule.kind,
            "unknown",
            f"up to {rule.severity}",
            "",
            "",
            "; ".join(rule.components),
            rule.title,
            "",
            "",
            "",
            "",
            "; ".join(ref for ref, _ in rule.missing),
            "",
            "",
            "",
            "",
            "",
            "",
            report.stamp,
        )
        writer.writerow([defused(cell) for cell in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _raised(report: Report, group: FindingGroup, item: FindingItem) -> tuple[str, ...]:
    first = group.mitigations[0] if group.mitigations else None
    facts = "; ".join(f"{row.ref}={row.value}" for row in item.facts)
    words = "; ".join(f"“{clean(row.quote)}”" for row in item.facts if row.quote.strip())
    decision = item.decision
    return (
        group.label,
        item.id,
        group.kind,
        "raised",
        item.severity,
        str(item.likelihood),
        str(item.impact),
        item.component_title,
        group.title,
        group.statement,
        facts,
        words,
        "; ".join(item.reasons),
        "",
        first.first_step if first else "",
        first.effort if first else "",
        decision.state if decision else "",
        decision.note if decision else "",
        decision.who if decision else "",
        decision.by_when if decision else "",
        report.stamp,
    )


def defused(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
