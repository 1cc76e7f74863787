"""A tool that is called by its kind and then by its name: "a WhatsApp bot, HomeLine, answering tenants". That is one tool, and not two. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.reading import blanked
from vcassist.interview.turns_of_phrase import TOOL

_CAP = r"[^\W\d_a-z][\w’'&-]*"
# The kind, up to its mark, and the name behind it, which closes with a mark or goes on with what it does.
_KIND_AND_NAME = re.compile(
    rf"\b(?P<kind>(?i:an?|one|this|our|the|some)\s(?:[\w’'-]+\s){{0,4}}?(?i:{TOOL}|assistant|translator|scanner|classifier|chatbot)\s?[,–—-]\s?)(?P<name>{_CAP}(?:\s{_CAP}){{0,2}})"
    rf"(?=\s*[,;:–—(]|\s*[.!](?:\s|$)|\s(?:that|which|to|for|from|by|in|on|of|with|does|reads|writes|it|[a-z]+ing)\b|$)(?!\s*,?\s(?:and|or|&)\s)(?!\s*,\s{_CAP})"
)


def read_as_one(read: Reading, message: str, again: Callable[[str], Reading]) -> Reading:
    """The same of a message whose one tool was taken for two by its kind and its name. ``again`` reads the message without the kind."""
    found = _KIND_AND_NAME.search(message)
    if found is None:
        return read
    named = {p.ref for p in read.proposals if p.ref.endswith(".name") and p.ref.startswith("application")}
    by_kind = [p for p in read.proposals if p.ref in named and p.touches(*found.span("kind"))]
    by_name = [p for p in read.proposals if p.ref in named and p.value == found["name"]]
    if not by_kind or not by_name or {p.ref for p in by_kind} == {p.ref for p in by_name}:
        return read
    without = blanked(message, [found.span("kind")])
    one = again(without)
    return replace(one, proposals=tuple(_in_its_words(p, message, without) for p in one.proposals))


def _in_its_words(p: Proposal, message: str, without: str) -> Proposal:
    """A proposal in the words of the message, where those of the kind were left out."""
    if p.start is None or p.end is None or p.quote == message[p.start : p.end]:
        return p
    quote = message[p.start : p.end]
    return replace(p, quote=quote, value=quote if p.value == without[p.start : p.end] else p.value)
