"""Names as they stand in the message: whole words, nobody's own, the model's where it is inside, the tool's where it stands alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from vcassist.chain.facts import Chain, field_of
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import CUT_SHORT, IS_ME
from vcassist.reading.naming.newcomers import SHAPED
from vcassist.reading.naming.speaker import is_who_speaks
from vcassist.reading.text import Span, sentence_around, sentences

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
_BELIEVES = re.compile(r"\b(?:think|guess|believe|suppose|maybe|perhaps|probably|not sure)\b", _I)
_IS_ME = re.compile(rf"[\"”'’]? (?:is|['’]s) (?:(?:just|only|really|actually) )*{IS_ME}", _I)
# "Guardianes del Yarí, forest protection association in Caquetá": what a house is called stands before what it is.
_CALLED = re.compile(
    r"(?:^|[.;:!?\n]\s+|\b(?:at|from|for|of|with|are|is)\s(?:the\s)?)(?P<name>[^\W\d_a-z][\w’'&-]*(?:\s(?:(?:del?|la|das?|dos?|du|des|van|von|of|and|the|y|e|&)\s)*[^\W\d_a-z][\w’'&-]*){1,5}),\s(?:an?\s|the\s)?$"
)
# "StayOn is from Lumo Health in Durban": the name of a house goes on, and it is told who comes from it.
_OF_A_HOUSE = re.compile(
    r"\s(?:Health|Digital|Labs?|Soft(?:ware)?|Systems?|Tech(?:nolog(?:y|ies))?|Data|Groups?|Solutions?|Media|Analytics|Robotics|Medical|Learning|Industries|Ventures|Services?|Consult\w*|Foundation|Institute|Ltd|Limited|Inc|LLC|GmbH|S\.?A\.?|OÜ|AG|BV|Pty)\b\.?"
)
_COMES_FROM = re.compile(r"\b(?:from|by|company|firm|supplier|vendor|maker)\s(?:the\s|a\s)?$", _I)
_IS_THE_COMPANY = re.compile(
    r",?\s(?:is|are|was)\s(?:the|a|our)\s(?:company|firm|supplier|vendor|maker|people|ones)\b|\s(?:made|built|sells?|sold|supplies|supplied|developed|develops)\b",
    _I,
)
# "We mark essays with MarkRight."
_DONE_WITH = re.compile(r"\b(?:with|using|through|via)\s(?P<name>[^\W\d_][\w-]*\w)(?=\s*(?:[.,;:!?]|$))", _I)
_ALONE = re.compile(r"\W*(?:(?:it['’]?s|it is|called|named|the name is)\s)?(?P<name>[^\W\d_][\w.-]*\w)\W*", _I)


def as_they_stand(
    proposals: Sequence[Proposal], message: str, asked: str | None, chain: Chain, is_word: Callable[[str], bool]
) -> tuple[Proposal, ...]:
    """The proposals with names as they stand in the message. ``is_word``: whether a word in small letters is a common one."""
    kept = [_called_before(_in_whole_words(_as_called(p), message), message) for p in proposals]
    kept = [p for p in kept if not (_of_who_speaks(p, message) or _only_pointed_at(p, message))]
    kept = [_inside(p, message, chain) for p in kept]
    kept = [_behind_an_api(_with_its_kind(_beyond_its_saint(p, message), message), message, chain) for p in kept]
    kept = _with_houses(kept, message, chain)
    kept = _each_once(kept)
    kept = [_without_who_does_it(p, message) for p in kept]
    nameless = any(p.ref.startswith("application.") for p in kept) and not any(p.ref == _TOOL for p in kept)
    if asked is None and nameless and not chain.mentioned("application"):
        kept += [name] if (name := _standing_alone(message, is_word)) else []
    return tuple(kept)


# "An ambient scribe called Notewell".
_NAMED_SO = re.compile(
    r"[^,.;!?]*\b(?:called|named|known as|by the name of)\s+(?P<name>[^\W\d_a-z][\w’'.&-]*(?:\s[^\W\d_a-z][\w’'.&-]*){0,3})"
)


def _as_called(p: Proposal) -> Proposal:
    """The name behind the word that says so, where what it is was read with it."""
    if field_of(p.ref).name != "name" or p.status != "known" or p.start is None or p.value != p.quote:
        return p
    m = _NAMED_SO.fullmatch(p.quote)
    if m is None:
        return p
    at = p.start + m.start("name")
    return replace(p, value=m["name"], quote=m["name"], start=at, end=at + len(m["name"]))


# "State eye centre in Kano": a word that is no name by itself goes on to what the house is.
_NO_NAME_BY_ITSELF = frozenset(
    ("state", "county", "district", "national", "federal", "provincial", "regional", "municipal", "central", "general", "university", "city", "town", "village", "community", "local")
)  # fmt: skip
_ITS_KIND = re.compile(
    r"(?:\s(?!(?:in|of|at|and|or|is|are|was|has|for|to|from|now|then)\b)[\w’'-]+){0,3}?\s(?:cent(?:re|er)|hospital|clinic|office|authority|library|archives?|school|council|board|university|institute|service|department|ministry|laborator(?:y|ies)|museum|bank|agency|government)\b",
    _I,
)
_AN_API = re.compile(r"(?:['’]s)?\s(?:api|apis|endpoint|key|sdk)\b", _I)


# "Parish Archive of St. Jørgen": the point is that of a word cut short.
_CUT_SHORT = re.compile(rf"(?:^|\s)(?:{CUT_SHORT}|Sto|Ft|Prof|Msgr)$")
_GOES_ON = re.compile(r"\.\s?[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*){0,3}")


def _beyond_its_saint(p: Proposal, message: str) -> Proposal:
    """A name that was cut at the point of a word cut short, with what follows."""
    if not _is_a_name_said(p) or not _CUT_SHORT.search(p.quote):
        return p
    more = _GOES_ON.match(message, p.end or 0)
    return between(p, message, p.start or 0, more.end()) if more else p


def _with_its_kind(p: Proposal, message: str) -> Proposal:
    """A house whose name was cut before what it is."""
    if field_of(p.ref).type != "entity" or not _is_a_name_said(p) or p.quote.casefold() not in _NO_NAME_BY_ITSELF:
        return p
    kind = _ITS_KIND.match(message, p.end or 0)
    return between(p, message, p.start or 0, kind.end()) if kind else p


def _behind_an_api(p: Proposal, message: str, chain: Chain) -> Proposal:
    """Whose API is called developed the model, and supplies no tool."""
    if p.ref != "application.supplier" or p.end is None or not _AN_API.match(message, p.end):
        return p
    return replace(p, ref="model.supplier") if chain.get("model.supplier") is None else p


def _in_whole_words(p: Proposal, message: str) -> Proposal:
    """A name that was cut within a word, with the rest of it."""
    if not _is_a_name_said(p):
        return p
    start, end = p.start or 0, p.end or 0
    while end < len(message) and message[end - 1].isalnum() and message[end].isalnum():
        end += 1
    while start > 0 and message[start - 1].isalnum() and message[start].isalnum():
        start -= 1
    if message[end - 1] == "?" and _BELIEVES.search(message, 0, start):
        # "I think it is called HarvestPro?"
        end -= 1
    return between(p, message, start, end) if message[start:end] != p.quote else p


def _is_a_name_said(p: Proposal) -> bool:
    """Whether it is a name, or a house, that stands in the message as it is noted."""
    spec = field_of(p.ref)
    is_name = spec.type == "entity" or spec.name == "name"
    return is_name and p.value == p.quote and p.start is not None and p.end is not None


def between(p: Proposal, message: str, start: int, end: int) -> Proposal:
    """A name with more or less of the message."""
    return replace(p, value=message[start:end], quote=message[start:end], start=start, end=end)


_WHO_DOES_IT = re.compile(
    r"(?:we|i|our (?:staff|team|people))\s(?:(?:just|only|mostly|also|now|can)\s)?(?=[a-z]{3,}\s)", _I
)


def _without_who_does_it(p: Proposal, message: str) -> Proposal:
    """What a tool is for, without who does it: "We grade coffee"."""
    who = _WHO_DOES_IT.match(str(p.value)) if field_of(p.ref).name == "purpose" and p.value == p.quote else None
    if who is None or p.start is None or len(str(p.value).split()) < 3:
        return p
    start = p.start + who.end()
    return replace(p, value=message[start : p.end], quote=message[start : p.end], start=start)


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


_THE = re.compile(
    r"\b(?:the|an?|our|this|that|his|her|some|one of those|those|these)\s(?:(?:new|little|old|clever|wee|big)\s)?$", _I
)
_WHICH = re.compile(r"\s(?:that|which|what|who|to|for|they|we|he|she)\b")
_NO_TOOL = frozenset({"rest", "others", "other", "first", "second", "last", "same", "whole", "lot"})


def _only_pointed_at(p: Proposal, message: str) -> bool:
    """Whether what was taken for a tool's name is a word for any thing: "the yoke that puts it into Polish", "the rest is another AI"."""
    if field_of(p.ref).key != _TOOL or p.start is None or p.end is None:
        return False
    word = message[p.start : p.end]
    if word.casefold() in _NO_TOOL:
        return True
    small = word.isalpha() and word.islower()
    return (
        small
        and _THE.search(message, max(0, p.start - 24), p.start) is not None
        and _WHICH.match(message, p.end) is not None
    )


