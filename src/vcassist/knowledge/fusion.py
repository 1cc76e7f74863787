"""Joins the voices of retrieval: many vectors an entry, and a light keyword vote for acronyms and rare names. Pure."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "can",
        "could",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "me",
        "my",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "she",
        "should",
        "so",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "they",
        "this",
        "to",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
        "about",
        "just",
        "like",
        "get",
        "got",
        "really",
        "mean",
        "means",
        "thing",
        "things",
        "one",
    ]
)
SECOND = 0.12
KEYWORD = 0.16


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
    """The names of each term (title, aliases, acronyms) as word tuples, and how rare each word is among terms."""

    by_term: Mapping[str, tuple[tuple[str, ...], ...]]
    weight: Mapping[str, float]

    @classmethod
    def of(cls, names: Mapping[str, Iterable[str]]) -> Names:
        table = {term: tuple(tuple(words(n)) for n in each if words(n)) for term, each in names.items()}
        count = Counter(w for each in table.values() for w in {w for name in each for w in name})
        return cls(table, {w: math.log(1 + len(table) / n) for w, n in count.items()})

    def votes(self, query: str) -> dict[str, float]:
        """0 to 1 a term: how much of one of its names stands in the query, weighed by rarity."""
        asked = set(words(query))
        found: dict[str, float] = {}
        for term, names in self.by_term.items():
            best = 0.0
            for name in names:
                total = sum(self.weight.get(w, 0.0) for w in name)
                hit = sum(self.weight.get(w, 0.0) for w in name if w in asked)
                if total and hit == total:
                    best = max(best, min(1.0, total / 4.0))
                elif total:
                    best = max(best, 0.5 * (hit / total) * min(1.0, hit / 4.0))
            if best:
                found[term] = best
        return found


@dataclass(frozen=True, slots=True)
class Hit:
    """One vector near the query: ``score`` is the cosine."""

    term: str
    kind: str
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """One term with its joined score, best passage and the evidence that coverage is judged by."""

    term: str
    score: float
    cosine: float
    keyword: float
    passage: str


def rank(hits: Sequence[Hit], votes: Mapping[str, float]) -> list[Ranked]:
    """Terms, best first: the best vector, a little of the next ones, and the keyword vote."""
    by_term: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_term[hit.term].append(hit)
    found = []
    for term in {*by_term, *votes}:
        near = sorted(by_term.get(term, ()), key=lambda h: -h.score)
        top = near[0].score if near else 0.0
        following = [h.score for h in near[1:4]]
        second = sum(following) / 3 if following else 0.0
        passage = next((h.text for h in near if h.kind == "passage"), "")
        keyword = votes.get(term, 0.0)
        found.append(Ranked(term, (1 - SECOND) * top + SECOND * second + KEYWORD * keyword, top, keyword, passage))
    return sorted(found, key=lambda r: (-r.score, r.term))
