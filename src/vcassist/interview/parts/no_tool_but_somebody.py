"""Somebody who was taken for a tool: "no, Sónia is my receptionist", "Sónia is a woman, not a program", "she is a human being". Pure.

Asked whether a name is another tool's, such words say no. Where the name is noted already, they take it out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from vcassist.chain.facts import Chain, Fact, checked_value
from vcassist.given_names import is_given_name
from vcassist.interview.removals.removing import LONGEST_WISH, Wish
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Session
from vcassist.interview.turns_of_phrase import IS_ME

_I = re.I
# Nobody says these of a tool, but in jest.
HUMAN = r"(?:person|human(?: being)?|woman|women|man|girl|boy|lady|gentleman|chap|bloke|guy|nephew|niece|cousin|son|daughter|wife|husband|mother|father|mum|dad|brother|sister|uncle|aunt(?:ie)?|grand(?:son|daughter|mother|father))"
# A trade may be said of a tool ("it is our secretary"), so it takes a given name or "she" beside it.
_TRADE = r"(?:somebody|someone|friend|neighbou?r|colleague|co-?worker|boss|employee|staff member|member of (?:the |our )?staff|volunteer|intern|trainee|apprentice|[\w-]*(?:ist|nurse|ary|teacher|doctor|clerk|manager|worker|keeper|keep|er|or|ian|vet|cook|driver|midwife|accountant|assistant|director|founder|chair|chairman|head|treasurer|president|pastor|priest|imam|lawyer))"
# Nor of a tool, unless it is a tool of that place.
_PLACE = r"(?:place|village|town|city|district|region|province|county|state|valley|mountains?|river|lake|island|street|quarter|neighbou?rhood|hamlet|settlement|area|country|language|church|mosque|market|disease|medicine|patient)(?=\W*$|\s*[.,;:!?–—]|\s(?:in|near|of|where|here|there|and|up|not)\b)"
_NOT_A_TOOL = r"(?:not|n['’]t|never) (?:an? |any |another |one more )?(?:tool|program(?:me)?|app(?:lication)?|software|machine|system|robot|bot|computer|product|thing|AI)"
_QUITE = r"(?:(?:just|only|really|actually|simply|of course|obviously|in fact|also|now|still)[ ,]+){0,3}"
_WHOSE = r"(?:(?:a|an|my|our|the|his|her|their|one of (?:my|our|the)) (?:(?!not\b)[\w’'-]+ ){0,3}?)"
_IS = r"(?:['’]s|,? is|,? was| are)"
_IS_SOMEBODY = rf"{_IS} {_QUITE}(?:{_WHOSE}?(?:{HUMAN}\b|{_PLACE})|{_NOT_A_TOOL}\b|{IS_ME})"
_HAS_A_TRADE = rf"{_IS} {_QUITE}{_WHOSE}{_TRADE}\b(?! (?:tool|app|system|software|program))"
_SHE = re.compile(r"\b(?:she|he|her|him|hers|herself|himself)\b", _I)
_SHE_IS = re.compile(rf"\b(?:she|he){_IS} {_QUITE}(?:{_WHOSE}?(?:{HUMAN}|{_TRADE})\b|{_NOT_A_TOOL}\b)", _I)
# "She would laugh": of a tool nobody says so.
_SHE_DOES = re.compile(r"(?:^|[.,;:!?]\s)(?:(?:and|but|because|oh|haha) )?(?:she|he)(?:['’]s|['’]d|['’]ll| \w)", _I)
# What leads up to a no, and a no however it is said.
_LEAD = r"\W*(?:(?:(?:ha|he|hi){2,5}h?|hm+|oh|ah|ai|ay|oi|lol|well|sorry|god|dear|my|meu|deus|goodness|heavens?|please|but|and|look|listen|what|hey)\b\W*){0,6}"
_NO = re.compile(
    rf"{_LEAD}(?:no+|nope|nah|not (?:at all|really|a tool|another)|of course not|certainly not|never|wrong|it (?:is|was)(?: not|n['’]t)|isn['’]t|(?:she|he)(?:['’]s| is)(?: not|n['’]t)?)\b",
    _I,
)
# A part that only asks for it to go.
_AWAY = re.compile(
    r"\W*(?:(?:so|and|then|please|pls|now|just|no|will you|can you|could you)\W+){0,3}(?:take|delete|remove|strike|drop|cross|scrap|erase)\b[^.!?;\n]{0,40}\b(?:her|him|it|that|name|out|away|off)\b[^.!?;\n]{0,20}[.!]*\s*",
    _I,
)
# "Put Meta AI back."
_BACK = re.compile(
    r"\b(?:put|bring|give|take|turn|change) (?:the name )?[\"“'‘]?(?P<name>[\w&.’-]+(?: [\w&.’-]+){0,3}?)[\"”'’]? back\b",
    _I,
)
_POLITE = re.compile(r"\W*(?:(?:please|and|so|but)\W+)*(?:can|could|will|would) you\b", _I)
_HAS_TO_DO_WITH = re.compile(r"\b(?:of|for|behind|with|by|from|about|to) (?:the |our |this )?[\"“'‘]?$", _I)
_BELIEVED = re.compile(
    r"\b(?:thinks?|thought|believes?|believed|jok(?:es?|ed|ing)|calls?|called|imagines?|pretends?|acts?|says?|said|as (?:if|though)|like|feels?)(?: \w+)? (?:that )?(?:the |our )?$",
    _I,
)
LEAST_OF_TWO = 2
_A_QUESTION = re.compile(r"\?\W*$")


def says_no(said: str, name: str) -> bool:
    """Whether an answer to "is this another tool?" says no: with any no behind its cries, or by telling that the name is somebody's."""
    return _NO.match(said) is not None or _names_somebody(said, name) is not None or _SHE_DOES.search(said) is not None


