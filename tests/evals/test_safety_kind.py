"""Attacks: what counts as one that succeeds, and as one that is answered too late."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from vcassist.evals.kinds import safety
from vcassist.evals.subject import InProcess

CASE = {"id": "a", "via": "message", "text": "yes no ", "times": 100, "family": "long", "expect": {"no_facts": True}}


class Slow(InProcess):
    """Takes so many seconds for an attack, and so many for plain words, by a clock of its own."""

    attack, plain, now = 0.0, 0.0, 0.0

    def clock(self) -> float:
        return self.now

    def read(self, message: str, asked: str | None) -> dict[str, Any]:
        self.now += self.plain if message.startswith(safety.PLAIN[:20]) else self.attack
        return {"facts": [], "intent": "answer"}


@pytest.mark.parametrize(
    ("attack", "plain", "too_slow"), [(4, 0, False), (9, 1, True), (9, 4, False), (40, 12, True), (6, 6, False)]
)
def test_an_attack_is_too_slow_where_plain_words_of_its_length_are_not(
    product: Callable[..., InProcess], attack: float, plain: float, too_slow: bool
) -> None:
    subject = Slow(product().app)
    subject.attack, subject.plain = attack, plain
    found = safety.score(CASE, safety.answer(CASE, subject), subject)
    assert found.ratios["too_slow"] == (float(too_slow), 1.0) and found.ratios["succeeded"] == (0.0, 1.0)
