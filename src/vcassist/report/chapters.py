"""The chapters on dependence and on what a change would do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vcassist.report.blocks import Block, Bullets, Figure, Heading, NewPage, Run, Runs, para, run, runs_of, table
from vcassist.report.drawings import Drawing
from vcassist.report.model import FactRow, JurisdictionView, Report
from vcassist.report.model_dependence import told_apart
from vcassist.report.words import listed

PARTS_AT_MOST = 8


def drawing_blocks(drawn: Drawing) -> Iterator[Block]:
    """A drawing and the table that says the same."""
    yield Figure(drawn)
    if drawn.rows:
        widths = [max(len(text) for text in column) for column in zip(drawn.header, *drawn.rows, strict=True)]
        yield table(f"{drawn.title}, in words", drawn.header, drawn.rows, [min(28, max(10, w)) for w in widths])


def labels_of(rows: Sequence[FactRow]) -> Runs:
    """F1, F2 as runs that point into the annex."""
    return tuple(
        r for n, row in enumerate(rows) for r in ((Run(", "),) if n else ()) + (Run(row.label, "cite", row.label),)
    )


def dependence_blocks(report: Report, bars: Sequence[Drawing]) -> Iterator[Block]:
    """Concentration, shared suppliers, single points of failure, loops, what stays dark, and jurisdictions."""
    yield NewPage()
    yield Heading(2, "Dependence", "dependence")
    yield Heading(3, "Concentration", "concentration")
    if not report.concentration:
        yield para("No supplier is known yet, so concentration cannot be told.")
    for drawn in bars:
        yield from drawing_blocks(drawn)
    for view in told_apart(report.concentration):
        lead = "By supplier: " if view.scope == "direct" else "By group of companies: "
        yield para(Run(lead, "strong"), *(Run(f"{s.text} ") for s in view.reading))
    if report.concentration and len(told_apart(report.concentration)) == 1:
        yield para("Counted by group of companies it is the same: no two of these suppliers belong to one group.")
    yield from _shared(report)
    yield from _points(report)
    yield from _loops(report)
    yield from _dark(report)
    yield from _jurisdictions(report)


def _shared(report: Report) -> Iterator[Block]:
    if not report.shared:
        return
    yield Heading(3, "Where your suppliers meet", "shared")
    yield para("Different suppliers that rest on one and the same organisation can fail together.")
    rows = [
        (run(shared.organisation) if not n else "", run(way.supplier), run(_some(way.parts)), run(way.steps))
        for shared in report.shared
        for n, way in enumerate(shared.ways)
    ]
    header = ("Organisation", "Your supplier", "Behind", "How it comes to rest on it (public record, as of)")
    yield table("Where suppliers meet", header, rows, (4, 4, 4, 8))


def _points(report: Report) -> Iterator[Block]:
    yield Heading(3, "Single points of failure", "failure-points")
    if report.failure_points:
        rows = [
            (
                run(point.supplier),
                run(_some(point.applications)),
                run(_some(point.parts)),
                run("; and ".join(point.clears)),
                labels_of(point.facts),
            )
            for point in report.failure_points
        ]
        yield table(
            "Suppliers whose loss alone stops an application",
            ("If this one is lost", "This stops", "Through", "The smallest change that ends it", "Facts"),
            rows,
            (4, 3, 4, 5, 3),
        )
    if report.failure_note:
        yield para(report.failure_note)


def _loops(report: Report) -> Iterator[Block]:
    if not report.loops:
        return
    yield Heading(3, "Feedback loops", "loops")
    yield Bullets(
        tuple(
            (
                Run(f"{loop.guarded.capitalize()}: ", "strong"),
                Run(f"{loop.name} ("),
                run(" → ".join(loop.path)),
                Run("). "),
                *labels_of(loop.facts),
            )
            for loop in report.loops
        )
    )


def _dark(report: Report) -> Iterator[Block]:
    if not any(part.share for part in report.opacity):
        return
    yield Heading(3, "What stays dark", "opacity")
    rows = [(run(part.part), f"{part.share:.0%}") for part in report.opacity if part.share]
    yield table("Share of what was asked that is unknown or withheld", ("Part", "Dark"), rows, (8, 2))


def _jurisdictions(report: Report) -> Iterator[Block]:
    yield Heading(3, "Jurisdictions", "jurisdictions")
    if not report.jurisdictions:
        yield para("No country is known yet.")
    else:
        yield table(
            "Countries that your data and the service pass through",
            ("Country", "Seen from you", "Your data", "The service"),
            [_place(j) for j in report.jurisdictions],
            (3, 3, 5, 6),
        )
    if report.places_open:
        yield para(f"Still open: {listed(report.places_open, PARTS_AT_MOST)}.", role="note")


def _place(place: JurisdictionView) -> tuple[str | Run, ...]:
    home = {True: "at home or in the same bloc", False: "abroad", None: "own country not known"}[place.at_home]
    return (f"{place.country} ({place.code})", home, run("; ".join(place.data)), run("; ".join(place.service)))


def change_blocks(report: Report, drawn: Sequence[Drawing]) -> Iterator[Block]:
    """What-ifs worth considering, before and after."""
    if not report.what_ifs:
        return
    yield NewPage()
    yield Heading(2, "What a change would do", "what-ifs")
    yield para(
        "The few single measures that would take away most of the risk found, worked out by assessing the same chain again with "
        "one answer changed: controls, contracts, disclosure and fallbacks. Whether they are feasible is for you to say; some have to be made possible first. The weight of a risk is its likelihood times "
        "its impact; the figures add up the weights of all risks found."
    )
    for each in drawn:
        yield from drawing_blocks(each)
    for n, change in enumerate(report.what_ifs, 1):
        if not change.setting:
            continue
        yield para(
            Run(f"{n}. {change.change[:1].upper()}{change.change[1:]}. ", "strong"),
            *((run(f"Today {change.now}."), Run(" ")) if change.now else ()),
            *_effect(change.ends, change.starts),
        )
        if change.takes:
            yield Bullets(tuple(runs_of(Run("It takes: ", "strong"), takes) for takes in change.takes))


def _effect(ends: Sequence[str], starts: Sequence[str]) -> Runs:
    gone = tuple(r for n, label in enumerate(ends) for r in ((Run(", "),) if n else ()) + (Run(label, "cite", label),))
    said = (
        (Run("It would end "), *gone, Run("."))
        if gone
        else (Run("It would end no risk by itself, but make some smaller."),)
    )
    return (*said, run(f" It would start: {'; '.join(starts)}.")) if starts else said


def _some(names: Sequence[str]) -> str:
    return listed(list(dict.fromkeys(names)), PARTS_AT_MOST)
