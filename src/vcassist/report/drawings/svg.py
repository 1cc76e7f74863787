"""The few SVG pieces that the drawings are made of.

Presentation attributes only, so that a strict CSP lets them through.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from unicodedata import east_asian_width

FONT = "DejaVu Sans, Verdana, Arial, Noto Sans, Noto Emoji, sans-serif"
INK, GREY, PAPER = "#1a1a1a", "#5a5a5a", "#ffffff"


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing. ``alt`` tells in a sentence what it shows; ``header`` and ``rows`` say the same as a table."""

    name: str
    title: str
    alt: str
    svg: str
    width: int
    height: int
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def width_of(text: str, size: float) -> float:
    """A text's width in pixels, estimated: wide East Asian characters and emoji are twice as wide as Latin ones."""
    return sum(
        (1.0 if east_asian_width(c) in "WF" else 0.0 if unicodedata.combining(c) else 0.68 if c.isupper() else 0.6)
        * size
        for c in text
    )


def fitted(text: str, pixels: float, size: float) -> str:
    """The text, shortened with an ellipsis to fit."""
    if width_of(text, size) <= pixels:
        return text
    while text and width_of(text + "…", size) > pixels:
        text = text[:-1]
    return text.rstrip() + "…"


def wrapped(text: str, pixels: float, size: float, lines: int = 2) -> list[str]:
    """The text broken at spaces into at most ``lines`` lines; the last is shortened."""
    words, out = text.split(), [""]
    for at, word in enumerate(words):
        joined = f"{out[-1]} {word}".strip()
        if width_of(joined, size) <= pixels or not out[-1]:
            out[-1] = joined
        elif len(out) < lines:
            out.append(word)
        else:
            out[-1] = " ".join((out[-1], *words[at:]))
            break
    return [fitted(line, pixels, size) for line in out]


def text(
    x: float, y: float, words: str, size: float = 12, *, anchor: str = "start", weight: str = "normal", fill: str = INK
) -> str:
    place = f'x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}"'
    # Where only a thin weight of an East Asian font is at hand, a hair's breadth of outline keeps it legible.
    outline = f' stroke="{fill}" stroke-width="0.35"' if any(east_asian_width(c) in "WF" for c in words) else ""
    return f'<text {place} font-weight="{weight}" fill="{fill}"{outline}>{escape(words)}</text>'


def rect(
    x: float,
    y: float,
    w: float,
    h: float,
    *,
    fill: str = PAPER,
    stroke: str = INK,
    dash: str = "",
    radius: float = 0,
    width: float = 1.2,
) -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    place = f'x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="{radius:g}"'
    return f'<rect {place} fill="{fill}" stroke="{stroke}" stroke-width="{width:g}"{dashed}/>'


def line(points: str, *, dash: str = "", width: float = 1.2, stroke: str = INK, end: str = "") -> str:
    """A path; ``end`` names a marker to end it with."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    marker = f' marker-end="url(#{end})"' if end else ""
    return f'<path d="{points}" fill="none" stroke="{stroke}" stroke-width="{width:g}"{dashed}{marker}/>'


def document(name: str, title: str, alt: str, width: int, height: int, parts: Iterable[str]) -> str:
    """The whole SVG, with title and description for assistive technology and an arrow head called ``{name}-arrow``."""
    arrow = (
        f'<defs><marker id="{name}-arrow" viewBox="0 0 8 8" refX="7" refY="4" '
        f'markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0L8 4L0 8z" fill="{INK}"/></marker></defs>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" font-family="{FONT}">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(alt)}</desc>{arrow}'
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>{"".join(parts)}</svg>'
    )
