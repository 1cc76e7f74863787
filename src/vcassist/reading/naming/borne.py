"""Names of the register that something else bears: a school, a boat, a wind, a newsletter that is called like a tool. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from vcassist.interview.turns_of_phrase import TOOL
from vcassist.reading.text import Span, sentences

_I = re.I
_NAME = r"(?-i:(?!(?:There|Here|It|This|That|These|Those|He|She|Who|What|Which|Where|Our|My|The|An?|In|On|At|And|But|So|Then|Now|His|Her|Their|Everybody|Nobody|Next|One|First|Second)\b)[A-ZÀ-ÖØ-Þ][\w’-]*(?: (?:[A-ZÀ-ÖØ-Þ]|\d)[\w’-]*){0,2})"
# What people give names to and what is no software: beasts, what drives or floats, weather and stars, papers and groups, rooms.
_THING = (
    r"(?:dogs?|cats?|horse|mare|pony|donkey|mule|cow|bull|goat|sheep|camel|parrot|bird|hen|cockerel|rooster|turtle|fish|eagle|hawk|"
    r"boat|ship|ferry|yacht|canoe|dinghy|trawler|bus|van|lorry|truck|car|jeep|tractor|bicycle|bike|motorbike|train|tram|plane|helicopter|"
    r"wind|storm|hurricane|typhoon|cyclone|star|constellation|star sign|zodiac sign|sign of the zodiac|planet|comet|month|"
    r"newsletter|newspaper|magazine|bulletin|gazette|paper|song|hymn|choir|band|orchestra|football club|team|club|album|novel|book|play|perfume|wine|beer|dish|cocktail|soap|"
    r"river|lake|hill|mountain|island|street|road|square|field|bay|beach|"
    r"café|cafe|pub|bar|restaurant|hotel|shop|bakery|room|hall|corner|ward|building|barn|kitchen|canteen|garden)"
)
# What is an organisation by the name it bears; its own name may be that.
_HOUSE = r"(?-i:Academy|School|College|University|Hospital|Clinic|Centre|Center|Library|Institute|House|Church|Parish|Foundation|Trust|Society|Street|Road|Avenue|Square|Hall|Hotel|Café|Cafe|Farm|Cooperative|Club|Association|Primary|Secondary|Nursery|Kindergarten|Singers|Choir|Band|Players|Rovers|United|FC|Scouts|Lodge|Inn|Estate|Village|Bay|Hill|Island|River|Lake|Beach|Harbour|Cinema|Theatre|Gallery|Museum|Stadium|Radio|Gazette|Herald)"
_BEARS = r"(?:called|calls? (?:it|them)sel(?:f|ves)|named|christened|dubbed|baptised|baptized|nicknamed|titled|bears? the name(?: of)?|goes by the name(?: of)?|by the name of|with the name)"
_TOOLS = rf"{TOOL}|helper|model|ai|thing|one|service|plug-?in"
_TOOL = rf"(?:{_TOOLS})"
_BETWEEN = rf"(?:,? (?!{_TOOL}\b)[\w’'-]+){{0,3}}?"
_BORNE = (
    # "A dog here called Claude", "our ferry bears the name Gemini".
    re.compile(rf"\b{_THING}{_BETWEEN},? {_BEARS} (?:the )?[\"'“‘«]?(?P<name>{_NAME})", _I),
    # "The café on it is the Copilot", "our newsletter's name is Mistral".
    re.compile(rf"\b{_THING}(?: (?:on|in|of|by) [\w’'-]+(?: \w+)?)?(?: is (?:called )?(?:the )?|['’]s name is )(?:the )?[\"'“‘«]?(?P<name>{_NAME})(?=\W*(?:$|[.,;!?]))", _I),
    # "Mistral is the wind that …", "Whisper is what we name our reading corner", "Falcon? That's the bird on our flag".
    re.compile(
        rf"(?P<name>{_NAME})(?:,| is| was|\?+ (?:that|it)(?:['’]s| is| was))(?: also| only| just)* (?:(?:the name|what (?:we|people|they|i|everybody) (?:call(?:ed)?|name[ds]?|calls|christened|bapti[sz]ed|dubbed|nicknamed))(?: of)? )?(?:the|a|an|our|my|his|her|their)(?: (?!{_TOOL}\b)[\w’'-]+){{0,2}}? {_THING}\b(?! (?:assistant|tool|app|model|bot|software))",
        _I,
    ),
    # "Gemini, by star sign".
    re.compile(rf"(?P<name>{_NAME}),? by (?:star sign|birth|marriage|zodiac|constellation)\b", _I),
)  # fmt: skip
_WITHIN_A_NAME = re.compile(rf" (?:(?-i:[A-ZÀ-ÖØ-Þ])[\w’-]* )?{_HOUSE}\b")


def names_of_things(message: str) -> Iterator[Span]:
    """Where a message tells what else than software bears a name: those words and, everywhere else, the name; ``text`` is the name."""
    names = set()
    for pattern in _BORNE:
        for found in pattern.finditer(message):
            names.add(found["name"])
            yield Span(found.start(), found.end(), found["name"])
    for name in names:
        for said in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", message):
            yield Span(said.start(), said.end(), name)


# Who bears a name in a house: people by what they do there or whose kin they are.
_ANY_TOOL = re.compile(
    rf"\b(?:{_TOOLS}|tools|apps|(?:chat)?bots|models|it|its|outputs?|results?|drafts?|summar\w+|translat\w+|transcri\w+|captions?|generat\w+|suggest\w+|answers?|repl(?:y|ies)|computer\w*|machine\w*|data)\b",
    _I,
)
_PERSON = r"(?:treasurer|caretaker|janitor|cook|nurse|doctor|teacher|secretary|chair(?:man|woman|person)?|director|head(?:master|mistress|teacher)?|priest|pastor|vicar|rabbi|imam|driver|gardener|librarian|accountant|bookkeeper|volunteer|intern|trainee|apprentice|colleague|manager|president|founder|owner|receptionist|cleaner|technician|coach|trainer|midwife|archivist|curator|electrician|lawyer|bursar|porter|guard|usher|uncle|aunt|cousin|nephew|niece|brother|sister|husband|wife|son|daughter|grand(?:son|daughter|father|mother)|neighbou?r|friend|boss|mayor|clerk|(?:wo)?man|lad|girl|boy|lady)"
_A_PERSON = re.compile(
    rf"(?P<name>{_NAME})(?:(?P<aside>,)| is| was) (?:our|the|my|his|her|their|a|an) (?:(?!{_TOOL}\b)[\w’'-]+ ){{0,3}}?{_PERSON}\b(?! (?:assistant|tool|app|bot|helper|software))"
    # Who does something is no apposition: "from Kora, my nephew took it from there".
    r"(?(aside)(?=\s*(?:[,.;:!?)–—-]|$)|\s(?:who|at|in|of|from|and)\b))"
    rf"|\b(?:our|my) (?:(?!{_TOOL}\b)[\w’'-]+ )?{_PERSON},? (?P<called>{_NAME})(?=\s|[,.;!?])",
    _I,
)


def told_of_persons(message: str, names: Collection[str], unasked: bool) -> Iterator[tuple[int, int]]:
    """The sentences that tell what a person does who is called like a tool ("Claude, our treasurer, goes through the receipts").

    Where a message names no tool at all, of nobody's work it is known that a tool has a part in it.
    """
    no_tool = unasked and not names and not _ANY_TOOL.search(message)
    for part in sentences(message):
        found = _A_PERSON.search(part.text)
        if found and ((no_tool and found["name"]) or (found["name"] or found["called"]) in names):
            yield part.start, part.end


def is_part_of_a_house(text: str, end: int) -> bool:
    """True when a name goes on to be that of a house or a street ("Gemini Academy"), which is no tool's."""
    return _WITHIN_A_NAME.match(text, end) is not None
