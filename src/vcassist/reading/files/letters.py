"""The text of a letter to a supplier that came back: which file holds one, and its form without marks of mail or Markdown."""

from __future__ import annotations

import re

from vcassist.errors import BadInput
from vcassist.interview.to_supplier import END_OF_FORM
from vcassist.reading.files import office_files
from vcassist.reading.files.plaintext import decoded, visible_text

_BRACKETS = re.compile(r"\[[^\[\]]{1,200}\]")
_END = re.compile(r"\s+".join(map(re.escape, END_OF_FORM.split())))


def form_in(data: bytes, name: str, text: str = "") -> str | None:
    """The text of a file that holds one of our forms, filled in or not; None for any other file.

    ``text`` is what was read of the file as a document: a PDF shows only there whether it is a form. Raises BadInput for a form
    in a PDF that cannot be read back for certain.
    """
    if is_pdf(data):
        return _form_in_pdf(data, name) if _END.search(text) else None
    if not (data[:4] == b"PK\x03\x04" or b"end of the form" in data):
        return None
    try:
        text = form_text(data, name)
    except BadInput:
        return None
    return text if END_OF_FORM in text else None


def _form_in_pdf(data: bytes, name: str) -> str:
    from vcassist.reading.files.replies import reads_back

    text = form_text(data, name)
    if END_OF_FORM not in text or not reads_back(text):
        raise BadInput(
            f"{name} is our letter as a PDF.",
            "Which boxes are ticked cannot be read from it for certain.",
            "Send the DOCX, or the text.",
        )
    return text


def is_pdf(data: bytes) -> bool:
    return data[:1024].lstrip().startswith(b"%PDF")


def _in_one_line(bracketed: re.Match[str]) -> str:
    """A reference, or a name in brackets, that a page was too narrow for."""
    blank = "" if "." in bracketed[0] and ":" not in bracketed[0] else " "
    return blank.join(bracketed[0].split()) if "\n" in bracketed[0] else bracketed[0]


def form_text(data: bytes, name: str) -> str:
    """The form as text: a cell or line after another, without the marks of Markdown or of a quoted mail. Raises BadInput, TooLarge."""
    if is_pdf(data):
        text = _BRACKETS.sub(_in_one_line, "\n".join(office_files.pdf_pages(data, name)))
    elif data[:4] == b"PK\x03\x04":
        text = "\n".join(office_files.docx_pages(data, name))
    else:
        low = name.lower()
        html = low.endswith((".html", ".htm")) or re.match(rb"\s*<(?:!doctype|html)", data[:200], re.I) is not None
        text = decoded(data, name, html=html)
        text = visible_text(text) if html else re.sub(r"\\([\\`*_<>\[\]|#~&.·])", r"\1", text)
    return re.sub(r"^[ \t]*>+ ?", "", text, flags=re.M)
