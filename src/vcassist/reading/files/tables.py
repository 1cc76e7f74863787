"""Reads the tables of a document as tables: what a row is about, and each of its cells under its heading. Pure.

A table stands in a document's text as lines with bars between the cells. A heading tells what its cells mean and is no fact itself; a
cell is told where its heading is a key of the chain ("Supplier"), or where it holds whole sentences. What a table about risks, persons or
measures lists is none of a tool's matters. Where the keys stand in the first column, the table is read column by column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from vcassist.chain.fields import Field
from vcassist.reading.files.keys import field_of_key
from vcassist.reading.text import Span, stripped

BAR = " | "
_BAR = re.compile(r"\|")
_ROW = re.compile(r"^.*\|.*$", re.M)
# What stands between two rows of one table: the end of a line, perhaps an empty one.
_BETWEEN_ROWS = re.compile(r"[^\S\n]*\n?[^\S\n]*\n?[^\S\n]*")
# What the cells of a column are called whose names are tools.
_TOOLS = re.compile(
    r"(?:(?:name of (?:the )?)?(?P<ai>(?:ai|algorithmic|digital) )?(?:(?:system|tool|application|app|product|software|service|solution|assistant|algorithm|chat ?bot)s?)(?: name| in use)?)",
    re.I,
)
# A table with such a heading weighs what may happen: it lists no facts.
_OF_RISKS = re.compile(
    r"\b(?:risks?|threats?|hazards?|harms?|scenarios?|likelihood|probability|severity|impact|mitigations?|what (?:could|can|may|might) go wrong)\b",
    re.I,
)
# Markdown's line between headings and cells.
_RULE = re.compile(r"[-:=+ ]*")
_PROSE = re.compile(r"(?:\S+\s+){4,}\S+[.!]\W*$", re.S)


# How a tool's name is told, whatever its column is called.
TOOL = "Tool: "
# A heading as it is told before a cell, the cell, and the kind of component that it tells of.
Line = tuple[str, Span, str]


@dataclass(frozen=True, slots=True)
class Told:
    """One cell as it is told: ``text[begin:end]`` of a record stands for ``cell`` of the document, whose line starts at ``line``.

    ``value`` is where the cell's own words start in the record; ``about`` is the kind of component that its heading asks for, "" for all.
    """

    begin: int
    value: int
    end: int
    cell: Span
    line: int
    about: str


@dataclass(frozen=True, slots=True)
class Record:
    """What a table tells of one thing: lines of "heading: cell", and where each cell stands in the document."""

    text: str
    cells: tuple[Told, ...]

    @property
    def tool(self) -> Told | None:
        """The cell that names the tool that is told of, where one does."""
        return next((c for c in self.cells if self.text[c.begin : c.value] == TOOL), None)

    def place(self, start: int, end: int, *, whole: bool = False) -> tuple[int, int] | None:
        """Where in the document stands what stands here in the record: within one cell, or (``whole``, or where the heading belongs to it)
        its row up to the end of the cell. None for what runs over two cells."""
        touched = self.touched(start, end)
        if touched is None:
            return None
        if start >= touched.value and not whole:
            return touched.cell.start + start - touched.value, touched.cell.start + end - touched.value
        return touched.line, touched.cell.end

    def touched(self, start: int, end: int) -> Told | None:
        """The one cell that a stretch of the record lies in with its heading."""
        return next((c for c in self.cells if c.begin <= start and end <= c.end), None)


@dataclass(frozen=True)
class Table:
    """A table at ``start``–``end`` of a text; each row as its cells, as many in each, an empty cell as an empty span."""

    start: int
    end: int
    rows: tuple[tuple[Span, ...], ...]

    def records(self) -> Iterator[Record]:
        """What is told of each thing that the table is about, in order."""
        questions = [row for row in self.rows if len(row) == 2 and row[0].text.endswith("?")]
        if 2 * len(questions) >= len(self.rows):
            yield from (
                self._record([(f"{question.text}\n", answer, "")]) for question, answer in questions if answer.text
            )
        elif _keys(row[0] for row in self.rows) > _keys(self.rows[0]):
            # The keys stand in the first column: each further column is about one thing.
            columns = tuple(zip(*self.rows, strict=True))
            yield from self._told(columns[0], columns[1:], keyed=True)
        else:
            yield from self._told(self.rows[0], self.rows[1:], keyed=False)

    def _told(self, headings: Sequence[Span], things: Sequence[Sequence[Span]], *, keyed: bool) -> Iterator[Record]:
        fields = [_field(heading) for heading in headings]
        naming = next((at for at, heading in enumerate(headings) if _names_tools(heading, keyed and at == 0)), None)
        weighs = any(
            _OF_RISKS.search(heading.text) for heading, field in zip(headings, fields, strict=True) if not field
        )
        # Several things without names are told apart by nothing; and a table whose first column is nobody's is about something else.
        is_ours = naming is not None or (len(things) == 1 and (keyed or fields[0] is not None))
        for cells in things:
            lines, says = list[Line](), False
            for at, (heading, field, cell) in enumerate(zip(headings, fields, cells, strict=True)):
                of_a_tool = naming is not None and at != naming
                if not cell.text:
                    continue
                if at == naming:
                    lines.append((TOOL, cell, "application"))
                elif is_ours and field and not (of_a_tool and field.kind == "organisation"):
                    lines.append((f"{heading.text.rstrip(' :?')}: ", cell, field.kind))
                    says = True
                elif not weighs and _PROSE.match(cell.text):
                    lines.append(("", cell, ""))
                    says = True
            if says or (lines and naming is not None and _says_ai(headings[naming])):
                yield self._record(lines)

    def _record(self, lines: Sequence[Line]) -> Record:
        text, cells = "", list[Told]()
        for heading, cell, about in lines:
            begin = len(text)
            text += heading + cell.text
            cells.append(Told(begin, begin + len(heading), len(text), cell, self._lines[cell.start], about))
            text += "\n"
        return Record(text.rstrip("\n"), tuple(cells))

    @cached_property
    def _lines(self) -> dict[int, int]:
        """Where the line of each cell starts, by the cell's own start."""
        return {cell.start: next(c.start for c in row if c.text or c is row[-1]) for row in self.rows for cell in row}