_HOUSE = r"(?:company|firm|supplier|vendor|maker|seller|developer|manufacturer|provider|start-?up|spin-?off)"


def a_house_taken_for_a_tool(said: str, session: Session, number: int) -> Wish | None:
    """The noted tool of which a message says that it is the house behind another: it goes, and is who supplies that ("AgriSight is not a tool, it
    is the company behind LeafSure", "the company is AgriSight, the app is LeafSure").
    """
    chain = session.chain
    tools = chain.mentioned("application")
    if len(said.split()) > LONGEST_WISH or len(tools) < LEAST_OF_TWO or said.rstrip().endswith("?"):
        return None
    for component in tools:
        name = str(chain.value(f"{component}.name") or "")
        bearer = rf"(?<!\w){re.escape(name)}(?!\w)"
        told = name and re.search(
            rf"{bearer}[^.;!?\n]{{0,30}}?(?:['’]s|\bis|\bit['’]?s|\bit is|\bwas) {_QUITE}(?:the|our|a|an) (?:\w+ )?{_HOUSE}\b|"
            # "PaniTech is company", "PaniTech is not other tool. It is name of company who make JalMitra".
            rf"{bearer} (?:is|was) {_QUITE}(?:(?:the |a )?name of )?(?:the |our |an? )?{_HOUSE}\b(?! (?:built|made|managed|hosted|run))|"
            rf"{bearer}[^.;!?\n]{{0,60}}[.;!,]\s+(?:it|that|this|they)(?:['’]?s|['’]re| is| was| are) {_QUITE}(?:(?:the |a )?name of )?(?:the |our |an? )?{_HOUSE}\b|"
            rf"\b(?:the|our) {_HOUSE}(?:['’]s name)? (?:is|was) (?:called )?{bearer}",
            said,
            _I,
        )
        others = [c for c in tools if c != component]
        named = [c for c in others if (n := str(chain.value(f"{c}.name") or "")) and n.casefold() in said.casefold()]
        of = named if len(named) == 1 else others if len(others) == 1 else []
        if not told or not of:
            continue
        at = next(m.start() for m in re.finditer(bearer, said, _I))
        words = said[at : at + len(name)]
        supplier = f"{of[0]}.supplier"
        stands = chain.get(supplier)
        fact = Fact(supplier, "known", checked_value(supplier, name), words, at, at + len(words), number)
        instead = () if stands is not None and stands.says_the_same(fact) else (fact,)
        return Wish((component,), "application", (_part(said, told.start()),), instead=instead)
    return None


def denies_to_be_a_tool(name: str, said: str) -> bool:
    """Whether a message says of a name that it is no tool, or that it is a house: "Kalam is the company, not a tool"."""
    called = "|".join(map(re.escape, dict.fromkeys((name, name.split()[0])))) if name.strip() else ""
    if not called:
        return False
    denied = rf"(?<!\w)(?:{called})(?!\w){_IS}?(?: {_QUITE}|(?=n))(?:{_NOT_A_TOOL}|(?:the|our|a) (?:\w+ )?{_HOUSE})\b"
    return re.search(denied, said, _I) is not None


