"""A choice that is denied and has something else put for it, in whatever words: "sector is justice, not civil society", "sector wrong. justice". Pure but for its reader.

What is put may be another choice, words that answer the question, or none of the choices at all. Then the denied choice never stands: the
answer becomes "other" with the person's word as its quote, where the field has that, or the question is put once more. Who minds that their
word is noted as "others" is told that it stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from vcassist.chain.facts import Fact, checked_value
from vcassist.interview import phrases
from vcassist.interview.answers.question_words import choice_words, chosen_in
from vcassist.interview.corrections.denying import SIZE
from vcassist.interview.corrections.labels import answers_anything, is_everyday
from vcassist.interview.corrections.repair import FAIR, read_as
from vcassist.interview.field_keys import NAMED_IN_TALK
from vcassist.interview.ports import Reader
from vcassist.interview.remarks.standing_by import forbids_change
from vcassist.interview.removals.removing import LONGEST_WISH, Wish, named_in
from vcassist.interview.sentences import PART
from vcassist.interview.session import Session

_I = re.I
OTHER = "other"
# So many words are a name for something; more tell a story.
MOST_WORDS = 5
_Q = r"[\"“”„«»'‘’]?"
_NEW = r"(?P<new>[^.!?;:,\n“”\"]{2,80}?)"
_END = r"(?=(?:,? (?:please|pls|thanks?|thank you|at all))?\s*(?:$|[.!?;,\n)]))"
_BAD = r"(?:(?:is|was|are|['’]s)? ?(?:all |still |just |again )?(?:wrong|false|incorrect|not (?:right|correct)))"
_PUT_BEFORE = r"(?:(?:it|this|that|we|they|i)(?:['’]?s|['’]?re|['’]?m| is| are| am| said| wrote| meant| told you)?|but|rather|but rather|instead|so)"
_CHANGE = r"(?:change|correct|replace|set|turn|make|put|fix)"
_WROTE = r"\byou(?:['’]ve| have)? (?:still |just |only |always )?(?:wrote|written|put|noted|note|have|got|said|say|write)(?: down)?(?: it (?:as|gets)| that it| gets| it| as)? "
# What leads up to the word that is put.
_LEAD = re.compile(
    r"\W*(?:(?:no(?! (?:one|body)\b)|and|but|so|look|sorry|please|it|this|that|we|they|i|you|said|wrote|told|meant|mean|work|are|am|is|was|in|for|as|to|the|a|an|our|just|only|really|rather|put|write|note|be|should|my|our|your|sector|field|with|wait|again)(?:['’](?:s|re|m|ve))?\b[\s,:]*)*",
    _I,
)
# What says that the note is meant, and what says what somebody or something is.
_ABOUT_THE_NOTE = re.compile(
    r"\bwhy\b|\byou (?:wrote|put|noted|have|say)\b|\bi (?:said|wrote|meant|told you)\b|^\W*(?:change|correct|replace|set)\b",
    _I,
)
_SAYS_WHAT = re.compile(
    r"\W*(?:(?:no|sorry|but|and|well|not [\w ]{1,20})\W+){0,3}(?:(?:we|they|i|it|this|that)(?:['’](?:re|s|m)| are| is| am| work in)\b|[\w-]+(?: [\w-]+)?$)",
    _I,
)
_NO_WORD = re.compile(
    r"\b(?:not|never|don|what|why|who|how|which|know|idea|that['’]s|wrong|right|nothing|something|anything|else|again|think|you|correct|them|these|those)\b|n['’]t\b",
    _I,
)


@dataclass(frozen=True, slots=True)
class _Put:
    """The note that is meant; the choice that is denied; where the words stand that are put for it; and the place that says so."""

    old: Fact
    denied: str
    new: tuple[int, int]
    place: tuple[int, int]


def put_for_a_choice(said: str, session: Session, reader: Reader, number: int) -> Wish | None:
    """What a message puts in the place of a choice that it denies; None where it denies none plainly."""
    if len(said.split()) > LONGEST_WISH or forbids_change(said) or not session.chain.facts:
        return None
    found = _of_one(list(_denied(said, session)), said, session)
    if found is None:
        return None
    spans = tuple(
        m.span() for m in PART.finditer(said) if _touches(m.span(), found.place) or _touches(m.span(), found.new)
    )
    wish = _set_right(said, found, spans, session, reader, number)
    if wish is None or not wish.instead:
        return wish
    # "We carry on!" behind it only says again what is put, and no other question is answered by it.
    put = set(wish.instead[0].values)
    again = (
        m.span()
        for m in PART.finditer(said)
        if len(m[0].split()) <= MOST_WORDS and put & {*chosen_in(found.old.field.key, m[0])}
    )
    return replace(wish, spans=tuple(dict.fromkeys((*wish.spans, *again))))


def _denied(said: str, session: Session) -> Iterator[_Put]:
    awaiting = session.awaiting
    for fact in session.chain.facts.values():
        if (
            fact.status != "known"
            or fact.field.type not in ("enum", "set")
            or fact.ref == SIZE
            or len(fact.values) != 1
        ):
            continue
        if (
            awaiting
            and awaiting.manner in ("confirm", "conflict")
            and (awaiting.ref == fact.ref or fact.ref in awaiting.offered)
        ):
            continue
        if (put := _in_a_form(said, fact) or _said_again(said, fact)) is not None:
            yield put


# "Without it we do not stop" denies a verb, and puts nothing before it.
_NO_AUXILIARY = "".join(rf"(?<! {word})" for word in ("do", "does", "did", "will", "would", "can", "could", "should"))


@cache
def _not_that(key: str, value: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "X, not Y", "not Y, it is X"."""
    label = _label(key, value)
    before, behind = (
        rf"{_NEW}{_NO_AUXILIARY}[.,;!]?(?: and| but)? not (?:in |an? |the |for )?{_Q}{label}{_Q}{_END}",
        rf"(?:^|[.,;:!?\n]\s{{0,2}}|\b(?:is|are|we['’]re|it['’]s) )(?:no,? )?not (?:in |an? |the |for )?{_Q}{label}{_Q}\s?[,.;:!–—-]* (?:{_PUT_BEFORE} )(?:an? |in |the )?{_NEW}{_END}",
    )
    return re.compile(before, _I), re.compile(behind, _I)


