"""The word by which people call a thing of a longer name for short. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# A first word of fewer letters says too little.
SHORTEST_HEAD = 3
# Longer names, in words, are a sentence's.
MOST_WORDS = 4
# Letters from which on a last word calls a thing by itself.
SHORTEST_TAIL = 4
# What many things are called behind their names.
_SHARED = frozenset(
    [
        "assistant",
        "chat",
        "chatbot",
        "translate",
        "translator",
        "cloud",
        "studio",
        "workspace",
        "office",
        "online",
        "mobile",
        "health",
        "care",
        "school",
        "desk",
        "mail",
        "docs",
        "tool",
        "system",
        "platform",
        "suite",
        "plus",
        "basic",
        "free",
        "teams",
        "home",
        "voice",
        "search",
        "meet",
        "drive",
        "forms",
        "large",
        "small",
        "medium",
        "mini",
        "base",
        "turbo",
        "flash",
        "instruct",
    ]
)
_JOINT = re.compile(r"[\s-]")
# Before another name it is part of that: "GPT Builder" is no GPT-4.
_GOES_ON = re.compile(r"[ -][A-Z0-9]")
_ANOTHERS = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w-]* $")
# Characters before a short name in which another word may make it another thing's.
FAR = 40


def head_of(name: str) -> str:
    """The word at the beginning of a longer name by which a thing is called ("DAX" of "DAX Copilot", "ConvNeXt" of "ConvNeXt-Tiny"), where it is
    written as no common word is; nothing where it may be its maker's or any word's ("Google Translate", "Face Match").
    """
    first, *rest = _JOINT.split(name, maxsplit=1)
    odd = any(c.isupper() or c.isdigit() for c in first[1:])
    return first if rest and len(first) >= SHORTEST_HEAD and odd else ""


def tail_of(name: str) -> str:
    """The last word of a name by which a thing is called for short ("Copilot" of "Microsoft 365 Copilot"); nothing where a version stands there."""
    words = name.split()
    short = words[-1] if 1 < len(words) <= MOST_WORDS else ""
    return short if len(short) >= SHORTEST_TAIL and short.isalpha() and short.casefold() not in _SHARED else ""


def short_places(name: str, said: str) -> Iterator[tuple[int, int]]:
    """Where a text calls a thing by the first or the last word of its name."""
    head, tail = head_of(name), tail_of(name)
    for m in re.finditer(rf"(?<![\w-]){re.escape(head)}(?![\w-])", said) if head else ():
        if not _GOES_ON.match(said, m.end()):
            yield m.span()
    for m in re.finditer(rf"(?<![\w-]){re.escape(tail)}(?![\w-])", said) if tail else ():
        # Another word with a capital before it makes it another thing's ("GitHub Copilot").
        if not _ANOTHERS.search(said[max(0, m.start() - FAR) : m.start()]):
            yield m.span()


def says_name(name: str, said: str) -> bool:
    """Whether a text holds a name, or a word by which that is called for short."""
    if name.casefold() in said.casefold() and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said, re.I):
        return True
    return next(short_places(name, said), None) is not None


def with_it_for(text: str, names: Iterable[str]) -> str:
    """The text with each of the names turned into "it", the longest first. Its places are others then."""
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "it", text, flags=re.I)
    return text
