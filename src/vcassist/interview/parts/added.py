"""Words that bring a further tool in by its name: "you forgot X", "add X", "X is missing", "the other one is X", "we use A and B". Pure.

Forms only, before and behind a name. That a name stands in one of them makes it a tool's, whatever was asked: it answers no question, and
what is said of it beside is told of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vcassist.chain.facts import Fact
from vcassist.given_names import is_given_name
from vcassist.interview.turns_of_phrase import NOT, TOOL, USERS

_I = re.I
# What is a tool by its word, as a person may call it.
MADE = rf"(?:{TOOL}|ai|plug-?in|machine|package|product|service)"
_MORE = r"(?:second|third|fourth|other|others|another|further|next|last|missing|extra|additional|new|separate|different|2nd|3rd)"
_WHOSE = r"(?:(?:the|our|my|their|your|its|a|an|another|one|this|that|two|three|both)\s)"
# A tool's word, with or without a number, between the form and the name: "our second tool, X".
_KIND = rf"(?:{_WHOSE}?(?:{_MORE}\s)?(?:ai\s)?(?:{MADE}s?|one|ones|{_MORE})\s?(?:called|named|is|are)?\s?[,:–-]?\s*)?"
_YOU = r"\b(?:you|u|ya)(?:['’]?ve| have|['’]d| had)?\s(?:(?:also|still|just|completely|totally|even|simply|only|seem to have|must have|again)\s)*"
_NOTED = r"(?:mention|note|list|record|include|add|get|got|have|put|write|written|take|taken|hear|heard|catch|caught|remember)(?:ed|d)?"
_OPEN = r"(?:(?:down|in|about|on|up|of|yet|at all)\s)*(?:to (?:mention|note|list|add|include|put|write)\s(?:down\s)?)?[,:–-]?\s*"
# "You forgot X", "you did not note X", "I forgot X".
_LEFT_OUT = re.compile(
    rf"(?:{_YOU}(?:forgot(?:ten)?|miss(?:ed)?|left (?:out|off)|omitted|overlooked|skipped|dropped|lost|ignored|(?:did|have|do|had){NOT}\s(?:yet\s|even\s|also\s)?{_NOTED}|never {_NOTED})"
    rf"|\b(?:i|we)(?:['’]?ve| have)?\s(?:also\s|just\s|completely\s)?(?:forgot(?:ten)?|left out|omitted|overlooked|(?:did|have){NOT}\s(?:yet\s)?(?:mention|name)(?:ed|d)?))\s?[:,]?\s*{_OPEN}{_KIND}{_WHOSE}?$",
    _I,
)
# "Please add X"; what is added to something other than the list is no tool.
_ORDER = r"(?:^|[.!?;,:–—-]\s*|\b(?:please|kindly|also|can you|could you|and|so|now|just|then|pls|plz|but|ok)\s)"
_ADD = re.compile(
    rf"{_ORDER}(?:add|include|insert|append)(?:\s(?:also|too|in|please|kindly))*(?:\sto (?:the|your|my|our) (?:list|notes?|tools?|map|record))?\s?[:,–-]?\s*{_KIND}{_WHOSE}?$",
    _I,
)
_PUT = re.compile(
    rf"{_ORDER}(?:put|note|write|list|enter|register|take|jot)(?:\s(?:also|down|in|please))*\s?[:,–-]?\s*{_KIND}$", _I
)
_AS_A_TOOL = re.compile(
    rf"\s(?:(?:down|in|on|please|also|too)\s)*(?:as|for)\s(?:(?:the|our|my|a|an)\s)?(?:{_MORE}\b|number|no\.?\s?\d|nr|\d)"
    rf"|\s(?:on|onto|to|in) (?:the|your|my|our) (?:list|notes?|tools?|map)\b",
    _I,
)
_AS_SOMETHING = re.compile(
    rf"(?:\s(?:and|,)?\s?[\w’'-]+){{0,2}}?\s(?:as|to|for|under|behind|before|after|into|at)\s(?:(?:the|our|my|a|an|your)\s)?(?!(?:list|notes?|tools?|map|record|it\b|{_MORE}|{MADE}|number)\b)",
    _I,
)
# "The other one is called X", "another tool: X", "the others are X and Y".
_NUMBERED = re.compile(
    rf"\b{_WHOSE}?(?:second|third|fourth|others?|another|further|missing|extra|additional|2nd|3rd)(?:\s(?:ai\s)?(?:{MADE}s?|ones?))?(?:\sthat (?:we|i) (?:have|use)|\s(?:we|i) (?:have|use)|\sof ours)?"
    rf"(?:\s?[:,–]\s*|\s(?:(?:is|are|would be)\s(?:(?:called|named)\s)?|(?:called|named)\s))(?:both\s)?$",
    _I,
)
# "And another one that tags new books, that one is Annif".
_TOLD_FIRST = re.compile(
    rf"\b(?:another|the other|a second|the second|a further)(?: (?:one|{MADE}))?,? (?:that|which|for) [^.;!?]{{2,80}}?,? (?:and )?(?:that one|that|this one|this|it|which)(?: is|['’]s)(?: called| named)? $",
    _I,
)
_WHERE = re.compile(
    r"\b(?:and|but|so|now)\s(?:where(?:['’]?s| is| are| did)|what (?:about|of)|how about)\s(?:the\s|our\s)?$", _I
)
_DID_I = re.compile(
    rf"\b(?:did{NOT}?|have{NOT}?) i{NOT}? (?:already )?(?:tell|told|mention(?:ed)?|name[d]?)(?: you)?(?: (?:of|about))?\s{_KIND}{_WHOSE}?$",
    _I,
)
_AND = re.compile(r"^\W*(?:(?:and|also|plus|but|oh|ah|then|again|as well as)\W+)+(?:our |the )?$", _I)
_SAID_BEFORE = re.compile(
    r"\s?[,–—-]+\s*(?:as\s)?(?:i|we)(?:['’]?ve| have)?\s(?:already\s|just\s)?(?:said|told|mentioned|wrote|named|listed)\b",
    _I,
)
_ASIDE = r"(?:,\s(?:which|that|as)\s[^,.;!?]{2,60},|\s\([^)]{2,60}\))?"
_MISSING = re.compile(
    rf"[\"”'’]?{_ASIDE}\s(?:(?:is|are|was|['’]s)\s(?:(?:still|also|completely|altogether|entirely|now|simply|just)\s)*(?:missing|lacking|absent|gone|lost|forgotten|left out|nowhere|not (?:there|listed|noted|included|mentioned|on (?:the|your|my) (?:list|map|notes)|in (?:the|your|my) (?:list|map|notes)))\b"
    r"|(?:seems?|appears?) to (?:have (?:vanished|disappeared|gone|been (?:lost|forgotten|dropped)|got(?:ten)? lost|fallen out)|be (?:missing|lost|gone|absent))\b|(?:has|have) (?:vanished|disappeared|been (?:forgotten|left out|lost))\b)",
    _I,
)
_IS_A_TOOL = re.compile(
    rf"[\"”'’]?(?:\s(?:is|are|was)\s(?:(?:also|too|still|really|actually|in fact)\s)*|,\s(?:that['’]?s|that is|which is|it['’]?s|it is)\s)"
    rf"(?:(?:the|our|a|an|another|one more)\s(?:ai\s)?(?:{_MORE}\s)(?:ai\s)?(?:{MADE}|one)s?\b|the other(?: one)?(?=\W*$|\s?[,.;!])|(?:also\s)?(?:a|an|another|one more) (?:ai\s)?(?:{MADE})s?(?:\s(?:of ours|too|as well|that we|we (?:use|have))\b)|another (?:ai\s)?(?:{MADE}|one)\b)",
    _I,
)
USES = rf"\b{USERS}(?:['’]?ve| have)?\s(?:(?:also|now|all|mostly|even|still|do|then|then|both)\s)*(?:use|uses|run|runs|work with|works with|rely on|have|got|bought|pay for)"
_USED = re.compile(rf"{USES}\s(?:the\s|a\s|an\s|their\s|our\s|both\s)?$", _I)
_TOO = re.compile(r"\s(?:too|as well|also)\b", _I)
_NOT_TAKEN = re.compile(
    r"^\W*(?:is|are|was)\b|\b(?:why|if|whether|would|could|might|may|never|no longer|not|no|tried|dropped|used to|had)\b[^.!?;]*$",
    _I,
)


def opens(message: str, start: int, end: int, *, common: bool = False) -> bool:
    """Whether a message brings in what it names at ``start``–``end`` as a further tool: as forgotten, to be added, or one more.

    ``common``: it is an everyday word, and what is missing by such a word may be anything.
    """
    before, after = _leading(message, start), message[end:]
    if _LEFT_OUT.search(before) or _WHERE.search(before) or _DID_I.search(before):
        return True
    if (_NUMBERED.search(before) or _TOLD_FIRST.search(before)) and not _NOT_TAKEN.search(before):
        return True
    if _ADD.search(before):
        return bool(_AS_A_TOOL.match(after)) or not _AS_SOMETHING.match(_sentence(after))
    if _PUT.search(before) and _AS_A_TOOL.match(after):
        return True
    if _AND.match(before) and _SAID_BEFORE.match(after):
        return True
    if _USED.search(before) and _TOO.match(after):
        return True
    return not _NOT_TAKEN.search(before) and bool((not common and _MISSING.match(after)) or _IS_A_TOOL.match(after))


def brings_in(facts: Iterable[Fact], said: str) -> bool:
    """Whether a name that was read in a message is brought in by it as a further tool's."""
    names = (f for f in facts if f.kind == "application" and f.field.name == "name" and f.status == "known")
    return any(f.start is not None and f.end is not None and opens(said, f.start, f.end) for f in names)


