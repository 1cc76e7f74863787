"""Orders and statements that give a tool another name: "rename Ollama to Scriba", "the name is Justa", "take that as its name". Pure.

Forms only, and only for tools. The tool is the one whose old name stands there, the one that is asked about, or the only one there is;
where that leaves it open, nothing is renamed. What was told of the tool stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vcassist.chain.facts import Chain, Fact, field_of
from vcassist.interview.answers.offered import in_offered_words
from vcassist.interview.corrections.correcting import adds
from vcassist.interview.removals.order_forms import BEGINS, LONGEST, led
from vcassist.interview.removals.removing import Wish
from vcassist.interview.session import Session
from vcassist.interview.turns_of_phrase import TOOL

_I = re.I
MADE = rf"(?:{TOOL}|product|thing|service)"
_TOOL = rf"(?:the|our|that|this|my) (?:ai |whole |actual )?{MADE}(?: itself)?"
_BIG = r"[A-ZÀ-ÖØ-Þ0-9](?:[\w.+-]*[\w+])?"
# A name has a capital or a figure, or stands in quotation marks; a few small words may stand between its words.
PROPER = rf"(?:[“\"„«‘'](?P<quoted>[^”\"»’'\n]{{2,40}})[”\"»’']|(?P<plain>(?-i:(?:{_BIG}|[a-z]+[A-Z]\w*)(?: (?:(?:de|of|the|la|del|and|for) )?{_BIG}){{0,3}})))"
_ANY = (
    r"(?:[“\"„«‘'](?P<quoted>[^”\"»’'\n]{2,40})[”\"»’']|(?P<plain>\w(?:[\w.+-]*[\w+])?(?: \w(?:[\w.+-]*[\w+])?){0,3}?))"
)
_ADVERB = r"(?:(?:really|actually|now|in fact|just|simply|properly|officially|always|of course) )*"
_REAL = r"(?:(?:real|right|correct|proper|actual|true|official|new|full|own) )?"
END = r"(?=\W*$|\s*[.,;:!?\n)–—]|\s+(?:instead|please|pls|now|from now on|and|but|in (?:the|your|that|this)|not|if|for (?:me|us|it)|everywhere|rather|then|because|as|since|with)\b)"
_LEAD = led(
    r"no|oh|ah|ok(?:ay)?|sorry|wait|please|pls|kindly|just|well|right|then|now|but|and|so|also",
    r"said|meant|want(?: you)? to|would like(?: you)? to",
    rf"{BEGINS}|\b(?:and|but|so|please)\b",
    "|let us",
)
_IT = rf"(?:it|that|this|that one|this one|{_TOOL})"
# "In the office people say X. Take that as its name."
_TAKEN_AS = re.compile(
    rf"{_LEAD}(?:take|use|write|put|note|have) (?:it|that|this)(?: down)? (?:as|for) (?:its|the|a) (?:tool['’]s )?name\b",
    _I,
)
# How an order names the tool that is to be called otherwise; behind it the new name.
_ORDERED = (
    rf"{_LEAD}(?:rename|re-name|relabel) (?:(?P<old>{{old}})|{_IT})?(?: ?(?:to|into|as|from now on|:))? ?(?:be )?{_ANY}{END}",
    rf"{_LEAD}change (?:the|its|that|this|our) name(?: of (?:(?P<old>{{old}})|{_IT}))?(?: (?:to|into)) {_ANY}{END}",
    rf"{_LEAD}change (?P<old>{{old}}) (?:to|into) {PROPER}{END}",
    rf"{_LEAD}(?:call|name) (?:(?P<old>{{old}})|{_IT}) {PROPER}(?: instead of (?:{{old}}))?{END}",
)
# What says how a tool is called.
_SAID = (
    rf"\b(?:the|its|(?:the|our|that) {MADE}['’]s) {_REAL}name {_ADVERB}(?:is|was|should be|reads|should read) {_ADVERB}{PROPER}{END}",
    rf"\bname is {_ADVERB}(?:still )?(?:wrong|not right|not correct|incorrect|false|mistaken)\b[^\n]{{0,80}}?\b(?:it(?:['’]s| is)|should be|the right (?:one|name) is) {_ADVERB}{PROPER}{END}",
    rf"{PROPER},? (?:that )?(?:is|['’]s|was) {_ADVERB}(?:its|the) {_REAL}name\b(?: of (?:the|our) {MADE}\b)?",
    rf"{PROPER}, (?:that|this)(?: is|['’]s) (?:its|the) {_REAL}name\b",
    rf"\b{_TOOL} (?:is|was) {_ADVERB}called {PROPER}{END}",
    rf"\b(?P<old>{{old}}) should (?:really |rather )?be called {PROPER}{END}",
    # "Koha is only the catalogue. The AI is Buchtipp": what bore the name is something else.
    rf"(?<!\w)(?P<old>{{old}}) (?:is|was) (?:only |just )?(?:the|our|an?) (?!(?:ai|{MADE})\b)[a-z][\w -]{{2,30}}[.,;]\W{{0,3}}(?:(?:but|and) )?(?:(?:the|our) )?(?:ai|(?:ai |actual |real ){MADE})(?: itself| part)? is (?:called )?{PROPER}{END}",
)
# "It bears the name X, although colleagues, to my regret, call it Y": the nickname is not its name.
_CONCEDED = re.compile(r"\b(?:although|though|whereas|even if|albeit)\b[^.!?;\n]*$", _I)
_NO_NAME = re.compile(
    r"(?:yes|no|partly|not|never|always|sometimes|it|that|this|the same|something else|else|anything|what\w*|so|i|we|you|they|he|she|in the)\b.*",
    _I,
)


@dataclass(frozen=True, slots=True)
class Naming:
    """The tool that is to be called ``name``, which stands at ``start``–``end``; the words in ``span`` say so."""

    component: str
    name: str
    start: int
    end: int
    span: tuple[int, int]


def renamed_in(said: str, session: Session, number: int) -> Wish | None:
    """What a message comes to that gives a tool another name, or its first; None where it does not plainly say so."""
    naming = naming_in(said, session.chain, session.asked) or _model_in(said, session.chain)
    if naming is None:
        return None
    return Wish((), "", (naming.span,), instead=(named(naming, said, number),))


def named(naming: Naming, said: str, number: int) -> Fact:
    quote = said[naming.start : naming.end]
    return Fact(f"{naming.component}.name", "known", naming.name, quote, naming.start, naming.end, number)


def named_tools(chain: Chain) -> dict[str, str]:
    """The tools that have a name, by their ids."""
    return {c: name for c in chain.mentioned("application") if (name := chain.value(f"{c}.name"))}


def called(component: str, place: re.Match[str], span: tuple[int, int]) -> Naming:
    """The naming of a tool by the name that stands at a place of ``PROPER``."""
    group = _group(place)
    return Naming(component, place[group], *place.span(group), span)


def _group(place: re.Match[str]) -> str:
    return "quoted" if place["quoted"] else "plain"


def naming_in(said: str, chain: Chain, asked: str | None) -> Naming | None:
    """The tool that a message gives another name, or its first one; None where it asks, adds one, or leaves open which."""
    if len(said) > LONGEST:
        return None
    titles = named_tools(chain)
    for found, order in _found(said, titles, asked):
        name, old = found[_group(found)], found.groupdict().get("old")
        if _NO_NAME.fullmatch(name):
            continue
        if _CONCEDED.search(said, 0, found.start()):
            continue
        asks = re.match(r"[^.!;\n?]*\?", said[found.end() :])
        if not order and (asks or adds(said) or (asked and in_offered_words(name, asked, 0))):
            continue
        component = _of(old, chain, titles, asked)
        if not old and _of_ourselves(said, found.end(), chain, asked):
            return called("organisation", found, found.span())
        if component is None or name.casefold() in (t.casefold() for t in titles.values()):
            continue
        return called(component, found, found.span())
    return _taken_as(said, chain, titles, asked)


# "Golden Hands is the name, we are about 12": who goes on with themselves has said what they are called.
_WE = re.compile(r"\W{1,3}(?:and |so )?(?:we|there)(?:['’]?re| are)\b|\W{1,3}(?:it['’]?s|it is) (?:us|our \w+)\b", _I)


def _of_ourselves(said: str, end: int, chain: Chain, asked: str | None) -> bool:
    """Whether a name is the organisation's, which has none yet, and not that of a tool which has one."""
    asks_a_name = asked is not None and asked.endswith(".name") and asked != "organisation.name"
    return (
        not asks_a_name
        and chain.get("organisation.name") is None
        and bool(named_tools(chain))
        and _WE.match(said, end) is not None
    )


