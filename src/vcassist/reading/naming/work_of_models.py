"""What a model does, as it is told behind its name: "Qwen reads the pages, Gemma sums them up". Pure.

No field holds it. The name is quoted with it, so that later words ("the reading one") find the model that they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal
from vcassist.reading.text import stripped

_KIND = "model"
_NAME = "name"
# "Qwen reads …", "Gemma, which sums …", "Whisper for the listening", "Aya to translate".
_WORK = re.compile(
    r"(?:,? (?:which|that)|,? it| –| -)?\s(?:(?:also|then|just|only)\s)?"
    r"(?:(?!(?:is|was|has|does|us|as|this|its|runs|comes|costs|sits|lives|needs|stays)\b)[a-z]{2,}s\b|(?:for|to)\s(?!(?:us|me|them|now|free|years?|months?)\b)(?=[a-z]))"
)
_ENDS = re.compile(r"[,;:.!?()\n]|\s[–—-]\s|\s(?:and|but|while|whereas|plus)\s(?=(?:the |our )?[A-ZÀ-ÖØ-Þ])|\s(?:with|and)\sa\s(?:second|further)\b", re.M)
LONGEST = 12


def quoted_with_work(told: Iterable[Proposal], message: str) -> list[Proposal]:
    """The placed proposals with the name of each of several models quoted with the work that is told right behind it."""
    found = list(told)
    several = len({p.ref for p in found if _names_a_model(p)}) > 1
    return [_with_work(p, message) if several and _names_a_model(p) else p for p in found]


def _names_a_model(p: Proposal) -> bool:
    return p.ref.partition(".")[2] == _NAME and p.ref.startswith(_KIND) and p.status == "known"


def _with_work(p: Proposal, message: str) -> Proposal:
    lead = _WORK.match(message, p.end) if p.start is not None and p.end is not None else None
    if lead is None or p.start is None:
        return p
    ends = _ENDS.search(message, lead.end())
    found = stripped(message, p.start, ends.start() if ends else len(message))
    if found is None or len(message[lead.start() : found.end].split()) > LONGEST:
        return p
    return replace(p, quote=found.text, end=found.end)


def work_of(component: str, chain: Chain) -> str:
    """What was told of a model's work beside any name that it had."""
    ref = f"{component}.{_NAME}"
    facts = [f for f in (*chain.history.get(ref, ()), chain.get(ref)) if f is not None]
    return " ".join(f.quote.replace(str(f.value), " ") for f in facts)
