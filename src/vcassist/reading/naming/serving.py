"""Leaves out names that only serve or could replace what a message is about: "built on X", "encrypted with X", "could swap to X". Pure.

They are no parts of the chain by that: what X serves is one, and what X could replace is one still. Where X is all that is named, or a name
was asked for, it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from vcassist.interview.ports import Proposal
from vcassist.reading.naming.parts_of_names import is_no_other

_I = re.I
_THE = r"\s(?:the\s|our\s|a\s)?"
# One more name of the same list before it: "back to Excel and WhatsApp".
_JOINED = r"(?:(?-i:[A-Z])[\w.-]*(?:\s(?-i:[A-Z])[\w.-]*)*,?\s(?:and|or|&)\s)?$"
_BY_WAY_OF = re.compile(
    rf"\b(?:through|via|by way of|on top of|powered by|based on|built (?:on|with)|runs? (?:on|in)|running (?:on|in)|hosted (?:on|by|in|at|with)|by means of|accessed (?:over|on)|deployed (?:on|in)|over the api of){_THE}{_JOINED}",
    _I,
)
# What hides, keeps or carries things; a tool that makes something is told otherwise.
_MEANS = re.compile(
    rf"\b(?:encrypt|protect|secur|lock|back|sign|print|shar)\w*(?:\s\w+){{0,2}}?\s(?:with|by|in|through|via|using|on|to){_THE}{_JOINED}",
    _I,
)
# By what way a model or a tool is reached: "Claude, reached over Amazon Bedrock".
_REACHED = re.compile(
    rf"\b(?:reached|accessed|called|served|consumed)(?:\s[\w’'-]+){{0,2}}?\s(?:over|through|via|by way of){_THE}{_JOINED}",
    _I,
)
# What a tool that was spoken of does its work with is its means, and no further tool: "It writes the texts with X and speaks them with a voice by Y".
_ITS_MEANS = re.compile(
    r"(?:^|[,;:–—]\s|\b(?:and|then|so|but)\s)(?:(?:and|then|so|but)\s)*(?:it|that one|the (?:app|tool|bot|system|program(?:me)?|assistant|guide|thing))\s(?:then\s|also\s|just\s)?(?!was\b|is\b|has\b)[a-z]+s\b"
    rf"[^.;!?]{{0,300}}?\b(?:with|by|using|through|via){_THE}{_JOINED}",
    _I,
)
# What a tool is built or set up with, and what it runs by way of: "built with X", "we made the bot in X", "ours is a Y through X".
_TOOL = r"(?:it|ours|mine|this one|that one|(?:the|our|my|this|that|a|an|his|her|their) (?:[\w’'-]+ )?(?:apps?|tools?|(?:chat|ro)?bots?|assistants?|helpers?|systems?|program(?:me)?s?|software|ai|agents?))"
_ITS_MAKING = re.compile(
    rf"(?:\b(?:built|build|programmed|coded|developed|prototyped)(?:\s[\w’'-]+){{0,3}}?"
    rf"|\b(?:made|make|created|create|designed|set up|put together|assembled)\s{_TOOL}"
    rf"|\b{_TOOL}(?:['’]?s|\sis|\swas)?\s(?:\w+\s)?(?:made|created|designed|set up|put together|assembled))\s(?:with|through|thru|via|using|on|in|on top of){_THE}{_JOINED}"
    rf"|\b{_TOOL}(?:['’]?s|\sis|\sruns?|\sworks?|\sgoes)\b[^.,;!?]{{0,60}}?\s(?:through|thru|via|by way of){_THE}{_JOINED}",
    _I,
)
_GOES_OVER = rf"\b(?:swap|switch|mov|migrat|chang|go|gone|fall|revert|turn|return|return)\w*(?:\s[\w’'-]+){{0,4}}?\s(?:to|onto|for|over to|back on){_THE}{_JOINED}"
_COULD = re.compile(
    rf"\b(?:could|would|can|might|may|if|in case|plan(?:ning)? to|think(?:ing)? of|want to|thought of|['’]d|one day|later)\b[^.;!?]*?(?:{_GOES_OVER}|\b(?:use|take|try|replace \w+ (?:with|by)){_THE}{_JOINED})",
    _I,
)
_INSTEAD = re.compile(
    rf"\b(?:replac(?:ed|eable) (?:\w+ )?(?:with|by)|(?:an? )?(?:alternatives?|replacements?|substitutes?) (?:would be|could be|might be|is|are)|candidates? (?:is|are|would be)){_THE}{_JOINED}",
    _I,
)
_NAMES = ("application.name", "model.name")
# Somebody who does something is no name: "We've given up Kora".
_SOMEBODY_DOES = re.compile(r"(?:we|i|you|they|he|she|it)(?:['’]\w+)?\s", _I)
_BETWEEN = re.compile(r"(?:\W|\b(?:and|or|plus|also|both|the|our|we|use|with|it|is|are|called)\b)*", _I)


def sifted(
    proposals: Iterable[Proposal], message: str, asked: str | None, others: Sequence[int] = ()
) -> list[Proposal]:
    """The proposals of a message without names that only serve or could replace, and without a purpose that is but names.

    ``others``: where other tools are named in the message.
    """
    found = [p for p in proposals if not (p.ref in _NAMES and _SOMEBODY_DOES.match(str(p.value)))]
    if asked is None or not asked.endswith(".name"):
        left = [p for p in found if not (p.ref in _NAMES and _only_a_candidate(p, message))]
        named = {*others, *(p.start for p in left if p.ref == "application.name")}
        found = [p for p in left if not (p.ref == "application.name" and _only_serves(p, message, len(named) > 1))]
    names = [(p.start or 0, p.end or 0) for p in found if p.ref == "application.name" and p.status == "known"]
    return [p for p in found if not (p.ref == "application.purpose" and _only_names(p, names))]


def without_names(proposals: Iterable[Proposal], names: Sequence[tuple[int, int]]) -> list[Proposal]:
    """The proposals without purposes that are but the names at these places."""
    return [p for p in proposals if not (p.ref == "application.purpose" and _only_names(p, list(names)))]


def is_a_means(message: str, at: int) -> bool:
    """Whether what is named at a place only hides, keeps or carries something, or is what a tool does its work with."""
    before = _before(at, message)
    return bool(
        _MEANS.search(before) or _REACHED.search(before) or _ITS_MEANS.search(before) or _ITS_MAKING.search(before)
    )


def _before(at: int, message: str) -> str:
    begins = max((m.end() for m in re.finditer(r"[.;!?\n]+\s*", message[:at])), default=0)
    return message[begins:at]


def _only_a_candidate(p: Proposal, message: str) -> bool:
    before = _before(p.start or 0, message)
    return p.status == "known" and bool(_COULD.search(before) or _INSTEAD.search(before))


def _only_serves(p: Proposal, message: str, others: bool) -> bool:
    if p.status != "known":
        return False
    before = _before(p.start or 0, message)
    making = _ITS_MAKING.search(before) or is_no_other(message, p.end or 0)
    return bool(
        _MEANS.search(before)
        or _REACHED.search(before)
        or making
        or (others and (_BY_WAY_OF.search(before) or _ITS_MEANS.search(before)))
    )


def _only_names(p: Proposal, names: list[tuple[int, int]]) -> bool:
    """Whether a purpose is made of names and what joins them."""
    start, end = p.start or 0, p.end or 0
    within = [(a, b) for a, b in names if start <= a and b <= end]
    text = p.quote
    for a, b in within:
        text = text[: a - start] + " " * (b - a) + text[b - start :]
    return p.status == "known" and bool(within) and _BETWEEN.fullmatch(text) is not None