# How the one model is called that is noted: a word that could also tell how it is has no figure, hyphen or second capital.
_MODEL_IS = (
    rf"\bthe (?:ai |language )?model(?:['’]s name| itself)? (?:is|was) {_ADVERB}called {PROPER}{END}",
    rf"\bthe (?:ai |language )?model(?:['’]s name| itself)? (?:is|was) {_ADVERB}(?=[\"“'‘]|(?-i:[\w.]*(?:-|\d|[a-z][A-Z]|[A-Z]{{3}}))){PROPER}{END}",
    rf"(?<!\w)(?:{{old}})(?!\w)[^.;!?\n]{{0,50}}\bnot (?:really )?(?:the|its|our) name\b[^\n]{{0,40}}?\b(?:keep|take|write|put|use|it['’]s|it is|name is) {PROPER}{END}",
)


def _model_in(said: str, chain: Chain) -> Naming | None:
    """The other name that a message gives the one model of the one tool; None where it tells of a further one, asks, or says the same."""
    models = {c: name for c in chain.mentioned("model") if (name := chain.value(f"{c}.name"))}
    if len(models) != 1 or len(chain.mentioned("application")) > 1 or len(said) > LONGEST:
        return None
    ((component, old),) = models.items()
    for form in _MODEL_IS:
        place = re.search(form.replace("{old}", re.escape(old)), said, _I)
        if place is None or re.match(r"[^.!;\n?]*\?", said[place.end() :]):
            continue
        begins = max((m.end() for m in re.finditer(r"[.!?;\n]\s", said[: place.start()])), default=0)
        if adds(said[begins : place.end()]):
            continue
        if place[_group(place)].casefold() != old.casefold():
            return called(component, place, place.span())
    return None