def _said_again(said: str, fact: Fact) -> _Put | None:
    """What is noted already, or what no choice holds, said once more against a choice that was noted before: "carry on, not worse"."""
    key, noted = fact.field.key, fact.values[0]
    for value in fact.field.values:
        for form in _not_that(key, value) if value not in (noted, OTHER) else ():
            found = form.search(said)
            if found and ((noted == OTHER and _named_matter(key, said)) or noted in chosen_in(key, found["new"])):
                return _Put(fact, value, found.span("new"), found.span())
    return None


def _says_a_word(new: str) -> bool:
    """Whether what is put has a word of its own ("no, not Y" puts nothing)."""
    lead = _LEAD.match(new)
    return re.search(r"[^\W\d_]{2}", new[lead.end() if lead else 0 :]) is not None


def _named_matter(key: str, said: str) -> bool:
    return re.search(rf"\b(?:{NAMED_IN_TALK[key].pattern})\b", said, _I) is not None


@cache
def _forms(key: str, value: str) -> tuple[re.Pattern[str], ...]:
    """All forms that put something for a noted choice. There are too many for the cache of ``re``, which every message would then fill anew."""
    label = _label(key, value)
    matter = rf"(?:my |our |the |your )?(?:{NAMED_IN_TALK[key].pattern})"
    forms = [
        rf"(?:^|[.,;!?\n]\s{{0,2}}){_CHANGE} (?:the )?(?:{matter}(?: from)? )?{_Q}{label}{_Q}\s?(?:to|into|with|by|for|:|=|->) ?{_Q}{_NEW}{_Q}{_END}",
        rf"\bwhy (?:(?:do|did|have) you (?:write|say|put|have|note|noted|written) )?{_Q}{label}{_Q}\s?[.?!,]+ (?:i|we) (?:said|wrote|told you|meant) {_NEW}{_END}",
        rf"\b(?:i|we) (?:said|wrote|told you|meant) {_NEW}[.,;!?]+ (?:and |but |so )?why (?:do you (?:write|say|put|have) )?{_Q}{label}{_Q}{_END}",
    ]
    if key == "organisation.sector":
        forms.append(rf"(?:^|[.,;!?\n]\s{{0,2}}){matter} {_BAD}\s?[.,;:!–—-]+ ?{_NEW}{_END}")
        forms.append(rf"(?:^|[.,;!?\n]\s{{0,2}})wrong (?:{matter})\s?[.,;:!–—-]+ ?{_NEW}{_END}")
    return (*_not_that(key, value), *(re.compile(form, _I) for form in forms))


