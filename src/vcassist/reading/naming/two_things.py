"""Two tools that are counted and told in one breath without a name: "we use 2 things, an app for interpreting and an excel that ranks families". Pure but for its reader.

Each is read by itself, and called by the words that tell it until it has a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading

_I = re.I
_KIND = r"(?:apps?|tools?|excel(?: (?:sheet|file|table))?|spreadsheet|sheet|table|(?:chat|ro)?bot|program(?:me)?|software|system|assistant|scribe|translator|interpreter|transcriber|camera|scanner|sensor|helper|checker|thing|ai)"
_COUNTED = re.compile(
    r"\b(?:use|have|got|run|with|are|on)\s(?:these\s)?(?:two|2|both)\s(?:different\s|separate\s|ai\s|such\s)*(?:things|tools|apps|ais|programs|programmes|systems|softwares?|ones|of them)\b\s?[:,.;–-]*\s*",
    _I,
)
_WORDS = r"(?:(?!(?:and|or|but|we|they|it|is|are)\b)[\w'’-]+\s)"
_WHICH = r"(?:(?:the\s)?(?:first|one|other|second|another)(?:\s(?:one|of them))?(?:\sis)?[:,]?\s)?(?:is\s)?(?:an?\s|the\s|our\s|my\s)?"
_TASK = r"(?:\s(?:for|that|which|to|doing|who)\s[^.;!?\n]{3,90}?)?"
_BOTH = re.compile(
    rf"{_WHICH}(?P<one>{_WORDS}{{0,3}}?{_KIND}{_TASK})\s?(?:,|;|\.|,?\sand|\splus|\s&)\s(?:and\s|also\s)*{_WHICH}(?P<two>{_WORDS}{{0,3}}?{_KIND}{_TASK})(?=\s*(?:[.;,!?\n]|$))",
    _I,
)
# "The app answers parents, the other writes letters": each by what it does.
_DOES = r"(?!(?:is|was|has|does)\b)[a-z]{2,}s\s"
_BY_DEED = re.compile(
    rf"(?:the|one|our)\s(?:first\s)?(?:one|of them|{_KIND})\s(?P<one>{_DOES}[^.;:!?,\n]{{2,80}}?)(?:,|;|\.|,?\sand)\s(?:and\s|also\s)*(?:the|our)\s(?:other|second)(?:\s(?:one|of them|{_KIND}))?\s(?P<two>{_DOES}[^.;!?\n]{{2,80}}?)(?=\s*(?:[.;,!?\n]|$))",
    _I,
)
SURE = 0.85
LEAST = 2
_A_KIND = re.compile(rf"\b{_KIND}\b", _I)
# How a tool that is called by its kind gets its name; the name has a capital, or stands behind "call it".
_CALLED = r"\b(?i:{0})\b(?:[^.;!?\n]{{0,40}}?\b(?i:we (?:just |only )?call (?:it |that )?|(?:is )?called |is named |name is )(?P<name>[^\W\d_][\w-]+)|\s(?:is|=|:)\s(?P<capital>[A-ZÀ-ÖØ-Þ][\w-]+))"
_NO_NAMES = frozenset(
    {"it", "that", "this", "just", "only", "so", "the", "a", "an", "in", "on", "off", "nothing", "different"}
)
# What is told of one of them is taken from its own words.
_OF_ONE = frozenset({"decision_role", "generates", "affected_people", "human_review"})


def with_two_things(read: Reading, message: str, chain: Chain, again: Callable[[str], Reading]) -> Reading:
    """The same with the two tools that a message counts and tells; ``again`` reads the words of one. Nothing changes where a tool is known or named."""
    counted = _COUNTED.search(message)
    if counted is None or chain.mentioned("application"):
        return read
    both = _BOTH.match(message, counted.end()) or _BY_DEED.match(message, counted.end())
    named = {p.ref for p in read.proposals if p.ref.startswith("application") and p.ref.endswith(".name")}
    if both is None or len(named) > 1 or any(_outside(p, both) for p in read.proposals if p.ref in named):
        return read
    told: list[Proposal] = []
    for group, component in (("one", "application"), ("two", "application-2")):
        start, words = both.start(group), both[group].strip()
        told.append(Proposal(f"{component}.purpose", "known", words, words, SURE, start, start + len(words)))
        told += [p for found in again(words).proposals if (p := _of(found, component, start)) is not None]
    others = tuple(p for p in read.proposals if not p.ref.startswith("application") or _outside(p, both))
    beside = {p.ref for p in told}
    return replace(read, proposals=(*told, *(p for p in others if p.ref not in beside)), intent="answer")


def _outside(p: Proposal, both: re.Match[str]) -> bool:
    return not p.touches(*both.span())


def _of(p: Proposal, component: str, by: int) -> Proposal | None:
    kind, _, name = p.ref.partition(".")
    if kind != "application" or name not in _OF_ONE or p.start is None or p.end is None:
        return None
    return replace(p, ref=f"{component}.{name}", start=p.start + by, end=p.end + by)


def named_by_kind(read: Reading, message: str, chain: Chain) -> Reading:
    """The same with names for those tools that a message calls by the word for what they are: "app is LinguaPonte, excel we call graduatoria"."""
    nameless = [c for c in chain.mentioned("application") if chain.get(f"{c}.name") is None]
    if len(chain.mentioned("application")) < LEAST or not nameless:
        return read
    kinds = {c: {m[0].lower() for m in _A_KIND.finditer(str(chain.value(f"{c}.purpose") or ""))} for c in nameless}
    found: dict[str, Proposal] = {}
    for component in nameless:
        others = set().union(*(kinds[c] for c in nameless if c != component))
        for kind in kinds[component] - others:
            place = re.search(_CALLED.format(re.escape(kind)), message)
            group = "name" if place and place["name"] else "capital"
            if place is not None and place[group].lower() not in _NO_NAMES:
                found[component] = Proposal(
                    f"{component}.name", "known", place[group], place[group], SURE, *place.span(group)
                )
    if not found:
        return read
    taken = list(found.values())
    rest = (
        p
        for p in read.proposals
        if not (p.ref.endswith(".name") and any(p.touches(t.start or 0, t.end or 0) for t in taken))
    )
    return replace(read, proposals=(*taken, *(p for p in rest if p.ref not in {t.ref for t in taken})), intent="answer")
