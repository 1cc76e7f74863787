"""The report as a sequence of blocks (headings, paragraphs, tables, figures).

One content, laid out by each format in its own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vcassist.report.drawings.svg import Drawing
from vcassist.report.words import clean


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. ``style``: "" plain, strong, words (the person's own), cite (a label of the annex), link."""

    text: str
    style: str = ""
    target: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 1 to 4; ``anchor`` is unique in the document; ``tag`` a short word beside it (a severity)."""

    level: int
    text: str
    anchor: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """``role``: "" text, lead, note."""

    runs: Runs
    role: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Runs, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """``widths`` are relative. Rows may begin with an anchor (``row_anchors``), so that citations can point at them."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...]
    row_anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Ask:
    """A question with room for its answer. ``head`` ends in the reference by which the answer is read back."""

    head: str
    question: str
    in_short: str
    ticks: tuple[str, ...]
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Form:
    """Questions to be answered in writing. ``editable`` where the file itself is filled in; ``foot`` closes the form."""

    caption: str
    asks: tuple[Ask, ...]
    foot: str = ""
    editable: bool = False


@dataclass(frozen=True, slots=True)
class NewPage:
    """A chapter begins; ``torn``: on a page of its own, also where paper would be saved without."""

    torn: bool = False


Block = Heading | Para | Bullets | Table | Figure | Form | NewPage


def run(text: str, style: str = "", target: str = "") -> Run:
    return Run(clean(text), style, target)


def quote(words: str) -> Run:
    """The person's own words, in quotation marks."""
    return Run(f"“{clean(words)}”", "words")


def cites(labels: Iterable[str]) -> Runs:
    """`` [F3, R1]`` as runs that point into the annex or at a finding."""
    found = list(labels)
    if not found:
        return ()
    out = [Run(" [")]
    for at, label in enumerate(found):
        out += [Run(", ")] if at else []
        out.append(Run(label, "cite", label))
    return (*out, Run("]"))


def para(*parts: str | Run, role: str = "") -> Para:
    return Para(runs_of(*parts), role)


def runs_of(*parts: str | Run) -> Runs:
    """Strings and runs as runs; a string keeps its outer spaces."""
    return tuple(p if isinstance(p, Run) else Run(p) for p in parts)


def table(
    caption: str,
    header: Sequence[str],
    rows: Iterable[Sequence[str | Run | Runs]],
    widths: Sequence[int],
    anchors: Sequence[str] = (),
) -> Table:
    """A table from rows of strings, runs or tuples of runs."""
    body = tuple(tuple(cell if isinstance(cell, tuple) else runs_of(cell) for cell in row) for row in rows)
    return Table(caption, tuple(header), body, tuple(widths), tuple(anchors))


def plain(runs: Runs) -> str:
    """The text of some runs."""
    return "".join(r.text for r in runs)