def taken_for_a_tool(said: str, session: Session) -> Wish | None:
    """The noted tools of which a message says that they are somebody, to be taken away with all that was noted of them."""
    if len(said.split()) > LONGEST_WISH:
        return None
    chain = session.chain
    found: dict[str, list[tuple[int, int]]] = {}
    for component in chain.mentioned("application"):
        name = str(chain.value(f"{component}.name") or "")
        place = _names_somebody(said, name) if name else None
        if place is not None and _BELIEVED.search(said[: place.start()]):
            # "Marta thinks ChatGPT is a guy".
            continue
        if place is None and name and _spoken_of(component, name, session):
            place = next((m for m in _SHE_IS.finditer(said) if _told(said, m)), None)
        if place is not None:
            found.setdefault(component, []).append(_part(said, place.start()))
    if not found or len(found) == len(chain.mentioned("application")) > 1:
        return None
    if (back := _named_before(said, found, session)) is not None:
        return back
    away = [m.span() for m in PART.finditer(said) if _AWAY.fullmatch(m[0])]
    spans = (*(s for places in found.values() for s in places), *away)
    return Wish(tuple(found), "application", tuple(dict.fromkeys(spans)))


def old_name_back(said: str, session: Session) -> Wish | None:
    """The name that a tool bore before, where a message orders it back: "put Kora back"; None where no tool bore it."""
    order = _BACK.search(said) if len(said.split()) <= LONGEST_WISH else None
    part = said[slice(*_part(said, order.start()))] if order else ""
    if order is None or (_A_QUESTION.search(part) and not _POLITE.match(part)):
        return None
    chain, (start, end) = session.chain, order.span("name")
    for component in chain.mentioned("application"):
        ref = f"{component}.name"
        before = _names_before(ref, chain)
        name = next((n for n in before if n.casefold() == order["name"].casefold()), None)
        if name is not None:
            return _called_again(ref, name, said, (start, end), (_part(said, start),), session)
    return None


def _names_before(ref: str, chain: Chain) -> list[str]:
    """What a tool was called before it got its present name, the earliest first."""
    return [str(f.value) for f in chain.history.get(ref, ()) if f.status == "known" and f.value != chain.value(ref)]


def _called_again(
    ref: str, name: str, said: str, place: tuple[int, int], spans: tuple[tuple[int, int], ...], session: Session
) -> Wish:
    start, end = place
    fact = Fact(ref, "known", checked_value(ref, name), said[start:end], start, end, session.next_number)
    return Wish((), "", spans, instead=(fact,))


def _named_before(said: str, found: Mapping[str, list[tuple[int, int]]], session: Session) -> Wish | None:
    """The name that the tool bore before somebody's was put on it: the tool itself stays, with all that is noted of it."""
    if len(found) != 1:
        return None
    ((component, places),) = found.items()
    ref = f"{component}.name"
    before = _names_before(ref, session.chain)
    if not before:
        return None
    name = before[-1]
    said_again = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said, _I)
    place = said_again.span() if said_again else places[0]
    spans = tuple(dict.fromkeys((*places, _part(said, place[0]))))
    return _called_again(ref, name, said, place, spans, session)


def _names_somebody(said: str, name: str) -> re.Match[str] | None:
    """Where a message tells of a name that it is a person's."""
    bearer = rf"(?<!\w){re.escape(name)}(?!\w)"
    for m in re.finditer(bearer + _IS_SOMEBODY, said, _I):
        strong = not re.search(_NOT_A_TOOL + r"\Z", m[0], _I) or _is_somebodys(name, said)
        if strong and _told(said, m):
            return m
    if not _is_somebodys(name, said):
        return None
    return next((m for m in re.finditer(bearer + _HAS_A_TRADE, said, _I) if _told(said, m)), None)


def _is_somebodys(name: str, said: str) -> bool:
    return any(map(is_given_name, name.split())) or _SHE.search(said) is not None


def _told(said: str, m: re.Match[str]) -> bool:
    """Whether words stand in no question, and of nothing that only has to do with what they name: "the developer of X is my nephew"."""
    start, end = _part(said, m.start())
    return not (_A_QUESTION.search(said[start:end]) or _HAS_TO_DO_WITH.search(said, start, m.start()))


def _part(said: str, at: int) -> tuple[int, int]:
    part = around(PART, said, at)
    return part.span() if part else (at, len(said))


def _spoken_of(component: str, name: str, session: Session) -> bool:
    """Whether "she" can be one that is noted as a tool: it was just asked about, and the name may be somebody's."""
    return (session.asked or "").partition(".")[0] == component and _may_be_somebodys(name, session.chain)


def _may_be_somebodys(name: str, chain: Chain) -> bool:
    return " " not in name.strip() and name.istitle() and len(chain.mentioned("application")) > 1
