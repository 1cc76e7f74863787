"""What a language model cost during a run: calls, tokens read and written, seconds, and dollars where the price is given."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from vcassist.errors import BadUsage
from vcassist.evals.measure import quantile
from vcassist.llm.ports import ChatPort

# Where a provider counts no tokens: characters a token in English, the rule of thumb of OpenAI's tokeniser page (November 2026).
CHARACTERS = 4


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars a million tokens."""

    read: float
    written: float


def price_of(text: str) -> Price:
    """``"0.15/0.60"``. Raises BadUsage for anything else."""
    first, _, second = text.partition("/")
    try:
        return Price(float(first), float(second))
    except ValueError as error:
        raise BadUsage(
            f"{text!r} is no price.", "It is two amounts in dollars a million tokens.", "Write it as 0.15/0.60."
        ) from error


@dataclass(frozen=True, slots=True)
class Call:
    """One attempt. ``counted`` is False where the tokens are estimated from characters."""

    seconds: float
    read: int
    written: int
    counted: bool
    failed: bool


@dataclass
class Meter:
    """Every call of a run, in order."""

    calls: list[Call] = field(default_factory=list)
    # How often so far the model was spared after failures: the product went on without it.
    turned_away: Callable[[], int] = lambda: 0
    _away: int = 0

    def mark(self) -> int:
        self._away = self.turned_away()
        return len(self.calls)

    def since(self, mark: int, price: Price | None) -> dict[str, Any]:
        """The use since a mark as JSON; empty when no model was called."""
        calls, skipped = self.calls[mark:], self.turned_away() - self._away
        if not calls and not skipped:
            return {}
        seconds = [c.seconds for c in calls]
        read, written = sum(c.read for c in calls), sum(c.written for c in calls)
        use: dict[str, Any] = {
            "calls": len(calls),
            "failed": sum(c.failed for c in calls),
            "skipped": skipped,
            "tokens_read": read,
            "tokens_written": written,
            "tokens_estimated": not all(c.counted for c in calls),
            "seconds": {"median": round(quantile(seconds, 0.5), 3), "p95": round(quantile(seconds, 0.95), 3)},
        }
        if price:
            use["dollars"] = round((read * price.read + written * price.written) / 1e6, 6)
        return use


@dataclass(frozen=True)
class MeteredChat:
    """A chat model whose every attempt is counted."""

    inner: ChatPort
    meter: Meter

    @property
    def name(self) -> str:
        return self.inner.name

    @property
    def remote(self) -> bool:
        return self.inner.remote

    def structured(self, system: str, user: str, schema: Mapping[str, Any], max_tokens: int) -> dict[str, Any]:
        began, answer = time.perf_counter(), None
        try:
            answer = self.inner.structured(system, user, schema, max_tokens)
            return answer
        finally:
            counted = None
            if answer is not None:
                counted = (getattr(self.inner, "tokens_read", 0), getattr(self.inner, "tokens", 0))
            self._note(began, len(system) + len(user), str(answer or ""), counted, answer is None)

    def stream(self, system: str, user: str) -> Iterator[str]:
        began, said, whole = time.perf_counter(), [], False
        try:
            for piece in self.inner.stream(system, user):
                said.append(piece)
                yield piece
            whole = True
        finally:
            self._note(began, len(system) + len(user), "".join(said), None, not whole)

    def _note(self, began: float, sent: int, said: str, counted: tuple[int, int] | None, failed: bool) -> None:
        """``sent`` in characters; ``counted`` are the provider's own tokens, where it tells them."""
        exact = counted is not None and all(counted)
        read, written = counted if counted and exact else (sent // CHARACTERS, len(said) // CHARACTERS)
        self.meter.calls.append(Call(time.perf_counter() - began, read, written, exact, failed))
