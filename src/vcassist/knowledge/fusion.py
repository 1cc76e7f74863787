"""Joins the voices of retrieval: many vectors an entry, the judge, and a light keyword vote for acronyms and rare names. Pure."""

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
# Weights of the voices beside nearness (a cosine), set on the retrieval suite's development part: see docs/knowledge.md.
SHARPNESS = 0.05
FAR = 0.02
JUDGE = 0.06
KEYWORD = 0.15
WHOLE_FIELD = 0.05
RELATED = 0.15


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
    """One term with its joined score and the evidence for it. ``place`` is its nearest passage, -1 when none is near."""

    term: str
    score: float
    cosine: float
    keyword: float
    place: int


@dataclass(frozen=True, slots=True)
class Kinship:
    """What the entries say of each other: ``related`` terms, and those that are about a ``whole_field`` of work."""

    related: Mapping[str, Sequence[str]]
    whole_field: frozenset[str]


def rank(
    hits: Sequence[Hit], votes: Mapping[str, float], chances: Mapping[str, float], kinship: Kinship
) -> list[Ranked]:
    """Every term, best first: nearness of its vectors, the judge's word, the keyword vote; then what is related to the best.

    ``hits`` are the nearest vectors, ``chances`` the judge's log-probabilities. Nearness is the smooth maximum of a term's
    cosines. An entry on a whole field of work (health, schools) yields a little, as every question comes from some field.
    """
    near: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        near[hit.term].append(hit)
    floor = min((hit.score for hit in hits), default=0.0) - FAR
    found = []
    for term, chance in chances.items():
        own = sorted(near.get(term, ()), key=lambda h: -h.score)
        nearness = SHARPNESS * math.log(sum(math.exp(h.score / SHARPNESS) for h in own)) if own else floor
        keyword = votes.get(term, 0.0)
        score = nearness + JUDGE * chance + KEYWORD * keyword - WHOLE_FIELD * (term in kinship.whole_field)
        place = next((h.place for h in own if h.place >= 0), -1)
        found.append(Ranked(term, score, own[0].score if own else floor, keyword, place))
    found.sort(key=lambda r: (-r.score, r.term))
    return _with_kin(found, kinship) if found else []


def _with_kin(found: Sequence[Ranked], kinship: Kinship) -> list[Ranked]:
    """The same terms with the best first, the others raised by their kinship with likely ones."""
    best = found[0].score
    likely = {r.term: math.exp((r.score - best) / SHARPNESS) for r in found}
    total = sum(likely.values())
    raised: dict[str, float] = defaultdict(float)
    for term, share in likely.items():
        for other in kinship.related.get(term, ()):
            raised[other] += RELATED * share / total
    rest = [replace(r, score=min(best, r.score + raised[r.term])) for r in found[1:]]
    return [found[0], *sorted(rest, key=lambda r: (-r.score, r.term))]
