"""HTML: one self-contained file with its own style, no script and no request to anywhere.

Made for screen, phone and A4.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from vcassist.assets import folder
from vcassist.report import seal
from vcassist.report.blocks import Ask, Block, Bullets, Figure, Form, Heading, NewPage, Para, Run, Runs, Table
from vcassist.report.contents import contents
from vcassist.report.model import Report

MEDIA_TYPE = "text/html; charset=utf-8"
SUFFIX = ".html"
NAME, RANK = "Web page", 1
HAS_SHORT = True
_SAFE = ("https://", "http://")
# The text between tags; and so many characters of a word, an escaped one counted as one, with more to come.
_TEXT = re.compile(r"(?<![^>])[^<>]+")
_LONG = re.compile(r"(?:&[#\w]+;|[^\s&]){24}(?=\S)")


def render(report: Report) -> bytes:
    """The report, whole or short. What people said is always text, never markup, and isolated from the direction around it."""
    return page(report, report.title, f"{report.subtitle}. Made on {report.made_at[:10]}.", contents(report))


def page(report: Report, title: str, line: str, blocks: tuple[Block, ...], *, form: bool = False) -> bytes:
    """A whole page with the report's stamp and style; ``line`` stands under the title. A ``form`` is meant to be changed.

    It has no list of contents and no place for a digest.
    """
    nav = f'<nav aria-label="Contents"><ol>{_contents(blocks)}</ol></nav>' if not form else ""
    digest = "" if form else f'\n<meta name="{seal.NAME}" content="{seal.PLACE}">'
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">' + digest,
        f"<title>{escape(title)}: {escape(report.organisation)}{' (draft)' if report.draft else ''}</title>",
        f"<style>\n{style()}{_page_rule(report)}</style>\n</head>\n<body>",
        '<a class="skip" href="#main">Skip to the report</a>',
        f'<aside class="stamp{"" if report.draft else " reviewed"}" aria-label="Status of this report">'
        f"<bdi>{escape(report.stamp)}</bdi></aside>",
        f"<header>\n<h1>{escape(title)}</h1>",
        f'<p class="organisation"><bdi>{escape(report.organisation)}</bdi></p>',
        f'<p class="subtitle">{escape(line)}</p>',
        f'</header>\n{nav}\n<main id="main">',
        *_body(blocks),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts).encode("utf-8", "replace")


@lru_cache(maxsize=1)
def style() -> str:
    """The style sheet that every report carries."""
    widths = "".join(f".c{n}{{width:{n}%}}" for n in range(2, 61))
    return f"{(folder('web') / 'templates' / 'report' / 'report.css').read_text(encoding='utf-8')}{widths}\n"


def _page_rule(report: Report) -> str:
    """The stamp and the page number in the margin of every printed page."""
    words = "".join(c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in report.stamp)
    return (
        f'@page {{ size: A4; margin: 18mm 16mm; @top-right {{ content: "{words}"; font: 600 8pt sans-serif; }} '
        '@bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }\n'
    )


def _contents(blocks: tuple[Block, ...]) -> str:
    return "".join(
        f'<li><a href="#{b.anchor}">{escape(b.text)}</a></li>'
        for b in blocks
        if isinstance(b, Heading) and b.level == 2
    )


def _body(blocks: tuple[Block, ...]) -> list[str]:
    """A drawing whose table follows has its words there: on a narrow screen the table is a list and takes the drawing's place."""
    out, fresh = [], False
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, NewPage):
            fresh = block.torn
            continue
        if isinstance(block, Figure) and isinstance(after, Table):
            out.append(_figure(block, ' class="drawn"'))
        elif isinstance(block, Table) and isinstance(before, Figure):
            out.append(_table(block, listed=True))
        else:
            out.append(_block(block, fresh))
        fresh = False
    return out


def _figure(figure: Figure, kind: str = "") -> str:
    title = escape(figure.drawing.title)
    drawn = f'<div class="scroll" tabindex="0" role="group" aria-label="{title}">{figure.drawing.svg}</div>'
    return f"<figure{kind}>{drawn}<figcaption>{title}</figcaption></figure>"


