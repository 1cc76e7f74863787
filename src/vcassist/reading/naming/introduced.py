"""Facts told in a whole form of their own, in which every part has its place: who introduces a house and its tool, a supplier by its part. Pure.

The trained reader hears most of them. Where a name that it never met, an aside between two commas or a long sentence throws it off, the
form alone tells: so these count without its support.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from vcassist.given_names import is_given_name
from vcassist.reading.naming.house_names import whole_house
from vcassist.reading.text import Span, sentences
from vcassist.reading.told.volunteered import Volunteered, sector_in, sector_of

_I = re.I
# More than the trained reader is of most names: it takes an aside for the answer.
SURE = 0.93
_NAME = r"(?-i:[A-ZÀ-ÖØ-Þ][\w’'&+.-]*\w(?: (?:(?:de|of|the|for|and|&|di|da|do|van|von|del|la) ){0,2}[A-ZÀ-ÖØ-Þ\d][\w’'&+-]*){0,4})"
_GREETING = r"(?:(?:hello|hi|hey|good (?:morning|day|evening|afternoon)|namaste|namaskar|jambo|shalom|dear \w+|greetings|salam|bonjour|hola|ciao|so|well)\b[^\w\n]{1,4})*"

# "Our school in Canada uses Kora to write letters."
_USES = re.compile(
    rf"^\W*{_GREETING}(?:our|my|the|a|an) (?!other|same|next|neighbou?r\w*|sister|mother|mission|rival|big|old|former|supplier|vendor|company|firm|provider|maker)(?P<house>[\w’' -]{{3,40}}?),? "
    rf"(?:in|of|near|at|from) {_NAME}(?:,? (?:in )?{_NAME})?,? (?:uses?|runs?|works with|relies on|has got|has|employs) (?:a |an |the )?(?:\w+ )?(?:(?:called|named) )?[\"“‘']?(?P<name>{_NAME})[\"”’']?,? (?:to|for) (?P<task>(?!years?\b|months?\b|now\b)[a-z][^.!?;\n,]{{3,80}})",
    _I,
)
# Who says where they work: "I'm the bookkeeper at Haus Lindenblick in Graz".
_WORKS_AT = re.compile(
    rf"^\W*{_GREETING}(?:i(?:['’]m| am)|this is|we(?:['’]re| are)) (?:\w+, )?(?:(?:a|an|the|one of the) )?(?!in\b|based\b|from\b|located\b)[\w’' -]{{3,40}}? (?:at|of|from|with|for|here at) (?:the )?(?P<house>{_NAME})(?=,? (?:over |up |down )?(?:in|near|outside) (?:the )?(?-i:[A-ZÀ-ÖØ-Þ]))",
    _I,
)
# "PoolGuard is a camera thing from a firm called …": what a thing is and where it comes from is told of a tool.
_IS_A_THING_FROM = re.compile(
    rf"^\W*{_GREETING}(?:it(?:['’]s| is) called )?(?P<name>(?=\w*(?-i:[A-ZÀ-ÖØ-Þ]))[\w-]+(?: (?-i:[A-ZÀ-ÖØ-Þ\d])[\w-]*){{0,2}}) (?:is|was|['’]s) (?:just |really |only |basically )?(?:an?|the|our|this|some) (?:[\w-]+ ){{0,4}}?"
    r"(?:things?|gadget|gizmo|thingy|device|box|camera|sensor|robot|machine|software|service|programme?|platform|engine|app|tool|system|website|site|plug-?in|add-?on|product|solution|bot|chatbot|assistant) (?:that comes |that we (?:have|got|buy|bought) |which is |made |sold |bought |built |we (?:have|got|bought) )?(?:from|by|of) ",
    _I,
)
# Whoever stands at the head of a house says what it is: "I chair the Baghmara Ban Samuha, a community forest group", "we are Lumina, the night school".
_HOUSE = (
    r"(?:groups?|schools?|academy|college|kindergarten|nursery|university|association|co-?op(?:erative)?|union|federation|charity|foundation|trust|society|club|cent(?:re|er)|clinic|hospital|hospice|"
    r"library|museum|archives?|church|parish|mosque|institute|ngo|non-?profit|organi[sz]ation|network|shelter|rescue|council|office|agency|committee|court|station|newspaper|magazine|company|firm|business|"
    r"bakery|farm|studio|theatre|choir|orchestra|bank|home|team|collective|community)"
)
_HEADS = re.compile(
    rf"^\W*{_GREETING}(?:(?:i|we) (?:chair|head|lead|run|direct|manage|preside over|represent|work (?:for|at))|we(?:['’]re| are)|this is|(?:i(?:['’]m| am)|here is) (?:(?:a|an|the|one of the) )?(?:(?!(?:customer|client|user|fan|friend|patient|buyer|tired|afraid|fond|writing|not|no|never)s?\b)[\w’'-]+ ){{1,4}}?(?:of|at|for|from))"
    rf" (?:the )?(?P<house>{_NAME}), (?:which is )?(?:a|an|the|our) (?P<kind>(?:(?!(?:of|for|from|with|in|at|to|by|on|that|which|who|where)\b)[\w’'&-]+ ){{0,5}}?{_HOUSE})(?= (?:for|of|in|near|at|on|with|that|which|who|where|from|by|outside|based|run)\b|\s*[,.;:!?)–—-]|\s*$)",
    _I,
)
# Who serves at a court or a register, which are the state's.
_OF_THE_STATE = re.compile(
    rf"^\W*{_GREETING}(?:this is(?: written)? from|here is|(?:i|we) (?:write|speak|answer) (?:on behalf of|for)|we(?:['’]re| are)|(?:i|we) work (?:(?:as|in) (?:a|an|the) [\w’'-]+ )?(?:at|in|for|of)|(?:i(?:['’]m| am)|this is) (?:(?:a|an|the|one of the) )?(?:[\w’'-]+ ){{1,4}}?(?:at|of|in|for|from|with))(?: (?:a|an|the|our) (?:registry|office|clerks?|bench|staff) (?:of|at|in))? (?:a|an|the|our) "
    r"(?P<house>(?:[\w’'-]+ ){0,2}?(?:(?:district|magistrates?|family|county|high|city|labou?r|supreme|regional|provincial|civil|criminal|juvenile|local|administrative|appeals?|small[- ]claims?|land|commercial|bankruptcy|immigration|traffic)['’]?s?['’]? court(?:house)?|tribunal|land registry|civil registry|register office|registry office)|(?-i:[A-ZÀ-ÖØ-Þ][\w’'-]+(?: (?:and |of )?[A-ZÀ-ÖØ-Þ][\w’'-]+)* (?:Court|Tribunal)))\b",
    _I,
)

_PART = r"(?:supplier|provider|vendor|seller|reseller|distributor|manufacturer|software house)"
_ASIDE = r"(?:,[^,.;!?\n]{2,60},)?"
_SUPPLIER_IS = re.compile(
    rf"(?<!\w )(?:\b(?:the|our|its|that)) {_PART}(?: of (?:it|this|that|the (?:tool|software|system|app|program(?:me)?|assistant|bot|whole)))?{_ASIDE} (?:is|was and is|is called)(?: (?:still|now|the|a|an|our|company|firm|called|local|\w+ (?:company|firm)))* (?P<name>{_NAME})",
    _I,
)
# "The firm which supplies it, as I said, is from Munich, namely Sprachwerk GmbH", "delivered, to say it once more, by Kranich Software".
_NAMELY = re.compile(
    rf"\b(?:firm|company|house|people|supplier|provider|vendor)\b (?:which|that|who) (?:supplies|sells|sold|delivers|delivered|provides|provided|made|makes|built) (?:it|this|us|that)\b[^.;!?\n]{{0,80}}?\b(?:namely|(?:is|it is|it['’]s) called|by the name of) (?P<name>{_NAME})",
    _I,
)
# A name of two words or more, and what a house does with what it sells.
_LONG_NAME = (
    r"(?<![\w’'-])(?P<name>(?-i:[A-ZÀ-ÖØ-Þ][\w&.-]*(?: (?:(?:of|and|&|the|de) ){0,2}[A-ZÀ-ÖØ-Þ\d][\w&-]*){1,3}))"
)
_MAKES = r"makes?|made|builds?|built|suppl(?:y|ies|ied)|sells?|sold|developed|develops?"
# "Seeing Machines make it": a name of two words or more makes a thing; one of one word may be anybody's.
_MAKES_IT = re.compile(
    rf"{_LONG_NAME} (?:{_MAKES}) (?:it|this|that|the (?:thing|tool|app|system|box|software|device|program(?:me)?|bot))\b(?! (?:for|by) (?:them|him|her)sel)",
    _I,
)
# "Tiyeni Digital, they make AskDokotala."
_THEY_MAKE = re.compile(
    rf"{_LONG_NAME},? (?:they|it['’]s they who|who) (?:also )?(?:{_MAKES}|wrote) (?!(?:tea|coffee|money|sure|sense)\b)\w",
    _I,
)
_ONLY_THE_MODEL = re.compile(
    rf"\b(?P<name>{_NAME}) (?:only |just |merely )?(?:supplies|supplied|delivers|provides|makes|made|trained|built|contributes) (?:only |just |merely |nothing but |no more than )?(?:us |them )?(?:with )?(?:the |its |their |an? )?(?:base |language |ai |underlying |bare |large |foundation )*(?:model|llm|weights)\b(?! (?:card|train|boat|railway|plane|car))",
    _I,
)
# Who is one's own staff made it: "Ekiru, our sound technician, put together a thing".
_OWN_MAKERS = re.compile(
    r"\b(?:our|my) (?:own )?(?:[\w’'-]+ )?(?:technician|developer|programmer|engineer|it (?:man|woman|guy|person|lady|colleague|officer|team|people)|data (?:scientist|officer|team)|volunteer|colleague|intern|secretary|treasurer|teacher|nurse|clerk|librarian|son|daughter|nephew|niece|cousin|student)s?,? (?:(?!and\b|with\b)[A-ZÀ-ÖØ-Þ]\w+,? )?(?:(?:has|had|who) )?(?:(?:himself|herself|once|then|finally) )?"
    r"(?P<did>built|wrote|made|programmed|coded|developed|put together|cobbled together|knocked together|created) (?:(?:it|the whole (?:thing|lot)|all of it)\b(?! together)|us\b|an? (?:\w+ )?(?:thing|tool|bot|app|program(?:me)?|system|script|helper|assistant|chatbot|machine)\b|the (?:tool|bot|app|program(?:me)?|system|assistant|chatbot|thing)\b|(?:that|this) thing)",
    _I,
)
_SOMEBODY_ELSE = rf"(?:(?:an?|the|some|one) (?:[\w’'-]+ ){{0,2}}?(?:firm|company|developers?|freelancers?|agency|university|students?|consultants?|start-?up|ngo|programmers?)\b|{_NAME})"
# "Our own IT officer and a firm built it together": one's own people, and somebody else.
_OURS_AND_OTHERS = re.compile(
    rf"\b(?:(?:(?:one of )?(?:our|my)(?: own)? [\w’' -]{{2,30}}?|we|us|i) (?:and|with|together with) {_SOMEBODY_ELSE}"
    rf"|(?:{_NAME}|(?:an?|the|some|one) (?:[\w’'-]+ ){{0,2}}?(?:firm|company|developers?|freelancers?|agency|university|consultants?|start-?up|programmers?)(?:,? (?:called |named )?{_NAME},?)?) (?:and|with|together with) (?:one of )?(?:our|my)(?: own)? [\w’' -]{{2,30}}?)"
    r"[^.;!?\n]{0,30}? (?:built|wrote|made|programmed|coded|developed|put|set|created|designed) (?:it|this|that|the \w+)(?: up)? (?:together|jointly|between (?:us|them)|as a team|hand in hand)\b"
    # "Together with a firm, Nokta Yazılım, we wrote a program".
    rf"|\b(?:together|along|jointly) with {_SOMEBODY_ELSE}[^.;!?\n]{{0,40}}?,? (?:we|i|our \w+) (?:have )?(?:built|wrote|made|programmed|coded|developed|set up|created|designed)\b",
    _I,
)
_NEGATES = re.compile(r"\b(?:not|never|nobody|no one|no longer|would|could|should|if|was)\b|n['’]t\b", _I)
# In an aside people say what they should and would.
_DENIES = re.compile(r"\b(?:not|never|nobody|no one|no longer|if)\b|n['’]t\b", _I)
_HOME = re.compile(
    r"(?:^|[.!?;\n]\s*|, )(?:all of us|we(?:['’]re| are)?(?: all)?|our (?:house|office|team|people))(?: (?:are|live|sit|work|stay|based|located|ourselves|all))* (?:in|near) $",
    _I,
)
LONGEST = 3000


class Found(Protocol):
    """A place in a text."""

    @property
    def start(self) -> int: ...
    @property
    def code(self) -> str: ...
    @property
    def end(self) -> int: ...
    @property
    def certain(self) -> bool: ...


def introduced(text: str, places: Iterable[Found], opening: bool) -> Iterator[Volunteered]:
    """What a text tells in such a form. ``opening``: nothing was asked, so that a house may be introduced by what it does."""
    # Where all is shouted, no capital tells a name.
    if len(text) > LONGEST or text.isupper():
        return
    parts = sentences(text)
    for number, part in enumerate(parts):
        found = _USES.match(part.text) if opening and not number else None
        if found and not _NEGATES.search(found.group()):
            yield _told("application.name", found, "name", part.start)
            yield _told("application.purpose", found, "task", part.start)
            yield from _house(text, part.start + found.end("house"), part.start + found.start("name"), places)
        thing = _IS_A_THING_FROM.match(part.text) if opening and not found else None
        if thing and not _NEGATES.search(thing.group()):
            yield _told("application.name", thing, "name", part.start)
        house = _WORKS_AT.match(part.text) if not number or opening else None
        # "I am pharmacist at Sfax" tells the town.
        if house and not any(p.certain and p.start == part.start + house.start("house") for p in places):
            yield _house_s(text, house, part.start)
        yield from _head(part.text, part.start) if not number or opening else ()
        for key, pattern in (
            ("application.supplier", _SUPPLIER_IS),
            ("application.supplier", _NAMELY),
            ("application.supplier", _MAKES_IT),
            ("application.supplier", _THEY_MAKE),
            ("model.supplier", _ONLY_THE_MODEL),
        ):
            said = pattern.search(part.text)
            if (
                said
                and not _DENIES.search(part.text[: said.end()])
                and not any(map(is_given_name, said["name"].split()))
            ):
                yield _told(key, said, "name", part.start)
        built, both = _OWN_MAKERS.search(part.text), _OURS_AND_OTHERS.search(part.text)
        if both and not _NEGATES.search(part.text[: both.end()]):
            yield Volunteered("application.sourcing", "both", part.start + both.start(), part.start + both.end(), SURE)
        elif built and not _NEGATES.search(part.text[: built.end()]):
            at = part.start + built.start()
            yield Volunteered("application.sourcing", "in_house", at, part.start + built.end(), SURE)
    yield from _home(text, places)


def _head(text: str, at: int) -> Iterator[Volunteered]:
    """The name and the field of a house by whoever speaks for it."""
    if heads := _HEADS.match(text):
        yield _told("organisation.name", heads, "house", at)
        if sector := sector_of(heads["kind"]):
            yield Volunteered("organisation.sector", sector, at + heads.start("kind"), at + heads.end("kind"), SURE)
    if state := _OF_THE_STATE.match(text):
        yield Volunteered("organisation.sector", "government", at + state.start("house"), at + state.end("house"), SURE)


def _house(text: str, noun: int, name: int, places: Iterable[Found]) -> Iterator[Volunteered]:
    """What the house is, and where: ``text[:noun]`` ends with its noun, its place stands before ``name``."""
    yield from (replace(fact, sure=SURE) for fact in sector_in(text) if fact.end <= noun)
    place = next((p for p in places if p.certain and noun <= p.start < name), None)
    if place:
        yield Volunteered("organisation.country", place.code, place.start, place.end, SURE)


# "I write on behalf of the benefits division of a municipality in Portugal".
_OF_US = re.compile(
    r"^\W*(?:(?:hello|hi|dear|good (?:morning|day|afternoon|evening))\b[^.!?]*[.!?,]\s*)?(?:I|[Ww]e)\b(?! (?:use|bought|buy|get|rent|have))",
    re.S,
)
_STANDS_IN = re.compile(r"\b(?P<house>[a-z-]+(?: [a-z-]+)?) in (?:the )?$")


def _home(text: str, places: Iterable[Found]) -> Iterator[Volunteered]:
    """ "We are in Tunisia, all of us": said so, it is no answer to where something else is."""
    of_us = _OF_US.search(text) is not None
    for place in places:
        stands = _STANDS_IN.search(text[: place.start]) if of_us else None
        ours = stands is not None and sector_of(stands["house"]) is not None
        if place.certain and (ours or _HOME.search(text[max(0, place.start - 60) : place.start])):
            yield Volunteered("organisation.country", place.code, place.start, place.end, SURE)
            return


def _house_s(text: str, found: re.Match[str], at: int) -> Volunteered:
    """The name of a house; behind "of" a place alone is none."""
    name = Span(at + found.start("house"), at + found.end("house"), found["house"])
    whole = whole_house(text, name) or name
    return Volunteered("organisation.name", whole.text, whole.start, whole.end, SURE)


def _told(key: str, found: re.Match[str], group: str, at: int) -> Volunteered:
    return Volunteered(key, found[group], at + found.start(group), at + found.end(group), SURE)
