"""Letters to suppliers as Markdown, to be filled in with any editor or within an e-mail."""

from __future__ import annotations

from vcassist.report.formats.md import page
from vcassist.report.letter_file import TITLE, letter_file_blocks, written_on
from vcassist.report.model import Report

MEDIA_TYPE = "text/markdown; charset=utf-8"
SUFFIX = "-letters.md"
NAME, RANK = "Letters to suppliers (Markdown)", 12


def render(report: Report) -> bytes:
    """All letters."""
    return page(report, TITLE, written_on(report), letter_file_blocks(report))