@cache
def _you_wrote(key: str, value: str) -> re.Pattern[str]:
    return re.compile(rf"{_WROTE}{_Q}{_label(key, value)}{_Q}{_END}", _I)


def _in_a_form(said: str, fact: Fact) -> _Put | None:
    key, value = fact.field.key, fact.values[0]
    for form in _forms(key, value):
        if (found := next((m for m in form.finditer(said) if _says_a_word(m["new"])), None)) is not None:
            return _Put(fact, value, found.span("new"), found.span())
    wrote = _you_wrote(key, value).search(said)
    if wrote is None:
        return None
    rest = said[: wrote.start()] + " " * (wrote.end() - wrote.start()) + said[wrote.end() :]
    others = {v: span for v, span in chosen_in(key, rest).items() if v != value}
    return _Put(fact, value, next(iter(others.values())), wrote.span()) if len(others) == 1 else None


def _label(key: str, value: str) -> str:
    words = choice_words(key, value)
    return rf"(?:{words}|others?|something else)" if value == OTHER else rf"(?:{words})"


def _of_one(found: list[_Put], said: str, session: Session) -> _Put | None:
    """Of several notes that may be meant the one whose tool is named, else the one of the tool that is asked about; else none."""
    if len(found) > 1:
        asked = (session.asked or "").partition(".")[0]
        named = [p for p in found if named_in(said, [p.old.component], session.chain)]
        found = named or [p for p in found if p.old.component == asked]
    elif found and found[0].old.field.kind == "application":
        chain, mine = session.chain, found[0].old.component
        others = [c for c in chain.mentioned("application") if c != mine]
        if named_in(said, others, chain) and not named_in(said, [mine], chain):
            # "Kora I check sometimes, not never" says nothing of Otter.
            return None
    return found[0] if len(found) == 1 else None


def _set_right(
    said: str, put: _Put, spans: tuple[tuple[int, int], ...], session: Session, reader: Reader, number: int
) -> Wish | None:
    old, key = put.old, put.old.field.key
    start, end = put.new
    named = {v: span for v, span in chosen_in(key, said[start:end]).items() if v != put.denied}
    if len(named) == 1:
        value, (a, b) = next(iter(named.items()))
        return _instead(old, value, said, (start + a, start + b), spans, number)
    if not named and not _speaks_of(said, put):
        return None
    lead = _LEAD.match(said, start, end)
    start = lead.end() if lead else start
    words = said[start:end].strip(" \"“”'‘’")
    if not words or named:
        return None
    start = said.index(words, start)
    end = start + len(words)
    new = read_as(words, start, old.ref, reader, session, fair=FAIR)
    if new is not None and new.status == "known" and not set(new.values) & {put.denied, OTHER}:
        new_value = new.values if old.field.type == "set" else new.values[0]
        return Wish(
            (),
            "",
            spans,
            instead=(Fact(old.ref, "known", checked_value(old.ref, new_value), words, start, end, number),),
        )
    if len(words.split()) > MOST_WORDS or _NO_WORD.search(words):
        return None
    if OTHER in old.values:
        label = old.field.options[OTHER]
        holds = words.casefold() in old.quote.casefold()
        return Wish(
            (), "", spans, phrases.OTHER_HOLDS.format(label, words) if holds else phrases.OTHER_ALONE.format(label)
        )
    if OTHER in old.field.options:
        return _instead(old, OTHER, said, (start, end), spans, number, phrases.NONE_OF_MINE.format(words))
    return Wish((old.ref,), "", spans, again=old.ref)


def _speaks_of(said: str, put: _Put) -> bool:
    """Whether words that name no choice are put for one all the same: "we want peace, not business" sets nothing right where business is noted.

    A label like any other word, and one that answers anything, takes the matter by its name, or words that say what something is.
    """
    label = put.old.field.options.get(put.denied, put.denied)
    before = said[put.place[0] : put.new[1]]
    if _named_matter(put.old.field.key, said) or _ABOUT_THE_NOTE.search(said):
        return True
    if answers_anything(label):
        return False
    return not is_everyday(label) or _SAYS_WHAT.match(before) is not None


def _instead(
    old: Fact,
    value: str,
    said: str,
    at: tuple[int, int],
    spans: tuple[tuple[int, int], ...],
    number: int,
    note: str = "",
) -> Wish:
    new = checked_value(old.ref, [value] if old.field.type == "set" else value)
    return Wish((), "", spans, note, instead=(Fact(old.ref, "known", new, said[slice(*at)], *at, number),))


def _touches(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
