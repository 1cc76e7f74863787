"""A message in which the marks are said: "everybody is told comma there's a sign full stop"; and the "no. 7" of an instruction, which is no no. It
is read with the marks in their places, of the same length, and quoted as it was written. Pure.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal, Reading

_MARKS = {
    "comma": ",",
    "full stop": ".",
    "new line": ".",
    "new paragraph": ".",
    "question mark": "?",
    "exclamation mark": "!",
    "semicolon": ";",
}
_SAID = re.compile(rf"\s(?P<mark>{'|'.join(_MARKS)})(?=\s|$)", re.I)
# One may be a word of the sentence.
LEAST = 2
# "Instruction no. 7 of 2024": neither a no nor the end of a sentence.
_NUMBER = re.compile(r"\b(?P<n>n)o\.(?=\s?\d)", re.I)


def with_marks(message: str) -> str:
    """The same with each said mark as one, and every offset as it was; the message itself where fewer than two are said."""
    message = _NUMBER.sub(lambda m: f"{m['n']}r ", message)
    if len(_SAID.findall(message)) < LEAST and not re.search(r"\sfull stop\W*$", message, re.I):
        return message
    return _SAID.sub(lambda m: _MARKS[m["mark"].lower()].ljust(len(m[0])), message)


def as_written(reading: Reading, message: str) -> Reading:
    """What was read with marks, quoted from the message as it was written."""

    def quoted(p: Proposal) -> Proposal:
        if p.start is None or p.end is None:
            return p
        value = p.value
        if isinstance(value, str) and field_of(p.ref).type in ("text", "entity"):
            said = message[p.start : p.end]
            as_said = p.value == p.quote and _SAID.search(f"{said} ") is None
            value = said if as_said else re.sub(r"\s+", " ", value).replace(" ,", ",").strip()
        return replace(p, quote=message[p.start : p.end], value=value)

    return replace(reading, proposals=tuple(map(quoted, reading.proposals)))