def _block(block: Block, fresh: bool) -> str:
    if isinstance(block, Heading):
        tag = f' <span class="tag tag-{escape(block.tag)}">{escape(block.tag)}</span>' if block.tag else ""
        page = ' class="new-page"' if fresh and block.level == 2 else ""
        return (
            f'<h{block.level} id="{escape(block.anchor)}"{page}><bdi>{escape(block.text)}</bdi>{tag}</h{block.level}>'
        )
    if isinstance(block, Para):
        role = f' class="{block.role}"' if block.role else ""
        return f"<p{role}>{_runs(block.runs)}</p>"
    if isinstance(block, Bullets):
        kind = "ol" if block.ordered else "ul"
        return f"<{kind}>{''.join(f'<li>{_runs(item)}</li>' for item in block.items)}</{kind}>" if block.items else ""
    if isinstance(block, Figure):
        return _figure(block)
    if isinstance(block, Form):
        return _form(block)
    return _table(block) if isinstance(block, Table) else ""


def _form(form: Form) -> str:
    asks = "".join(_ask(ask, editable=form.editable) for ask in form.asks)
    foot = f'<p class="foot">{escape(form.foot)}</p>' if form.foot else ""
    return f'<section class="form" aria-label="{escape(form.caption)}"><ol>{asks}</ol>{foot}</section>'


def _ask(ask: Ask, *, editable: bool) -> str:
    """A question. Where the file itself is filled in, boxes and answer are one text to type in, which any browser saves."""
    short = f'<p class="note">In short: {escape(ask.in_short)}</p>' if ask.in_short else ""
    head = f'<p class="head"><bdi>{escape(ask.head)}</bdi></p><p>{escape(ask.question)}</p>{short}'
    if editable:
        boxes = "".join(f"<div>[ ] {escape(t)}</div>" for t in ask.ticks)
        label = escape(f"Your answer to: {ask.question}")
        room = (
            f'<div class="room" contenteditable="true" role="textbox" aria-multiline="true" aria-label="{label}">'
            f"{boxes}<div>Answer: </div></div>"
        )
    else:
        boxes = "".join(f"<li>{escape(t)}</li>" for t in ask.ticks)
        room = f'<ul class="boxes">{boxes}</ul><p class="write">Answer:</p>' + '<p class="write"></p>' * (ask.lines - 1)
    return f"<li>{head}{room}</li>"


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.style == "cite":
        return f'<a class="cite" href="#{escape(run.target)}">{text}</a>'
    if run.style == "link" and run.target.startswith(_SAFE):
        return f'<a href="{escape(run.target)}" rel="noreferrer">{text}</a>'
    if run.style == "words":
        return f'<bdi class="words">{text}</bdi>'
    return f"<strong><bdi>{text}</bdi></strong>" if run.style == "strong" else text


def _table(table: Table, *, listed: bool = False) -> str:
    """``listed``: with the heads at each cell, to be a list where the screen is narrow; its roles say that it is a table still."""
    total = sum(table.widths)
    columns = "".join(f'<col class="c{min(60, max(2, round(100 * w / total)))}">' for w in table.widths)
    head = "".join(f'<th scope="col">{escape(h)}</th>' for h in table.header)
    anchors = table.row_anchors or ("",) * len(table.rows)
    heads = table.header if listed else ()
    rows = "".join(_table_row(row, anchor, heads) for row, anchor in zip(table.rows, anchors, strict=True))
    caption = escape(table.caption)
    if listed:
        head = "".join(f'<th scope="col" role="columnheader">{escape(h)}</th>' for h in table.header)
        return (
            f'<table class="listed" role="table"><caption>{caption}</caption><colgroup>{columns}</colgroup>'
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
        )
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{caption}">'
        f"<table><caption>{caption}</caption><colgroup>{columns}</colgroup>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _table_row(row: tuple[Runs, ...], anchor: str, heads: tuple[str, ...] = ()) -> str:
    target = f' id="{escape(anchor)}"' if anchor else ""
    if heads:
        told = zip(heads, row, strict=True)
        cells = "".join(
            f'<td dir="auto" role="cell" data-label="{escape(h)}:">{_breakable(_runs(c))}</td>' for h, c in told
        )
        return f'<tr{target} role="row">{cells}</tr>'
    cells = "".join(f'<td dir="auto">{_breakable(_runs(cell))}</td>' for cell in row)
    return f"<tr{target}>{cells}</tr>"


def _breakable(html: str) -> str:
    """HTML in whose text a word longer than any real one may be broken: no column becomes as wide as an address."""
    return _TEXT.sub(lambda text: _LONG.sub(lambda word: f"{word[0]}<wbr>", text[0]), html)
