"""How many others there are is no size of the house: "active farmers are more like 1400, 1800 are registered" counts nobody who works there. Pure."""

from __future__ import annotations

import re

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.denying import SIZE
from vcassist.interview.sentences import SENTENCE, around

_I = re.I
# Who is served, registered or looked after, and words of those who work there.
_SERVED = (
    r"(?:famil(?:y|ies)|pupils|students|patients|child(?:ren|s)|kids|clients|customers|users|households|farmers|growers|refugees|residents|citizens|tenants|subscrib\w+|regist\w+|"
    r"beneficiar\w+|visitors|guests|mothers|parents|readers|callers|applicants|downloads|accounts|beds|signed up)"
)
_COUNTS = re.compile(rf"\b{_SERVED}\b", _I)
# Right behind the number, or before it: "1800 is registered", "the pupils: 640", "active farmers is more like 1400".
_BEHIND = re.compile(rf"\W{{0,2}}(?:[\w'’-]+ ){{0,2}}?{_SERVED}\b", _I)
_BEFORE = re.compile(rf"\b{_SERVED}(?:\s*:|(?: now)? (?:is|are|were|number|total|come to))(?: [\w'’-]+){{0,3}}\W*$", _I)
# "221 houses", "60 old notes": what a number counts by its next words, where they are no word for people of the house.
FAR = 40
_THINGS = re.compile(r"\d[\d.,]*\W{0,2}(?:[a-z][\w-]*\s)?[a-z][\w-]{2,}s\b", _I)
_PEOPLE = re.compile(
    r"\b(?:people|persons?|heads|hands|souls|folks?|members|men|women|staff|employ\w+|colleagues?|volunteers?|workers?|payroll|team|teachers?|nurses?|officers?|salari\w+|headcount|full.?timers?|part.?timers?|trustees)\b",
    _I,
)
_WORKS_THERE = re.compile(
    r"\b(?:we|us|our|i|staff|employ\w+|colleagues?|volunteers?|workers?|paid|payroll|team|teachers?|nurses?|officers?|people work\w*|work(?:s|ing)? here|salari\w+|headcount)\b",
    _I,
)


def without_counts_of_others(facts: tuple[Fact, ...], said: str, asked: str | None) -> tuple[Fact, ...]:
    """The facts without a size of the house that was read, unasked, in a number that counts people of another kind."""
    return tuple(f for f in facts if f.ref != SIZE or asked == SIZE or not _of_others(f, said))


def _of_others(fact: Fact, said: str) -> bool:
    if fact.start is None or fact.end is None:
        return False
    sentence = around(SENTENCE, said, fact.start)
    start, end = sentence.span() if sentence is not None else (fact.start, fact.end)
    if _THINGS.search(said[fact.start : max(end, fact.start + FAR)]) and not _PEOPLE.search(said, start, end):
        return True
    if _WORKS_THERE.search(said, start, end):
        return False
    own = said[fact.start : fact.end]
    return bool(_COUNTS.search(own) or _BEHIND.match(said, fact.end, end) or _BEFORE.search(said[start : fact.start]))