def tables(text: str) -> Iterator[Table]:
    """The tables of a text: two lines or more, one after the other, with bars between their cells, as many in each."""
    found: list[tuple[re.Match[str], tuple[Span, ...]]] = []
    for row in _ROW.finditer(text):
        cells = _cells(text, row)
        if (found and _BETWEEN_ROWS.fullmatch(text, found[-1][0].end(), row.start()) is None) or (
            found and len(found[-1][1]) != len(cells)
        ):
            yield from _table(found)
            found = []
        found.append((row, cells))
    yield from _table(found)


def _table(found: Sequence[tuple[re.Match[str], tuple[Span, ...]]]) -> Iterator[Table]:
    rows = tuple(cells for _, cells in found if not all(_RULE.fullmatch(cell.text) for cell in cells))
    if len(rows) > 1:
        yield Table(found[0][0].start(), found[-1][0].end(), rows)


def _cells(text: str, row: re.Match[str]) -> tuple[Span, ...]:
    whole = stripped(text, row.start(), row.end())
    framed = whole is not None and len(whole.text) > 1 and whole.text[0] == whole.text[-1] == "|"
    start, end = (whole.start + 1, whole.end - 1) if whole and framed else row.span()
    cuts = [m.start() for m in _BAR.finditer(text, start, end)]
    starts, ends = [start, *(cut + 1 for cut in cuts)], [*cuts, end]
    return tuple(stripped(text, a, b) or Span(a, a, "") for a, b in zip(starts, ends, strict=True))


def _field(heading: Span) -> Field | None:
    found = field_of_key(Span(heading.start, heading.end, heading.text.rstrip(" :?")), None)
    return found[0] if found else None


def _keys(cells: Iterable[Span]) -> int:
    return sum(_field(cell) is not None for cell in cells)


def _names_tools(heading: Span, corner: bool) -> bool:
    """Whether what stands under a heading are tools; so they are where a table of keys has nothing in its corner."""
    return (corner and not heading.text) or _TOOLS.fullmatch(heading.text.rstrip(" :?")) is not None


def _says_ai(heading: Span) -> bool:
    found = _TOOLS.fullmatch(heading.text.rstrip(" :?"))
    return found is not None and found["ai"] is not None