def _leading(message: str, at: int) -> str:
    """The part of a sentence that stands before a place in it."""
    return message[max((m.end() for m in re.finditer(r"[.!?;\n]+\s+", message[:at])), default=0) : at]


def _sentence(text: str) -> str:
    return re.split(r"[.!?;:,(\n]", text, maxsplit=1)[0]


def opens_thing(message: str) -> Iterator[tuple[tuple[int, int], bool]]:
    """Places of further tools that are called by what they are, with whether that is sure: "milk robots are a second tool"."""
    for m in _THING.finditer(message):
        if _IS_A_TOOL.match(message, m.end("name")) and not _NO_THING.match(m["name"]):
            yield m.span("name"), True
    for m in _THERE_IS.finditer(message):
        if not _NO_THING.match(m["name"]) and not is_given_name(m["name"].split()[0]):
            yield m.span("name"), True
    for m in _MACHINES.finditer(message):
        before = _leading(message, m.start("name"))
        if _LEFT_OUT.search(before) or _ADD.search(before):
            yield m.span("name"), False


_THING = re.compile(
    r"(?:^|[.!?;\n]\s+|,\s)(?:(?:and|but|so|the|our)\s)*(?P<name>(?:[\w-]+\s){0,2}[\w-]*[a-z])(?=\s(?:is|are)\s)", _I
)
# "And there's live transcribe, that one does the captions": whatever it is, it is one of several that do some work.
_THERE_IS = re.compile(
    r"\b(?:and|also|plus|then)\s(?:then\s|also\s)?(?:there['’]?s|there is|we['’]ve got|we have|we got)\s(?P<name>(?!(?:a|an|the|no|some|any|my|our|his|her|their|nothing|nobody|only|just|always|never|more|two|three|another|not|to|been|had)\b)[\w.-]+(?: [\w.-]+)?),\s(?:that|this)(?: one| thing)\s(?:is for|does|makes|writes|reads|[a-z]{3,}s)\s",
    _I,
)
_NO_THING = re.compile(
    r"(?:[\w-]+\s)*(?:ours|mine|yours|theirs|it|this|that|these|those|they|which|there|he|she|one|ones|other|others|second|third|what|tool|app|system|program|name|we|you|and|none|both|who)\b",
    _I,
)
_MACHINES = re.compile(
    rf"\b(?:the|our|my|a|an)\s(?P<name>(?!(?:{_MORE}|{MADE})\b)(?:[a-z][\w-]*\s){{1,2}}(?:{MADE}|camera|sensor|scanner|drone|device|translator|transcriber|generator|robot)s?)\b"
)
