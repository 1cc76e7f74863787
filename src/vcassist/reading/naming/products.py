"""Where a message speaks of a tool by what it makes or works on: "the letters always, the translations never". Pure.

People call a tool by its work more often than by its name. Whose a thing is, the purposes and names of the tools tell: a word counts only
where it is that of one tool alone. Who is served is no such word: "the families are told" is said of whatever was asked about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from vcassist.chain.facts import Chain
from vcassist.reading.naming.told_with_names import told_with_name
from vcassist.reading.text import LITTLE_WORDS, WORD

_I = re.I
# Letters that two words share from their beginning, at least, to be of one root: "translations" and "translates".
SHORTEST_ROOT = 4
# Letters behind the root that one word may have: "letters" are no "lettuce", "forms" no "formalities".
LONGEST_END = 5
# How often one message may speak of a thing before the rest is passed over.
MOST_FOUND = 100
# Behind these stand in a purpose those for whom something is done, and where: "letters for the office", "talks with the families".
_FOR_WHOM = re.compile(r"\b(?:for|to|with|from|of|by|at|into|in|on|who|that|which|so)\b", _I)
# "X-ray" is one word.
_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]{2,}")
# What every tool is for in some way tells nothing of one.
_LITTLE = LITTLE_WORDS | {
    "text", "texts", "data", "tool", "app", "things", "work", "help", "helps", "use", "uses", "about", "make", "makes",
    "writing", "write", "writes", "reading", "read", "reads", "put", "puts", "get", "gets", "give", "gives", "answers",
    "people",
}  # fmt: skip
PERSONS = frozenset(
    {
        "child", "children", "pupil", "pupils", "student", "students", "patient", "patients", "parent", "parents", "family",
        "families", "mother", "mothers", "woman", "women", "man", "men", "girl", "girls", "boy", "boys", "client",
        "clients", "customer", "customers", "guest", "guests", "visitor", "visitors", "caller", "callers", "member",
        "members", "donor", "donors", "volunteer", "volunteers", "nurse", "nurses", "doctor", "doctors", "teacher",
        "teachers", "farmer", "farmers", "refugee", "refugees", "migrant", "migrants", "citizen", "citizens", "resident",
        "residents", "applicant", "applicants", "user", "users", "worker", "workers", "staff", "colleague", "colleagues",
        "team", "office", "officer", "officers", "public", "owner", "owners", "buyer", "buyers", "reader", "readers",
        "listener", "listeners", "learner", "learners", "speaker", "speakers", "tenant", "tenants", "elder", "elders",
        "neighbour", "neighbours", "employee", "employees", "participant", "participants", "patron", "patrons", "fisher",
        "fishers", "lawyer", "lawyers", "judge", "judges", "person", "persons", "everybody", "nobody",
    }
)  # fmt: skip
_THE = r"(?:the|our|those|these|my|all|every|each)"
_FRAME = r"(?:(?:as\s)?(?:for|with|about|regarding|concerning|in|on|of)\s)"
# A thing that heads its clause: "For the letters, …", "the posters always", "only the letters …".
_HEADS = re.compile(
    rf"(?:^|[.;:!?,\n–—-]\s{{0,3}}|\b(?:and|but|while|whereas|only|then)\s)(?:(?:and|but|only|well|then|yes|no|listen|also|just)[\s,:]\s?){{0,3}}"
    rf"(?P<frame>{_FRAME})?(?P<all>{_THE}\s(?:(?!{_THE}\b)[a-z]{{2,}}\s){{0,2}}?(?P<thing>[a-z][a-z-]{{1,}}[a-z]))"
    r"(?=\s?[,:–—.;!?-]|\s*$|\s(?:yes|no|always|never|partly|sometimes|not|is|are|was|were|do|does|did|don['’]t|has|have|had|can|cannot|will|it|i|we|they|nobody|no|one|somebody|everybody|only|just|isn['’]t|aren['’]t|carry|carries|get|gets|go|goes|stay|need|needs)\b)",
    _I,
)
# Things that are set before whoever does something with them: "the x-rays a dentist always looks at".
_SET_FIRST = re.compile(
    rf"(?:^|[.;:!?\n]\s{{0,3}}|\b(?:and|but|while|whereas)\s)(?P<all>{_THE}\s(?P<thing>[a-z][a-z-]{{1,}}s))(?=\s(?:an?|the|my|our|you|he|she|every|each)\b)",
    _I,
)
# Things that head their clauses, whatever they do in them: only where two are set against each other.
_AGAINST = re.compile(
    rf"(?:^|[.;:!?\n]\s{{0,3}}|,\s(?:and|but|while)\s|\b(?:and|but|while|whereas)\s){_FRAME}?(?P<all>{_THE}\s(?P<thing>[a-z][a-z-]{{2,}}s))(?=\s[a-z])",
    _I,
)
# What belongs to a thing heads its clause: "On the screen of the test it is written", "the readers of the posters are not told".
_OF = re.compile(
    rf"(?:^|[.;:!?\n]\s{{0,3}}|\b(?:and|but|while|whereas)\s){_FRAME}?(?P<all>{_THE}\s[a-z][a-z-]+\s(?:of|behind|under|beside|in|on)\s{_THE}\s(?P<thing>[a-z][a-z-]{{1,}}[a-z]))"
    r"(?=\s?[,:–—.;!?-]|\s*$|\s(?:is|are|was|were|do|does|did|don['’]t|has|have|had|can|cannot|will|it|i|we|they|nobody|no|one|somebody|everybody|only|just|isn['’]t|aren['’]t|get|gets|know|knows)\b)",
    _I,
)
# A thing that labels its answer, or that an answer is framed for: "Notes: I read every one", "for homework yes".
_LABELS = re.compile(
    rf"(?:^|[.;!?,\n]\s{{0,3}})(?:(?:and|but)\s)?(?P<all>(?:{_FRAME})?(?P<thing>[a-z][a-z-]{{1,}}[a-z]))(?=\s?[:=]\s)"
    rf"|(?:^|[.;!?,\n]\s{{0,3}}|\b(?:and|but)\s){_FRAME}(?P<framed>[a-z][a-z-]{{1,}}[a-z])(?=,?\s(?:yes|no|nope|always|never|partly|sometimes|nobody|everybody|also|too)\b)",
    _I,
)
# Things that stand bare right before their answer: "the tests always, timetables never".
_BARE = re.compile(
    r"(?:^|[.;:!?,\n]\s{0,3}|\b(?:and|but)\s)(?P<all>(?:(?!(?:and|but|then|only|yes|no|not|the|our|those|these|all|my|every|each|for|with|about|of|on|in|as)\b)[a-z]{3,} )?(?P<thing>[a-z][a-z-]{2,}s))(?=\s(?:yes|no|always|never|partly|sometimes)\b)",
    _I,
)
# People who head a clause.
_PEOPLE = re.compile(
    rf"(?:^|[.;:!?\n]\s{{0,3}}|,\s(?:and|but|while)\s|\b(?:and|but|while|whereas)\s){_FRAME}?(?P<all>{_THE}\s(?P<thing>[a-z][a-z-]{{2,}}s|children|women|men|people))(?=\s[a-z])",
    _I,
)
# A thing that somebody checks: "the sisters read every letter", "nobody checks the translations".
_CHECKED = re.compile(
    rf"\b(?:checks?|reads?|re-?reads?|reviews?|looks?(?: at| over| through)?|goes? (?:over|through)|proofreads?|corrects?|verif(?:y|ies)|approves?|signs? off|controls?)\s(?P<all>{_THE}\s(?:(?:single|finished|last)\s)?(?P<thing>[a-z][a-z-]{{1,}}[a-z]))\b(?!\s(?:of|from|by)\b)",
    _I,
)


@dataclass(frozen=True, slots=True)
class Product:
    """Words at ``start``–``end`` that mean what a tool makes."""

    start: int
    end: int
    component: str


def products(message: str, chain: Chain, kind: str = "application") -> Iterator[Product]:
    """Each place where a message speaks of what one of several tools makes or works on."""
    tools = chain.mentioned(kind)
    if len(tools) < 2:
        return
    work = {tool: words_of_work(tool, chain) for tool in tools}
    found = [
        (_place(m), whose(m[m.lastgroup if m.lastgroup == "framed" else "thing"].lower(), work))
        for form in (_HEADS, _SET_FIRST, _OF, _LABELS, _BARE, _CHECKED)
        for m in islice(form.finditer(message), MOST_FOUND)
    ]
    spoken = {near[0] for _, near in found if len(near) == 1}
    against = [(m.span("all"), whose(m["thing"].lower(), work)) for m in islice(_AGAINST.finditer(message), MOST_FOUND)]
    if len(spoken | {near[0] for _, near in against if len(near) == 1}) > 1:
        found += against
    found += _of_persons(message, chain, tools, spoken)
    alone = {near[0] for _, near in found if len(near) == 1}
    given = set[int]()
    for (start, end), near in found:
        # What both make, set against what one alone makes, is the other's: "the letters always, the translations never".
        left = [tool for tool in near if tool not in alone] if len(near) == len(tools) else near
        if len(left) == 1 and start not in given:
            given.add(start)
            yield Product(start, end, left[0])


def _of_persons(
    message: str, chain: Chain, tools: Sequence[str], spoken: Collection[str]
) -> list[tuple[tuple[int, int], list[str]]]:
    """Where people head a clause whom one tool alone was told to serve, set against what was said of another: "the dancers know it"."""
    told = {tool: _served(tool, chain) for tool in tools}
    found = [
        (m.span("all"), whose(m["thing"].lower(), told, persons=True))
        for m in islice(_PEOPLE.finditer(message), MOST_FOUND)
    ]
    # Who is served is said of whatever was asked about, unless the message tells the tools apart by it.
    several = len({*spoken, *(near[0] for _, near in found if len(near) == 1)}) > 1
    return [(place, near) for place, near in found if len(near) == 1] if several else []


def _served(tool: str, chain: Chain) -> Mapping[str, bool]:
    """The words in which was told whom a tool touches or serves."""
    affected = chain.get(f"{tool}.affected_people")
    purpose = str(chain.value(f"{tool}.purpose") or "")
    away = _FOR_WHOM.search(purpose)
    beside = told_with_name(tool, chain)
    words = f"{affected.quote if affected else ''} {purpose[away.start() :] if away else ''} {beside}"
    name = str(chain.value(f"{tool}.name") or "").casefold()
    return {w.lower(): True for w in WORD.findall(words) if w.lower() not in (*_LITTLE, name)}


def _place(found: re.Match[str]) -> tuple[int, int]:
    return found.span("framed" if found.lastgroup == "framed" else "all")


def words_of_work(tool: str, chain: Chain, persons: bool = False) -> Mapping[str, bool]:
    """The telling words of what a tool is for and called, each with whether it is what the tool itself makes; ``persons``: and whom it is
    about, which tells data apart."""
    purpose, name, what = (str(chain.value(f"{tool}.{field}") or "") for field in ("purpose", "name", "description"))
    purpose = purpose or what
    away = _FOR_WHOM.search(purpose, min(len(purpose), 4))
    told = [*WORD.finditer(purpose), *_HYPHENED.finditer(purpose)]
    words = {m[0].lower(): not away or m.start() < away.start() for m in told}
    words |= {w.lower(): True for w in (*WORD.findall(name), *_HYPHENED.findall(name))}
    return {w: own for w, own in words.items() if w not in _LITTLE and (persons or w not in PERSONS)}


def whose(thing: str, work: Mapping[str, Mapping[str, bool]], persons: bool = False) -> list[str]:
    """The tools whose work a thing is, more than that of any other."""
    if (thing in PERSONS and not persons) or thing in _LITTLE:
        return []
    nearness = {
        tool: max((_kinship(thing, w, own) for w, own in words.items()), default=0) for tool, words in work.items()
    }
    best = max(nearness.values())
    return [tool for tool, much in nearness.items() if best and much == best]


def _kinship(one: str, other: str, own: bool) -> int:
    """How many letters two words share from their beginning, where they are of one root; more for what a tool itself makes."""
    if one.removesuffix("s") == other.removesuffix("s"):
        # "Bed" and "beds", however short.
        return 2 * len(other) + own
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    ends = max(len(one), len(other)) - shared
    return 0 if shared < SHORTEST_ROOT or ends > LONGEST_END else 2 * shared + own