def _inside(p: Proposal, message: str, chain: Chain) -> Proposal:
    """A model that was taken for a tool, where it is said to be inside of one."""
    if field_of(p.ref).key != _TOOL or p.status != "known" or p.start is None or p.end is None:
        return p
    said = _INSIDE.search(message[max(0, p.start - 60) : p.start]) or _INSIDE_BEHIND.match(message, p.end)
    return replace(p, ref=_MODEL) if said and chain.get(_MODEL) is None else p


def _with_houses(proposals: list[Proposal], message: str, chain: Chain) -> list[Proposal]:
    """The proposals with a house that was taken for a tool as who supplies the tool that is named in its sentence."""
    houses = {p.ref: name for p in proposals if (name := _house(p, message)) is not None}
    if not houses:
        return proposals
    gone = {ref.partition(".")[0] for ref in houses} - {*chain.mentioned("application")}
    kept = [p for p in proposals if p.ref not in houses and p.ref.partition(".")[0] not in gone]
    there = {p.ref for p in kept}
    for name in houses.values():
        tool = _named_beside(name, message, proposals, houses, chain)
        if tool is None:
            continue
        for ref, value in ((f"{tool}.supplier", name.text), (f"{tool}.sourcing", "vendor")):
            if ref not in there and (ref not in chain.facts or ref.endswith("supplier")):
                kept.append(Proposal(ref, "known", value, name.text, SURE, name.start, name.end))
    return kept


