"""Whether a message gives a tool up for one purpose only ("we stopped using X for letters, we still use it for emails"), or adds one. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, checked_value
from vcassist.chain.short_names import says_name
from vcassist.interview.meant import words_of
from vcassist.interview.sentences import PART, around

_I = re.I
_STOPPED = r"\b(?:(?:have |['’]ve |has |had )?(?:stop(?:ped)?|quit|ceased|given up|gave up|dropped)|no longer|(?:do|does)(?: not|n['’]?t)(?= [^.;!?]*\bany ?more\b)|not\b(?=[^.;!?]*\bany ?more\b))\b"
# What stands behind "for" and is no purpose.
_NO_PURPOSE = r"(?!(?:good|ever|now|the moment|a while|the time being|years|months|weeks|that|this|it|us|them|reasons|lack|cost|financial|legal|privacy|safety)\b)"
_FOR_ONE_THING = re.compile(
    rf"{_STOPPED}[^.;!?]*?\bfor\s{_NO_PURPOSE}(?:the\s|our\s|my\s)?(?P<old>[\w][^.,;!?]*?)(?=\s(?:any ?more|but|though|only|and|now)\b|[.,;!?]|$)",
    _I,
)
_STILL_FOR = re.compile(
    r"(?:\b(?:still|but|only|now|just|continue to)\b[^.;!?]{0,30}?\b(?:(?:use|using|have|run|need|keep|kept|open) (?:\w+ ){0,3}?)?|[.;,]\s+(?:only |just ))(?:only |just )?for\s(?:the\s|our\s)?(?P<new>\w[^.,;!?]*?)(?=\s(?:any ?more|though|now|instead)\b|[.,;!?]|$)",
    _I,
)
# "No longer for letters, only emails": what stands behind it alone is a purpose.
_ONLY_THAT = re.compile(
    r"[,;]\s*(?:but |and |now )*(?:only|just)\s(?!(?:we|i|they|he|she|it|if|when|because|for|to|in|on|by|with|use|as)\b)(?:the\s|our\s)?(?P<new>\w[^.,;!?]{0,40}?)(?=\s(?:any ?more|now|instead)\b|[.,;!?]|$)",
    _I,
)
# What is done with it beside: "it is not only English, we use it for History essays too".
_BESIDE = re.compile(
    r"\b(?:also|too|as well|in addition|besides|plus|additionally)\b|\b(?:not|n['’]t) (?:only|just|solely)\b", _I
)
LONGEST_PURPOSE = 160
# Words before a comma that only lead up to what follows: "besides, it …", "and also, …".
MOST_THAT_LEAD_UP = 2
_STILL = re.compile(r"\bstill (?:use|using|have|run|need|keep|open|work)\b", _I)


def narrowed(said: str) -> bool:
    """Whether a message gives up a tool for one purpose, or says beside giving something up that it is still in use."""
    return bool(_FOR_ONE_THING.search(said) or (re.search(_STOPPED, said, _I) and _STILL.search(said)))


def purpose_left(said: str, chain: Chain, number: int) -> tuple[Fact, Fact] | None:
    """(old, new) purpose of the tool that is only used for something else now; None where a message does not say for what, or of which."""
    stopped = _FOR_ONE_THING.search(said)
    after = stopped.end("old") if stopped else 0
    left = (_STILL_FOR.search(said, after) or _ONLY_THAT.match(said, after)) if stopped else None
    if stopped is None or left is None:
        return None
    tools = chain.mentioned("application")
    named = [c for c in tools if (name := chain.value(f"{c}.name")) and says_name(name, said)]
    meant = named if named else list(tools)
    old = chain.get(f"{meant[0]}.purpose") if len(meant) == 1 else None
    if old is None or old.status != "known" or old.value == left["new"]:
        return None
    start, end = left.span("new")
    new = replace(
        old, value=checked_value(old.ref, said[start:end]), quote=said[start:end], start=start, end=end, turn=number
    )
    return old, replace(new, source="said")


def _clause_of(fact: Fact, said: str) -> str:
    """The sentence of a fact; from the comma before it, where more than a word or two stand before that ("my counter staff too, it throws …")."""
    sentence = around(PART, said, fact.start or 0)
    if sentence is None:
        return ""
    before, comma, _ = said[sentence.start() : fact.start].rpartition(",")
    return sentence[0][len(before) :] if comma and len(before.split()) > MOST_THAT_LEAD_UP else sentence[0]


def purpose_added(said: str, facts: tuple[Fact, ...], chain: Chain) -> tuple[Fact, Fact] | None:
    """(old, new) purpose of a tool that is used for something more, in a sentence that says so; both uses stand in the new one."""
    for fact in facts:
        old = chain.get(fact.ref) if fact.field.key == "application.purpose" and fact.status == "known" else None
        if old is None or old.status != "known" or not words_of(str(fact.value)) - words_of(str(old.value)):
            continue
        value = f"{old.value}; {fact.value}"
        if _BESIDE.search(_clause_of(fact, said)) and len(value) <= LONGEST_PURPOSE:
            return old, replace(fact, value=checked_value(fact.ref, value))
    return None
