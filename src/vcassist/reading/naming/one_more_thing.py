"""A second tool without a name, told beside one that has one: "…, and also a volunteer set up a chatbot that answers the mothers at night". Pure but for its reader.

It is called by the words that tell it until it has a name. Somebody must say that it is one more, and what it does; what is planned, over or
other people's is none of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.turns_of_phrase import DENIES
from vcassist.reading.naming.newcomers import NOT_IN_USE
from vcassist.reading.vetoes.modality import modalities

_I = re.I
_KIND = r"(?:(?:chat|ro)bot|(?:voice )?assistant|app|ai(?: (?:tool|thing|bot|app))?|(?:translation|transcription|forecast\w*|planning|scheduling|scoring|triage|reminder) (?:tool|program(?:me)?|system|thing|software)|(?:route |shift |meeting )planner|translator|transcriber|scribe|summari[sz]er)"
# What makes it one more: said before it, in its sentence.
_ONE_MORE = r"\b(?:also|another|a second|second(?:ly)?|the other(?: one)?|then there(?:['’]?s| is)|besides|in addition|as well as|plus)\b(?! (?:has|have got|includes?|contains?|offers?|comes?|brings?)\b)"
_TOLD = re.compile(
    rf"{_ONE_MORE}[^.!?\n]{{0,80}}?\b(?:an?|one|another)\s(?P<thing>(?:(?!(?:and|or|but|with|from|for|of|to|that|which)\b)[\w-]+\s){{0,2}}?{_KIND})"
    r"(?P<where>\s(?:on|in|at|over|inside) (?:our |the |their |my )?[\w-]+(?: [\w-]+)?)??"
    r"\s(?:(?:that|which|who)\s(?!is\b|was\b|we\b|they\b|i\b|he\b|she\b)|for\s|to\s)[^,.;!?\n]{4,90}",
    _I,
)
# A name behind its kind ("a chatbot called Tala", "an app, Nyota, that …") is heard as one.
_NAMED = re.compile(rf"{_KIND}\s?[,(]?\s?(?:[\"“‘']|called\b|named\b|(?-i:[A-Z]))", _I)
# People whom somebody tells of, and not the tools of their house.
_OF_OTHERS = re.compile(
    r"\b(?:other|some) (?:clinics|schools|people|organi[sz]ations|places|houses)\b|\bneighbou?r|\b(?:financ|fund|sponsor|donat|s[eo]l[ld])\w*\b",
    _I,
)
_CLAUSE_ENDS = re.compile(r"[,;:]|\b(?:and|but)\b")
_JOINS = re.compile(r"[\s,;:–-]*(?:\b(?:and|but|then|plus|while|or|so|we|have|there is)\b[\s,]*)*$", _I)
SURE = 0.85
# What is told of it is taken from its own words.
_OF_IT = frozenset({"decision_role", "generates", "affected_people", "human_review"})


def with_one_more_thing(
    read: Reading, message: str, asked: str | None, chain: Chain, again: Callable[[str], Reading]
) -> Reading:
    """The same with a second tool that a message tells beside the only one with a name; ``again`` reads the words that tell it."""
    names = {p.ref for p in read.proposals if p.ref.startswith("application") and p.ref.endswith(".name")}
    tools = {*chain.mentioned("application"), *(p.ref.partition(".")[0] for p in read.proposals if p.ref in names)}
    others = any(p.ref.startswith("application-") for p in read.proposals)
    if len(tools) != 1 or others or (asked is not None and asked.endswith((".name", ".purpose"))):
        return read
    found = next((m for part in SENTENCE.finditer(message) if (m := _told_in(part)) is not None), None)
    if found is None or any(p.ref in names and p.touches(*found[1:]) for p in read.proposals):
        return read
    begins, start, end = found
    words = message[start:end].strip()
    told = [Proposal("application-2.purpose", "known", words, words, SURE, start, start + len(words))]
    told += [of_it for p in again(words).proposals if (of_it := _of(p, start)) is not None]
    rest = (q for p in read.proposals if (q := _of_the_other(p, begins, end)) is not None)
    return replace(read, proposals=(*rest, *told), intent="answer")


def _told_in(part: re.Match[str]) -> tuple[int, int, int] | None:
    """Where a sentence begins to tell of one more thing, and where it tells what it is and does."""
    found = _TOLD.search(part[0])
    if found is None or part[0].rstrip().endswith("?") or _NAMED.match(part[0], found.start("thing")):
        return None
    before = _CLAUSE_ENDS.split(part[0][: found.start()])[-1]
    said = f"{before}{found[0]}"
    which = f"{before}{part[0][found.start() : found.end('thing')]}"
    if modalities(said) & (NOT_IN_USE - {"past"}) or re.search(DENIES, which, _I) or _OF_OTHERS.search(said):
        return None
    return part.start() + found.start(), part.start() + found.start("thing"), part.start() + found.end()


def _of_the_other(p: Proposal, start: int, end: int) -> Proposal | None:
    """What is said of the named tool: nothing of what is said of the second, and no more of a text than stands before that."""
    if not p.ref.startswith("application.") or p.start is None or p.end is None or not p.touches(start, end):
        return p
    if p.start >= start:
        return None
    words = _JOINS.sub("", p.quote[: start - p.start])
    value = words if p.value == p.quote else p.value
    return replace(p, value=value, quote=words, end=p.start + len(words)) if re.search(r"\w{3}", words) else None


def _of(p: Proposal, by: int) -> Proposal | None:
    kind, _, name = p.ref.partition(".")
    if kind != "application" or name not in _OF_IT or p.start is None or p.end is None:
        return None
    return replace(p, ref=f"application-2.{name}", start=p.start + by, end=p.end + by)
