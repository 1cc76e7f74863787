"""The word by which people call a thing of a longer name for short. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A first word of fewer letters says too little.
SHORTEST_HEAD = 3
_JOINT = re.compile(r"[\s-]")
# Before another name it is part of that: "GPT Builder" is no GPT-4.
_GOES_ON = re.compile(r"[ -][A-Z0-9]")


def head_of(name: str) -> str:
    """The word at the beginning of a longer name by which a thing is called ("DAX" of "DAX Copilot", "ConvNeXt" of "ConvNeXt-Tiny"), where it is
    written as no common word is; nothing where it may be its maker's or any word's ("Google Translate", "Face Match").
    """
    first, *rest = _JOINT.split(name, maxsplit=1)
    odd = any(c.isupper() or c.isdigit() for c in first[1:])
    return first if rest and len(first) >= SHORTEST_HEAD and odd else ""


def heads_in(name: str, said: str) -> Iterator[tuple[int, int]]:
    """Where a text calls a thing by the first word of its name."""
    head = head_of(name)
    for m in re.finditer(rf"(?<![\w-]){re.escape(head)}(?![\w-])", said) if head else ():
        if not _GOES_ON.match(said, m.end()):
            yield m.span()
