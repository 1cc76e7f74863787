"""A choice or a name that somebody says is to be written: "you may write partly", "please put “not verified”", "write “the secretary”". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Status, field_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.turns_of_phrase import UNCERTAIN
from vcassist.reading.answering.own_word import SURE

_DICTATED = re.compile(
    rf"(?<!not )(?<!n['’]t )(?<!never )\b(?:write|put|note|mark|enter|record|choose|take)(?: (?:it|that|this|here|down|there|as|a|an|simply|just|please|for now|rather))* [\"“'‘]?(?P<value>yes|no|partly|in part|{UNCERTAIN}|not (?:known|verified|sure|checked|clear)|do(?:n['’]t| not) know)\b[\"”'’]?(?!\W+(?:way|such|longer|one|idea|other|more|name|everywhere|to (?:all|every\w*|each)|for (?:all|every\w*|each)|(?:on|in|at) (?:all|every\w*|each)|always|throughout)\b)",
    re.I,
)
_NAME = re.compile(
    r"(?<!not )(?<!n['’]t )(?<!never )\b(?:write|put|note|enter|call it|name it|say)(?: (?:it|that|this|here|down|there|as|simply|just|please|for now|rather))* (?P<mark>[\"“‘«]|(?<!\w)')(?P<name>[^\"”’»'\n]{2,40})[\"”’»'](?!\w)",
    re.I,
)
# What is kept back, in the word by which it is noted.
_WITHHELD = re.compile(
    r"\W*(?:(?:it(?:['’]s| is)|that(?:['’]s| is)|is) )?(?P<word>withheld|undisclosed|not disclosed)(?: by (?:the |our )?(?:supplier|vendor|them|maker|firm|company))?\W*",
    re.I,
)
_FOR_WHAT = re.compile(r"\s(?:for|on|at|under|about) (?P<what>(?:the|our|my|its) [^.,;!?\n]{3,40})", re.I)
_ARTICLE = re.compile(r"(?:the|an?|our)\s+(?=\S)", re.I)
_VALUES = {"yes": "yes", "no": "no", "partly": "partly", "in part": "partly"}


def with_what_is_dictated(reading: Reading, message: str, asked: str | None) -> Reading:
    """The same with the choice that somebody says is to be written for the question that is open."""
    if asked is not None and (silent := _WITHHELD.fullmatch(message)) is not None:
        kept = Proposal(
            asked, "withheld", None, message[slice(*silent.span("word"))], SURE, *silent.span("word"), "supplier"
        )
        return replace(reading, intent="answer", proposals=(kept,))
    if asked is not None and field_of(asked).name == "name":
        return _with_the_name(reading, message, asked)
    found = None if asked is None else _DICTATED.search(message)
    if found is None or asked is None or "?" in message[found.end() :]:
        return reading
    for_what = _FOR_WHAT.match(message, found.end())
    named = keys_named(for_what["what"]) if for_what else []
    if named and field_of(asked).key not in named:
        # "Write partly for the fallback" is of that.
        return replace(
            reading, proposals=tuple(p for p in reading.proposals if p.ref != asked or p.start != found.start("value"))
        )
    value = _VALUES.get(found["value"].casefold())
    if value and field_of(asked).type != "yesno":
        return reading
    start, end = found.span("value")
    status: Status = "known" if value else "unknown"
    told = Proposal(asked, status, value, message[start:end], SURE, start, end)
    others = tuple(p for p in reading.proposals if p.ref != asked)
    return replace(reading, intent="answer", proposals=(told, *others))


def _with_the_name(reading: Reading, message: str, asked: str) -> Reading:
    """The same with the name that is to be written, in quotation marks, for a thing that has none by itself."""
    found = _NAME.search(message)
    if (
        found is None
        or "?" in message[found.end() :]
        or any(p.ref == asked and p.status == "known" for p in reading.proposals)
    ):
        return reading
    start, end = found.span("name")
    if article := _ARTICLE.match(message, start, end):
        start = article.end()
    told = Proposal(asked, "known", message[start:end], message[start:end], SURE, start, end)
    return replace(reading, intent="answer", proposals=(told, *(p for p in reading.proposals if p.ref != asked)))
