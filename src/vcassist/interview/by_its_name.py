"""A yes, a no or a partly that is said of a matter by its name: "complaints: partly, not yes", "it is the contesting which is partly". Pure.

Forms only. Where a message names the matter, its value is of that matter and of no other, whatever question is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vcassist.chain.facts import Fact
from vcassist.interview.field_keys import NAMED_IN_TALK, STATED_IN_PASSING
from vcassist.interview.offered import NO, YES
from vcassist.interview.order_forms import LONGEST
from vcassist.interview.removing import Wish, is_named
from vcassist.interview.session import Session

_I = re.I
# A longer message, in words, is a story; more matters than these are a form that was filled in.
LONGEST_TOLD = 60
MOST = 3
_VALUE = r"(?:yes|no|partly|partially|partial|in parts?|only half|half|some)"
_ENDS = r"(?=\s*(?:$|[.,;:!?)\n–—]|-\s|\b(?:not|please|pls|instead|now|and|but|or|then|there|here|thanks?|because|since)\b))"
_ONLY = r"(?:(?:only|just|rather|really|actually|also|now|but|wholly|clearly|at (?:least|most|best)|a|of course) )*"
_IT_IS = r"(?:(?:it|that|this|which|he|she)(?:['’]s| is| was| should be| must be)|make (?:it|that)|put|write|note|say)"
_SET = r"(?:change|turn|set|correct|put|switch|amend) (?:it|that|this) (?:from \w+ )?(?:in)?to"
# "Not yes, it is partly", "not no but partly".
_NOT_BUT = rf"(?:not (?:a |just |only )?{_VALUE},? (?:(?:but|rather|and|so|no)\W+)*(?:{_IT_IS} )?)?"
_RIGHT = rf"{_NOT_BUT}{_ONLY}(?P<value>{_VALUE}){_ENDS}(?:,? or {_ONLY}(?P<other>{_VALUE}){_ENDS})?"
# What is set aside behind it, and the courtesies of an order.
_TAIL = rf"(?:,? (?:and )?not {_ONLY}{_VALUE}\b|,? (?:please|pls|thanks?|thank you|instead|now|of course|there|then))*"
_TOPIC = rf"(?P<topic>{'|'.join(p.pattern for p in NAMED_IN_TALK.values())})\b"
_THE = r"(?:(?:the|our|my|your|its|that|this) )?"
# What a sentence may begin with before the name of a matter.
_LEAD = (
    r"(?:^|[.!?;\n]\s{0,3})\W{0,3}(?:(?:and|so|but|no|oh|well|sorry|again|please|pls|just|also|then|once more|i repeat|correction|"
    r"(?:please )?(?:write|note|put|mark|record|set|change|correct|enter)(?: down)?(?: for)?|as (?:for|to)|for|about|on|regarding|concerning|with|"
    r"(?:(?:what|as|like) )?i (?:said|wrote|told you|answered|meant)(?: (?:before|earlier|already|once|twice))?(?: (?:about|on|of|for|regarding|concerning))?|my (?:\w+ )?(?:answer|word|remark|sentence|statement|note)s? (?:about|on|of|for|to|regarding|concerning))\b[\s,:–—-]{1,3}){0,4}"
)
_I_SAID = r"(?:,? ?(?:as )?i(?:['’]ve| have| had)? (?:said|told|wrote|say|repeat|meant|mean)\b[^.!?;:,\n]{0,40},?)?"
_LINK = rf"(?:[,:–—-]\s{{0,2}}(?:{_IT_IS} |{_SET} )?|(?:,? that)? (?:is|are|was|were|should be|must be|=) |,? {_SET} |(?: from \w+)? (?:in)?to )"
_FORMS = (
    # "Complaints: partly", "the appeal, I said, is only in part", "for the contesting: I told you, it is yes".
    rf"{_LEAD}{_THE}{_TOPIC}(?:[:,–—-]\s)?{_I_SAID}\s?{_LINK}{_RIGHT}{_TAIL}",
    # "It is the contesting which is partly", "…, but the contesting is partly".
    rf"(?:\b(?:it is|it['’]s) {_THE}|[,;]\s?(?:and|but|so|while) {_THE}){_TOPIC}(?:,? (?:which|that))?(?: is| are|:| –)? {_RIGHT}{_TAIL}",
    # "Put partly for the contesting", "partly for the contesting".
    rf"(?:^|[.!?;\n])\s{{0,9}}(?:(?:and|so|but|please|pls|just|kindly|then|no|i meant|you can|put|write|note|mark|make it|it is|it['’]s|down|an?)\W{{1,3}}){{0,5}}(?P<value>{_VALUE}) (?:for|on|about|to|as to|with|under) {_THE}{_TOPIC}(?=\W*(?:$|[.,;!?\n]|\bplease\b))",
)
_PLACES = tuple(re.compile(form, _I) for form in _FORMS)
# Who speaks of their own earlier words may name the matter by what is done.
_MENTIONS = {
    "application.appeal": r"(?:can|could|may|might|cannot|can not|able to) (?:\w+ )?(?:complain|contest|object|appeal)",
    "application.tells_people": r"(?:are|were|is|get|being) (?:\w+ )?(?:told|informed)",
    "application.labels_content": r"(?:is|are) (?:\w+ )?labell?ed",
    "storage.encrypted": r"(?:is|are) (?:\w+ )?encrypted",
    "governance.staff_trained": r"(?:is|are|was|were|been) (?:\w+ )?trained",
    "data.consent": r"(?:people|they|\w+s) (?:have |had )?(?:agreed|consented)",
}
_OWN_WORDS = re.compile(
    r"\b(?:i(?:['’]ve| have| had)? (?:said|told you|wrote|answered|claimed)|what i (?:said|wrote|told you)|my (?:\w+ )?(?:sentence|remark|answer|words?|statement|claim)s?|corrections?|i (?:was|got (?:it|that)) wrong|you(?:['’]ve| have| had)? (?:got |put |noted |written |wrote |have )?(?:it|that|this|them|me) (?:all )?wrong)\b",
    _I,
)
_SPOKEN_OF = {
    key: re.compile(rf"\b(?:{words.pattern}|{_MENTIONS.get(key, '(?!)')})\b", _I)
    for key, words in NAMED_IN_TALK.items()
}
# Matters of which a yes or no is plain, though nothing was said of them before; "incidents: no" may tell that there were none.
_SAID_FIRST = frozenset({*STATED_IN_PASSING, "data.personal_data", "application.tells_people"}) - {
    "monitoring.incident_process"
}
_CHANGED = re.compile(rf"\b(?:{_IT_IS}|{_SET}) {_RIGHT}{_TAIL}", _I)
# "…, in part." and a sentence behind that is nothing but the value.
_IN_PART_AT_LAST = re.compile(r",\s(?P<value>in parts?|partly|partially)\W*\Z", _I)
_BARE_BEHIND = re.compile(
    rf"\s{{0,3}}(?:(?:so|and|but|it is|it['’]s|that is|rather)\W{{1,3}}){{0,3}}(?P<value>{_VALUE})(?:,? (?:please|of course|then))?[.!]*\s*\Z",
    _I,
)
_WRONG = re.compile(r"\b(?:wrong|corrections?|mistaken?|not (?:right|true|correct|so))\b", _I)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")


@dataclass(frozen=True, slots=True)
class _Told:
    """A value at ``place`` that is said of the matter of ``key``; the words in ``span`` say nothing else."""

    key: str
    value: str | None
    place: tuple[int, int]
    span: tuple[int, int]


def said_by_its_name(tells: str, session: Session, number: int) -> Wish | None:
    """What a message notes of matters that it names; None where it names none, or only the one that was asked for."""
    if len(tells) > LONGEST or len(tells.split()) > LONGEST_TOLD or not session.chain.facts:
        return None
    put = session.awaiting is not None and session.awaiting.manner in ("confirm", "conflict")
    if put and (YES.match(tells) or NO.match(tells)):
        # A yes or no to what was put is heard first, with whatever it sets right beside.
        return None
    found: dict[str, Fact] = {}
    spans = []
    for told in list(_found(tells)) or list(_of_own_words(tells)):
        ref = _ref_of(told.key, tells, session)
        if ref is None or told.value is None or ref == session.asked:
            continue
        if ref not in session.chain.facts and told.key not in _SAID_FIRST:
            continue
        start, end = told.place
        found[ref] = Fact(ref, "known", told.value, tells[start:end], start, end, number)
        spans.append(told.span)
    if not found or len(found) > MOST:
        return None
    return Wish((), "", tuple(spans), instead=tuple(found.values()))


def _found(tells: str) -> Iterator[_Told]:
    """Where a value is said right of a matter's name."""
    for place in (m for form in _PLACES for m in form.finditer(tells)):
        key = next((k for k, p in NAMED_IN_TALK.items() if p.fullmatch(place["topic"])), None)
        if key is not None:
            yield _Told(key, _value_of(place), place.span("value"), place.span())


