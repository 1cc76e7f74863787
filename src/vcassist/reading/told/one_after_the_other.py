"""One answer for each of several tools, told in their order: "(1) yes, (2) no", "first one no, the second yes", "OpenAI for the first, Lexa for the other". Pure but for its reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from vcassist.chain.facts import Chain, field_of
from vcassist.interview.ports import Proposal, Reading

_I = re.I
# A longer message tells more than one answer each.
LONGEST, LEAST = 240, 2
_NUMBER = r"(?:^|(?<=[\s,;.]))(?:\((?P<a>\d)\)|(?P<b>\d)\s?[.):=-](?=\s|$))"
_ORDINAL = r"\b(?:(?:for|with|in|on|of) )?(?:the )?(?P<c>first|second|third|1st|2nd|3rd|other|latter|former|last)(?: (?:one|tool|app|system|bot|program(?:me)?|of them))?\b(?:\s?[:=-])?(?:,? (?:it is|it['’]s|is))?"
_MARK = re.compile(f"{_NUMBER}|{_ORDINAL}", _I)
_PLACES = {
    "first": 0,
    "1st": 0,
    "former": 0,
    "second": 1,
    "2nd": 1,
    "other": 1,
    "latter": 1,
    "last": 1,
    "third": 2,
    "3rd": 2,
}
_KINDS = frozenset({"yesno", "enum", "entity", "set"})
_CLAUSE = re.compile(r"(?:(?!\s(?:and|but|while)\s)[^,;.\n]|\.(?=[\w)]))+")
_LINKS = re.compile(r"\b(?:and|but|while|for|with|it|is|the)\b", _I)
_TRIM = " \t\n,;.:–—-"


def with_one_for_each(
    read: Reading, message: str, asked: str | None, chain: Chain, again: Callable[[str, str], Reading]
) -> Reading:
    """The same with the answer for each of the tools that a message tells in their order, to what was asked or else to what it seems to answer;
    ``again`` reads words as the answer to a reference.
    """
    tools = chain.mentioned("application")
    if asked is None or len(message) > LONGEST or "?" in message or len(tools) < LEAST:
        return read
    ways = [pieces for pieces in (_by_clause(message, len(tools)), _behind(message, len(tools))) if pieces]
    seems = (field_of(p.ref).key for p in read.proposals) if ways else ()
    for ref in dict.fromkeys((field_of(asked).key, *seems)):
        spec = field_of(ref)
        if spec.kind != "application" or spec.name in ("name", "purpose") or spec.type not in _KINDS:
            continue
        for pieces in ways:
            told = [_for(tools[at], ref, span, message, again) for at, span in pieces]
            found = [p for p in told if p is not None]
            if len(found) == len(tools):
                others = (
                    p for p in read.proposals if p.ref.partition(".")[2] != spec.name and not _same_words(p, found)
                )
                return replace(read, proposals=(*found, *others), intent="answer")
    return read


# (which tool, where the words for it stand).
_Piece = tuple[int, tuple[int, int]]


def _by_clause(message: str, tools: int) -> list[_Piece]:
    """Each clause that holds one number, without that; nothing where they are not in order."""
    found: list[_Piece] = []
    for clause in _CLAUSE.finditer(message):
        marks = list(_MARK.finditer(message, *clause.span()))
        if len(marks) != 1:
            return []
        before, behind = (clause.start(), marks[0].start()), (marks[0].end(), clause.end())
        words = [span for span in (before, behind) if re.search(r"\w", _LINKS.sub("", message[slice(*span)]))]
        if len(words) != 1:
            return []
        found.append((_place(marks[0]), words[0]))
    return found if [at for at, _ in found] == list(range(tools)) else []


def _behind(message: str, tools: int) -> list[_Piece]:
    """The words behind each number; nothing where they are not in order."""
    marks = list(_MARK.finditer(message))
    if [_place(m) for m in marks] != list(range(tools)):
        return []
    ends = [*(m.start() for m in marks[1:]), len(message)]
    return [(_place(m), (m.end(), end)) for m, end in zip(marks, ends, strict=True)]


def _place(m: re.Match[str]) -> int:
    return int(m["a"] or m["b"]) - 1 if m["a"] or m["b"] else _PLACES[m["c"].lower()]


def _for(
    tool: str, ref: str, span: tuple[int, int], message: str, again: Callable[[str, str], Reading]
) -> Proposal | None:
    start, end = span
    words = message[start:end]
    left = len(words) - len(words.lstrip(_TRIM))
    text = re.sub(r"(?:\s|^)(?:and|but|while|for|with)$", "", words.strip(_TRIM), flags=_I).strip(_TRIM)
    found = next((p for p in again(text, ref).proposals if field_of(p.ref).key == ref), None) if text else None
    if found is None:
        return None
    told = f"{tool}.{field_of(ref).name}"
    return replace(found, ref=told, quote=text, start=start + left, end=start + left + len(text))


def _same_words(p: Proposal, found: Sequence[Proposal]) -> bool:
    return any(p.start is None or p.touches(q.start or 0, q.end or 0) for q in found)