def _house(p: Proposal, message: str) -> Span | None:
    """The whole name of a house, where a part of it was taken for a tool's."""
    if field_of(p.ref).key != _TOOL or p.status != "known" or p.start is None or p.end is None:
        return None
    more = _OF_A_HOUSE.match(message, p.end)
    end = more.end() if more else p.end
    comes = _COMES_FROM.search(message, max(0, p.start - 30), p.start)
    if more is None or not (comes or _IS_THE_COMPANY.match(message, end)):
        return None
    return Span(p.start, end, message[p.start : end])


def _named_beside(
    house: Span, message: str, proposals: Sequence[Proposal], houses: Mapping[str, Span], chain: Chain
) -> str | None:
    """The tool whose name stands nearest to a house in its sentence, before it or else behind it."""
    here = sentence_around(message, house.start)
    if here is None:
        return None
    names = {
        p.ref.partition(".")[0]: str(p.value) for p in proposals if field_of(p.ref).key == _TOOL and p.ref not in houses
    }
    names |= {c: str(n) for c in chain.mentioned("application") if (n := chain.value(f"{c}.name"))}
    places = []
    for component, name in names.items():
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", here.text, _I):
            behind = here.start + m.start() > house.start
            places.append((behind, abs(here.start + m.start() - house.start), component))
    return min(places)[2] if places else None


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
    names = [
        (s, m)
        for s in sentences(message)
        if (m := _ALONE.fullmatch(s.text) or _DONE_WITH.search(s.text)) and SHAPED.match(m["name"])
    ]
    names = [(s, m) for s, m in names if not is_word(m["name"].lower())]
    if len(names) != 1:
        return None
    sentence, found = names[0]
    start, end = sentence.start + found.start("name"), sentence.start + found.end("name")
    return Proposal(_TOOL, "known", found["name"], found["name"], SURE, start, end)
