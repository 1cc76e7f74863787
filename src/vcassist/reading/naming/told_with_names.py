"""What is told right beside a name: what a model does ("Qwen reads the pages, Gemma sums them up"), what a tool is ("Kora, a robot"). Pure.

No field holds it. The name is quoted with it, so that later words ("the reading one", "the robot") find the one that they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal
from vcassist.reading.text import stripped

_NAME = "name"
# "Qwen reads …", "Gemma, which sums …", "Whisper for the listening", "Aya to translate".
_WORK = re.compile(
    r"(?:,? (?:which|that)|,? it| –| -)?\s(?:(?:also|then|just|only)\s)?"
    r"(?:(?!(?:is|was|has|does|us|as|this|its|runs|comes|costs|sits|lives|needs|stays)\b)[a-z]{2,}s\b|(?:for|to)\s(?!(?:us|me|them|now|free|years?|months?)\b)(?=[a-z]))"
)
_ENDS = re.compile(
    r"[,;:.!?()\n]|\s[–—-]\s|\s(?:and|but|while|whereas|plus)\s(?=(?:the |our )?[A-ZÀ-ÖØ-Þ])|\s(?:with|and)\sa\s(?:second|further)\b",
    re.M,
)
LONGEST = 12
# Characters before a name in which it is told what it is.
FAR = 50
# What people call a tool of which they have several; "tool" and "system" are said of any.
KIND = r"(?:(?:chat|ro)?bot|assistant|app|website|camera|scanner|translator|transcriber|scribe|helper|machine)"
_IS_A = re.compile(rf"\s?[,(–-]\s?(?:an?|our|the)\s(?:[\w-]+\s){{0,3}}?{KIND}\b(?:\sfor\s(?:the|our|all)\s[a-z-]+\b)?")
_A_CALLED = re.compile(rf"\b(?:an?|our|the)\s(?:[\w-]+\s){{0,3}}?{KIND}(?:\s(?:called|named)|,|:|\s\()?\s?[\"'“‘]?$")


def quoted_with_what_is_told(told: Iterable[Proposal], message: str) -> list[Proposal]:
    """The placed proposals with the name of each of several models quoted with its work, and of each of several tools with what it is."""
    found = list(told)
    named = [p for p in found if p.ref.endswith(f".{_NAME}") and p.status == "known" and p.start is not None and p.end]
    models = [p for p in named if p.ref.startswith("model")]
    tools = [p for p in named if p.ref.startswith("application")]
    more = {id(p): _with_work(p, message) for p in models if len(models) > 1}
    more |= {id(p): _with_kind(p, message) for p in tools if len(tools) > 1}
    return [more.get(id(p), p) for p in found]


def _with_kind(p: Proposal, message: str) -> Proposal:
    start, end = p.start or 0, p.end or 0
    if behind := _IS_A.match(message, end):
        end = behind.end()
    elif before := _A_CALLED.search(message, max(0, start - FAR), start):
        start = before.start()
    return replace(p, quote=message[start:end], start=start, end=end)


def _with_work(p: Proposal, message: str) -> Proposal:
    lead = _WORK.match(message, p.end) if p.start is not None and p.end is not None else None
    if lead is None or p.start is None:
        return p
    ends = _ENDS.search(message, lead.end())
    found = stripped(message, p.start, ends.start() if ends else len(message))
    if found is None or len(message[lead.start() : found.end].split()) > LONGEST:
        return p
    return replace(p, quote=found.text, end=found.end)


def told_with_name(component: str, chain: Chain) -> str:
    """What was told of a component beside any name that it had."""
    ref = f"{component}.{_NAME}"
    facts = [f for f in (*chain.history.get(ref, ()), chain.get(ref)) if f is not None]
    return " ".join(f.quote.replace(str(f.value), " ") for f in facts)
