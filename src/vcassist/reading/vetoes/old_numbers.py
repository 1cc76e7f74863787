"""A number that is denied right behind the one that holds tells nothing more: "two years, not one" is no "not". Pure."""

from __future__ import annotations

import re

from vcassist.interview.reading import blanked
from vcassist.interview.turns_of_phrase import ONE_TO_TWELVE

_NUMBER = rf"(?:\d[\d.,]*|{ONE_TO_TWELVE}|twenty|thirty|forty|fifty|sixty|ninety|a hundred)"
_DENIED_BEHIND = re.compile(
    rf"\b{_NUMBER}(?:\s[a-z]+){{0,2}}(?P<old>,?\s(?:and\s)?not\s(?:just\s|only\s)?{_NUMBER}(?:\s(?:days?|weeks?|months?|years?|hours?|people|persons|of us))?)(?=\s*(?:[.,;!?)]|$|\b(?:because|since|as|like)\b))",
    re.I,
)


def without_old_numbers(text: str) -> str:
    """The text with such denials as spaces, so that every offset holds."""
    return blanked(text, [m.span("old") for m in _DENIED_BEHIND.finditer(text)])
