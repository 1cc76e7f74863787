"""Files that hold a few words, made anew by code."""

from __future__ import annotations

WORDS = "We use ChatGPT to write letters to parents."


def pdf(*pages: str) -> bytes:
    import typst

    return typst.compile(("#set page(width: 210mm, height: 297mm)\n" + "\n#pagebreak()\n".join(pages)).encode())
