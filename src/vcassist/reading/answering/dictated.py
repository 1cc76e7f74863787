"""A choice that somebody says is to be written: "you may write partly", "please put “not verified”". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Status, field_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.own_word import SURE

_DICTATED = re.compile(
    r"(?<!not )(?<!n['’]t )(?<!never )\b(?:write|put|note|mark|enter|record|choose|take)(?: (?:it|that|this|here|down|there|as|a|an|simply|just|please|for now|rather))* [\"“'‘]?(?P<value>yes|no|partly|in part|unknown|not (?:known|verified|sure|checked)|do(?:n['’]t| not) know)\b[\"”'’]?(?!\W+(?:way|such|longer|one|idea|other|more|name|everywhere|to (?:all|every\w*|each)|for (?:all|every\w*|each)|(?:on|in|at) (?:all|every\w*|each)|always|throughout)\b)",
    re.I,
)
_VALUES = {"yes": "yes", "no": "no", "partly": "partly", "in part": "partly"}


def with_what_is_dictated(reading: Reading, message: str, asked: str | None) -> Reading:
    """The same with the choice that somebody says is to be written for the question that is open."""
    found = None if asked is None or field_of(asked).type != "yesno" else _DICTATED.search(message)
    if found is None or asked is None or "?" in message[found.end() :]:
        return reading
    value = _VALUES.get(found["value"].casefold())
    start, end = found.span("value")
    status: Status = "known" if value else "unknown"
    told = Proposal(asked, status, value, message[start:end], SURE, start, end)
    others = tuple(p for p in reading.proposals if p.ref != asked)
    return replace(reading, intent="answer", proposals=(told, *others))
