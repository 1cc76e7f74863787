"""Goes down a slope: Adam, with a pace that falls from step to step."""

from __future__ import annotations

from typing import Any

import numpy as np


class Descent:
    """Changes ``parts`` (arrays), step by step, in their list; ``steps`` in all, the pace from ``pace`` + ``least`` down to ``least``."""

    def __init__(self, parts: list[Any], steps: int, pace: float, least: float) -> None:
        self._parts, self._steps, self._pace, self._least = parts, steps, pace, least
        self._means, self._squares = [0 * p for p in parts], [0 * p for p in parts]
        self._done = 0

    def step(self, slopes: list[Any]) -> None:
        self._done += 1
        pace = self._pace * (1 - self._done / self._steps) + self._least
        for n, slope in enumerate(slopes):
            self._means[n] = 0.9 * self._means[n] + 0.1 * slope
            self._squares[n] = 0.99 * self._squares[n] + 0.01 * slope**2
            spread = np.sqrt(self._squares[n] / (1 - 0.99**self._done)) + 1e-8
            self._parts[n] = self._parts[n] - pace * self._means[n] / (1 - 0.9**self._done) / spread
