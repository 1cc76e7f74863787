"""PDF for print and assistive technology.

Tagged PDF/UA-1 with bookmarks, real tables and alternative texts, set by typst.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache
from typing import Any

from vcassist.assets import folder
from vcassist.report.blocks import Block, Bullets, Figure, Form, Heading, Para, Run, Runs, Table
from vcassist.report.contents import contents
from vcassist.report.model import Report

MEDIA_TYPE = "application/pdf"
SUFFIX = ".pdf"
NAME, RANK = "PDF", 2
GONE = "[…]"
NOTE = (
    "Some characters are not in this PDF's fonts and are shown as […]. The html and docx forms of the report hold them."
)
_MISSING = re.compile(r'the text `"(.*?)"` could not be displayed', re.S)
_ROUNDS = 4


def render(report: Report) -> bytes:
    """The whole report. Characters that no font at hand can show are replaced and a note on the first page says so."""
    data = _data(report)
    text = json.dumps(data, ensure_ascii=False)
    gone: set[str] = set()
    for _ in range(_ROUNDS):
        try:
            return _compile(text)
        except RuntimeError as error:
            missing = {c for found in _MISSING.findall(str(error)) for c in _unescaped(found)} - gone
            if not missing:
                break
            gone |= missing
            text = _without(data, gone)
    return _compile(_without(data, {c for c in json.dumps(data, ensure_ascii=False) if _exotic(c)}))


def _exotic(char: str) -> bool:
    """True for what the embedded fonts may lack: letters, marks, signs and joiners beyond Latin, Greek and Cyrillic."""
    far = ord(char) > 0x24F and not 0x370 <= ord(char) <= 0x52F
    return far and (unicodedata.category(char)[0] in "LMSC") and char not in "→↑"


def _compile(text: str) -> bytes:
    import typst

    made: bytes = typst.compile(_template(), format="pdf", sys_inputs={"data": text}, pdf_standards=["ua-1"])
    return made


@lru_cache(maxsize=1)
def _template() -> bytes:
    return (folder("web") / "templates" / "report" / "report.typ").read_bytes()


def _unescaped(found: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: chr(int(m[1], 16)), found)


def _without(data: dict[str, Any], gone: set[str]) -> str:
    """The data with each stretch of characters that cannot be shown replaced by […]."""
    # Marks that join or vary emoji go with them.
    run = re.compile(
        f"[{''.join(map(re.escape, sorted(gone)))}][{''.join(map(re.escape, sorted(gone)))}\u200c\u200d\ufe0e\ufe0f ]*"
    )

    def replaced(value: Any) -> Any:
        if isinstance(value, str):
            return run.sub(lambda m: GONE + (" " if m[0].endswith(" ") else ""), value)
        if isinstance(value, list):
            return [replaced(v) for v in value]
        return {k: replaced(v) for k, v in value.items()} if isinstance(value, dict) else value

    return json.dumps({**replaced(data), "note": NOTE}, ensure_ascii=False)


def _data(report: Report) -> dict[str, Any]:
    blocks = contents(report)
    anchors = [b.anchor for b in blocks if isinstance(b, Heading)]
    anchors += [a for b in blocks if isinstance(b, Table) for a in b.row_anchors if a]
    return {
        "title": report.title,
        "organisation": report.organisation,
        "subtitle": report.subtitle,
        "stamp": report.stamp,
        "made_on": report.made_at[:10],
        "note": "",
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
        return {**out, "svg": d.svg, "alt": d.alt, "title": d.title, "width": d.width}
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
    return out


def _runs(runs: Runs) -> list[dict[str, str]]:
    return [_run(r) for r in runs]


def _run(run: Run) -> dict[str, str]:
    return {"text": run.text, "style": run.style, "target": run.target}
