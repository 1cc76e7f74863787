"""One more item for a set that is noted, named while something else is asked: "patients too", "you only have the children", "add staff". Pure but for its reader.

Only what has the form of an addition is tried, and only where a reader plainly takes its words for items of that set: they answer no
other question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vcassist.chain.facts import Fact, field_of
from vcassist.chain.fields import ALONE
from vcassist.interview.answers.offered import NO, YES
from vcassist.interview.ports import Reader, Reading
from vcassist.interview.reading import gate, merged_set
from vcassist.interview.sentences import PART
from vcassist.interview.session import Session

_I = re.I
SURE = 0.5
# Items are few words without a verb.
LONGEST = 7
_LEAD = r"^\W*(?:(?:and|also|oh|ah|plus|but|no|sorry|well|yes|wait|then|please|again|i (?:said|mean|meant|forgot)(?: that)?|(?:you|u)(?:['’]?ve| have)? (?:forgot|missed|left out|skipped)|what about|don['’]?t forget|do not forget)\b[\s,:–-]*)*"
_ITEMS = r"(?P<items>(?:the |our |my |all )?[^\W\d_][\w’'-]*(?: [\w’'-]+){0,6}?)"
_TOO = r"(?:,? (?:too|as well|also|in addition))"
_CONCERNED = r"(?: (?:are|is|get|gets|count)(?: also| too)?(?: (?:affected|concerned|touched|included|involved|judged|in it|by it))(?: by (?:it|this|that))?)"
_JOINS = re.compile(rf"^\W*(?:and|plus|also)\W+(?:for )?{_ITEMS}\W*$", _I)
_FORMS = (
    re.compile(rf"{_LEAD}{_ITEMS}{_CONCERNED}?{_TOO}(?: (?:are|is) (?:affected|concerned|touched))?\W*$", _I),
    re.compile(
        rf"{_LEAD}{_ITEMS} (?:are|is) (?:also|too) (?:affected|concerned|touched|included|involved)(?: by (?:it|this|that))?\W*$",
        _I,
    ),
    _JOINS,
    re.compile(rf"^\W*both\b[\s,:–-]*{_ITEMS}\W*$", _I),
    re.compile(rf"^\W*{_ITEMS}[\s,–-]+both\W*$", _I),
    re.compile(
        rf"^\W*(?:please |kindly |also |pls |and |pray |then |again |do |now )*(?:add|include)(?: also| too)? {_ITEMS}(?: (?:to|with) (?:[\w’'-]+ ){{0,4}}[\w’'-]+)?(?:,? (?:please|too|as well))*\W*$",
        _I,
    ),
    re.compile(rf"^\W*(?:you|u)(?:['’]?ve| have)? (?:forgot(?:ten)?|missed|left out|skipped) {_ITEMS}\W*$", _I),
    re.compile(rf"^\W*{_ITEMS}\W*$", _I),
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|do|does|did|can|will|would|should|must|use|uses|we|i|you|it|they|he|she|not|no|never|nobody|none|yes)\b",
    _I,
)
_JOINED = re.compile(r"\s(?:and|&|plus)\s|\s?[,+]\s?", _I)


@dataclass(frozen=True, slots=True)
class _Items:
    start: int
    end: int
    text: str
    # A list and nothing else; begins with an "and" alone.
    bare: bool
    joins: bool


def grown(session: Session, said: str, facts: tuple[Fact, ...], reader: Reader, number: int) -> Fact | None:
    """The set that a message adds to, as it is then; None where its words are no plain items of a set that is noted."""
    awaiting, chain = session.awaiting, session.chain
    if awaiting is None or not awaiting.is_open:
        return None
    sets = [f for f in chain.facts.values() if f.field.type == "set" and f.status == "known" and f.ref != awaiting.ref]
    if not sets or any(f.ref == awaiting.ref and f.field.type == "set" for f in facts):
        return None
    # Words and names may be a list of anything: without a form that adds, they answer what was asked for words or names.
    answered = field_of(awaiting.ref).type in ("text", "entity") or any(f.ref == awaiting.ref for f in facts)
    # "Yes, their names. And photos" goes on answering.
    goes_on = bool(YES.match(said) or NO.match(said)) or any(f.ref == awaiting.ref for f in facts)
    for items in _items(said):
        if (items.bare and answered) or (items.joins and goes_on):
            continue
        found = [(sure, new) for old in sets if (read := _read(items, old, session, reader)) for sure, new in [read]]
        if found:
            new = max(found, key=lambda pair: pair[0])[1]
            return replace(new, turn=number)
    return None


def _items(said: str) -> Iterator[_Items]:
    """What has the form of items to be added, clause by clause; a bare list only where it has two and is all of its sentence."""
    for sentence in PART.finditer(said):
        for form in _FORMS:
            m = form.match(sentence[0])
            if m is None or _VERB.search(m["items"]) or len(m["items"].split()) > LONGEST:
                continue
            bare = form is _FORMS[-1]
            if bare and not _JOINED.search(m["items"]):
                continue
            yield _Items(
                sentence.start() + m.start("items"), sentence.start() + m.end("items"), m["items"], bare, form is _JOINS
            )
            break


def _read(items: _Items, old: Fact, session: Session, reader: Reader) -> tuple[float, Fact] | None:
    """(how sure, the set with these items), where a reader takes them for items of it and one is new."""
    chain = session.chain
    if ALONE & set(old.values):
        # Who said that there is none of it does not add one by the way.
        return None
    reading = reader.read(items.text, old.ref, chain.without(old.ref))
    mine = tuple(p for p in reading.proposals if p.ref == old.ref and p.status == "known" and p.confidence >= SURE)
    for fact in gate(Reading(mine, "answer"), items.text).facts:
        if ALONE & set(fact.values) or set(fact.values) <= set(old.values):
            return None
        if items.bare and not set(fact.values) & set(old.values):
            # A list that is said again holds what was said.
            return None
        placed = replace(fact, quote=items.text, start=items.start, end=items.end)
        return max(p.confidence for p in mine), merged_set(old, placed)
    return None
