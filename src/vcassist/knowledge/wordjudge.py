"""A linear judge of words: learns from the glossary's own phrases which words and pairs of words speak of which term.

Vectors of a whole sentence blur the one word that matters ("who is *answerable* for our records"); here it keeps its own
weight. Multinomial logistic regression over tf-idf of stems and pairs of stems (G. Salton and C. Buckley, 1988), fitted when
the index is built. It needs no weights from elsewhere and no second pass of a network.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from vcassist.knowledge.judge import OUTSIDE_WEIGHT, descend, log_softmax

_WORD = re.compile(r"[a-z0-9]+")
# What stands in fewer texts than this teaches only that text.
LEAST = 3
STEPS = 60
STEP = 0.15
PENALTY = 1e-5


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


def features(text: str) -> list[str]:
    """The stems of a text and its pairs of neighbouring stems. No word is left out: in "who", "before" and "without" lies the question."""
    stems = [_stem(w) for w in _WORD.findall(text.lower())]
    return [*stems, *(f"{one} {two}" for one, two in pairwise(stems))]


@dataclass(frozen=True)
class WordJudge:
    """``matrix`` has one row a term and a last one for none of them, one column a feature and a last one, the bias.

    ``at`` gives a feature's column, ``rarity`` its inverse document frequency. Shape (terms + 1, features + 1).
    """

    terms: tuple[str, ...]
    at: Mapping[str, int]
    rarity: Any
    matrix: Any

    def log_chances(self, text: str) -> dict[str, float]:
        """The log-probability of each term. A text of unknown words says what is asked most, and of no term much."""
        import numpy as np

        columns, values = _weighed(features(text), self.at, self.rarity)
        logs = log_softmax(self.matrix[:, columns] @ np.array(values, np.float32) + self.matrix[:, -1])
        return dict(zip(self.terms, map(float, logs[:-1]), strict=True))


def _weighed(found: Sequence[str], at: Mapping[str, int], rarity: Any) -> tuple[list[int], list[float]]:
    """Columns and values of a text's known features: rarity times one plus the log of their count, as a unit vector."""
    counts = Counter(f for f in found if f in at)
    columns = [at[f] for f in counts]
    values = [(1 + math.log(n)) * float(rarity[c]) for c, n in zip(columns, counts.values(), strict=True)]
    length = math.sqrt(sum(v * v for v in values)) or 1.0
    return columns, [v / length for v in values]


def learn_words(
    texts: Sequence[str], labels: Sequence[str], weights: Sequence[float], outside: Sequence[str]
) -> WordJudge:
    """Fits the judge: ``texts`` with a term and a weight each, and texts that no term answers. The same input gives the same judge."""
    import numpy as np
    from scipy.sparse import csr_array

    terms = tuple(sorted(set(labels)))
    number = {term: n for n, term in enumerate(terms)}
    everything = [features(text) for text in (*texts, *outside)]
    spread = Counter(f for found in everything for f in set(found))
    at = {f: n for n, f in enumerate(sorted(f for f, count in spread.items() if count >= LEAST))}
    rarity = np.array([math.log((1 + len(everything)) / (1 + spread[f])) + 1 for f in at], np.float32)
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for found in everything:
        own, amounts = _weighed(found, at, rarity)
        columns += [*own, len(at)]
        values += [*amounts, 1.0]
        ends.append(len(columns))
    x = csr_array((np.array(values, np.float32), columns, ends), shape=(len(everything), len(at) + 1))
    target = np.array([*(number[label] for label in labels), *[len(terms)] * len(outside)])
    weight = np.array([*weights, *[OUTSIDE_WEIGHT] * len(outside)], np.float32)
    start = np.zeros((len(terms) + 1, len(at) + 1), np.float32)
    return WordJudge(terms, at, rarity, descend(x, target, weight / weight.sum(), start, STEPS, STEP, PENALTY))