def _of_own_words(tells: str) -> Iterator[_Told]:
    """Where a sentence that speaks of what was said before goes on to a value: of the matter that it names last before."""
    for sentence in _SENTENCE.finditer(tells):
        start, end = sentence.span()
        own = _OWN_WORDS.search(tells, start, end)
        if own is None:
            continue
        value = _CHANGED.search(tells, own.end(), end) or _IN_PART_AT_LAST.search(tells, own.end(), end)
        if value is None and _WRONG.search(tells, start, end):
            value = _BARE_BEHIND.match(tells, end)
        named = [(m.end(), key) for key, p in _SPOKEN_OF.items() for m in p.finditer(tells, start, end)]
        named = [(at, key) for at, key in named if value and at <= value.start()]
        if value and named:
            yield _Told(max(named)[1], _value_of(value), value.span("value"), (start, value.end()))


def _value_of(place: re.Match[str]) -> str | None:
    """Of two values the weaker is said for sure: "yes, or in part". Yes or no says neither."""
    groups = place.groupdict()
    values = {_plain(v) for v in (groups["value"], groups.get("other")) if v}
    return values.pop() if len(values) == 1 else "partly" if "partly" in values else None


def _plain(value: str) -> str:
    return value.lower() if value.lower() in ("yes", "no") else "partly"


def _ref_of(key: str, tells: str, session: Session) -> str | None:
    """The answer of the part that is meant: of several the one that is named, else that is asked about, else the only one that has it."""
    chain, kind = session.chain, key.partition(".")[0]
    parts = chain.mentioned(kind) or [chain.first(kind)]
    name = key.partition(".")[2]
    asked = (session.asked or "").partition(".")[0]
    known = [c for c in parts if chain.get(f"{c}.{name}")]
    named = [c for c in parts if (title := chain.value(f"{c}.name")) and is_named(str(title), tells)]
    for some in (named, [asked] if asked in parts else [], known, parts):
        if len(some) == 1:
            return f"{some[0]}.{name}"
    return None
