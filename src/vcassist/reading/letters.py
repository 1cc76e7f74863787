"""The text of a letter to a supplier that came back: which file holds one, and its form without marks of mail or Markdown."""

from __future__ import annotations

import re

from vcassist.errors import BadInput
from vcassist.interview.to_supplier import END_OF_FORM
from vcassist.reading import office_files
from vcassist.reading.plaintext import decoded, visible_text


def form_in(data: bytes, name: str) -> str | None:
    """The text of a file that holds one of our forms, filled in or not; None for any other file."""
    if not (data[:4] == b"PK\x03\x04" or b"end of the form" in data):
        return None
    try:
        text = form_text(data, name)
    except BadInput:
        return None
    return text if END_OF_FORM in text else None


def form_text(data: bytes, name: str) -> str:
    """The form as text: a cell or line after another, without the marks of Markdown or of a quoted mail. Raises BadInput, TooLarge."""
    if data[:4] == b"PK\x03\x04":
        text = "\n".join(office_files.docx_pages(data, name))
    else:
        low = name.lower()
        html = low.endswith((".html", ".htm")) or re.match(rb"\s*<(?:!doctype|html)", data[:200], re.I) is not None
        text = decoded(data, name, html=html)
        text = visible_text(text) if html else re.sub(r"\\([\\`*_<>\[\]|#~&.·])", r"\1", text)
    return re.sub(r"^[ \t]*>+ ?", "", text, flags=re.M)
