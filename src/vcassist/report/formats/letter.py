"""Letters to suppliers as a Word document to be filled in: one a page, boxes to click and room for the answer."""

from __future__ import annotations

from vcassist.report.letter_file import TITLE, letter_file_blocks, written_on
from vcassist.report.model import Report
from vcassist.report.office import MEDIA_TYPE as WORD
from vcassist.report.office import document

MEDIA_TYPE = WORD
SUFFIX = "-letters.docx"
NAME, RANK = "Letters to suppliers (Word)", 10


def render(report: Report) -> bytes:
    """All letters; a page that says so where there is nothing to ask."""
    return document(TITLE, report.organisation, (written_on(report),), report.stamp, letter_file_blocks(report))
