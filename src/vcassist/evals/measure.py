"""The arithmetic of the evals: every measure is a ratio of sums over cases, with a bootstrap interval. Pure.

A case contributes (numerator, denominator) to each measure, so that micro averages, sub-groups and resampling are the same sum.
Source of the interval: B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, percentile method, resampling
clusters of cases that belong together (messages of one voice).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

Ratio = tuple[float, float]
RESAMPLES = 1000
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Scored:
    """One case measured. ``groups`` is group → label → measure → ratio; ``expected`` and ``got`` tell a failure."""

    ratios: Mapping[str, Ratio]
    groups: Mapping[str, Mapping[str, Mapping[str, Ratio]]] = field(default_factory=dict)
    failed: bool = False
    expected: Any = None
    got: Any = None
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "ratios": {k: list(v) for k, v in self.ratios.items()},
            "groups": {g: {n: {m: list(r) for m, r in ms.items()} for n, ms in each.items()} for g, each in self.groups.items()},
            "failed": self.failed, "expected": self.expected, "got": self.got, "note": self.note,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One case's outcome in a run: what inspect hands back. ``ms`` is the time the product took."""

    case: str
    cluster: str
    scored: Mapping[str, Any]
    ms: float
    crashed: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` with its 95 % interval; ``n`` is the denominator."""

    value: float
    low: float
    high: float
    n: float

    def as_json(self) -> dict[str, float]:
        return {
            "value": round(self.value, 4),
            "low": round(self.low, 4),
            "high": round(self.high, 4),
            "n": round(self.n, 2),
        }


def total(ratios: Iterable[Sequence[float]]) -> Ratio:
    """The sum of numerators and of denominators."""
    top = bottom = 0.0
    for one in ratios:
        top, bottom = top + one[0], bottom + one[1]
    return top, bottom


def totals(sums: Sequence[Mapping[str, Ratio]], names: Sequence[str] = ()) -> dict[str, Ratio]:
    """The sums of several counts, by the names that any of them has, or by ``names``."""
    names = names or list(dict.fromkeys(name for each in sums for name in each))
    return {name: total(each[name] for each in sums if name in each) for name in names}


def totals_by(groups: Sequence[tuple[str, Mapping[str, Ratio]]]) -> dict[str, dict[str, Ratio]]:
    """The same for each group, each with all the names that any has."""
    names = list(totals([counts for _, counts in groups]))
    return {key: totals([c for k, c in groups if k == key], names) for key in dict.fromkeys(k for k, _ in groups)}


def figures(rows: Sequence[Row], seed: int) -> dict[str, Figure]:
    """Every measure over all cases, with its interval. A measure whose denominator is nought is left out."""
    names = list(dict.fromkeys(name for row in rows for name in row.scored["ratios"]))
    at = {cluster: n for n, cluster in enumerate(dict.fromkeys(row.cluster for row in rows))}
    draws = (
        np.random.default_rng(seed).multinomial(len(at), [1 / len(at)] * len(at), RESAMPLES) if at else np.zeros((0, 0))
    )
    found = {}
    for name in names:
        tops, bottoms = np.zeros(len(at)), np.zeros(len(at))
        for row in rows:
            top, bottom = row.scored["ratios"].get(name, (0.0, 0.0))
            tops[at[row.cluster]] += top
            bottoms[at[row.cluster]] += bottom
        if not bottoms.sum():
            continue
        below = draws @ bottoms
        drawn = (draws @ tops)[below > 0] / below[below > 0]
        low, high = np.percentile(drawn, (2.5, 97.5))
        found[name] = Figure(float(tops.sum() / bottoms.sum()), float(low), float(high), float(bottoms.sum()))
    return found


def grouped(rows: Sequence[Row]) -> dict[str, dict[str, dict[str, list[float]]]]:
    """group → label → measure → [value, n], without intervals."""
    sums: dict[tuple[str, str, str], list[Sequence[float]]] = defaultdict(list)
    for row in rows:
        for group, labels in row.scored["groups"].items():
            for label, measures in labels.items():
                for name, ratio in measures.items():
                    sums[group, label, name].append(ratio)
    found: dict[str, dict[str, dict[str, list[float]]]] = {}
    for (group, label, name), ratios in sorted(sums.items()):
        top, bottom = total(ratios)
        if bottom:
            found.setdefault(group, {}).setdefault(label, {})[name] = [round(top / bottom, 4), round(bottom, 2)]
    return found


def prf(right: float, got: float, gold: float) -> dict[str, Ratio]:
    """Precision, recall and F1 as ratios of counts."""
    return {"precision": (right, got), "recall": (right, gold), "f1": (2 * right, got + gold)}


def fold_text(text: str) -> str:
    """Case, accents and typographic quotes do not count."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def tokens(text: str) -> set[str]:
    return set(_WORD.findall(fold_text(text)))


def texts_agree(one: str, other: str) -> bool:
    """Lenient match of two free texts: half of their words are shared, or one holds the other as whole words."""
    first, second = tokens(one), tokens(other)
    if not first or not second:
        return fold_text(one) == fold_text(other)
    if 2 * len(first & second) >= 0.5 * (len(first) + len(second)):
        return True
    left, right = (f" {' '.join(_WORD.findall(fold_text(t)))} " for t in (one, other))
    return left in right or right in left


def ndcg(gains: Sequence[float], ideal: Sequence[float], at: int) -> float:
    """Normalised discounted cumulative gain; gain is 2^grade − 1, discount log2(rank + 1) (Järvelin and Kekäläinen, 2002)."""

    def dcg(grades: Sequence[float]) -> float:
        return sum((2**g - 1) / math.log2(n + 2) for n, g in enumerate(grades[:at]))

    best = dcg(sorted(ideal, reverse=True))
    return dcg(gains) / best if best else 0.0


def quantile(values: Sequence[float], q: float) -> float:
    return float(np.quantile(np.array(values), q)) if values else 0.0
