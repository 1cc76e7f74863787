"""Members of a set that a message takes out: "not the pupils", "no students at all, it is about staff", "change farmers to workers". Pure but for its reader.

A set with one member is denied like one with several: what is denied goes, whatever a reader makes of the words beside it, and where
nothing is left the answer is open again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.chain.fields import ALONE, Field
from vcassist.interview.corrections import repair
from vcassist.interview.corrections.correcting import denies_that_it_is_all
from vcassist.interview.meant import words_of
from vcassist.interview.ports import Reader
from vcassist.interview.reading import blanked
from vcassist.interview.removals.removing import LONGEST_WISH, Wish
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Session
from vcassist.interview.turns_of_phrase import NOT_SO

_I = re.I
_MARKS = re.compile(r"[“”\"„«»]|(?<!\w)[‘'](?=\w)|(?<=\w)[’'](?!\w)")
# A longer sentence tells more than who is meant.
LONGEST_SENTENCE = 14
_THE = r"(?:(?:the|our|my|any|your|of|those|these) )*"
_ENDS = r"(?=\s*(?:$|[.,;:!?)\n–—]|\b(?:and|but|it|they|only|just|at all|please|any ?more|in it|we|i|that(?:['’]s)?|as|because)\b))"
_NOT = rf"(?:\bnot|{NOT_SO}|\bnothing to do with|\bnever|\binstead of|\brather than|\bnone of)(?: (?:at all|about|for|of|on|with|really|concern|concerns|affect|affects|touch|mean|meant|include|involve|say|said|put|to do with|the|our|any))*"
# A clause of its own.
_CLAUSE = r"(?:(?<=[.;!?\n])\s{0,3}|^\s{0,3})(?:(?:and|but|oh|ah|sorry|well|wait)\b[\s,]{0,3}){0,3}"
_CLAUSE_ENDS = r"(?=\s*(?:$|[.,;:!\n–—]))"
_OF_PEOPLE = re.compile(r"\bpeople\b(?! (?:who|you|carry))", _I)
_LISTED = r"(?:at all|in (?:it|this|here)|there|here|concerned|affected|involved|whatsoever|whatever)"
_ARE_NOT = r"(?:(?:not|never) (?:concerned|affected|touched)\b|(?:is|are|was|were)(?: not|n['’]?t)(?: \w+)? (?:concerned|affected|touched|in (?:it|this)|involved|part|meant|the ones|right|correct|among)|(?:have|has) nothing to do|(?:is|are|was|were) (?:all |quite |plain )?(?:wrong|incorrect|false|a mistake)|\?+\s*no\b|should (?:go|not be)|must go)"
_OFF_THE_LIST = r"(?:should|must|do|does|shall|ought|can)(?: not|n['’]?t)(?: really| even)?(?: to)? (?:be (?:(?:up |down )?(?:in|on) (?:it|this|(?:the|that|this|your|my) (?:list|notes?|summary))|there|listed|named|counted)|stand (?:in|on|there)|belong|count(?= there| among|\W*$))\b"
# "I was wrong about the kids, it never touches them" takes them out; "…, they are fourteen" does not.
_WHO_ARE_NOT = r"\s*[,.;:–—-]+\s*(?:(?:and|but|because|since|in fact|really) )?(?:it|they|we|that|this|those|none|nobody|the \w+)\b(?:['’]\w+)?(?: \w+){0,3}? ?(?:\b(?:not|never|no|none|nothing)\b|n['’]t\b)[^.;!?]{0,20}?\b(?:touch\w*|affect\w*|concern\w*|involve\w*|reach\w*|part of|in (?:it|this|there)|come (?:in|into)|use|meet|see|them|there)\b"
# Of what is in the data, and not of people: those "are not in the room".
_NOT_IN = r"(?:is|are|was|were)(?: not|n['’]?t)(?: \w+)? (?:in (?:there|here|the (?:program\w*|tool|app|system|data|software|list|machine|files?))\b|(?:kept|stored|recorded|collected|entered)(?: at all| anywhere| there)?(?=\s*(?:$|[.,;!?])))"
_KEPT = r"(?:ask(?:ed)?|collect(?:ed)?|record(?:ed)?|ke(?:pt|ep)|stored?|enter(?:ed)?|typed?|need(?:ed)?|want(?:ed)?|tak(?:e|en)|in (?:it|there|the form))"
_TAKE = r"(?:remove|delete|strike(?: out)?|erase|drop|forget|scrap|cross out|take (?:out|away|off)|leave out)"
_BIT = r"(?:(?:the|that|your|my) (?:bit|part|entry|answer|note|word|thing|remark)s? (?:about|on|with|of|concerning) |what (?:i|you) (?:said|wrote|have|noted|put) (?:about|on|of) )?"
# "The families who aren't refugees" are others, and the refugees stay.
_WHO_ARE = re.compile(r"\b(?:who|that|which|if they|when they)(?: (?:are|were|is|was|do|does|did)|['’]re)?\s?$", _I)
_ECHOED = re.compile(r"\?+\s*no$", _I)
# A question before it may have been blanked.
_ORDERED = r"(?:^\s*|[.,;:!?\n–—-]\s*|\b(?:please|kindly|you|and|then|so|just)\s{1,3})"


# What people call a member beside its label.
_CALLED = {"children": ("kids", "minors"), "students": ("schoolchildren", "school kids")}
_GOES_ON_WITH = re.compile(rf"(?:and|then|so|just)\s{{1,3}}{_TAKE}\b", _I)
_DOES = re.compile(
    r"(?:^|[,;:]\s|\b(?:and|but|then|so|because|on \w+day|if|when)\s)(?:we|i|they|he|she|people|somebody|someone|everybody|the \w+)\s(?!(?:want|would|ask|beg|said|mean|meant|think)\b)",
    _I,
)


def members_denied(said: str, session: Session, reader: Reader, number: int) -> Wish | None:
    """What is left of a set of which a message denies members, or that nothing is left; None where it denies none.

    Where several tools have the member, the one that is asked about is meant; else nothing is taken out.
    """
    if len(said.split()) > LONGEST_WISH:
        return None
    if _MARKS.search(said):
        return _without_marks(said, session, reader, number)
    asked = (session.asked or "").partition(".")[0]
    found = {f: gone for f in _sets(session) if (gone := _denied(f, said, session.asked))}
    found = {f: gone for f, gone in found.items() if not _denies_what_is_shown(f, said, gone.values(), session)}
    mine = {f: gone for f, gone in found.items() if f.component == asked}
    found = mine if len(found) > 1 else found
    if len(found) != 1:
        return None
    [(old, gone)] = found.items()
    named = _named(said, old.kind, session)
    if named and old.component not in named:
        # "Take the customers off Copilot" says nothing of the other tool's.
        return None
    spans = _whole_sentences(said, gone.values())
    new, at = _named_instead(old, frozenset(gone), said, list(gone.values()), session, reader)
    if not new and _takes_up_the_question(said, gone.values(), session.asked):
        return None
    only = re.search(r"\b(?:only|just|nothing but|nobody else)\b", said, _I)
    kept = [] if new and only else [v for v in old.values if v not in gone]
    values = list(dict.fromkeys((*kept, *new)))
    if not values:
        return Wish((old.ref,), "", tuple(spans), again=old.ref)
    start, end = at if at else min(gone.values())
    spans += _whole_sentences(said, [at] if at else [])
    fact = Fact(old.ref, "known", checked_value(old.ref, values), said[start:end], start, end, number)
    return Wish((), "", tuple(dict.fromkeys(spans)), instead=(fact,))


def _denies_what_is_shown(fact: Fact, said: str, places: Iterable[tuple[int, int]], session: Session) -> bool:
    """Whether what a message denies are words that were just shown for another matter: "NOT the children" to "you said “the children”, …"."""
    awaiting = session.awaiting
    if awaiting is None or awaiting.manner != "confirm" or not awaiting.old or fact.ref in awaiting.offered:
        return False
    shown = words_of(str(awaiting.old))
    return all(words_of(said[start:end]) & shown for start, end in places)


def _takes_up_the_question(said: str, places: Iterable[tuple[int, int]], asked: str | None) -> bool:
    """Whether people are named only to answer a yes or no about them: "The refugees? No, one day the tablets were there." to "Did they have a say?"."""
    if asked is None or field_of(asked).type != "yesno":
        return False
    return all(_ECHOED.search(said[start:end]) for start, end in places)


def _without_marks(said: str, session: Session, reader: Reader, number: int) -> Wish | None:
    """The same of a message that names a member within quotation marks, as it stands in the notes: "strike “speech” from the list"."""
    marks = {at for m in _MARKS.finditer(said) for at in range(*m.span())}
    kept = [at for at in range(len(said)) if at not in marks]
    wish = members_denied("".join(said[at] for at in kept), session, reader, number)
    if wish is None:
        return None

    def placed(start: int, end: int) -> tuple[int, int]:
        return kept[start], kept[end - 1] + 1

    def quoted(fact: Fact) -> Fact:
        start, end = placed(fact.start or 0, fact.end or 0)
        return replace(fact, quote=said[start:end], start=start, end=end)

    return replace(wish, spans=tuple(placed(*span) for span in wish.spans), instead=tuple(map(quoted, wish.instead)))


def _named(said: str, kind: str, session: Session) -> list[str]:
    """The parts of a kind that a message names, by a word of their name that no other's has ("Copilot" for Microsoft Copilot)."""
    words = {
        c: set(re.findall(r"\w{4,}", str(session.chain.value(f"{c}.name") or "").casefold()))
        for c in session.chain.mentioned(kind)
    }
    heard = set(re.findall(r"\w{4,}", said.casefold()))
    return [c for c, own in words.items() if (own - set().union(*(w for o, w in words.items() if o != c))) & heard]


