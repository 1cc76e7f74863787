"""What stands in a file of letters to suppliers, whatever its format."""

from __future__ import annotations

from vcassist.report.annexes import letter_blocks
from vcassist.report.blocks import Block, NewPage, para
from vcassist.report.model import Report

TITLE = "Questions to suppliers"
NOTHING = "There is no question to a supplier: no outside supplier is named, or nothing about them is open."


def written_on(report: Report) -> str:
    return f"Written on {report.made_at[:10]}."


def letter_file_blocks(report: Report, how: str = "") -> tuple[Block, ...]:
    """All letters, one a page; a sentence where there is nothing to ask. ``how`` says how this kind of file is filled in."""
    if not report.letters:
        return (para(NOTHING),)
    blocks: list[Block] = [para(how, role="note")] if how else []
    for n, letter in enumerate(report.letters, 1):
        blocks += [
            *([NewPage(torn=True)] if n > 1 else []),
            *letter_blocks(report, letter, f"letter-{n}", 2, editable=True),
        ]
    return tuple(blocks)
