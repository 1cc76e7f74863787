"""PDF for print and assistive technology.

Tagged PDF/UA-1 with bookmarks, real tables and alternative texts, set by typst.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

from vcassist.assets import folder
from vcassist.report import seal
from vcassist.report.blocks import Block, Bullets, Figure, Form, Heading, NewPage, Para, Run, Runs, Table
from vcassist.report.contents import contents
from vcassist.report.fonts import drawable, exotic, font_folders, without
from vcassist.report.model import Report

MEDIA_TYPE = "application/pdf"
SUFFIX = ".pdf"
NAME, RANK = "PDF", 2
HAS_SHORT = True
NOTE = (
    "Some characters are not in this PDF's fonts and are shown as […]. The html and docx forms of the report hold them."
)
NOTE_DRAWN = "Some characters cannot be shown in the drawings of this PDF; the tables below them hold them."
_MISSING = re.compile(r'the text `"(.*?)"` could not be displayed', re.S)
_ROUNDS = 4


def render(report: Report) -> bytes:
    """The report, whole or short."""
    return page(report, report.title, f"{report.subtitle}. Made on {report.made_at[:10]}.", contents(report))


def page(report: Report, title: str, line: str, blocks: tuple[Block, ...]) -> bytes:
    """A whole document with the report's stamp; ``line`` stands under the title.

    Characters that no font at hand can show are left out of the drawings and, if need be, of the text; the first page then says so.
    """
    data = _data(report, title, line, blocks)
    gone: set[str] = set()
    for _ in range(_ROUNDS):
        try:
            return _compile(_json(data, gone))
        except RuntimeError as error:
            missing = {c for found in _MISSING.findall(str(error)) for c in _unescaped(found)} - gone
            if not missing:
                break
            gone |= missing
    return _compile(_json(data, {c for c in _json(data, set()) if exotic(c)}))


def _compile(text: str) -> bytes:
    import typst

    made: bytes = typst.compile(
        _template(), format="pdf", sys_inputs={"data": text}, pdf_standards=["ua-1"], font_paths=font_folders(text)
    )
    return made


@lru_cache(maxsize=1)
def _template() -> bytes:
    return (folder("web") / "templates" / "report" / "report.typ").read_bytes()


def _unescaped(found: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: chr(int(m[1], 16)), found)


def _json(data: dict[str, Any], gone: set[str]) -> str:
    """The data for the template, with […] for each stretch of characters that no font can show."""

    def replaced(value: Any) -> Any:
        if isinstance(value, str):
            return without(value, gone)
        if isinstance(value, list | tuple):
            return [replaced(v) for v in value]
        return {k: replaced(v) for k, v in value.items()} if isinstance(value, dict) else value

    return json.dumps({**replaced(data), "note": NOTE} if gone else data, ensure_ascii=False)


def _data(report: Report, title: str, line: str, blocks: tuple[Block, ...]) -> dict[str, Any]:
    drawn = [b.drawing for b in blocks if isinstance(b, Figure)]
    anchors = [b.anchor for b in blocks if isinstance(b, Heading)]
    anchors += [a for b in blocks if isinstance(b, Table) for a in b.row_anchors if a]
    return {
        "title": title,
        "organisation": report.organisation,
        "line": line,
        "stamp": report.stamp,
        "digest": seal.PLACE,
        "note": "" if all(drawable(d.svg) == d.svg for d in drawn) else NOTE_DRAWN,
        "anchors": anchors,
        "blocks": [_block(b) for b in blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    out: dict[str, Any] = {"block": type(block).__name__}
    if isinstance(block, Heading):
        return {**out, "level": block.level, "text": block.text, "anchor": block.anchor, "tag": block.tag}
    if isinstance(block, Para):
        return {**out, "runs": _runs(block.runs), "role": block.role}
    if isinstance(block, Bullets):
        return {**out, "ordered": block.ordered, "items": [_runs(i) for i in block.items]}
    if isinstance(block, Figure):
        d = block.drawing
        return {**out, "svg": drawable(d.svg), "alt": d.alt, "title": d.title, "width": d.width}
    if isinstance(block, Form):
        asks = [
            {"head": a.head, "question": a.question, "in_short": a.in_short, "ticks": list(a.ticks), "lines": a.lines}
            for a in block.asks
        ]
        return {**out, "caption": block.caption, "asks": asks, "foot": block.foot}
    if isinstance(block, Table):
        rows = [[_runs(cell) for cell in row] for row in block.rows]
        return {
            **out,
            "caption": block.caption,
            "header": block.header,
            "widths": block.widths,
            "rows": rows,
            "row_anchors": list(block.row_anchors),
        }
    if isinstance(block, NewPage):
        return {**out, "torn": block.torn}
    return out


def _runs(runs: Runs) -> list[dict[str, str]]:
    return [_run(r) for r in runs]


def _run(run: Run) -> dict[str, str]:
    return {"text": run.text, "style": run.style, "target": run.target}
