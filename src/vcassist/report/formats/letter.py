"""Letters to suppliers as a Word document: one a page, each question with its reference and room for the answer."""

from __future__ import annotations

from vcassist.report.annexes import letter_blocks
from vcassist.report.blocks import Block, NewPage, para
from vcassist.report.model import Report
from vcassist.report.office import MEDIA_TYPE as WORD
from vcassist.report.office import document

MEDIA_TYPE = WORD
SUFFIX = "-letters.docx"
HOW = "Fill in the last column. The first column tells which question an answer belongs to; please leave it as it is."


def render(report: Report) -> bytes:
    """All letters; a page that says so where there is nothing to ask."""
    blocks: list[Block] = []
    for n, letter in enumerate(report.letters, 1):
        blocks += [*([NewPage()] if n > 1 else []), *letter_blocks(report, letter, f"letter-{n}", 2), para(HOW)]
    if not blocks:
        blocks.append(
            para("There is no question to a supplier: no outside supplier is named, or nothing about them is open.")
        )
    return document(
        "Questions to suppliers", report.organisation, (f"Written on {report.made_at[:10]}.",), report.stamp, blocks
    )
