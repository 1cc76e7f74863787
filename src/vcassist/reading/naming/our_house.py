"""What an organisation is called, where somebody says who they are or where they work: "we r Mesa Legal Jornalera", "I head Al-Noor Grammar School". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.turns_of_phrase import CUT_SHORT
from vcassist.reading.naming.names import Mention
from vcassist.reading.naming.places import places

NAME = "organisation.name"
SURE = 0.75
# "St. Jørgen": a word cut short goes on behind its point.
_CAP = rf"(?:(?:{CUT_SHORT})\.(?=\s[^\W\d_a-z])|[^\W\d_a-z][\w’'&-]*)"
_JOINS = r"(?:\s(?:of|for|the|de|del|la|las|los|du|des|do|da|van|von|y|e|&|and)){0,2}"
_NAMED = rf"{_CAP}(?:{_JOINS}\s{_CAP}){{1,5}}"
_KIND = r"(?:School|Hospital|Clinic|College|Academy|University|Museum|Library|Archives?|Foundation|Trust|Association|Cooperative|Co-op|Union|Radio|Church|Parish|Council|Municipality|Society|Shelter|Cent(?:re|er)|Institut(?:e|ion)|House|Home|Orchestra|Federation|Dispensary|Hospice|Club|Farm|Registry|Court|Bench|Schoolhouse|Network|Mission|Group|Relief)"
_WE_ARE = re.compile(
    rf"\b(?:[Ww]e(?:['’]re| are| r)|[Tt]his is)\s(?:(?:from|at|called|named)\s)?(?:the\s)?(?P<name>{_NAMED})(?=\s*(?:[,.;:!?–—(]|$)|\s(?:in|here|and|with|n|near|from|on|at)\b)"
)
_WORKS_AT = re.compile(
    rf"\b(?:[Ii]|[Ww]e|[Mm]y|[Oo]ur)\b[^.;!?\n]{{0,60}}?\b(?:at|of|for|from|run|chair|head|lead|manage|direct|with)\s(?:the\s)?(?P<name>{_CAP}(?:{_JOINS}\s{_CAP}){{0,4}}?\s{_KIND})\b(?!\s{_CAP})"
)
# "Org is Ndihma Labs", "the name of our association is wrong, it is Filoi me Patousses": whose name it is stands before it.
_A_HOUSE = r"(?:org(?:ani[sz]ation)?|association|charity|ngo|foundation|federation|cooperative|co-?op|society)"
_PUT_DOWN = re.compile(
    rf"\b(?i:(?:(?:the|our|my)\s)?(?:{_A_HOUSE}(?:['’]s\sname|\sname)?|(?:our|my)\s(?:company|firm|start-?up|school|clinic|group|house)(?:['’]s\sname|\sname)?)"
    rf"(?:\sis\swrong,?\s(?:it\sis|it['’]s)|\sis(?:\scalled|\snamed)?|\s?[=:]|\s(?:put|write|note)(?:\sdown)?))\s(?i:(?:called|named|the)\s)?[\"“'‘]?"
    rf"(?P<name>{_CAP}(?:(?:\s(?!(?:in|on|at|and|but|so|we|is|it|n|or|not|no|to|has)\b)[a-zà-ÿ]{{1,3}}){{0,2}}\s{_CAP}){{0,5}})"
)
_SURELY_A_NAME = re.compile(r"\b(?:called|named?|put|write|org)\b|[=:]", re.I)
# Where a child goes to school, or who sold something, is another's house.
_ANOTHERS = re.compile(
    r"\b(?:son|daughter|child\w*|kids?|husband|wife|brother|sister|friend|patients?|clients?|supplier|bought|sold|built|made|developed|supplied|hosted|stored|sends?|sent|not|buy|get|got|rent|pay|order(?:ed)?|visit(?:ed)?|cooperate|partner|together)\b",
    re.I,
)


def with_our_house(read: Reading, message: str, chain: Chain, find: Callable[[str], Sequence[Mention]]) -> Reading:
    """The same with the name of the organisation, where none is known and no other name was read in those words."""
    if any(p.ref == NAME for p in read.proposals) or read.intent == "stop":
        return read
    if (put := _PUT_DOWN.search(message)) is not None and put["name"] != chain.value(NAME):
        return _put_down(read, put, message, chain)
    if NAME in chain.facts or read.intent == "question":
        return read
    named = (m for form in (_WE_ARE, _WORKS_AT) for m in form.finditer(message))
    ours = [m for m in named if not _ANOTHERS.search(message, m.start(), m.start("name"))]
    if not ours:
        return read
    known = [(m.start, m.end) for m in find(message)]
    known += [
        (p.start, p.end)
        for p in read.proposals
        if p.ref.endswith((".name", ".supplier")) and p.start is not None and p.end is not None
    ]
    lands = places(message)
    for found in ours:
        start, end = found.span("name")
        capitals = [start + m.start() for m in re.finditer(_CAP, found["name"])]
        only_places = all(any(p.start <= at < p.end for p in lands) for at in capitals)
        if only_places or any(a < end and start < b for a, b in known):
            continue
        name = Proposal(NAME, "known", found["name"], found["name"], SURE, start, end)
        intent = "answer" if read.intent == "other" else read.intent
        return replace(read, proposals=(*read.proposals, name), intent=intent)
    return read


def _put_down(read: Reading, put: re.Match[str], message: str, chain: Chain) -> Reading:
    """The same with the name that is told to be the organisation's, which is nobody else's then."""
    start, end = put.span("name")
    if " " not in put["name"] and (places(put["name"]) or not _SURELY_A_NAME.search(message, put.start(), start)):
        # "Our association is Greek", "our school is Catholic".
        return read
    name = Proposal(NAME, "known", put["name"], put["name"], SURE, start, end)
    others = tuple(
        p
        for p in read.proposals
        if not (p.ref.endswith((".name", ".supplier")) and p.value == put["name"] and (p.start or 0) == start)
    )
    intent = (
        "correction"
        if chain.value(NAME) is not None
        else "answer"
        if read.intent in ("other", "question")
        else read.intent
    )
    return replace(read, proposals=(*others, name), intent=intent)
