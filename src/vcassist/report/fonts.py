"""Fonts for what is not Latin, Greek or Cyrillic: found in installed packages, handed to typst only where a text needs them.

Typst sets every script in running text. Within a drawing it does not join the letters of some, and finds no signs: they stay out there,
and stand in the drawing's table.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# Packages of Noto fonts (SIL Open Font License); only their files are used, none of their code is run.
PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")


@lru_cache(maxsize=1)
def _folders() -> tuple[str, ...]:
    found = []
    for name in PACKAGES:
        spec = find_spec(name)
        if spec is not None and spec.origin:
            found.append(str(Path(spec.origin).parent))
    return tuple(found)


def font_folders(text: str) -> list[Any]:
    """The folders of fonts that a text needs beside the built-in ones; none for most texts, since loading them takes time."""
    return list(_folders()) if any(exotic(c) for c in set(text)) else []


def exotic(char: str) -> bool:
    """True for what the built-in fonts may lack: letters, marks, signs and joiners beyond Latin, Greek and Cyrillic."""
    far = ord(char) > 0x24F and not 0x370 <= ord(char) <= 0x52F
    return far and unicodedata.category(char)[0] in "LMSC" and char not in "→↑"


GONE = "[…]"
# South and South-East Asian scripts, whose letters combine.
_JOINED = ((0x0900, 0x0DFF), (0x0E00, 0x109F), (0x1780, 0x17FF))


def drawable(svg: str) -> str:
    """A drawing with […] for what cannot be set within one."""
    return without(svg, {c for c in set(svg) if exotic(c) and (unicodedata.category(c)[0] in "SC" or _joined(c))})


def _joined(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in _JOINED)


def without(text: str, chars: set[str]) -> str:
    """The text with each stretch of these characters replaced by […]; marks that join or vary emoji go with them."""
    if not chars:
        return text
    each = "".join(map(re.escape, sorted(chars)))
    stretch = re.compile(f"[{each}][{each}\u200c\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff ]*")
    return stretch.sub(lambda m: GONE + (" " if m[0].endswith(" ") else ""), text)
