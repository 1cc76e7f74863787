"""Names as they stand in the message: whole words, nobody's own, the model's where it is inside, the tool's where it stands alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from vcassist.chain.facts import Chain, field_of
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import IS_ME
from vcassist.reading.naming.newcomers import SHAPED
from vcassist.reading.naming.speaker import is_who_speaks
from vcassist.reading.text import Span, sentences

_I = re.I
_TOOL, _MODEL = "application.name", "model.name"
SURE = 0.8
# "I think behind is ChatGPT", "inside it there is GPT-4", "it is powered by Gemini".
_INSIDE = re.compile(
    r"\b(?:(?:behind|inside|underneath|under the hood|in the background|beneath)(?: of)?(?: it| this| that| all that)?,?(?: there)? ?(?:is|['’]s|sits|runs|works|they (?:use|have)|it uses)|"
    r"powered by|the (?:engine|brain|motor) (?:is|in it is|behind it is)|what is (?:inside|behind)(?: of)?(?: it)? is)(?: (?:maybe|probably|also|just|really|actually|i think))* (?:the |an? )?$",
    _I,
)
_INSIDE_BEHIND = re.compile(
    r"[\"”'’]?,? (?:is|sits|runs|works)(?: (?:only|just|maybe|probably|what is|the thing|the one))* (?:behind|inside|underneath|under the hood|in the background)\b",
    _I,
)
_IS_ME = re.compile(rf"[\"”'’]? (?:is|['’]s) (?:(?:just|only|really|actually) )*{IS_ME}", _I)
# "Guardianes del Yarí, forest protection association in Caquetá": what a house is called stands before what it is.
_CALLED = re.compile(
    r"(?:^|[.;:!?\n]\s+|\b(?:at|from|for|of|with|are|is)\s(?:the\s)?)(?P<name>[^\W\d_a-z][\w’'&-]*(?:\s(?:(?:del?|la|das?|dos?|du|des|van|von|of|and|the|y|e|&)\s)*[^\W\d_a-z][\w’'&-]*){1,5}),\s(?:an?\s|the\s)?$"
)
_ALONE = re.compile(r"\W*(?:(?:it['’]?s|it is|called|named|the name is)\s)?(?P<name>[^\W\d_][\w.-]*\w)\W*", _I)


def as_they_stand(
    proposals: Sequence[Proposal], message: str, asked: str | None, chain: Chain, is_word: Callable[[str], bool]
) -> tuple[Proposal, ...]:
    """The proposals with names as they stand in the message. ``is_word``: whether a word in small letters is a common one."""
    kept = [_called_before(_in_whole_words(p, message), message) for p in proposals]
    kept = [_inside(p, message, chain) for p in kept if not _of_who_speaks(p, message)]
    kept = _each_once(kept)
    nameless = any(p.ref.startswith("application.") for p in kept) and not any(p.ref == _TOOL for p in kept)
    if asked is None and nameless and not chain.mentioned("application"):
        kept += [name] if (name := _standing_alone(message, is_word)) else []
    return tuple(kept)


def _in_whole_words(p: Proposal, message: str) -> Proposal:
    """A name that was cut within a word, with the rest of it."""
    spec, start, end = field_of(p.ref), p.start, p.end
    is_name = spec.type == "entity" or spec.name == "name"
    if not is_name or p.value != p.quote or start is None or end is None:
        return p
    while end < len(message) and message[end - 1].isalnum() and message[end].isalnum():
        end += 1
    while start > 0 and message[start - 1].isalnum() and message[start].isalnum():
        start -= 1
    whole = message[start:end]
    return p if whole == p.quote else replace(p, value=whole, quote=whole, start=start, end=end)


def _called_before(p: Proposal, message: str) -> Proposal:
    """What an organisation is called, where only what it is was taken for its name."""
    if p.ref != "organisation.name" or p.start is None or not isinstance(p.value, str) or not p.value.islower():
        return p
    called = _CALLED.search(message, 0, p.start)
    if called is None:
        return p
    start, end = called.span("name")
    return replace(p, value=called["name"], quote=called["name"], start=start, end=end)


def _of_who_speaks(p: Proposal, message: str) -> bool:
    if field_of(p.ref).key not in (_TOOL, _MODEL) or p.start is None or p.end is None:
        return False
    span = Span(p.start, p.end, message[p.start : p.end])
    return is_who_speaks(message, span) or _IS_ME.match(message, p.end) is not None


def _inside(p: Proposal, message: str, chain: Chain) -> Proposal:
    """A model that was taken for a tool, where it is said to be inside of one."""
    if field_of(p.ref).key != _TOOL or p.status != "known" or p.start is None or p.end is None:
        return p
    said = _INSIDE.search(message[max(0, p.start - 60) : p.start]) or _INSIDE_BEHIND.match(message, p.end)
    return replace(p, ref=_MODEL) if said and chain.get(_MODEL) is None else p


def _each_once(proposals: list[Proposal]) -> list[Proposal]:
    """The proposals with one part for each name: what was read of a second part of the same name is told of the first."""
    first: dict[str, str] = {}
    moved: dict[str, str] = {}
    for p in proposals:
        if field_of(p.ref).key == _TOOL and p.status == "known":
            component = p.ref.partition(".")[0]
            there = first.setdefault(str(p.value).casefold(), component)
            if there != component:
                moved[component] = there
    if not moved:
        return proposals
    told = [replace(p, ref=f"{moved.get(c, c)}.{name}") for p in proposals for c, _, name in [p.ref.partition(".")]]
    return list({p.ref: p for p in reversed(told)}.values())[::-1]


def _standing_alone(message: str, is_word: Callable[[str], bool]) -> Proposal | None:
    """The one name of a shape that no word has which is a sentence of its own: "… scores the accounts. ArrearsLens. …"."""
    names = [(s, m) for s in sentences(message) if (m := _ALONE.fullmatch(s.text)) and SHAPED.match(m["name"])]
    names = [(s, m) for s, m in names if not is_word(m["name"].lower())]
    if len(names) != 1:
        return None
    sentence, found = names[0]
    start, end = sentence.start + found.start("name"), sentence.start + found.end("name")
    return Proposal(_TOOL, "known", found["name"], found["name"], SURE, start, end)
