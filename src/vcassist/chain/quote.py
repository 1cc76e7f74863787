"""Finds a quote in the text it was taken from, forgiving form but never wording.

Typographic quotes, accents, letter case, ligatures, white space and line breaks may differ between quote and text;
words and their order may not. Offsets are code points of the original text, half-open.
"""

from __future__ import annotations

import unicodedata

_ALIKE = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
     "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "…": "..."}
)  # fmt: skip
# Marks that steer display and carry no meaning: zero-width characters, directional marks, soft hyphen, variation selectors.
_INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f"
)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text folded for comparison, and for each folded character the offset it came from."""
    out: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        if char in _INVISIBLE:
            continue
        if char.isspace():
            if out and out[-1] != " ":
                out.append(" ")
                origin.append(at)
            continue
        for piece in unicodedata.normalize("NFKD", char.translate(_ALIKE)).casefold().translate(_ALIKE):
            if not unicodedata.combining(piece):
                out.append(piece)
                origin.append(at)
    return "".join(out), origin


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """Offsets ``(start, end)`` of ``quote`` in ``text``, or None when its words are not there.

    An exact match is preferred; among several the first is taken. A blank quote is found nowhere.
    """
    if not quote.strip():
        return None
    start = text.find(quote)
    if start >= 0:
        return start, start + len(quote)
    wanted, _ = _folded(quote.strip())
    wanted = wanted.strip()
    haystack, origin = _folded(text)
    at = haystack.find(wanted) if wanted else -1
    if at < 0:
        return None
    first, last = origin[at], origin[at + len(wanted) - 1]
    end = last + 1
    while end < len(text) and (unicodedata.combining(text[end]) or text[end] in _INVISIBLE):
        end += 1
    return first, end
