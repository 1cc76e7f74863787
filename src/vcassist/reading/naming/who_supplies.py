"""Who stands behind a named tool, where a sentence says of which tool it tells: "the supplier of A is B", "behind A stands B". Pure.

The name right behind "supplier of" is whose supplier it is, and never the supplier. The other name of the sentence is; where there is none
("the supplier of A is abroad"), nobody is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vcassist.given_names import GIVEN_NAMES
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import TOOL
from vcassist.reading.answering.value_words import only_a_kind, only_a_manner
from vcassist.reading.naming.newcomers import CLASSES
from vcassist.reading.seen import Seen
from vcassist.reading.text import Span

_I = re.I
# More than the trained reader is of a name that it takes for another's.
SURE = 0.94
LONGEST = 3000
_UP = "A-ZÀ-ÖØ-ÞĀ-Ž"
_FORM = r"(?i:ltd|inc|gmbh|ehf|oy|ab|as|bv|srl|sarl|s\.\s?r\.\s?o|d\.\s?o\.\s?o|e\.\s?v)\.?"
_NAME = rf"(?-i:[{_UP}][\w’'&+.-]*\w(?: (?:(?:of|de|da|do|di|du|van|von|la|&) ){{0,2}}[{_UP}\d][\w’'&.-]*\w| {_FORM}(?!\w)){{0,4}})"
# No possessive: "Kora's" is that of Kora.
_WHOSE = rf"(?P<whose>(?-i:[{_UP}][\w+-]*\w(?: [{_UP}\d][\w+-]*){{0,3}}))"
_WHOSE_2 = _WHOSE.replace("<whose>", "<whose2>")
_VALUE = rf"(?P<name>{_NAME})"
_MAKER = r"(?:supplier|vendor|provider|(?:re-?)?seller|maker|manufacturer|developer|creator|builder|producer|publisher|designer|distributor|owner|software house)"
_HOST = r"(?:host|hoster|hosting (?:company|provider|firm|partner))"
_COMPANY = r"(?:company|firm|business|start-?up|outfit|people|team|folks|guys|organi[sz]ation|agency|studio|group|brothers|cooperative|co-?op|university|institute|foundation|ones|those)"
_MAKES = r"(?:makes?|made|sells?|sold|suppl(?:y|ies|ied)|provides?|provided|builds?|built|develops?|developed|owns?|created?|creates|wrote|distributes?|delivers?|delivered)"
# Those who supply something else for it.
_OF_ELSE = r"(?<!data )(?<!cloud )(?<!model )(?<!chip )(?<!storage )(?<!internet )(?<!power )(?<!previous )(?<!former )(?<!old )(?<!last )(?<!other )"
_ROLE = rf"{_OF_ELSE}(?P<role>\b(?:{_MAKER}|(?P<host>{_HOST})|{_COMPANY}(?= (?:behind|of|that|which|who)\b)))"
_PART = rf"(?:(?:of|for|behind|to)|(?:that|which|who) {_MAKES}) (?:the |our )?{_WHOSE}(?: (?:{TOOL})\b)?"
_ASIDE = r"(?:(?:,| [-–—]) ?[^,.;!?\n]{2,50}(?:,| [-–—]))?"
_NOW = r"(?:(?:now|still|actually|simply|just|only|called|named|apparently|of course|in fact) )*"
_IS = rf"(?:(?:['’]s| is| are)(?: called)?|\s?[:=]) {_NOW}"
_A_FIRM = rf"(?:(?:a|an|the|some|our|another|one) (?:[\w-]+ ){{0,3}}?{_COMPANY}(?: (?:in|from|based in|out of|near) (?:the )?{_NAME})?,?(?: (?:called|named|by the name of))? )"
_LEAD = rf"(?:{_A_FIRM}|the (?:{_COMPANY}|developers|makers) (?:called|of|at|from|named) |the )?"
_NOT_HIS = r"(?!['’]s? (?-i:[a-z]))(?![\w’'-])"

# "The supplier of A is B", "the firm behind A is called B", "A's maker is B", "vendor for A: B".
_TOLD = re.compile(
    rf"(?:{_ROLE} {_PART}|{_WHOSE_2}['’]s? (?:(?:own|current|official|local|main) )?{_OF_ELSE}(?P<own>\b(?:{_MAKER}|(?P<host2>{_HOST})))){_ASIDE}{_IS}{_LEAD}{_VALUE}{_NOT_HIS}",
    _I,
)
# "… and that of C is D", "… and C's is D".
_AND_THAT = re.compile(
    rf",? (?:and|while|but|whereas) (?:(?:that|the one|those) (?:of|for|behind) (?:the )?{_WHOSE}|{_WHOSE_2}['’]s?(?: one)?){_IS}{_LEAD}{_VALUE}{_NOT_HIS}",
    _I,
)
# "B is the supplier of A", "B, the maker of A", "B are the people who make A", "it is B that makes A".
_TURNED = re.compile(
    rf"{_VALUE}(?:{_ASIDE}(?: is| are|['’]s) {_NOW}(?:(?:the|a|our|its|one of the) (?:[\w-]+ ){{0,2}}?{_ROLE}s? {_PART}|{_WHOSE_2}['’]s? (?P<own>{_OF_ELSE}\b(?:{_MAKER}|(?P<host2>{_HOST}))\b))"
    rf"|, (?:which is |who are )?(?:the|a) (?:[\w-]+ ){{0,2}}?(?P<role3>{_OF_ELSE}\b(?:{_MAKER}|{_COMPANY}))s? (?:of|behind) {_WHOSE.replace('<whose>', '<whose3>')}"
    rf"| (?:stands?|sits?) behind {_WHOSE.replace('<whose>', '<whose5>')})(?![\w-])",
    _I,
)
# "It is B that makes A": what makes something else is a tool itself ("Kora, that makes Word files").
_IT_IS = re.compile(
    rf"\b(?:it|that)(?:['’]s| is) {_LEAD}{_VALUE} (?:that|who|which) (?:{_MAKES}|is behind|stands behind) {_WHOSE}(?![\w-])",
    _I,
)
# "Behind A stands B"; "behind A is B" may tell of the model in it, so there B has to be told to be a company.
_BEHIND = re.compile(
    rf"\bbehind (?:the )?{_WHOSE}(?: (?:{TOOL})\b)?{_ASIDE}(?: (?:stands?|sits?) {_NOW}{_LEAD}|(?: there)?(?: is| are|['’]s) {_NOW}{_A_FIRM}){_VALUE}{_NOT_HIS}",
    _I,
)
# "Who makes A? B does."
_ASKED = re.compile(
    rf"\bwho(?:(?:['’]s| is| are) (?:the |its |our )?(?:{_ROLE} {_PART}|behind {_WHOSE_2})|(?:['’]s| is| stands?) behind {_WHOSE.replace('<whose>', '<whose3>')}| {_MAKES} (?:us )?{_WHOSE.replace('<whose>', '<whose4>')})\s?\?\s{{1,3}}"
    rf"(?:(?:well|oh|ah|that|it|they)(?:['’]s|['’]d be| is| would be| are)?,? ){{0,2}}{_LEAD}{_VALUE}(?= (?:does|did|do|is|are|made|makes)\b|\s*[,.;!]|\s*$)",
    _I,
)
# Marks that do not count in such a sentence: "if I remember right, it is …", "I was told, …".
_SAID_SO = frozenset({"hearsay", "question", "hypothesis"})
_CLAUSE = re.compile(r"^|[.,;:!?\n]\s")
# What makes a statement none, before it in its clause.
_OPEN = re.compile(r"\b(?:if|whether|unless|not|never|suppose|would|used to)\b|n['’]t\b", _I)
# "Kora by Montis", "Kora (from Montis)": right behind the name of a tool.
_FROM_A_MAKER = re.compile(
    rf"['\"”’]?,? ?\(?(?:(?:made|built|developed|sold|supplied) )?(?:from|by) (?:{_A_FIRM}|(?:the )?(?:{_COMPANY}|people|guys|folks) (?:called|of|at) )?{_VALUE}{_NOT_HIS}(?! (?:on|in|onwards?|until|till|to \d)\b)",
    _I,
)
# Whose supplier is spoken of, whoever that is.
_SPOKEN_OF = re.compile(
    rf"\b(?:{_MAKER}|{_HOST}) (?:of|for|behind) (?:the |our )?{_WHOSE}|\b{_COMPANY} behind {_WHOSE_2}|\bwho {_MAKES} {_WHOSE.replace('<whose>', '<whose3>')}|(?:^|[.;!?,]\s)behind {_WHOSE.replace('<whose>', '<whose5>')} stands?\b"
    rf"|{_WHOSE.replace('<whose>', '<whose4>')}['’]s? (?:{_MAKER}|{_HOST})\b(?!s)",
    _I,
)
# "A firm in Aarhus called Kora", "Kora is the firm, not a program".
_HOUSE = r"(?:company|firm|business|start-?up|outfit|agency|studio|vendor|supplier|provider|maker|manufacturer|software house)"
_A_HOUSE = re.compile(
    rf"\b(?:a|an|the|some|our|another|one) (?:[\w-]+ ){{0,3}}?{_HOUSE}(?: (?:in|from|based in|out of|near|over in) (?:the )?{_NAME})?,? (?:called|named|by the name of|whose name is|that is called) [\"“‘']?{_VALUE}"
    rf"|(?<![\w’'-])(?P<known>{_NAME})[\"”’']? (?:is|are|was) (?:(?:just|only|really) )?(?:the|our|a) (?:[\w-]+ )?{_HOUSE}(?! (?:of|for|behind)\b)(?!['’]?s?\b \w+ (?:name|product|tool))",
    _I,
)
# "We use Ferrera's Nido": the tool is the second, and the first is its maker's.
_POSSESSED = re.compile(
    rf"\b(?:use|uses|using|have|has|got|run|runs|bought|buy|rent|with|via|through|took|tried|trying|pay for|subscribe to|on)\s(?P<maker>(?-i:[{_UP}][\w&-]+(?: [{_UP}][\w&-]+){{0,2}}))['’]s? (?P<tool>(?-i:[{_UP}][\w+-]*\w(?: [{_UP}\d][\w+-]*){{0,2}}))(?![\w’'-])",
    _I,
)


@dataclass(frozen=True, slots=True)
class Behind:
    """The company named at ``start``–``end`` supplies (``key``) what is named at ``whose``."""

    key: str
    start: int
    end: int
    whose: tuple[int, int]


def who_supplies(text: str) -> Iterator[Behind]:
    """Each company that a text tells to stand behind something named, in so many words."""
    if len(text) > LONGEST or text.isupper():
        return
    for pattern in (_TOLD, _TURNED, _IT_IS, _BEHIND, _ASKED):
        for found in pattern.finditer(text):
            yield _behind(found, bool(_group(found, "host")))
            more = _AND_THAT.match(text, found.end()) if pattern is _TOLD else None
            if more:
                yield _behind(more, bool(_group(found, "host")))


def companies(text: str) -> list[tuple[int, int]]:
    """Where the names stand that a text tells to be companies: they are no tools'."""
    told = [m.span(m.lastgroup or 0) for m in _A_HOUSE.finditer(text)] if len(text) <= LONGEST else []
    return [*told, *((b.start, b.end) for b in who_supplies(text)), *((m.start, m.end) for m, _ in possessed(text))]


