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
# "We are using a credit scoring from a vendor and also a chat helper for our members": not counted, and two by "also".
_WORK = r"(?:scoring|score|ranking|triage|transcription|translation|monitoring|forecast(?:ing)?|search)"
_WHOSE = r"(?:\s(?:from|of|by)\s(?:an?|the|our)\s[\w'’-]+)?"
_ALSO = re.compile(
    rf"\b(?:us(?:e|ing)|have|got|run|running|with)\s(?P<one>(?:an?|our|one)\s{_WORDS}{{0,3}}?(?:{_KIND}|{_WORK}){_WHOSE}(?:\s(?:for|that|which|to|doing)\s(?:(?!\b(?:and|also)\b)[^.;!?\n,]){{3,90}}?)?)\s?,?\s(?:and\s(?:then\s)?also|and\sbesides|as\swell\sas|plus\salso|but\salso|plus)\s(?P<two>(?:an?|our|one)\s{_WORDS}{{0,3}}?(?:{_KIND}|{_WORK}){_WHOSE}{_TASK})(?=\s*(?:[.;,!?\n]|$))",
    _I,
)
# "The credit score is named TrustMeter. The chat helper is named Dada Umoja": each by what it is called; "which" is what it is.
_IS_CALLED = re.compile(
    r"\b(?i:the|our|this|that|one)\s(?P<what>[a-z][\w'’-]*(?:\s[a-z][\w'’-]*){0,3}?)\s(?i:is|goes|was)\s(?i:just\s|simply\s)?(?i:called|named|by the name(?: of)?)\s[\"“'‘]?(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]*(?:\s[A-ZÀ-ÖØ-Þ0-9][\w’'-]*){0,3})",
)
_NO_TOOL = re.compile(
    r"\b(?:suppliers?|makers?|compan(?:y|ies)|firms?|vendors?|models?|organi[sz]ations?|schools?|clinics?|charit(?:y|ies)|persons?|m[ae]n|wom[ae]n|lady|village|town|place|project|programme|cat|dog|director|boss|file|form|list|server|language)\b",
    _I,
)
SURE = 0.85
LEAST = 2
_A_KIND = re.compile(rf"\b{_KIND}\b", _I)
# How a tool that is called by its kind gets its name; the name has a capital, or stands behind "call it".
_CALLED = r"\b(?i:{0})\b(?:[^.;!?\n]{{0,40}}?\b(?i:we (?:just |only )?call (?:it |that )?|(?:is )?called |is named |name is )(?P<name>[^\W\d_][\w-]+(?:\s[A-ZÀ-ÖØ-Þ][\w-]*){{0,3}})|\s(?:is|=|:)\s(?P<capital>[A-ZÀ-ÖØ-Þ][\w-]+))"
_NO_NAMES = frozenset(
    {"it", "that", "this", "just", "only", "so", "the", "a", "an", "in", "on", "off", "nothing", "different"}
)
# What is told of one of them is taken from its own words.
_OF_ONE = frozenset({"decision_role", "generates", "affected_people", "human_review"})


def with_two_things(read: Reading, message: str, chain: Chain, again: Callable[[str], Reading]) -> Reading:
    """The same with the two tools that a message counts and tells; ``again`` reads the words of one. Nothing changes where a tool is known or named."""
    if chain.mentioned("application"):
        return read
    counted = _COUNTED.search(message)
    both = (
        _BOTH.match(message, counted.end()) or _BY_DEED.match(message, counted.end())
        if counted is not None
        else _ALSO.search(message)
    )
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


def with_each_called(read: Reading, message: str, chain: Chain) -> Reading:
    """The same with two tools by their names where each sentence names one: "The credit score is named TrustMeter. The chat helper is named Dada Umoja.
    It was made by our own officer". Nothing changes where two are known. What is told behind a name, up to the next, is of the tool that bears it.
    """
    known = chain.mentioned("application")
    called = [m for m in _IS_CALLED.finditer(message) if _NO_TOOL.search(m["what"]) is None]
    if len(known) > 1 or len({m["name"] for m in called}) != LEAST or len(called) != LEAST:
        return read
    stands = chain.value("application.name")
    if stands is not None and stands not in {m["name"] for m in called}:
        return read
    first, second = called if stands is None or stands == called[0]["name"] else reversed(called)
    begins, ends = second.start(), first.start() if first.start() > second.start() else len(message)
    told = [
        Proposal(ref, "known", m[group], m[group], SURE, *m.span(group))
        for ref, m, group in (
            ("application.name", first, "name"),
            ("application-2.name", second, "name"),
            ("application-2.purpose", second, "what"),
        )
        if chain.get(ref) is None
    ]
    there = {p.ref for p in told}
    left: list[Proposal] = []
    for p in read.proposals:
        part, _, name = p.ref.partition(".")
        if any(p.touches(t.start or 0, t.end or 0) for t in told if t.ref.endswith(".name")) and name == "name":
            continue
        if part == "application" and p.start is not None and begins <= p.start < ends:
            p = replace(p, ref=f"application-2.{name}")
        if p.ref not in there and not _makes_the_model(p, read):
            left.append(p)
    return replace(read, proposals=(*told, *left), intent="answer")


def _makes_the_model(p: Proposal, read: Reading) -> bool:
    """Whether who is taken for a tool's supplier was read at the same place as the maker of a model: "made by our own officer upon GPT-4o of OpenAI"."""
    if not p.ref.endswith(".supplier") or not p.ref.startswith("application") or p.start is None:
        return False
    makers = (m for m in read.proposals if m.ref.startswith("model") and m.ref.endswith(".supplier"))
    return any(m.value == p.value and m.start is not None and m.touches(p.start, p.end or p.start) for m in makers)


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
