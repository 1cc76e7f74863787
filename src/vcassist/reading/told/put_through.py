"""A purpose whose verb only puts something through a tool keeps the tool: "put the minutes thru claude" and not "put the minutes". Pure."""

from __future__ import annotations

import re

from vcassist.reading.text import Span

# What is done to a thing and tells no work of it.
_ONLY_PUTS = re.compile(
    r"\W*(?:(?:we|i|they|you|then|just|also|and|to) )*(?:put|run|feed|throw|stick|push|shove|drop|paste|pop|chuck|bung|pass|dump|pipe|stuff)(?:s|ing|ning|ting|ping)? (?!(?:together|up|out|off|in|down|on)\b)[\w’'-]+(?: [\w’'-]+){0,4}",
    re.I,
)
_WHITHER = re.compile(
    r" (?:through|thru|into|in|past|to|at|by)(?: (?:the|our))? (?P<name>[\w.+-]*\w(?: (?-i:[A-Z\d])[\w.-]*){0,2})", re.I
)


def with_whither(text: str, start: int, end: int) -> Span | None:
    """The whole words of such a purpose at ``start``–``end``, with what something is put through; None where it is no such."""
    behind = _WHITHER.match(text, end) if _ONLY_PUTS.fullmatch(text[start:end]) else None
    return Span(start, behind.end(), text[start : behind.end()]) if behind else None
