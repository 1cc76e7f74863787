"""Documents: their text with pages and offsets, cut into chunks of whole sentences. ``gathering.py`` finds the facts in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from vcassist.errors import BadInput, TooLarge
from vcassist.reading.files import office_files
from vcassist.reading.files.mail import is_mail, mail_text
from vcassist.reading.files.plaintext import (
    decoded,
    joined_words,
    markdown_text,
    mended_over,
    not_text,
    tidy,
    unwrapped,
    visible_text,
)
from vcassist.reading.files.tables import Record, tables
from vcassist.reading.text import sentences

MAX_BYTES = 20_000_000
# One chunk fits one view of the offline reader; a paragraph that ends after half of it ends the chunk.
CHUNK = 470
EXTENSIONS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".eml", ".pdf", ".docx")
# What other files begin with, and what to do with them.
_OTHER_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "It is an old or an encrypted Office file.",
        "Save it as DOCX without a password.",
    ),
    (b"{\\rtf", "It is a rich text file (RTF).", "Save it as DOCX or plain text."),
    (b"\x89PNG", "It is a picture.", "Give the text in it."),
    (b"\xff\xd8\xff", "It is a picture.", "Give the text in it."),
    (b"GIF8", "It is a picture.", "Give the text in it."),
    (b"%!PS", "It is a PostScript file.", "Save it as PDF."),
)


@dataclass(frozen=True, slots=True)
class Page:
    """``number`` counts from 1; ``start`` is the offset of ``text`` in the document's text."""

    number: int
    text: str
    start: int