def without_denied(facts: Iterable[Fact], said: str) -> tuple[Fact, ...]:
    """The facts without the members of a set that their own message denies: "teachers, not pupils" names no pupils."""
    kept = []
    for fact in facts:
        gone = _denied(fact, said) if fact.field.type == "set" and fact.status == "known" else {}
        left = [v for v in fact.values if v not in gone]
        if left or not fact.values:
            kept.append(replace(fact, value=checked_value(fact.ref, left)) if gone else fact)
    return tuple(kept)


def _sets(session: Session) -> list[Fact]:
    known = session.chain.facts.values()
    return [f for f in known if f.field.type == "set" and f.status == "known" and not ALONE & set(f.values)]


def _denied(fact: Fact, said: str, asked: str | None = None) -> dict[str, tuple[int, int]]:
    """The members of a fact that a message denies, with the place where it does."""
    members = [v for v in fact.values if v not in ALONE]
    several = asked is None or len(members) > 1
    if asked and several and (only := _only(fact, members, said)) and not _may_answer(asked, only[0]):
        return {v: only[1] for v in members if v != only[0]}
    return {
        v: place.span()
        for v in members
        if (place := _denial(fact.field, v, said, several and not _may_answer(asked, v)))
    }


def _only(fact: Fact, members: list[str], said: str) -> tuple[str, tuple[int, int]] | None:
    """The one of several members that a sentence calls the only one ("own staff only"), and where."""
    for value in members:
        one = rf"{_THE}(?:{'|'.join(re.escape(w) for w in names_of(fact.field, value))})"
        place = re.search(rf"{_CLAUSE}(?:(?:only|just) {one}|{one} only)\s*(?:$|[.;!\n])", said, _I)
        if place is not None:
            return value, place.span()
    return None


