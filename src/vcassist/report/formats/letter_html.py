"""Letters to suppliers as a web page to be filled in: type into the boxes, save the page, send it back."""

from __future__ import annotations

from vcassist.report.formats.html import page
from vcassist.report.letter_file import TITLE, letter_file_blocks, written_on
from vcassist.report.model import Report

MEDIA_TYPE = "text/html; charset=utf-8"
SUFFIX = "-letters.html"
NAME, RANK = "Letters to suppliers (web page)", 11
HOW = (
    "Type into the boxes: an x between the brackets of what fits, or words after “Answer:”. Then save this page from your browser, "
    "and send the saved file back."
)


def render(report: Report) -> bytes:
    """All letters. The page holds no script: its boxes are plain text that a browser lets people edit and saves with the page."""
    return page(report, TITLE, written_on(report), letter_file_blocks(report, HOW), form=True)
