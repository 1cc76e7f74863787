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
from vcassist.reading.naming.announced import NO_TOOLS
from vcassist.reading.naming.newcomers import NOT_IN_USE
from vcassist.reading.vetoes.modality import modalities

_I = re.I
_KIND = r"(?:(?:chat|ro)?bot|(?:voice )?assistant|app|ai(?: (?:tool|thing|bot|app))?|(?:translation|transcription|forecast\w*|planning|scheduling|scoring|triage|reminder) (?:tool|program(?:me)?|system|thing|software)|(?:route |shift |meeting )planner|translator|transcriber|scribe|summari[sz]er)"
# What makes it one more: said before it, in its sentence.
_ONE_MORE = r"\b(?:also|another|a second|second(?:ly)?|the other(?: one)?|then there(?:['’]?s| is)|besides|in addition|as well as|plus)\b(?! (?:has|have got|includes?|contains?|offers?|comes?|brings?)\b)"
_TOLD = re.compile(
    rf"{_ONE_MORE}[^.!?\n]{{0,80}}?\b(?:an?|one|another)\s(?P<thing>(?:(?!(?:and|or|but|with|from|for|of|to|that|which)\b)[\w-]+\s){{0,2}}?{_KIND})"
    r"(?P<where>\s(?:on|in|at|over|inside) (?:our |the |their |my )?[\w-]+(?: [\w-]+)?)??"
    r"\s(?:(?:that|which|who)\s(?!is\b|was\b|we\b|they\b|i\b|he\b|she\b)|for\s|to\s)[^,.;!?\n]{4,90}",
    _I,
)
# "Oh and there's this route thing w AI from a startup, tells the vans where to go", "and for the vans we got a planner with AI".
_WITH_AI = re.compile(
    rf"(?:{_ONE_MORE}|\boh,? (?:and|n|also)\b|\b(?:and|n|plus) for (?:the |our )?[\w ]{{2,30}}?\s(?:we|they|i)\b|\b(?:and|n) there(?:['’]?s| is)\b)[^.!?\n]{{0,40}}?"
    r"\b(?:an?|one|this|another|some)\s(?P<thing>(?:(?!(?:and|or|but|with|from|for|of|to|that|which|w)\b)[\w-]+\s){0,2}?(?:thing|planner|tool|app|program(?:me)?|system|software|bot)\s(?:w/?|with|using|that uses|run by)\s?(?:an?\s|some\s)?ai)\b[^.!?\n]{0,90}",
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
_IN_BRACKETS = re.compile(r"\s?\((?:for\s(?:the\s|our\s)?)?(?P<task>[a-z][^()\n]{2,60})\)")
_FOR_IT_IS = re.compile(
    r"\bfor (?:the |our |all )?(?P<task>(?!(?:[^,.;:!?\n]* )?(?:he|she|we|they|i|you|said|says|is|are|was)\b)[a-z][^,.;:!?\n]{2,40}?),?\s(?:it['’]?s|it is|there['’]?s|there is|(?:we|i|they) (?:use|have|got|take))\s$",
    _I,
)
# Letters of a text of which its last bracket can be taken.
LEAST = 4
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


# "We translate papers with DocuLingua and summarise notes with CaseBrief."
_WITH_EACH = re.compile(
    r"(?<![\w’'])(?:(?:[Ww]e|I|[Tt]hey)\s)?(?P<one>[a-z]+ [^,.;!?\n]{3,60}?)\s(?:with|using|in|by)\s(?P<first>[A-Z][\w-]+(?: [A-Z][\w-]+)?),?\s(?:and|while|but)\s(?:(?:we|i|they|then|also)\s)*(?P<two>(?!(?:is|are|was|with|in|by|for|to|of|has|have)\b)[a-z]+ [^,.;!?\n]{3,60}?)\s(?:with|using|in|by)\s(?P<second>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?=\s*(?:[.,;!?\n]|$))"
)

# "ChatGPT for emails and also Kora for the intake".
_FOR_EACH = re.compile(
    r"(?<![\w’'])(?P<first>[A-Z][\w-]+(?: [A-Z][\w-]+)?)\s(?:for|to do)\s(?P<one>[^,.;!?\n]{3,60}?),?\s(?:(?:and|plus|then|also|&)\s)+(?:(?:we|i|they|have|use|got|there['’]?s|is|then|also)\s){0,3}(?P<second>[A-Z][\w-]+(?: [A-Z][\w-]+)?)\s(?:for|to do)\s(?P<two>[^,.;!?\n]{3,60}?)(?=\s*(?:[.,;!?\n]|$))"
)


def with_each_by_its_work(
    read: Reading, message: str, chain: Chain, again: Callable[[str], Reading], is_place: Callable[[str], bool]
) -> Reading:
    """The same where two tools are named with what is done with each, and one was heard: its work ends where the other's begins."""
    found = _WITH_EACH.search(message)
    in_a_place = found is not None
    found = found or _FOR_EACH.search(message)
    named = [p for p in read.proposals if p.ref == "application.name" and p.start is not None]
    if found is None or chain.mentioned("application") or any(p.ref.startswith("application-") for p in read.proposals):
        return read
    if not any(p.touches(*found.span("first")) or p.touches(*found.span("second")) for p in named):
        return read
    names = (found["first"], found["second"])
    if (
        any((in_a_place and is_place(name)) or name.casefold() in NO_TOOLS for name in names)
        or modalities(found[0]) & NOT_IN_USE
    ):
        return read
    told: list[Proposal] = []
    for tool, name, work in (("application", "first", "one"), ("application-2", "second", "two")):
        told.append(Proposal(f"{tool}.name", "known", found[name], found[name], SURE, *found.span(name)))
        words = re.sub(r"^(?:we|i|they)\s(?:(?:also|now|mostly)\s)?", "", found[work])
        start = found.end(work) - len(words)
        told.append(Proposal(f"{tool}.purpose", "known", words, words, SURE, start, start + len(words)))
        for p in again(words).proposals:
            kind, _, part = p.ref.partition(".")
            if kind == "application" and part in _OF_IT and p.start is not None and p.end is not None:
                told.append(replace(p, ref=f"{tool}.{part}", start=p.start + start, end=p.end + start))
    there = {p.ref for p in told}
    rest = (
        p
        for p in read.proposals
        if p.ref not in there and not (p.ref.startswith("application.") and p.touches(*found.span()))
    )
    return replace(read, proposals=(*rest, *told), intent="answer")


def with_their_tasks(read: Reading, message: str, chain: Chain) -> Reading:
    """The same with what each named tool is for where it stands right beside its name: "Otter (minutes)", "for the minutes it's Otter"."""
    told = {p.ref for p in read.proposals}
    found: list[Proposal] = []
    for p in read.proposals:
        kind, _, name = p.ref.partition(".")
        ref = f"{kind}.purpose"
        if not kind.startswith("application") or name != "name" or p.start is None or p.end is None:
            continue
        if ref in told or chain.get(ref) is not None:
            continue
        task = _IN_BRACKETS.match(message, p.end) or _FOR_IT_IS.search(message[: p.start])
        if task is not None:
            found.append(Proposal(ref, "known", task["task"], task["task"], SURE, *task.span("task")))
    closed = tuple(_without_bracket(p) for p in read.proposals)
    return replace(read, proposals=(*closed, *found)) if found or closed != read.proposals else read


def _without_bracket(p: Proposal) -> Proposal:
    """A text without a bracket at its end that nothing in it opens."""
    if p.value != p.quote or not p.quote.endswith(")") or "(" in p.quote or p.end is None or len(p.quote) < LEAST:
        return p
    return replace(p, value=p.quote[:-1], quote=p.quote[:-1], end=p.end - 1)


def _told_in(part: re.Match[str]) -> tuple[int, int, int] | None:
    """Where a sentence begins to tell of one more thing, and where it tells what it is and does."""
    found = _TOLD.search(part[0]) or _WITH_AI.search(part[0])
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
