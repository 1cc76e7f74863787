"""Markdown: readable as it is, and in any viewer. What people said is escaped, so that it is never markup."""

from __future__ import annotations

import re

from vcassist.report import seal
from vcassist.report.blocks import Block, Bullets, Figure, Form, Heading, NewPage, Para, Run, Runs, Table
from vcassist.report.contents import contents
from vcassist.report.model import Report

MEDIA_TYPE = "text/markdown; charset=utf-8"
SUFFIX = ".md"
NAME, RANK = "Markdown", 4
HAS_SHORT = True
_SPECIAL = re.compile(r"([\\`*_<>\[\]|#~&])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$|[-=+])")


def render(report: Report) -> bytes:
    """The report, whole or short."""
    text = page(report, report.title, f"{report.subtitle}. {report.made_at[:10]}.", contents(report))
    return text + f"\n<!-- {seal.PLACE} -->\n".encode()


def page(report: Report, title: str, line: str, blocks: tuple[Block, ...]) -> bytes:
    """A whole document; the stamp stands above every chapter, ``line`` under the title."""
    stamp = f"> **{_escape(report.stamp)}**"
    out = [f"# {_escape(title)}", stamp, f"**{_escape(report.organisation)}**", _escape(line)]
    for block in blocks:
        if isinstance(block, NewPage):
            out += ["---", stamp]
        elif text := _block(block):
            out.append(text)
    return ("\n\n".join(out) + "\n").encode("utf-8", "replace")


def _escape(text: str) -> str:
    return _LINE_START.sub(_unlisted, _SPECIAL.sub(r"\\\1", text))


def _unlisted(start: re.Match[str]) -> str:
    """``1.`` → ``1\\.``: a backslash makes a mark plain, not a digit."""
    return f"{start[1]}{start[2][:-1]}\\{start[2][-1]}"


def _run(run: Run) -> str:
    text = _escape(run.text)
    if run.style == "strong" and text.strip():
        core = text.strip()
        return text.replace(core, f"**{core}**", 1)
    if run.style == "link" and run.target.startswith("http"):
        return f"[{text}](<{run.target.replace('<', '%3C').replace('>', '%3E')}>)"
    return text


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs)).strip()


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        tag = f" ({block.tag})" if block.tag else ""
        return f"{'#' * block.level} {_escape(block.text)}{tag}"
    if isinstance(block, Para):
        return f"*{_runs(block.runs)}*" if block.role == "note" and len(block.runs) == 1 else _runs(block.runs)
    if isinstance(block, Bullets):
        return "\n".join(f"{f'{n}.' if block.ordered else '-'} {_runs(item)}" for n, item in enumerate(block.items, 1))
    if isinstance(block, Figure):
        return f"*{_escape(block.drawing.title)}: {_escape(block.drawing.alt)}*"
    if isinstance(block, Form):
        return _form(block)
    if isinstance(block, Table):
        return _table(block)
    return ""


def _form(form: Form) -> str:
    out = []
    for ask in form.asks:
        short = [f"In short: {_escape(ask.in_short)}"] if ask.in_short else []
        boxes = ["\n".join(f"- [ ] {_escape(tick)}" for tick in ask.ticks)] if ask.ticks else []
        out += [f"**{_escape(ask.head)}**", _escape(ask.question), *short, *boxes, "Answer:"]
    return "\n\n".join([*out, _escape(form.foot)] if form.foot else out)


def _table(table: Table) -> str:
    lines = [f"| {' | '.join(table.header)} |", f"|{' --- |' * len(table.header)}"]
    lines += [f"| {' | '.join(_runs(cell) for cell in row)} |" for row in table.rows]
    return "\n".join(lines)
