"""Where a message says a name that is known, whole or for short. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vcassist.chain.short_names import short_places
from vcassist.reading.components import same_name


def places_of(name: str, message: str) -> Iterator[tuple[int, int]]:
    """Where a message says a name, or the name without its version ("MobileNet" for "MobileNetV3")."""
    for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", message, re.I) if name else ():
        if not _NAMES_A_LICENCE.match(message, m.end()):
            yield m.span()
    yield from short_places(name, message)
    short, longer = _without_version(name), name
    # "Llama 3" and "Llama" for "Llama 3 8B".
    while len(short) > 3 and short != longer and same_name(short, name):
        for m in re.finditer(rf"(?<!\w){re.escape(short)}(?![\w-]|\s?v?\d)", message, re.I):
            if not _NAMES_A_LICENCE.match(message, m.end()):
                yield m.span()
        short, longer = _without_version(short), short


# "Llama 3.1 Community License" is what the licence is called.
_NAMES_A_LICENCE = re.compile(r"(?: [\d.]+)?(?: [A-Z][\w-]*){0,3} [Ll]icen[cs]e\b")


def _without_version(name: str) -> str:
    return re.sub(r"[\s-]?v?\d[\w.]*$", "", name, flags=re.I)
