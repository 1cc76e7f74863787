"""Joins the voices of retrieval: many vectors an entry, the judges of meaning and of words, and a vote for names. Pure."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

_WORD = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_STOP = frozenset(
    _WORD.findall(
        """a an and are as at be been but by can could do does for from had has have he her his how i if in into is it its may me
    my no not of on or our she should so that the their them then there they this to us was we were what when where which who
    why will with would you your about just like get got really mean means thing things one"""
    )
)
SHARPNESS = 0.05
FAR = 0.02
# Weights of the voices, in log-odds, as a logistic regression over what answers the queries of the retrieval suite's development
# part and of 56 harder ones gave them: see docs/knowledge.md. ``LEAST`` is as far as a judge's word against a term counts.
NEARNESS = 5.1
JUDGE = 0.93
WORDS = 1.32
KEYWORD = 2.3
WHOLE_FIELD = 2.9
LEAST = -14.0
# How much the kin of a likely term are raised, and how evenly the likely ones share in it.
RELATED = 6.0
EVENLY = 2.0
# Beside nearness in the score by meaning alone, which says whether a query is covered.
MEANING_JUDGE, MEANING_KEYWORD, MEANING_WHOLE_FIELD = 0.06, 0.15, 0.05


def words(text: str) -> list[str]:
    """Folded content words, with plural and common verb endings removed."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return [_stem(w) for w in _WORD.findall(plain) if w not in _STOP]


def _stem(word: str) -> str:
    for ending, least in (("ies", 5), ("ing", 6), ("ed", 5), ("es", 5), ("s", 4)):
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


@dataclass(frozen=True, slots=True)
class Names:
    """The names of each term (title, aliases, acronyms) as word tuples, how rare each word is among terms, and who uses it."""

    by_term: Mapping[str, tuple[tuple[str, ...], ...]]
    weight: Mapping[str, float]
    terms_with: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, names: Mapping[str, Iterable[str]]) -> Names:
        table = {term: tuple(tuple(words(n)) for n in each if words(n)) for term, each in names.items()}
        users: dict[str, set[str]] = defaultdict(set)
        for term, each in table.items():
            for word in {w for name in each for w in name}:
                users[word].add(term)
        weight = {w: math.log(1 + len(table) / len(terms)) for w, terms in users.items()}
        return cls(table, weight, {w: frozenset(terms) for w, terms in users.items()})

    def votes(self, query: str) -> dict[str, float]:
        """0 to 1 a term: how much of one of its names stands in the query, weighed by rarity."""
        asked = set(words(query))
        met = {term for word in asked for term in self.terms_with.get(word, ())}
        return {term: max(self._vote(name, asked) for name in self.by_term[term]) for term in met}

    def _vote(self, name: tuple[str, ...], asked: set[str]) -> float:
        total = sum(self.weight[w] for w in name)
        hit = sum(self.weight[w] for w in name if w in asked)
        return min(1.0, total / 4.0) if hit == total else 0.5 * (hit / total) * min(1.0, hit / 4.0)


@dataclass(frozen=True, slots=True)
class Hit:
    """One vector near the query: ``score`` is the cosine, ``place`` the passage of the entry or -1."""

    term: str
    kind: str
    text: str
    score: float
    place: int = -1


@dataclass(frozen=True, slots=True)
class Ranked:
    """One term with the evidence for it.

    ``score`` (0 to 1) falls from the best on; ``chance`` is the probability that this is the term asked for, before kinship;
    ``meaning`` is the score of meaning alone. ``place`` is its nearest passage, -1 when none is near.
    """

    term: str
    score: float
    chance: float
    meaning: float
    cosine: float
    keyword: float
    place: int


@dataclass(frozen=True, slots=True)
class Kinship:
    """What the entries say of each other: ``related`` terms, and those that are about a ``whole_field`` of work."""

    related: Mapping[str, Sequence[str]]
    whole_field: frozenset[str]


def rank(
    hits: Sequence[Hit],
    votes: Mapping[str, float],
    chances: Mapping[str, float],
    heard: Mapping[str, float],
    kinship: Kinship,
) -> list[Ranked]:
    """Every term, best first: nearness of its vectors, the judges' word, the keyword vote; then what is related to the best.

    ``hits`` are the nearest vectors, ``chances`` and ``heard`` the log-probabilities by the judges of meaning and of words.
    Nearness is the smooth maximum of a term's cosines. An entry on a whole field of work (health, schools) yields, as every
    question comes from some field.
    """
    near: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        near[hit.term].append(hit)
    floor = min((hit.score for hit in hits), default=0.0) - FAR
    found: list[Ranked] = []
    odds: dict[str, float] = {}
    for term, chance in chances.items():
        own = sorted(near.get(term, ()), key=lambda h: -h.score)
        nearness = SHARPNESS * math.log(sum(math.exp(h.score / SHARPNESS) for h in own)) if own else floor
        keyword, whole = votes.get(term, 0.0), term in kinship.whole_field
        meaning = nearness + MEANING_JUDGE * chance + MEANING_KEYWORD * keyword - MEANING_WHOLE_FIELD * whole
        judged = JUDGE * max(LEAST, chance) + WORDS * max(LEAST, heard.get(term, 0.0))
        odds[term] = NEARNESS * nearness + judged + KEYWORD * keyword - WHOLE_FIELD * whole
        place = next((h.place for h in own if h.place >= 0), -1)
        found.append(Ranked(term, 0.0, 0.0, meaning, own[0].score if own else floor, keyword, place))
    return _in_order(found, odds, kinship) if found else []


def _in_order(found: Sequence[Ranked], odds: Mapping[str, float], kinship: Kinship) -> list[Ranked]:
    """The terms by their log-odds, with scores: the best first, the others raised by their kinship with likely ones."""
    best = min(odds, key=lambda term: (-odds[term], term))
    total = sum(math.exp(o - odds[best]) for o in odds.values())
    likely = {term: math.exp((o - odds[best]) / EVENLY) for term, o in odds.items()}
    whole = sum(likely.values())
    raised: dict[str, float] = defaultdict(float)
    for term, share in likely.items():
        for other in kinship.related.get(term, ()):
            raised[other] += RELATED * share / whole
    behind = {term: 0.0 if term == best else o + raised[term] - odds[best] for term, o in odds.items()}
    scored = [
        replace(r, score=math.exp(min(0.0, behind[r.term])) / total, chance=math.exp(odds[r.term] - odds[best]) / total)
        for r in found
    ]
    return sorted(scored, key=lambda r: (r.term != best, -behind[r.term], r.term))