def _found(said: str, titles: dict[str, str], asked: str | None) -> Iterator[tuple[re.Match[str], bool]]:
    """The places where a message names a tool anew, with whether it orders that."""
    old = "|".join(re.escape(t) for t in sorted(titles.values(), key=len, reverse=True)) or r"(?!)"
    for form in _ORDERED:
        for place in re.finditer(form.replace("{old}", old), said, _I):
            yield place, True
    if _asks_another_name(asked):
        return
    for form in _SAID:
        for place in re.finditer(form.replace("{old}", old), said, _I):
            yield place, False


def _asks_another_name(asked: str | None) -> bool:
    """Whether the question on the table takes the name of something else: a model, a supplier, the organisation, a person."""
    return asked is not None and field_of(asked).type in ("entity", "text") and not asked.endswith("application.name")


def _of(old: str | None, chain: Chain, titles: dict[str, str], asked: str | None) -> str | None:
    """The tool that is meant: that of the old name, the one asked about, the only one, or the only one without a name."""
    if old is not None:
        return next(c for c, title in titles.items() if title.casefold() == old.casefold())
    tools = chain.mentioned("application")
    component = (asked or "").partition(".")[0]
    if component in tools or len(tools) < 2:
        return component if component in tools else (*tools, chain.first("application"))[0]
    nameless = [c for c in tools if c not in titles]
    return nameless[0] if len(nameless) == 1 else None


def _taken_as(said: str, chain: Chain, titles: dict[str, str], asked: str | None) -> Naming | None:
    """ "In the office people say X. Take that as its name": the name that stood last before the order."""
    order = _TAKEN_AS.search(said)
    before = [m for m in re.finditer(PROPER, said[: order.start()]) if not _begins(said, m)] if order else []
    component = _of(None, chain, titles, asked)
    if order is None or not before or component is None:
        return None
    last = before[-1]
    return called(component, last, (last.start(), order.end()))


def _begins(said: str, name: re.Match[str]) -> bool:
    """Whether a capital tells nothing, because a sentence begins with it and goes on."""
    opens = re.search(r"(?:^|[.!?\n])\s*$", said[: name.start()]) is not None
    return opens and re.match(r"\s+[a-z]", said[name.end() :]) is not None
