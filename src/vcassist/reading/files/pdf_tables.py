"""Finds the tables of a PDF's page, whose text knows no cells: by the columns that the page's layout shows. Pure.

A PDF holds words at places and no tables. Lines one below the other that leave the same columns free are a table's; it is put into the
page's text only where its cells, row by row, are word for word what the text has there, so that nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from vcassist.reading.files.tables import BAR

# A gap between two columns, in blanks of the layout.
GAP = 2
# Two columns are a table from so many rows on; fewer are a line that is set apart.
LEAST_ROWS_OF_TWO = 3
_PART = re.compile(rf"\S+(?:\s{{1,{GAP - 1}}}\S+)*")

Row = list[str]


def with_tables(text: str, layout: str) -> str:
    """The page's text with the rows of its tables as lines with bars. ``layout``: the same page with its words in their places."""
    places = [at for at, c in enumerate(text) if not c.isspace()]
    plain, done = "".join(text[at] for at in places), len(text)
    for block in reversed(list(_blocks(layout.split("\n")))):
        for rows in _groupings(block):
            cells = ["".join(cell.split()) for row in rows for cell in row]
            needle = "".join(cells)
            at = plain.rfind(needle) if _is_table(rows) else -1
            if at >= 0 and places[at + len(needle) - 1] < done and _stand_apart(cells, places[at:]):
                start, end = places[at], places[at + len(needle) - 1] + 1
                lines = "\n".join(BAR.join(row) for row in rows)
                text, done = f"{text[:start].rstrip()}\n\n{lines}\n\n{text[end:].lstrip()}", start
                break
    return text


def _blocks(lines: Sequence[str]) -> Iterator[list[Row]]:
    """Runs of lines that leave the columns of the first of them free, each line cut into them."""
    at = 0
    while at < len(lines):
        used, end = _over("", lines[at]), at + 1
        count = len(_PART.findall(used))
        while count > 1 and end < len(lines):
            blank = not lines[end].strip()
            if blank and (end + 1 == len(lines) or len(_PART.findall(lines[end + 1])) != count):
                break
            wider = _over(used, lines[end])
            if len(_PART.findall(wider)) != count:
                break
            used, end = wider, end + 1
        if count > 1 and end - at > 1:
            columns = [m.span() for m in _PART.finditer(used)]
            yield [[line[a:b].strip() for a, b in columns] for line in lines[at:end] if line.strip()]
            at = end
        else:
            at += 1


def _over(used: str, line: str) -> str:
    """Which places a line fills beside those that are filled already."""
    pairs = zip_longest(used, line, fillvalue=" ")
    return "".join(" " if one.isspace() and other.isspace() else "x" for one, other in pairs)


def _groupings(lines: Sequence[Row]) -> Iterator[list[Row]]:
    """The ways to take lines for rows: a line that fills fewer columns goes on with the row before it, or each line is a row."""
    rows: list[Row] = []
    for line in lines:
        if rows and not all(line):
            rows[-1] = [" ".join(filter(None, both)) for both in zip(rows[-1], line, strict=True)]
        else:
            rows.append(list(line))
    yield rows
    if len(rows) != len(lines):
        yield [list(line) for line in lines]


def _stand_apart(cells: Sequence[str], places: Sequence[int]) -> bool:
    """Whether the text has white space between all cells: a gap in the layout alone may stand within a word."""
    at = 0
    for cell in cells[:-1]:
        at += len(cell)
        if cell and places[at] - places[at - 1] == 1:
            return False
    return True


def _is_table(rows: Sequence[Row]) -> bool:
    """Whether rows are filled, and are no list with its marks, no form with its labels, and no two lines that are set apart."""
    if any(sum(map(bool, row)) < max(2, len(row) - 1) for row in rows):
        return False
    first = [row[0] for row in rows]
    marks = sum(not any(c.isalpha() for c in cell) for cell in first) * 2 > len(rows)
    labels = sum(cell.endswith(":") for cell in first) * 2 > len(rows)
    least = 2 if len(rows[0]) > 2 else LEAST_ROWS_OF_TWO
    return len(rows) >= least and not marks and not labels