def spoken_of(text: str) -> list[tuple[int, int]]:
    """Where the names stand whose supplier a text speaks of, whoever that is."""
    return [m.span(m.lastgroup or 0) for m in _SPOKEN_OF.finditer(text)] if len(text) <= LONGEST else []


def possessed(text: str) -> Iterator[tuple[Span, Span]]:
    """Each (maker, tool) of "we use Ferrera's Nido"; whose a thing is who is somebody or a house, is told by no maker."""
    for found in _POSSESSED.finditer(text) if len(text) <= LONGEST else ():
        maker, tool = Span(*found.span("maker"), found["maker"]), Span(*found.span("tool"), found["tool"])
        words = {w.casefold() for w in maker.text.split()}
        if not (words & GIVEN_NAMES or words & CLASSES or only_a_kind(tool.text) or only_a_manner(maker.text)):
            yield maker, tool


def with_who_supplies(
    best: dict[str, Proposal], seen: Seen, resolve: Callable[[str], str | None]
) -> dict[str, Proposal]:
    """The proposals with who stands behind what, and without a tool as its own supplier. ``resolve``: the register's name of a company."""
    told = [b for b in (*who_supplies(seen.text), *_from_makers(best, seen)) if _can_supply(b, seen)]
    owners = [(maker, tool) for maker, tool in possessed(seen.text) if _is_a_maker(maker, seen)]
    taken = [(b.start, b.end) for b in told] + [(maker.start, maker.end) for maker, _ in owners]
    theirs = [*(b.whose for b in told), *spoken_of(seen.text)]
    theirs = [(a, b) for a, b in theirs if not any(a < d and c < b for c, d in taken)]
    kept = {
        slot: p
        for slot, p in best.items()
        if not (
            _names_company(p) and any(p.touches(a, b) for a, b in theirs) and not any(p.start == a for a, _ in taken)
        )
        and not (p.ref in ("application.name", "model.name") and any(p.start == a for a, _ in taken))
    }
    stated: dict[str, Behind] = {}
    for behind in told:
        key = "model.supplier" if _is_a_model(behind.whose, seen) else behind.key
        # Of two tools each has its own: where the message speaks of which, the place of a name tells.
        slot = f"{key} {behind.start}" if key in stated else key
        stated[slot] = behind
        name = seen.text[behind.start : behind.end]
        kept[slot] = seen.known(key, resolve(name) or name, behind.start, behind.end, SURE)
    if (theirs_only := _of_the_named_model(kept, seen)) is not None:
        # "EfficientNet wasn't made by us, it's Google's" tells of the model.
        kept = {slot: p for slot, p in kept.items() if p is not theirs_only}
    for maker, tool in owners:
        if not any(
            p.ref == "application.name" and (p.start or 0) < tool.end and tool.start < (p.end or 0)
            for p in kept.values()
        ):
            kept[f"application.name {tool.text.casefold()}"] = seen.in_words("application.name", tool, SURE)
        if not told:
            kept["application.supplier"] = seen.known(
                "application.supplier", resolve(maker.text) or maker.text, maker.start, maker.end, SURE
            )
    return kept


