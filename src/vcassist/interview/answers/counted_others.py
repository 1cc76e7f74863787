"""How many others there are is no size of the house: "active farmers are more like 1400, 1800 are registered" counts nobody who works there. Pure."""

from __future__ import annotations

import re

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.denying import SIZE
from vcassist.interview.sentences import SENTENCE, around

_I = re.I
# Who is served, registered or looked after, and words of those who work there.
_SERVED = re.compile(
    r"\b(?:famil(?:y|ies)|pupils?|students?|patients?|child(?:ren|s)?|kids|clients?|customers?|users?|households?|farmers?|growers?|refugees?|residents?|citizens?|tenants?|"
    r"subscrib\w+|regist\w+|beneficiar\w+|visitors?|guests?|mothers?|parents|readers?|callers?|applicants?|downloads?|accounts?|beds|signed up|active (?:\w+ )?(?:users?|farmers?|people|accounts?|members?))\b",
    _I,
)
_WORKS_THERE = re.compile(
    r"\b(?:we|us|our|i|staff|employ\w+|colleagues?|volunteers?|workers?|paid|payroll|team|teachers?|nurses?|officers?|people work\w*|work(?:s|ing)? here|of us|salari\w+|headcount|members? of staff)\b",
    _I,
)


def without_counts_of_others(facts: tuple[Fact, ...], said: str, asked: str | None) -> tuple[Fact, ...]:
    """The facts without a size of the house that was read, unasked, in a sentence that counts people of another kind."""
    return tuple(f for f in facts if f.ref != SIZE or asked == SIZE or not _of_others(f, said))


def _of_others(fact: Fact, said: str) -> bool:
    sentence = around(SENTENCE, said, fact.start) if fact.start is not None else None
    text = sentence[0] if sentence is not None else fact.quote
    return _SERVED.search(text) is not None and not _WORKS_THERE.search(text)
