"""What an organisation is called, where somebody says who they are or where they work: "we r Mesa Legal Jornalera", "I head Al-Noor Grammar School". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
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
# "Nurse here, Mtendere Health Centre, Malawi": a name that says which kind of house it is, alone between two marks of the first sentence.
_STANDS_ALONE = re.compile(
    rf"(?:^|[,;–—-]\s)(?:(?:from|at|here|this is)\s)?(?:the\s)?(?P<name>{_CAP}(?:{_JOINS}\s{_CAP}){{0,4}}?\s{_KIND})(?=\s*(?:[,.;:–—(\n]|$))"
)
# "I am with Ngaio Blind Advocacy": a house of several names, in a place or at the sentence's end, and not "with Sister Agnes".
_AM_WITH = re.compile(
    rf"\bI(?:['’]m| am) (?:with|from|at)\s(?:the\s)?(?!(?:Sister|Brother|Mr|Mrs|Ms|Dr|Doctor|Father|Sir|Madam)\b)(?P<name>{_CAP}(?:{_JOINS}\s{_CAP}){{1,5}})(?=\s*(?:[.;]|$)|\s(?:in|here)\s)"
)
# "The town hall of Villa Quinua", "municipal administration of Donja Reka": an office bears the name of its place.
_OFFICE_OF = re.compile(
    rf"(?:^|[,;–—-]\s|\b(?:from|at|for|of|with|run|here)\s)(?:the\s|our\s)?(?P<name>(?i:(?:town|city|village|municipal|county|district|parish|diocesan|provincial|regional|state|health|education) ?(?:hall?|council|administration|office|authority|secretariat|department)|municipality|commune|prefecture|parish|diocese|archdiocese|secretariat|registry) of (?:the\s)?{_CAP}(?:(?:\s(?:de|del|la|das|dos|da|do|of|upon|on|le|los))?\s{_CAP}){{0,3}})"
)
# "We do a youth radio thing in Sunderland called Loud Corridor".
_DOES_ONE = re.compile(
    rf"\b[Ww]e(?:['’]re| are| do| run| make| manage| r)\s(?:just |only )?(?:an?|this|the|one)\s(?P<what>[^.;!?\n]{{3,80}}?)\s(?:called|named)\s(?P<name>{_CAP}(?:{_JOINS}\s{_CAP}){{0,4}})"
)
# What is called so is the tool, and not they.
_A_TOOL = re.compile(
    r"\b(?:tools?|apps?|software|programs?|programmes?|bots?|chatbots?|systems?|models?|ai|assistants?|platforms?|machines?|robots?|scanners?|cameras?|services?|agents?|helpers?|translators?|voices?|thing that|something)\b",
    re.I,
)
_TOGETHER = re.compile(r"\b(?:works? with|working with|help(?:s|ed)?|comes? from|records|colleague|like)\b", re.I)
# Within so many characters of a first message people say who they are.
_BEGINS = 160
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
    named = [m for form in (_WE_ARE, _AM_WITH, _WORKS_AT) for m in form.finditer(message)]
    if not chain.facts:
        named += [m for m in _first(message) if not _of_others(message, m)]
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
        if (only_places and found.re is not _OFFICE_OF) or any(a < end and start < b for a, b in known):
            continue
        name = Proposal(NAME, "known", found["name"], found["name"], SURE, start, end)
        intent = "answer" if read.intent == "other" else read.intent
        return replace(read, proposals=(*read.proposals, name), intent=intent)
    return read


def _first(message: str) -> Iterator[re.Match[str]]:
    """The names in a first message's beginning of a house that stands alone, an office with its place, or what people run."""
    for form in (_OFFICE_OF, _STANDS_ALONE, _DOES_ONE):
        for m in form.finditer(message):
            if m.start() < _BEGINS and not (form is _DOES_ONE and _A_TOOL.search(m["what"])):
                yield m


def _of_others(message: str, found: re.Match[str]) -> bool:
    """Whether the sentence up to a name speaks of another's house: a supplier's, a partner's, where records come from."""
    before = re.split(r"[.;!?\n]", message[: found.start("name")])[-1]
    return _ANOTHERS.search(before) is not None or _TOGETHER.search(before) is not None


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