def _of_the_named_model(best: dict[str, Proposal], seen: Seen) -> Proposal | None:
    """The supplier of a tool in the words of a model's, where the text names the model and no tool."""
    tool, model = (
        next((p for p in best.values() if p.ref == f"{k}.supplier" and _names_company(p)), None)
        for k in ("application", "model")
    )
    if tool is None or model is None or (tool.start, tool.end) != (model.start, model.end):
        return None
    names_model = any(_is_a_model((m.start, m.end), seen) for m in seen.mentions)
    names_tool = any(m.id_of("product") for m in seen.mentions) or any(
        p.ref == "application.name" for p in best.values()
    )
    return tool if names_model and not names_tool else None


def _from_makers(best: dict[str, Proposal], seen: Seen) -> Iterator[Behind]:
    """Each maker right behind the name of a tool that was read."""
    for p in best.values():
        if (
            p.ref == "application.name"
            and p.status == "known"
            and (found := _FROM_A_MAKER.match(seen.text, p.end or 0))
        ):
            yield Behind("application.supplier", *found.span("name"), (p.start or 0, p.end or 0))


def _behind(found: re.Match[str], hosts: bool) -> Behind:
    key = "compute.supplier" if hosts else "application.supplier"
    group = next(g for g in found.groupdict() if g.startswith("whose") and found[g])
    return Behind(key, *found.span("name"), found.span(group))


