"""Reads the text of PDF and DOCX files page by page, within bounds; refuses what is encrypted, scanned or broken."""

from __future__ import annotations

import io
import logging
import re
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from vcassist.errors import BadInput, TooLarge
from vcassist.reading.files.pdf_tables import with_tables

MAX_PAGES = 400
MAX_UNPACKED = 100_000_000
MAX_RATIO = 200
MAX_PARTS = 5_000
MAX_CHARACTERS = 2_000_000
MAX_SECONDS = 90.0
# So long tables are looked for; the pages after that are read as text.
MAX_SECONDS_FOR_TABLES = 15.0
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def pdf_pages(data: bytes, name: str, clock: Any = time.monotonic, *, tables: bool = False) -> list[str]:
    """The text of each page, "" for a page without any. Raises BadInput or TooLarge, saying what to do.

    ``tables``: with bars between the cells of tables. A form is read back from its words as they stand.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    began = clock()
    pages: list[str] = []
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not _opened_without_password(reader):
            raise BadInput(
                f"{name} is encrypted.",
                "It opens only with a password.",
                "Save a copy without a password and give that.",
            )
        if len(reader.pages) > MAX_PAGES:
            raise TooLarge(
                f"{name} has {len(reader.pages):,} pages.",
                f"A document may have {MAX_PAGES}.",
                "Give the part about your use of AI.",
            )
        total = 0
        for page in reader.pages:
            pages.append(page.extract_text() or "")
            if tables and clock() - began < MAX_SECONDS_FOR_TABLES:
                pages[-1] = with_tables(pages[-1], _layout(page))
            total += len(pages[-1])
            _bounded(total, clock() - began, name)
    except (BadInput, TooLarge):
        raise
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError,
            NotImplementedError, AssertionError, OSError, ZeroDivisionError, MemoryError) as error:  # fmt: skip
        # A damaged file can trip the parser anywhere; whatever it trips over, the person hears the same.
        raise BadInput(
            f"{name} cannot be read.",
            f"The PDF is broken ({type(error).__name__}).",
            "Save it again as PDF, or give its text.",
        ) from error
    if not pages or sum(c.isalpha() for page in pages for c in page) < max(8, 2 * len(pages)):
        raise BadInput(
            f"{name} holds no text.",
            "It seems to be scanned: pictures of pages.",
            "Run text recognition (OCR) on it, or give the text.",
        )
    return without_running_heads(pages)


def _layout(page: Any) -> str:
    """A page's words in their places; "" where that cannot be told."""
    try:
        return page.extract_text(extraction_mode="layout") or ""
    except Exception:
        # What the layout is made of can be broken where the text is not; the text is enough then.
        return ""


def _bounded(characters: int, seconds: float, name: str) -> None:
    if characters > MAX_CHARACTERS:
        raise TooLarge(
            f"{name} holds more than {MAX_CHARACTERS:,} characters.", "", "Give the part about your use of AI."
        )
    if seconds > MAX_SECONDS:
        raise TooLarge(
            f"{name} takes too long to read.", "It is unusually built.", "Save it again as PDF, or give its text."
        )


def _opened_without_password(reader: Any) -> bool:
    """Many PDFs are only locked against changes and open with an empty password."""
    from pypdf.errors import DependencyError, PyPdfError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, PyPdfError, NotImplementedError, ValueError):
        return False


# "3", "- 3 -", "Page 3 of 12"; and a page number beside a title: "Annual report | 3", "Annual report, page 3".
_NUMBER_ALONE = re.compile(
    r"\W*(?:(?:page|seite|pagina|página|pág|p)\b\.?\s*)?\d+(?:\s*(?:/|of|von|de|di|sur)\s*\d+)?\W*", re.I
)
_NUMBERED = re.compile(
    r"^(?:page|seite|p\.)\s*\d|\b(?:page|seite|p\.)\s*\d[\w /]{0,12}$|[|·•]\s*\d+$|^\d+\s*[|·•]", re.I
)
# No running head: "Supplier: OpenAI", "Answer:", an item of a list, a box to tick.
_LABELLED = re.compile(r"[^\W\d_][^:]{0,40}:(?:\s|$)|(?:[-*•·☐☒☑✓✔]|\[[ xX✓✔]*\])\s")


def without_running_heads(pages: list[str]) -> list[str]:
    """Drops page numbers, and lines that stand alike at the top or bottom of most pages except where they first stand.

    "Supplier: OpenAI" is a fact wherever it stands. Where titles are numbered ("AI system 2"), each page is about another thing,
    and may say of it what others say.
    """
    if len(pages) < 3:
        return pages
    often = max(3, 0.5 * len(pages))
    texts: Counter[str] = Counter()
    shapes: Counter[str] = Counter()
    for page in pages:
        edge = set(_edges(page).values())
        texts.update(edge)
        shapes.update({_shape(line) for line in edge})
    running = {
        line
        for line in texts
        if (_NUMBER_ALONE.fullmatch(line) or _NUMBERED.search(line)) and shapes[_shape(line)] >= often
    }
    ways = Counter(_shape(line) for line in texts if line not in running)
    if max(ways.values(), default=0) < often:
        running |= {line for line, times in texts.items() if times >= often and not _LABELLED.match(line)}
    seen: set[str] = set()
    return [_without(page, running, seen) for page in pages]


