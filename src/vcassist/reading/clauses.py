"""The sentence and the clause in which a name stands. Pure."""

from __future__ import annotations

import re

from vcassist.reading.text import Span

_SENTENCE_END = re.compile(r"[.!?;\n]+(?:\s|$)")
# Who takes a thing for a task: "for letters we have Brevio".
WHO_TAKES = r"(?:(?:we|i|they|(?:the |our )?[a-z]+(?: [a-z]+)?) (?:have|use|open|take|got|['’]ve got|turn to|go to)|there(?:['’]s| is)|it(?:['’]s| is))"
FOR_A_TASK = re.compile(
    rf"(?:^|[,;.:–—-]\s*|\b(?:and|but|while)\s)for (?!(?:example|instance|sure|now|once|ever|me|us|real)\b)(?:the |our |all )?(?-i:[a-z])[^,.;:]{{2,40}}?\s(?:{WHO_TAKES}\s)?$",
    re.I,
)


def sentence_at(message: str, at: int) -> Span:
    """The sentence in which a place stands, with its offsets."""
    cuts = [m.end() for m in _SENTENCE_END.finditer(message, 0, at)]
    start = cuts[-1] if cuts else 0
    while start < at and message[start].isspace():
        start += 1
    stop = _SENTENCE_END.search(message, at)
    end = stop.start() if stop else len(message)
    return Span(start, end, message[start:end])


def clause_of(message: str, name: Span, sentence: Span) -> Span:
    """From the last turn before a name to the next one behind what is told of it."""
    cut = re.compile(r"[,;]\s+(?:and|but|while|whereas|plus)?\s*|\s(?:and|but|while|whereas)\s|\s[-–—]+\s", re.I)
    start = max((m.end() for m in cut.finditer(message, sentence.start, name.start)), default=sentence.start)
    if FOR_A_TASK.search(message[sentence.start : name.start]):
        start = sentence.start
    goes_on = re.match(r",\s(?:which|it|a|an|the|our|that one)\b[^,;]*", message[name.end :])
    first = name.end + (goes_on.end() if goes_on else 0)
    end = next((m.start() for m in cut.finditer(message, first, sentence.end)), sentence.end)
    return Span(start, end, message[start:end])
