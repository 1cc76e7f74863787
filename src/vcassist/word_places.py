"""Which words and pairs of neighbours a text has, as places in a short row by their hash: what the small learnt layers see of words."""

from __future__ import annotations

import re
import zlib
from itertools import pairwise

_WORD = re.compile(r"[a-z']+|\?")


def word_places(text: str, buckets: int) -> list[int]:
    """The places, from 0 to ``buckets`` - 1, each once."""
    words = ["^", *_WORD.findall(text.lower().replace("’", "'")), "$"]
    both = (*words, *(f"{a} {b}" for a, b in pairwise(words)))
    return sorted({zlib.crc32(one.encode()) % buckets for one in both})
