"""What part a name plays by the words around it: who sells a tool, what it is built on, over which channel it is reached. Pure.

Such a name is no tool's. Whom a tool was bought through supplies it; who builds a tool on somebody's interface is not supplied with the
tool by that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from vcassist.interview.parts.naming import MADE
from vcassist.interview.parts.one_of_two import IS_A_BASIS
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import CHANNEL

_I = re.I
_THE = r"(?:the |our |a |an |their )?"
_BOUGHT = r"(?:procured|bought|purchased|obtained|acquired|ordered|sourced|licen[sc]ed|leased|rented|imported|delivered|supplied|sold|resold|distributed)"
_FROM = re.compile(
    rf"\b{_BOUGHT}(?: (?:it|them|this|that|to us|for us|in \d{{4}}|last year|locally|directly|straight))* (?:through|via|from|by|off) {_THE}$",
    _I,
)
_DEALER = r"(?:distributor|dealer|reseller|retailer|supplier|vendor|importer|wholesaler|agent|broker|company|firm|manufacturer|maker|developer|publisher|provider)"
_A_DEALER = re.compile(
    rf",? (?:is |was |are )?(?:the|a|an|our|their|its) (?:(?!(?:from|by|of|that|which|for|with|at|made|sold)\b)[\w’'-]+ ){{0,4}}?{_DEALER}\b(?!['’]s)",
    _I,
)
_MAKES = r"(?:built|build|made|make|developed|developing|programmed|programming|coded|coding|wrote|created|put together|set up|assembled|cobbled together|trained)"
_WHO_MAKES = r"(?:we|i|our(?: own)? [\w-]+(?: [\w-]+)?|my [\w-]+|a (?:volunteer|colleague|friend|student|member|nephew|son|daughter)(?: of (?:ours|mine))?|one of (?:us|our [\w-]+))"
_OWN_WORK = re.compile(
    rf"\b{_WHO_MAKES}(?: have| has|['’]ve)?(?: \w+ly| also| just| ourselves| myself| once)? {_MAKES} (?:us )?(?:(?:a|an|our|our own|the|this|that|it|my|my own) )(?:[\w-]+ ){{0,3}}?{MADE}\b",
    _I,
)
_ON = r"(?:on|with|upon|over|using|in|around|from|by means of|on top of)"
_BUILT_ON = re.compile(
    rf"\b(?:{_MAKES}|based|runs?|running|sits|built|stands|works|{MADE})\b[^.;!?]{{0,80}}?\b{_ON} {_THE}$", _I
)
_INTERFACE = re.compile(r"(?:.*\s)?(?:api|apis|sdk|platform|framework|library)", _I)
_INTERFACE_BEHIND = re.compile(r"(?:['’]s)? (?:api|apis|sdk)\b", _I)
_CHANNEL = re.compile(rf"(?:an? |the |our )?{CHANNEL}", _I)
_ON_A_CHANNEL = re.compile(
    rf"(?:it |which |that |this )?(?:runs|works|lives|is|sits|answers)?\s?(?:on|over|through|via|in|by) {CHANNEL}\W*",
    _I,
)
_BY_CHANNEL = re.compile(r"\b(?:on|over|via|through|by|in|inside|by way of) (?:the |our )?$", _I)
_KIND_BEHIND = re.compile(rf"[\s-](?:[\w-]+ )?{MADE}s?\b", _I)
_A_KIND = re.compile(rf"(?:{CHANNEL}|ai|own|new) (?:ai )?{MADE}s?", _I)
_CALLED = re.compile(
    rf"\b{MADE}(?:,| called| named|, called|, named) (?P<name>[A-ZÀ-ÖØ-Þ][\w-]*\w)(?=,? (?:with|on|using|that|which|for|to)\b|[,.;!]|$)"
)
_SUPPLIER = "application.supplier"
_IS_NO_OTHER = re.compile(
    r"[”\"’']?(?:(?:['’]s|\sis|\swas)(?:\snot|n['’]?t)(?:\s(?:really|actually|even|just))?\s(?:an?|another|our|the)\s(?:(?:different|second|separate|further|other|extra|new|own)\s)?"
    r"(?:tool|app|application|system|program(?:me)?|software|(?:chat|ro)?bot|assistant|ai)\b|"
    r"(?:['’]s|\sis|\swas)\s(?:(?:(?:just|only|merely|simply)\s)?(?:the|a|our|my)\s(?:\w+\s)?(?:builder|toolkit|construction kit|(?:no|low)-?code)|(?:just|only|merely|simply)\s(?:the|a|our|my)\s(?:\w+\s)?(?:platform|framework))\b)",
    re.I,
)


def is_no_tool(message: str, start: int, end: int) -> bool:
    """Whether the words around a name make it who sells a tool, or what it is built on or reached over, or say that it is none."""
    return (
        sells(message, start, end)
        or _stood_on(message, start, end)
        or is_no_other(message, end)
        or is_a_channel(message, start, end)
    )


def is_a_channel(message: str, start: int, end: int) -> bool:
    """Whether a name is that over which a tool is reached ("over Telegram"), or of what sort it is ("a WhatsApp chatbot")."""
    if not re.fullmatch(CHANNEL, message[start:end], _I):
        return False
    return bool(_BY_CHANNEL.search(message[max(0, start - 30) : start]) or _KIND_BEHIND.match(message, end))


def is_no_other(message: str, end: int) -> bool:
    """Whether the words right behind a name say that it is no tool of its own ("… isn't a different bot", "… is the builder")."""
    return _IS_NO_OTHER.match(message, end) is not None


def sells(message: str, start: int, end: int) -> bool:
    """Whether a name is told as of whom a tool was bought, or is called a dealer or a maker."""
    before = message[max(0, start - 90) : start]
    return bool(_FROM.search(before) or _A_DEALER.match(message, end))


def by_their_parts(
    proposals: Iterable[Proposal], message: str, is_maker: Callable[[str], bool] = lambda name: True
) -> Iterator[Proposal]:
    """The proposals of a message, each name as what the words around it make it; ``is_maker``: a company that the register knows."""
    found = list(proposals)
    own = _OWN_WORK.search(message)
    tools = {(p.start, p.end) for p in found if p.ref == "application.name" and p.status == "known"}
    supplied = any(p.ref == _SUPPLIER for p in found)
    for p in found:
        start, end = p.start or 0, p.end or 0
        if p.status != "known" or not isinstance(p.value, str):
            yield p
        elif p.ref == "application.name":
            if sells(message, start, end):
                if not supplied:
                    yield replace(p, ref=_SUPPLIER)
            elif not (
                _stood_on(message, start, end) or _A_KIND.fullmatch(p.value) or is_a_channel(message, start, end)
            ):
                yield p
        elif p.ref == _SUPPLIER and (start, end) in tools and not is_maker(p.value):
            # A tool's own name is no company's by that.
            continue
        elif p.ref == _SUPPLIER and p.value != "self" and _stood_on(message, start, end, own is not None):
            # Who builds it on somebody's interface supplies it.
            continue
        elif not _of_a_channel(p):
            yield p
    if own is None:
        return
    if not any(p.ref == "application.sourcing" for p in found):
        yield Proposal("application.sourcing", "known", "in_house", own[0], 0.8, *own.span())
    called = _CALLED.search(message)
    if called and not any(
        p.ref == "application.name"
        and (p.start, p.end) in tools
        and not is_no_tool(message, p.start or 0, p.end or 0)
        and not _A_KIND.fullmatch(str(p.value))
        for p in found
    ):
        yield Proposal("application.name", "known", called["name"], called["name"], 0.8, *called.span("name"))


def _of_a_channel(p: Proposal) -> bool:
    """Whether what is told of the model rests on nothing but the channel over which people reach the tool."""
    if p.ref == "model.supplier":
        return _CHANNEL.fullmatch(p.quote) is not None
    return p.ref == "model.access" and bool(_ON_A_CHANNEL.fullmatch(p.quote))


def _stood_on(message: str, start: int, end: int, own: bool = True) -> bool:
    """Whether a name, that of an interface or behind what is one's own work, is what a tool is built on."""
    begins = max((m.end() for m in re.finditer(r"[.;!?\n]\s", message[:start])), default=0)
    before = message[max(begins, start - 120) : start]
    behind = re.match(r" (?:API|SDK)s?\b", message[end : end + 6])
    basis = IS_A_BASIS.match(message, end + behind.end() if behind else end)
    if basis and not basis["maker"]:
        return True
    interface = _INTERFACE.fullmatch(message[start:end]) or _INTERFACE_BEHIND.match(message, end)
    return bool(own and _BUILT_ON.search(before) and (interface or _OWN_WORK.search(before)))
