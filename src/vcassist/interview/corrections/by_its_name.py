"""What is said of a matter by its name: "complaints: partly, not yes", "decision = assists", "the documentation is not known". Pure.

Forms only. Where a message names the matter, its value is of that matter and of no other, whatever question is open. A value is a label of the
matter's own field, or one of what is put where nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vcassist.chain.facts import Chain, Fact, Status, Value
from vcassist.chain.fields import FIELDS
from vcassist.chain.short_names import head_of
from vcassist.interview.answers.offered import NO, YES
from vcassist.interview.corrections.labels import CLOSES, OPENS, STATUSES, YES_OR_NO, any_label, told_in
from vcassist.interview.field_keys import NAMED_IN_TALK, STATED_IN_PASSING
from vcassist.interview.removals.order_forms import LONGEST
from vcassist.interview.removals.removing import Wish, named_in, the_only
from vcassist.interview.session import Session
from vcassist.interview.turns_of_phrase import ARROW

_I = re.I
# A longer message, in words, is a story; more matters than these are a form that was filled in.
LONGEST_TOLD = 60
MOST = 3
_ENDS = r"(?=\s*(?:$|[.,;:!?)\n–—]|-\s|\b(?:if|whether|again|too|also|as well|though|today|nowadays|not|please|pls|instead|now|and|but|or|then|there|here|thanks?|because|since)\b))"
# Behind a set, a comma or an "and" may lead on to a member that is no label.
_ARROW = rf"\s?{ARROW}"
_SET_ENDS = r"(?=\s*(?:$|[.;:!?)\n–—]|-\s|,?\s?\b(?:not|please|pls|instead|now|then|there|here|thanks?|because|since)\b|,? (?:and|but) (?:yes|no|we|they|it|i|the|our|that|there)\b))"
_ONLY = (
    r"(?:(?:only|just|rather|really|actually|also|now|but|wholly|clearly|still|at (?:least|most|best)|a|of course) )*"
)
_IT_IS = r"(?:(?:it|that|this|which|he|she)(?:['’]s| is| was| should be| must be)|make (?:it|that)|put|write|note|say)"
_SET = r"(?:change|turn|set|correct|put|switch|amend) (?:it|that|this) (?:from \w+ )?(?:in)?to"
_THE = r"(?:(?:the|our|my|your|its|that|this) )?"
# What a sentence may begin with before the name of a matter.
_LEAD = (
    r"(?:^|[.!?;\n]\s{0,3})\W{0,3}(?:(?:and|so|but|no|oh|well|sorry|again|please|pls|just|only|also|now|then|once more|i (?:must|have to|need to|should|want to) correct (?:you|myself|that|this)(?: again)?|i repeat|(?:one )?(?:more |other |small )?(?:correction|thing)|"
    r"(?:please )?(?:write|note|put|mark|record|set|change|correct|enter)(?: down)?(?: for)?|as (?:for|to)|for|about|on|regarding|concerning|with|"
    r"(?:(?:what|as|like) )?i (?:said|wrote|told you|answered|meant)(?: (?:before|earlier|already|once|twice))?(?: (?:about|on|of|for|regarding|concerning))?|(?:my|the|that)(?: \w+)? (?:answer|word|remark|sentence|statement|note|question)s? (?:about|on|of|for|to|regarding|concerning))\b[\s,:–—-]{1,3}){0,4}"
)
# "The impact question", "the answer about training".
_QUESTION = r"(?: (?:question|answer|part|bit|point|thing)\b)?"
_CHANGE_IT = (
    r"[,:–—-]? (?:please |pls |just |kindly )?(?:change|correct|fix|amend) (?:it|that|this)(?:,? please)?[:,–—-]\s"
)
_SAID = r"i(?:['’]ve| have| had)? (?:said|told(?: you)?|wrote|say|repeat|meant|mean)"
_I_SAID = rf"(?:,? ?(?:as )?{_SAID}\b[^.!?;:,\n]{{0,40}},?)?"
_BE = r"(?:is|are|was|were|(?:should|must|has to|have to|ought to|is(?: still)? to|are(?: still)? to) (?:be|read|say)|stays|remains|=)(?: done| made)?"
# What says by its own verb that nothing is to be noted: "the exit clause does not apply", "the weights they won't say".
_LEFT_OPEN = r"(?:(?:it|that) )?do(?:es)?(?: not|n['’]?t) apply\b|(?:they|he|she|the supplier) (?:wo n['’]?t|won['’]?t|will not|do(?:es)?(?: not|n['’]?t)|refuses? to) (?:say|tell|disclose)\b"
# "The weights are wrong, they must be: closed".
_IS_WRONG = r" (?:is|are)(?: still| all)? (?:wrong|not (?:right|correct)|incorrect)[.,;:]? (?:it|they|that|this) (?:must|should|has to|have to|ought to) (?:be|read|say)[ :]{1,2}"
# Whose matter it is, where a tool's name or a small word stands before it, or behind it.
_WORD = r"(?:[\w&+'’-]|\.(?=\w)){1,30}"
_WHOSE = rf"(?P<whose>(?:{_WORD}[,:]? ){{0,3}}?)"
_OF = rf"(?: (?:of|for|on|in|with|at) (?:(?:the|our|my) )?(?P<of>{_WORD}(?: {_WORD}){{0,2}}?))?"


# What was only guessed is not known.
GUESSED = r"(?:(?:only|just|but) )?(?:a|my)(?: (?:wild|mere|pure))? guess"


@cache
def _values(key: str) -> str:
    return "|".join(filter(None, (any_label(key), *STATUSES.values(), GUESSED)))


def _right(key: str, value: str) -> str:
    """What is right, with what it is not before it: "not yes, it is partly", "not no but partly". Of two the weaker is meant."""
    not_but = (
        rf"(?:not (?:a |just |only )?{OPENS}?(?:{value}){CLOSES}?,? (?:(?:but|rather|and|so|no)\W+)*(?:{_IT_IS} )?)?"
    )
    ends = _SET_ENDS if FIELDS[key].type == "set" else _ENDS
    other = rf"(?:,? or {_ONLY}(?P<other>{value}){_ENDS})?" if FIELDS[key].type == "yesno" else ""
    return rf"{not_but}{_ONLY}{OPENS}?(?P<value>{value}){CLOSES}?{ends}{other}"


def _tail(value: str) -> str:
    """What is set aside behind it, and the courtesies of an order."""
    return (
        rf"(?:,? (?:and )?not {_ONLY}{OPENS}?(?:{value})\b{CLOSES}?|,? (?:but|and) you (?:have |had )?(?:wrote|written|noted|put|recorded)\b[^.!?;\n]{{0,40}}|"
        r",? (?:please|pls|thanks?|thank you|instead|now|of course|there|then))*"
    )


@cache
def _forms(key: str) -> tuple[re.Pattern[str], ...]:
    """The forms in which a value is said right of the name of this matter. Whose values are words like any other takes a plainer link."""
    topic, value = rf"(?P<topic>{NAMED_IN_TALK[key].pattern})\b{_QUESTION}", _values(key)
    right, tail = _right(key, value), _tail(value)
    yes_or_no = FIELDS[key].type == "yesno"
    comma, bare, put = (",", "?", "{0,5}") if yes_or_no else ("", "", "{1,5}")
    link = rf"(?P<link>{_CHANGE_IT}|{_ARROW}\s{{0,2}}|(?:,? |[:–—]\s)(?={_LEFT_OPEN})|,\s(?:{_IT_IS}|{_SET}) |[{comma}:–—-]\s{{0,2}}(?:{_IT_IS} |{_SET} |{_SAID} )?|(?:,? that)? {_BE}[ :]{{1,2}}|{_IS_WRONG}|=|,? {_SET} |(?: from \w+)? (?:in)?to )"
    # "Put it as tested partly", "mark it down as encrypted: partly".
    as_such = (
        rf"(?:^|[.,!?;\n])\s{{0,3}}(?:(?:and|so|but|no|oh|please|pls|just|kindly|then|also|you can|can you|could you)\W{{1,3}}){{0,4}}(?P<link>put|note|write|mark|record|set|enter)"
        rf"(?: (?:it|that|this|us|me|him|her|them))?(?: down)?(?: (?:as|for|under))? {_THE}{topic}{_OF}(?:,? as|,? with|:|,)? {right}{tail}"
    )
    return tuple(
        re.compile(form, _I)
        for form in (
            *((as_such,) if yes_or_no else ()),
            # "You have people told yes; should be partly".
            rf"\byou(?:['’]ve| have| had)? (?:just |still |only )?(?:put|have|got|wrote|written|noted|list|say|said|show)(?: down)? {_THE}{topic}(?: as|:| =| is| at)? {OPENS}?(?:{value}){CLOSES}?[,;.:]?(?: –| -)? ?(?:(?:but|and|that|it|this|which|no)\s){{0,2}}(?P<link>should|must|has to|ought to) (?:be|read|say) {right}{tail}",
            # "Complaints: partly", "the appeal, I said, is only in part", "Kora's checks = sometimes".
            rf"{_LEAD}{_THE}{_WHOSE}{_THE}{topic}{_OF}(?:[:,–—-]\s)?{_I_SAID}\s?{link}\s?{right}{tail}",
            # "It is the contesting which is partly", "…, but the contesting is partly".
            rf"(?:\b(?:it is|it['’]s) {_THE}|[,;]\s?(?:and|but|so|while) {_THE}){topic}(?:,? (?:which|that))?(?P<link> is| are|:| –| =|{_ARROW}){bare} {right}{tail}",
            # "…, policy → no".
            rf"[,;]\s?{_THE}{topic}(?P<link>{_ARROW}\s?|\s?[=:]\s?){right}{tail}",
            # "Put partly for the contesting", "partly for the contesting".
            rf"(?:^|[.!?;\n])\s{{0,30}}(?:(?:and|so|but|please|pls|just|kindly|then|no|i meant|you can|put|write|note|mark|make it|it is|it['’]s|i (?:have )?(?:said|told you)|down|an?)\W{{1,3}}){put}{OPENS}?(?P<value>{value}){CLOSES}?(?: there)? (?P<link>for|on|about|to|as to|with|under) {_THE}{topic}(?=\W*(?:$|[.,;!?\n]|\bplease\b))",
        )
    )


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
SPOKEN_OF = {
    key: re.compile(rf"\b(?:{words.pattern}|{_MENTIONS.get(key, '(?!)')})\b", _I)
    for key, words in NAMED_IN_TALK.items()
    if FIELDS[key].type == "yesno"
}
# Matters of which a yes or no is plain, though nothing was said of them before; "incidents: no" may tell that there were none.
_SAID_FIRST = frozenset({*STATED_IN_PASSING, "data.personal_data", "application.tells_people"}) - {
    "monitoring.incident_process"
}
_CHANGED = re.compile(rf"\b(?:{_IT_IS}|{_SET}) {_right('application.appeal', YES_OR_NO)}{_tail(YES_OR_NO)}", _I)
# "…, in part." and a sentence behind that is nothing but the value.
_IN_PART_AT_LAST = re.compile(r",\s(?P<value>in parts?|partly|partially)\W*\Z", _I)
_BARE_BEHIND = re.compile(
    rf"\s{{0,3}}(?:(?:so|and|but|it is|it['’]s|that is|rather)\W{{1,3}}){{0,3}}(?P<value>{YES_OR_NO})(?:,? (?:please|of course|then))?[.!]*\s*\Z",
    _I,
)
_WRONG = re.compile(r"\b(?:wrong|corrections?|mistaken?|not (?:right|true|correct|so))\b", _I)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")


# Why there is nothing to note, which answers nothing else.
_REASON = re.compile(r",? (?:because|since|as|for|we|they|there|it|he|she|i)\b[^.!?;,\n]{0,80}", _I)
# Words before the name of a matter that are no tool's.
_NO_TOOL = re.compile(r"(?:(?:the|our|my|its|that|this|ai|tool|model|app|system|human|own) ?)*", _I)
# An order to note it, or what was told already, says it of this matter though nothing stands there yet.
_ORDERED = re.compile(r"\b(?:change|set|put|note|write|mark|record|enter|must be|should be|told you|i said)\b", _I)
_PLAIN_LINK = re.compile(r"\s*[:=–—-]", _I)


@dataclass(frozen=True, slots=True)
class _Told:
    """A value at ``place`` that is said of the matter of ``key``; the words in ``span`` say nothing else.

    ``whose``: the part that is named with it; ``topic``: what the matter is called. ``plainly``: in a form that says it of nothing else, though nothing was noted before.
    """

    key: str
    said: tuple[Status, Value | None]
    place: tuple[int, int]
    span: tuple[int, int]
    whose: str = ""
    plainly: bool = False
    topic: str = ""


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
    for told in list(_found(tells, session)) or list(_of_own_words(tells)):
        ref = _ref_of(told, tells, session)
        if ref is None or ref == session.asked:
            continue
        if ref not in session.chain.facts and not told.plainly and told.key not in _SAID_FIRST:
            continue
        (status, value), (start, end) = told.said, told.place
        by = "supplier" if status == "withheld" else None
        found[ref] = Fact(ref, status, value, tells[start:end], start, end, number, by)
        reason = _REASON.match(tells, told.span[1]) if status != "known" else None
        spans.append((told.span[0], reason.end()) if reason else told.span)
    if not found or len(found) > MOST:
        return None
    return Wish((), "", tuple(spans), instead=tuple(found.values()))


def _found(tells: str, session: Session) -> Iterator[_Told]:
    """Where a value is said right of a matter's name. A name that two matters share is that of the one that is noted."""
    by_place: dict[tuple[int, int], list[_Told]] = {}
    for key, named in NAMED_IN_TALK.items():
        for place in (m for form in _forms(key) for m in form.finditer(tells)) if named.search(tells) else ():
            said, whose = _said(key, place), _whose(place, session.chain)
            if said is not None and whose is not None:
                quoted = re.search(OPENS + r"\Z", tells[: place.start("value")]) is not None
                ordered = quoted or _PLAIN_LINK.match(place["link"] or "") or _ORDERED.search(place[0])
                plainly = FIELDS[key].type != "yesno" and bool(ordered)
                told = _Told(key, said, place.span("value"), place.span(), whose, plainly, place["topic"])
                by_place.setdefault(told.place, []).append(told)
    noted = {f.field.key for f in session.chain.facts.values()}
    for alike in by_place.values():
        # "The country of the machines" is no country of whatever.
        longest = max(len(t.topic) for t in alike)
        alike = [t for t in alike if len(t.topic) == longest]
        if any(_shared(t, noted) for t in alike):
            continue
        known = [t for t in alike if t.key in noted] or alike
        if len({t.key for t in known}) == 1:
            yield known[0]
            yield from _goes_on(known[0], tells, session.chain)


