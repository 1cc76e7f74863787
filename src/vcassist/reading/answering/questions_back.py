"""A question of the person's own takes up the words of a choice and chooses none: "weights open means?", "do you mean by age?". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Reading
from vcassist.reading.answering.own_word import begins_with_yes_or_no
from vcassist.reading.text import sentence_around

# What asks; and a tag behind a statement, which does not.
_ASKS_BACK = re.compile(
    r"\b(?:what|which|who|whom|whose|how|why|means?|meaning|do you|does (?:it|that|this)|is (?:it|that|this)|are (?:they|these)|can (?:it|anyone|anybody|they|we|i)|should i|like (?:anyone|anybody|what|if)|or (?:what|how))\b",
    re.I,
)
_TAGS = re.compile(
    r"(?:\b(?:right|correct|no|yes|ok(?:ay)?|isn['’]?t it|is it not|don['’]?t you think|you know|does it|do they)\W*|,[^,]{0,15})$",
    re.I,
)


def without_questions_back(reading: Reading, message: str, asked: str | None) -> Reading:
    """The same without an answer that was read in a question of the person's own."""
    if asked is None or field_of(asked).type not in ("yesno", "enum"):
        return reading
    read = next((p for p in reading.proposals if p.ref == asked and p.status == "known"), None)
    if read is None or read.start is None:
        return reading
    sentence = sentence_around(message, read.start)
    if sentence is None or not sentence.text.rstrip().endswith("?") or begins_with_yes_or_no(sentence.text):
        return reading
    text = sentence.text.rstrip(" ?!")
    if not _ASKS_BACK.search(text) or _TAGS.search(text) or re.search(r"[.;–—]\s", text):
        return reading
    return replace(reading, proposals=tuple(p for p in reading.proposals if p is not read))