@dataclass(frozen=True)
class Document:
    """One document. ``name`` is its file name; offsets of facts are code points of ``text``."""

    name: str
    pages: tuple[Page, ...]
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [page.start for page in self.pages]

    @property
    def unread(self) -> tuple[int, ...]:
        """Numbers of the pages that hold no text (pictures, or nothing)."""
        return tuple(page.number for page in self.pages if not page.text.strip())

    def page_at(self, offset: int) -> int:
        """The number of the page that an offset of ``text`` lies on."""
        return self.pages[max(0, bisect_right(self._starts, offset) - 1)].number


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of the document: ``text == document.text[start : start + len(text)]``, beginning on ``page``.

    ``record``: what a table tells of one thing, whose text is then told instead, cell by cell under their headings.
    """

    text: str
    start: int
    page: int
    record: Record | None = None

    def place(self, start: int, end: int, *, whole: bool = False) -> tuple[int, int] | None:
        """Where in the document stands what stands here in ``text``; None for what no one place in it says.

        ``whole``: of a table with its row up to there.
        """
        return self.record.place(start, end, whole=whole) if self.record else (start + self.start, end + self.start)


def safe_name(filename: str) -> str:
    """The last part of a file name without control characters, at most 120 characters."""
    last = re.sub(
        r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]",
        "",
        filename.replace("\\", "/").rsplit("/", 1)[-1],
    )
    return last.strip()[:120] or "document"


def read_document(data: bytes, filename: str) -> Document:
    """The text of one document by pages. Raises BadInput or TooLarge with a sentence that says what to do."""
    name = safe_name(filename)
    if len(data) > MAX_BYTES:
        raise TooLarge(
            f"{name} has {len(data) / 1e6:.0f} MB.",
            f"A document may have {MAX_BYTES // 1_000_000} MB.",
            "Give the part about your use of AI.",
        )
    if not data.strip():
        raise BadInput(f"{name} is empty.", "", "Choose another file.")
    for beginning, why, to_do in _OTHER_KINDS:
        if data.startswith(beginning):
            raise BadInput(f"{name} cannot be read.", why, to_do)
    document = assembled(name, _pages(data, name))
    if len(document.text) > office_files.MAX_CHARACTERS:
        raise TooLarge(
            f"{name} holds more than {office_files.MAX_CHARACTERS:,} characters.",
            "",
            "Give the part about your use of AI.",
        )
    if not any(c.isalpha() for c in document.text):
        raise BadInput(f"{name} holds no text.", "", "Give a document with words in it.")
    return document


def _pages(data: bytes, name: str) -> list[str]:
    """Raw text by page; the bytes decide what a file is, the suffix only among texts."""
    low = name.lower()
    if data[:1024].lstrip().startswith(b"%PDF"):
        return [unwrapped(joined_words(tidy(page))) for page in office_files.pdf_pages(data, name, tables=True)]
    if data.startswith(b"PK\x03\x04"):
        return [tidy(page) for page in office_files.docx_pages(data, name)]
    if low.endswith((".pdf", ".docx")):
        raise BadInput(
            f"{name} cannot be read.",
            "It is not what its name says, or it is broken.",
            "Save it again, or give its text.",
        )
    if is_mail(data, name) and (mail := mail_text(data)) is not None:
        return [tidy(mail)]
    html = low.endswith((".html", ".htm", ".xhtml")) or bool(
        re.match(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b", data[:200], re.I)
    )
    text = decoded(data, name, html=html)
    if len(text) > office_files.MAX_CHARACTERS:
        raise TooLarge(
            f"{name} holds more than {office_files.MAX_CHARACTERS:,} characters.",
            "",
            "Give the part about your use of AI.",
        )
    if html:
        return [visible_text(text)]
    if low.endswith((".md", ".markdown")):
        return [markdown_text(text)]
    if "." in low and not low.endswith(EXTENSIONS) and _is_code(text):
        raise not_text(name)
    return [unwrapped(joined_words(tidy(page))) for page in text.split("\f")]


def _is_code(text: str) -> bool:
    """True for what is text only by its bytes: nearly no words with spaces between."""
    sample = text[:20_000]
    return sum(c.isalpha() or c == " " for c in sample) < 0.5 * len(sample)


def assembled(name: str, texts: Sequence[str]) -> Document:
    """One text out of the pages; a sentence that runs over a page end stays one sentence, and a word one word."""
    pages: list[Page] = []
    texts, whole = list(texts), ""
    for at in range(len(texts) - 1):
        texts[at], texts[at + 1] = mended_over(texts[at], texts[at + 1])
    for number, text in enumerate(texts, 1):
        if whole and text:
            whole += " " if text[:1].islower() and whole[-1].isalnum() else "\n\n"
        pages.append(Page(number, text, len(whole)))
        whole += text
    return Document(name, tuple(pages), whole)


def chunks(document: Document) -> Iterator[Chunk]:
    """The document in stretches of whole sentences of at most ``CHUNK`` characters, and the records of its tables, in order."""
    at = 0
    for table in tables(document.text):
        yield from _stretches(document, at, table.start)
        for record in table.records():
            start = record.cells[0].cell.start
            yield Chunk(record.text, start, document.page_at(start), record)
        at = table.end
    yield from _stretches(document, at, len(document.text))


def _stretches(document: Document, first: int, last: int) -> Iterator[Chunk]:
    """The text from ``first`` to ``last`` in stretches of whole sentences."""
    start = end = -1
    for begin, stop in _pieces(document.text, first, last):
        full = start >= 0 and stop - start > CHUNK
        new_paragraph = start >= 0 and "\n\n" in document.text[end:begin] and end - start >= CHUNK // 2
        if full or new_paragraph:
            yield _chunk(document, start, end)
            start = -1
        if start < 0:
            start = begin
        end = stop
    if start >= 0:
        yield _chunk(document, start, end)


def _chunk(document: Document, start: int, end: int) -> Chunk:
    return Chunk(document.text[start:end], start, document.page_at(start))


def _pieces(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Sentences with all that semicolons part in them; one that is longer than a chunk is cut there, or else between words."""
    for start, end in whole_sentences(text[first:last]):
        start, end = start + first, end + first
        while end - start > CHUNK:
            cut = max(text.rfind("; ", start + CHUNK // 2, start + CHUNK) + 1, 0)
            cut = cut or text.rfind(" ", start + CHUNK // 2, start + CHUNK)
            cut = cut if cut > 0 else start + CHUNK
            yield start, cut
            start = cut + 1 if text[cut : cut + 1] == " " else cut
        if start < end:
            yield start, end


def whole_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text stand, each with all that semicolons part in it: what stands behind one goes on with the same."""
    start = end = -1
    for sentence in sentences(text):
        goes_on = start >= 0 and text[end - 1] == ";" and "\n" not in text[end : sentence.start]
        if start >= 0 and not goes_on:
            yield start, end
        start, end = start if goes_on else sentence.start, sentence.end
    if start >= 0:
        yield start, end
