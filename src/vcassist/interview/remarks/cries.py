"""Cries: "God forbid.", "Good heavens!", "for goodness' sake". They tell how somebody feels, and nothing of an organisation. Forms only. Pure."""

from __future__ import annotations

import re

_GOD = r"(?:god|gosh|goodness|heavens?|lord|jesus|allah|christ|deus|dios|mon dieu|gott)"
# A whole sentence, or what stands between its beginning or end and a mark.
_CRY = re.compile(
    rf"(?:(?<=[.!?;,\n] )|(?<=^)|(?<=\n))(?:(?:oh|ah|ai|but|and|no),? )?"
    rf"(?:{_GOD} (?:forbid|help us|help me|bless(?: you)?|have mercy|willing)|(?:oh )?(?:my|dear|good|great|meu|mein|por|thank) {_GOD}|for {_GOD}['’]?s?['’]? sake|good grief|dear me|oh dear|heaven forbid|(?:my )?goodness(?: me)?)(?=\s?(?:[.!,;\n]|$))",
    re.I,
)


def cries(text: str) -> list[tuple[int, int]]:
    """Where a text only cries out, if it says anything else."""
    found = [m.span() for m in _CRY.finditer(text)]
    left = text
    for start, end in found:
        left = left[:start] + left[end:]
    return found if re.search(r"\w", left) else []