def _may_answer(asked: str | None, value: str) -> bool:
    """Whether "farmers no" may answer the open question: one with the same choice, or one of what is done to people."""
    spec = field_of(asked) if asked else None
    return spec is not None and (value in spec.options or bool(_OF_PEOPLE.search(spec.question)))


def _denial(spec: Field, value: str, said: str, bare: bool) -> re.Match[str] | None:
    """``bare``: whether a no beside the member alone ("farmers no", "no farmers") denies it."""
    one = rf"(?:{'|'.join(re.escape(w) for w in names_of(spec, value))})"
    forms = (
        rf"{_NOT}\s+{_THE}{one}\b{_ENDS}",
        rf"(?:\bthere (?:are|is|were) )?\bno {_THE}{one} {_LISTED}\b",
        rf"\bno {_THE}{one}\b(?: (?:data|information|records?|details))?(?=\s*[,.;!–—-]+\s*(?:it|only|just|but|they|rather|none|no)\b)",
        rf"\bi(?:['’]d| would)? (?:want|wish|need|like|ask(?: you)?)(?: to have)? {_THE}{one}(?: (?:is|are|be|to be|must be))? (?:taken?|removed?|deleted?|struck|out|off|away|gone)\b(?: (?:out|off|away))?(?: (?:from|of)\b[^.!?,;]*)?",
        rf"\b{_THE}{one}\b,? *(?:{_ARE_NOT}{'|' + _NOT_IN if spec.kind == 'data' else ''})",
        rf"\b(?:change|swap|replace|turn|correct) {_THE}{one} (?:to|with|by|for|into)\b",
        rf"\b{_THE}{one}\b,? *{_OFF_THE_LIST}",
        rf"\b(?:wrong|mistaken|a mistake|an error)(?: to (?:say|name|list|mention))?(?: (?:about|on|with|as to))? {_THE}{one}\b{_WHO_ARE_NOT}",
        rf"{_ORDERED}{_TAKE} {_BIT}{_THE}{one}\b(?: (?:from|out of|off)\b[^.!?,;]*)?{_ENDS}",
        *(_no_longer_kept(one) if spec.kind == "data" else ()),
        rf"(?:^|[.,;:!?\n–—]\s*)(?:(?:only|just|and|but|please|no|so)\s+)*{_THE}{one} (?:must (?:go |come |be (?:taken )?)?|should (?:go |come |be (?:taken )?)?|goes |to go )?(?:out|off|away)\b(?=\s*(?:$|[.,;!\n–—]|and\b))",
        rf"{_ORDERED}(?:take|leave|strike|cross|keep|put) {_BIT}{_THE}{one} (?:out|off|away)\b(?: (?:of |from )?(?:the|its|that|this|these|those|our|my|your|it)\b[^.!?,;]*)?",
    )
    alone = (
        (rf"{_CLAUSE}{_THE}{one}:?,? no\b{_CLAUSE_ENDS}", rf"{_CLAUSE}no {_THE}{one}\b(?=\s*(?:$|[.;!\n]))")
        if bare
        else ()
    )
    places = (place for form in (*forms, *alone) if (place := re.search(form, said, _I)))
    return next(
        (
            p
            for p in places
            if not (_only_not_all(p, one, said) or _WHO_ARE.search(said[: p.start()]) or _told_of_us(p, said))
        ),
        None,
    )


