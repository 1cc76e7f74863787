"""A linear judge of meaning: learns from the glossary's own phrases which term a vector speaks of, or none of them.

Multinomial logistic regression over unit vectors, fitted when the index is built: about a second for 3,000 phrases.
It weighs what tells terms apart, where the nearest phrase alone follows the setting (a clinic, a school) of a question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

STEPS = 80
FEW_STEPS = 40
STEP = 0.05
# Unit vectors are short; scaled, the weights stay near one and the penalty below means the same for all of them.
SCALE = 10.0
PENALTY = 3e-3
OUTSIDE_WEIGHT = 0.5


def log_softmax(logits: Any) -> Any:
    """Log-probabilities of one row of logits."""
    import numpy as np

    highest = logits.max()
    return logits - (highest + np.log(np.exp(logits - highest).sum()))


@dataclass(frozen=True)
class Judge:
    """``matrix`` has one row a term and a last one for none of them; its last column is the bias. Shape (terms + 1, dimensions + 1)."""

    terms: tuple[str, ...]
    matrix: Any

    def log_chances(self, vector: Any) -> tuple[dict[str, float], float]:
        """The log-probability of each term, and of none of them."""
        logs = log_softmax(self.matrix[:, :-1] @ vector + self.matrix[:, -1])
        return dict(zip(self.terms, map(float, logs[:-1]), strict=True)), float(logs[-1])


def learn(
    vectors: Floats, labels: Sequence[str], weights: Sequence[float], outside: Floats, start: Judge | None = None
) -> Judge:
    """Fits the judge: ``vectors`` (n, dimensions) with a term and a weight each, and vectors of what no term answers.

    ``start`` is a judge of the same terms that saw most of it already: then fewer steps do. The same input gives the same judge.
    """
    import numpy as np

    terms = tuple(sorted(set(labels)))
    number = {term: n for n, term in enumerate(terms)}
    target = np.concatenate([np.array([number[label] for label in labels]), np.full(len(outside), len(terms))])
    weight = np.concatenate([np.array(weights), np.full(len(outside), OUTSIDE_WEIGHT)]).astype(np.float32)
    x = np.concatenate([vectors, outside]).astype(np.float32) * SCALE
    x = np.concatenate([x, np.ones((len(x), 1), np.float32)], axis=1)
    w, steps = np.zeros((len(terms) + 1, x.shape[1]), np.float32), STEPS
    if start is not None and start.terms == terms:
        w, steps = start.matrix.copy(), FEW_STEPS
        w[:, :-1] /= SCALE
    w = descend(x, target, weight / weight.sum(), w, steps, STEP, PENALTY)
    w[:, :-1] *= SCALE
    return Judge(terms, w)


def descend(x: Any, target: Any, weight: Floats, w: Any, steps: int, pace: float, ridge: float) -> Any:
    """Weights of a multinomial logistic regression by Adam (Kingma and Ba, 2015) over the whole set, from ``w``, which it changes.

    ``x`` (n, features), an array or a sparse one, has ones in its last column; that column, the bias, carries no penalty.
    """
    import numpy as np

    mean, spread = np.zeros_like(w), np.zeros_like(w)
    penalty = np.full(x.shape[1], ridge, np.float32)
    penalty[-1] = 0
    rows = np.arange(x.shape[0])
    for step in range(1, steps + 1):
        logits = x @ w.T
        logits -= logits.max(1, keepdims=True)
        wrong = np.exp(logits)
        wrong /= wrong.sum(1, keepdims=True)
        wrong[rows, target] -= 1
        gradient = (wrong * weight[:, None]).T @ x + penalty * w
        mean = 0.9 * mean + 0.1 * gradient
        spread = 0.999 * spread + 0.001 * gradient * gradient
        w -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return w
