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

STEPS = 120
FEW_STEPS = 40
STEP = 0.05
# Unit vectors are short; scaled, the weights stay near one and the penalty below means the same for all of them.
SCALE = 10.0
PENALTY = 3e-3
OUTSIDE_WEIGHT = 0.5


@dataclass(frozen=True)
class Judge:
    """``matrix`` has one row a term and a last one for none of them; its last column is the bias. Shape (terms + 1, dimensions + 1)."""

    terms: tuple[str, ...]
    matrix: Any

    def log_chances(self, vector: Any) -> tuple[dict[str, float], float]:
        """The log-probability of each term, and of none of them."""
        import numpy as np

        logits = self.matrix[:, :-1] @ vector + self.matrix[:, -1]
        highest = logits.max()
        logs = logits - (highest + np.log(np.exp(logits - highest).sum()))
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
    return Judge(terms, _descend(x, target, weight / weight.sum(), w, steps))


def _descend(x: Floats, target: Any, weight: Floats, w: Any, steps: int) -> Any:
    """Adam (Kingma and Ba, 2015) over the whole set, from ``w``, which it changes. The bias column carries no penalty."""
    import numpy as np

    mean, spread = np.zeros_like(w), np.zeros_like(w)
    penalty = np.full(x.shape[1], PENALTY, np.float32)
    penalty[-1] = 0
    rows = np.arange(len(x))
    for step in range(1, steps + 1):
        logits = x @ w.T
        logits -= logits.max(1, keepdims=True)
        wrong = np.exp(logits)
        wrong /= wrong.sum(1, keepdims=True)
        wrong[rows, target] -= 1
        gradient = (wrong * weight[:, None]).T @ x + penalty * w
        mean = 0.9 * mean + 0.1 * gradient
        spread = 0.999 * spread + 0.001 * gradient * gradient
        w -= STEP * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    w[:, :-1] *= SCALE
    return w