def _no_longer_kept(one: str) -> tuple[str, ...]:
    """The forms in which something is in the data no more; people are not asked, and are affected all the same."""
    return (
        rf"\b{_THE}{one}\b(?:,? (?:that|it))? (?:is|are|was|were) (?:no longer|not any ?more) (?:\w+ )?{_KEPT}[^.;!?]{{0,20}}",
        rf"\b{_THE}{one}\b,? (?:we|they|i) (?:(?:do|does|did|have|has)(?: not|n['’]?t)|no longer|never) (?:\w+ ){{0,2}}?{_KEPT}(?: (?:any ?more|for it|it|that))*",
        rf"\bno longer (?:\w+ )?{_KEPT} (?:for |about |after |down )?{_THE}{one}\b",
    )


def _told_of_us(place: re.Match[str], said: str) -> bool:
    """Whether an "and take off the text" goes on with what somebody does, and orders nothing."""
    here = around(PART, said, place.start())
    before = said[here.start() : place.start()] if here is not None else ""
    return _GOES_ON_WITH.match(place[0]) is not None and _DOES.search(before) is not None


def _only_not_all(place: re.Match[str], one: str, said: str) -> bool:
    """Whether the member at a place is only said not to be all: "not farmers only"."""
    named = re.search(rf"\b{one}\b", said[: place.end()][place.start() :], _I)
    return named is not None and denies_that_it_is_all(said, place.start() + named.start(), place.start() + named.end())


def says_who_they_are(quote: str) -> bool:
    """Whether words are but "we are": what people say they are makes no staff of them."""
    return (
        re.fullmatch(r"\W*(?:we|i|us)(?:['’]re|['’]m| are| am| were| was)?(?:n['’]t| not)?\W*", quote, _I) is not None
    )


def names_of(spec: Field, value: str) -> list[str]:
    """The words that name a member: its label, each half of a double one, and the short forms in which people say it."""
    label = spec.options.get(value, value)
    halves = re.split(r" (?:and|or) ", re.sub(r"^our own ", "", label))
    says = [re.sub(r"^(?:the|our) ", "", phrase) for phrase in spec.says.get(value, ())]
    names = {label, *halves, *(s for s in says if " " not in s), *_CALLED.get(value, ())}
    return sorted(names, key=lambda w: -len(w))


def _named_instead(
    old: Fact, gone: frozenset[str], said: str, denied: list[tuple[int, int]], session: Session, reader: Reader
) -> tuple[list[str], tuple[int, int] | None]:
    """The members that the message names beside what it denies, and where."""
    rest = blanked(said, denied)
    for sentence in PART.finditer(rest):
        if not re.search(r"[^\W\d_]{3}", sentence[0]):
            continue
        labelled = [
            (v, m) for v in field_of(old.ref).values if v not in gone and v not in ALONE
            and (m := re.search(rf"\b(?:{'|'.join(map(re.escape, names_of(old.field, v)))})\b", sentence[0], _I))
        ]  # fmt: skip
        if labelled:
            places = [m.span() for _, m in labelled]
            at = (sentence.start() + min(p[0] for p in places), sentence.start() + max(p[1] for p in places))
            return [v for v, _ in labelled], at
        read = repair.read_as(sentence[0], sentence.start(), old.ref, reader, session, fair=repair.FAIR)
        if read is not None and read.status == "known" and not ALONE & set(read.values):
            new = [] if says_who_they_are(read.quote) else [v for v in read.values if v not in gone]
            if new and read.start is not None and read.end is not None:
                return new, (read.start, read.end)
    return [], None


def _whole_sentences(said: str, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The short sentences in which something stands, else its place alone: they tell nothing else."""
    spans = []
    for start, end in places:
        whole = next((m for m in PART.finditer(said) if m.start() <= start and end <= m.end()), None)
        spans.append(whole.span() if whole and len(whole[0].split()) <= LONGEST_SENTENCE else (start, end))
    return spans
