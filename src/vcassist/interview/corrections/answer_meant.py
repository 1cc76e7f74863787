"""Which answer words mean that speak of one: by the name of its matter, its value or label, its own words, or those of its question. Pure but for its reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from vcassist.chain.facts import Fact
from vcassist.interview import meant
from vcassist.interview.corrections.denying import old_value_in
from vcassist.interview.corrections.labels import labels_noted
from vcassist.interview.corrections.repair import SURE, read_as
from vcassist.interview.ports import Reader
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.removals.removing import named_in
from vcassist.interview.session import Session
from vcassist.interview.words import Country

# How much it bears on which answer is meant that words say the name of a matter, its value, the same as was answered, a word of that answer,
# one that few other questions have, one of the question, and how many of the words are of either; from ENOUGH on it is meant, and from LITTLE on where it is plainly taken back.
_BY_NAME, _BY_VALUE, _BY_SAYING, _BY_WORD, _BY_STEM, _BY_QUESTION, _BY_ALL = 3.0, 3.0, 1.0, 0.8, 0.7, 0.4, 2.0
ENOUGH, LITTLE = 1.4, 0.7


def answer_meant(
    text: str,
    session: Session,
    reader: Reader,
    country: Country,
    *,
    least: float = ENOUGH,
    may_be: Callable[[Fact], bool] = lambda fact: True,
) -> Fact | None:
    """The one answer that a text means most, and at least so much; None where several fit. Of several parts that of the named one, else the one
    spoken of last.
    """
    keys, heard, chain = set(keys_named(text)), meant.stems(text), session.chain
    words = meant.words_of(text)
    weights: dict[str, float] = {}
    for fact in chain.facts.values():
        if fact.ref == session.asked or not may_be(fact):
            continue
        shown = any(re.search(rf"(?<!\w)(?:{label})(?!\w)", text, re.I) for label in labels_noted(fact))
        value = shown or (fact.field.type != "yesno" and old_value_in(fact, text, country) is not None)
        own, asks = meant.words_of(fact.quote) & words, meant.words_of(fact.field.question) & words
        # "The data" is in many questions, and by itself names none.
        by_name = _BY_STEM if fact.field.name == "description" else _BY_NAME
        weight = by_name * (fact.field.key in keys) / max(1, len(keys)) + _BY_VALUE * value
        weight += _BY_WORD * min(3, len(own))
        weight += _BY_STEM * min(2, len(meant.telling_stems(fact.field.key) & heard))
        # "All the farmers had a say" names the farmers, and is wholly of their say.
        weight += _BY_QUESTION * min(2, len(asks)) + _BY_ALL * len(own | asks) / max(1, len(words))
        if weight and fact.field.options and fact.status == "known":
            again = read_as(text, 0, fact.ref, reader, session, fair=SURE)
            weight += _BY_SAYING * (again is not None and again.says_the_same(fact))
        weights[fact.ref] = weight
    most = max(weights.values(), default=0.0)
    best = [chain.facts[ref] for ref, weight in weights.items() if weight == most]
    if most < least or not best:
        return None
    key = best[0].field.key
    if any(f.field.key != key for f in best):
        return None
    return _of_the_part([f for f in chain.facts.values() if f.field.key == key], text, session)


def _of_the_part(alike: Sequence[Fact], text: str, session: Session) -> Fact | None:
    kind = alike[0].field.kind
    named = [c for c in named_in(text, session.chain.all_components(), session.chain) if c.partition("-")[0] == kind]
    if named:
        alike = [f for f in alike if f.component in named]
    return max(alike, key=lambda f: f.turn, default=None)
