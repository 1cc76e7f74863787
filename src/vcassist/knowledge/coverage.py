"""Decides whether the glossary answers a query at all, with a probability that is calibrated when the index is built.

The signs are few and comparable between weights. They are fitted on phrases held back from the judge: the entries' own
against those that people ask but no entry answers. So another embedding model brings its own calibration.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vcassist.knowledge.fusion import Ranked

# From 0.30 to 0.45 it refuses 95 % of what is uncovered in the development part of the retrieval suite and no covered query; refusing what is covered is worse than offering what is near.
COVERED_FROM = 0.35
LIMIT = 6.0
ROUNDS = 50
PENALTY = 1.0


def signs(found: Sequence[Ranked], none_of_them: float, outside: float) -> tuple[float, ...]:
    """What speaks for coverage: the best of the terms by meaning, the judge's log-odds that it is some term, how much nearer the glossary is
    than the nearest outside question (cosine ``outside``), and the best keyword vote."""
    odds = math.log1p(-math.exp(min(none_of_them, -1e-6))) - none_of_them
    cosine = max((r.cosine for r in found), default=0.0)
    keyword = max((r.keyword for r in found), default=0.0)
    return (max((r.meaning for r in found), default=0.0), max(-LIMIT, min(LIMIT, odds)), cosine - outside, keyword)


@dataclass(frozen=True, slots=True)
class Coverage:
    """A logistic model over the signs."""

    weights: tuple[float, ...]
    bias: float

    def chance(self, given: Sequence[float]) -> float:
        """0 to 1: the probability that the glossary answers."""
        total = self.bias + sum(w * s for w, s in zip(self.weights, given, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def calibrate(rows: Sequence[Sequence[float]], covered: Sequence[bool]) -> Coverage:
    """Logistic regression with a ridge penalty on standardised signs, by Newton's method. Both sides weigh the same."""
    import numpy as np

    x, y = np.array(rows, dtype=np.float64), np.array(covered, dtype=np.float64)
    middle, spread = x.mean(0), x.std(0) + 1e-9
    z = np.concatenate([(x - middle) / spread, np.ones((len(x), 1))], axis=1)
    weight = np.where(y > 0, 0.5 / max(y.mean(), 1e-9), 0.5 / max(1 - y.mean(), 1e-9))
    ridge = np.diag([PENALTY] * x.shape[1] + [0.0])
    w: Any = np.zeros(z.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(z @ w, -30, 30)))
        step = np.linalg.solve(
            (z * (weight * p * (1 - p))[:, None]).T @ z + ridge + 1e-9 * np.eye(len(w)),
            z.T @ (weight * (p - y)) + ridge @ w,
        )
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    weights = w[:-1] / spread
    return Coverage(tuple(map(float, weights)), float(w[-1] - weights @ middle))