def _group(found: re.Match[str], begins: str) -> str | None:
    return next((said for g, said in found.groupdict().items() if g.startswith(begins) and said), None)


def _names_company(p: Proposal) -> bool:
    return p.ref.endswith(".supplier") and p.status == "known" and p.value != "self"


def _can_supply(behind: Behind, seen: Seen) -> bool:
    """Whether what is told to stand behind something is a company that is told as a fact: no place, no person by the first name, no model."""
    name = seen.text[behind.start : behind.end]
    if not seen.plain(behind.start, behind.end, _SAID_SO) or seen.denied(behind.start):
        return False
    begins = max(m.end() for m in _CLAUSE.finditer(seen.text, 0, min(behind.start, behind.whose[0])))
    if _OPEN.search(seen.text[begins : min(behind.start, behind.whose[0])]):
        return False
    if name.casefold() in GIVEN_NAMES or only_a_kind(name) or only_a_manner(name):
        return False
    if name.casefold() == seen.text[slice(*behind.whose)].casefold():
        return False
    span = Span(behind.start, behind.end, name)
    if any(m.id_of("model") and not m.id_of("supplier") for m in seen.mentions_in(span)):
        return False
    return not any(p.start <= behind.start and p.end >= behind.end for p in seen.places)


def _is_a_maker(maker: Span, seen: Seen) -> bool:
    return seen.plain(maker.start, maker.end) and not any(
        p.start < maker.end and p.end > maker.start for p in seen.places
    )


def _is_a_model(whose: tuple[int, int], seen: Seen) -> bool:
    inside = seen.mentions_in(Span(*whose, ""))
    return any(m.id_of("model") and not m.id_of("product") for m in inside)