def _goes_on(told: _Told, tells: str, chain: Chain) -> Iterator[_Told]:
    """What is said of the same matter of another part right behind: "Kora's check = sometimes, Lumo always"."""
    values = _values(told.key)
    for part in chain.mentioned(told.key.partition(".")[0]):
        name = str(chain.value(f"{part}.name") or "")
        title = "|".join(re.escape(t) for t in (name, head_of(name)) if t)
        form = rf"\s?[,;]?\s?(?:(?:and|but|for|of|with)\s){{0,2}}(?:{title})(?:['’]s)?(?: is| stays| =|:| –)? {_right(told.key, values)}"
        behind = re.compile(form, _I).match(tells, told.span[1]) if title and part != told.whose else None
        if behind and (said := _said(told.key, behind)):
            yield _Told(told.key, said, behind.span("value"), behind.span(), part, told.plainly, told.topic)


def _shared(told: _Told, noted: set[str]) -> bool:
    """Whether a matter is named by a word that stands for others that are noted as well: "the country", "the supplier"."""
    name = FIELDS[told.key].name
    others = {key for key in noted if FIELDS[key].name == name} - {told.key}
    return bool(others) and told.topic.casefold() == name.replace("_", " ")


def _whose(place: re.Match[str], chain: Chain) -> str | None:
    """The part whose name stands before or behind that of the matter; empty for none, None where something else stands before it."""
    groups = place.groupdict()
    names = {c: str(t) for c in chain.all_components() if (t := chain.value(f"{c}.name"))}
    titles = {head_of(t).casefold(): c for c, t in names.items() if head_of(t)} | {
        t.casefold(): c for c, t in names.items()
    }
    before = re.sub(r"['’]s$", "", (groups.get("whose") or "").strip(" ,:"), flags=_I).casefold()
    if before in titles or not _NO_TOOL.fullmatch(before):
        return titles.get(before)
    return titles.get((groups.get("of") or "").casefold(), "")


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
        named = [(m.end(), key) for key, p in SPOKEN_OF.items() for m in p.finditer(tells, start, end)]
        named = [(at, key) for at, key in named if value and at <= value.start()]
        if value and named and (said := _said(key := max(named)[1], value)):
            yield _Told(key, said, value.span("value"), (start, value.end()))


def _said(key: str, place: re.Match[str]) -> tuple[Status, Value | None] | None:
    """Of two values the weaker is said for sure: "yes, or in part". Yes or no says neither."""
    groups = place.groupdict()
    if re.fullmatch(GUESSED, groups["value"], _I):
        return "unknown", None
    said = [told_in(key, words) for words in (groups["value"], groups.get("other")) if words]
    if len(set(said)) == 1:
        return said[0]
    return next((one for one in said if one and one[1] == "partly"), None)


def _ref_of(told: _Told, tells: str, session: Session) -> str | None:
    """The answer of the part that is meant: of several the one that is named, else that is asked about, else the only one that has it."""
    chain, (kind, _, name) = session.chain, told.key.partition(".")
    parts = chain.mentioned(kind) or [chain.first(kind)]
    asked = (session.asked or "").partition(".")[0]
    known = [c for c in parts if chain.get(f"{c}.{name}")]
    named = named_in(tells, parts, chain)
    part = the_only([told.whose] if told.whose in parts else [], named, [asked] if asked in parts else [], known, parts)
    return f"{part}.{name}" if part else None