def _edges(page: str) -> dict[int, str]:
    """The first two and the last two lines that are not empty, by their number."""
    lines = {at: line.strip() for at, line in enumerate(page.splitlines()) if line.strip()}
    return {at: lines[at] for at in (*list(lines)[:2], *list(lines)[-2:])}


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.casefold())


def _without(page: str, running: set[str], seen: set[str]) -> str:
    edges, kept = _edges(page), []
    for at, line in enumerate(page.splitlines()):
        if edges.get(at) in running:
            if _NUMBER_ALONE.fullmatch(edges[at]) or (shape := _shape(edges[at])) in seen:
                continue
            seen.add(shape)
        kept.append(line)
    return "\n".join(kept)


def docx_pages(data: bytes, name: str) -> list[str]:
    """The text of a Word document, cut where Word last broke its pages. Raises BadInput or TooLarge."""
    from docx import Document as open_docx

    _check_zip(data, name)
    try:
        opened = open_docx(io.BytesIO(data))
        parts = (*_headers(opened), opened.element.body, *_notes(opened))
        text = re.sub(r"\f\s*\f", "\f", "\n\n".join("".join(_pieces(part)) for part in parts))
        # Word writes no hyphens of its own making: one at a page's end belongs to the word.
        text = re.sub(r"(?<=\w-)\f(\w\S*)[ \n]?", "\\1\f", text)
    except (BadInput, TooLarge):
        raise
    except Exception as error:
        raise BadInput(
            f"{name} cannot be read.",
            f"The Word file is broken ({type(error).__name__}).",
            "Save it again as DOCX, or give its text.",
        ) from error
    if len(text) > MAX_CHARACTERS:
        _bounded(len(text), 0.0, name)
    if not any(c.isalpha() for c in text):
        raise BadInput(f"{name} holds no text.", "It may hold only pictures.", "Give the text itself.")
    return text.split("\f")


def _check_zip(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise BadInput(
            f"{name} cannot be read.", "The Word file is broken.", "Save it again as DOCX, or give its text."
        ) from error
    if "word/document.xml" not in {part.filename for part in parts}:
        raise BadInput(
            f"{name} is not a Word document.",
            "It is another kind of packed file.",
            "Give text, Markdown, HTML, PDF or DOCX.",
        )
    unpacked = sum(part.file_size for part in parts)
    swollen = any(p.file_size > 1_000_000 and p.file_size > MAX_RATIO * max(1, p.compress_size) for p in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or swollen:
        raise TooLarge(
            f"{name} unpacks to far more than its size.",
            "It is not read, to keep this machine safe.",
            "Save it again as DOCX, or give its text.",
        )


def _headers(opened: Any) -> Iterator[Any]:
    """The first page header that says anything: it stands on every page, and is read once."""
    for section in opened.sections:
        for header in (section.first_page_header, section.header):
            if not header.is_linked_to_previous and any(c.isalpha() for c in "".join(_pieces(header._element))):
                yield header._element
                return


def _notes(opened: Any) -> Iterator[Any]:
    """Footnotes and endnotes, which stand in parts of their own; a separator holds no text."""
    from docx.oxml import parse_xml

    for kind in ("footnotes", "endnotes"):
        for relation in opened.part.rels.values():
            if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
                yield from parse_xml(relation.target_part.blob).findall(f"{_W}{kind[:-1]}")


def _pieces(body: Any) -> Iterator[str]:
    """The visible text in reading order: paragraphs, table cells, page breaks; no deleted, hidden or fallback text."""
    skip: set[Any] = set()
    for node in body.iter():
        parent = node.getparent()
        if parent in skip or node.tag == _FALLBACK or (node.tag == f"{_W}r" and _hidden(node)):
            skip.add(node)
        elif node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag == f"{_W}tab":
            yield " " if parent.tag == f"{_W}r" else ""
        elif node.tag == f"{_W}lastRenderedPageBreak":
            yield "\f"
        elif node.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif node.tag == f"{_W}cr":
            yield "\n"
        elif node.tag == f"{_W}br":
            yield "\f" if node.get(f"{_W}type") == "page" else "\n"
        elif node.tag == f"{_W}tc":
            yield " | " if node.getprevious() is not None and node.getprevious().tag == f"{_W}tc" else "\n"
        elif node.tag == f"{_W}p":
            in_cell = parent.tag == f"{_W}tc"
            yield " " if in_cell else "\n\n"


def _hidden(run: Any) -> bool:
    marks = run.find(f"{_W}rPr")
    if marks is None:
        return False
    vanish = marks.find(f"{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val") not in ("0", "false")
