"""Bounded retries with back-off, a time limit, and a circuit breaker that spares the turns after several failures."""

from __future__ import annotations

import queue
import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from vcassist.llm.ports import ChatPort
from vcassist.llm.trouble import PASSING, ModelTrouble, trouble_from

T = TypeVar("T")
MAX_WAIT = 4.0


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` for one whole call, retries included; ``tries`` in all; ``failures`` in a row that open the circuit."""

    seconds: float = 30.0
    tries: int = 3
    backoff: float = 0.5
    failures: int = 3
    pause: float = 60.0
    key_pause: float = 300.0


@dataclass
class Circuit:
    """Counts failures in a row; once open it refuses calls until its pause is over, then lets one call try."""

    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    # Calls that were not tried because it was open.
    turned_away: int = 0
    _failed: int = 0
    _closed_again: float = 0.0
    _trying: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def open(self) -> bool:
        return self.clock() < self._closed_again

    def enter(self) -> None:
        """Raises ModelTrouble("paused") while the circuit is open, or while the one trial after it is under way."""
        with self._lock:
            if self.open or self._trying:
                self.turned_away += 1
                raise ModelTrouble("paused")
            self._trying = self._failed >= self.limits.failures

    def succeeded(self) -> None:
        with self._lock:
            self._failed, self._closed_again, self._trying = 0, 0.0, False

    def failed(self, trouble: ModelTrouble) -> None:
        """Counts a failure of the model; what is no fault of its availability does not open the circuit."""
        with self._lock:
            self._trying = False
            if trouble.kind == "not agreed":
                return
            self._failed += 1
            if trouble.kind == "key":
                self._closed_again = self.clock() + self.limits.key_pause
            elif self._failed >= self.limits.failures:
                self._closed_again = self.clock() + self.limits.pause


def within(seconds: float, call: Callable[[], T]) -> T:
    """The call's result, or ModelTrouble("timeout") after ``seconds``, even when the other side drips byte by byte.

    The call runs in a thread of its own that is left behind when time is up; its own socket time-out ends it later.
    """
    done = threading.Event()
    box: list[Any] = []

    def work() -> None:
        try:
            box.extend((True, call()))
        except BaseException as error:
            box.extend((False, error))
        done.set()

    threading.Thread(target=work, daemon=True, name="vcassist-model").start()
    if not done.wait(max(0.0, seconds)):
        raise ModelTrouble("timeout")
    if box[0]:
        return box[1]  # type: ignore[no-any-return]
    raise box[1]


class GuardedChat:
    """A chat model behind a circuit. Sessions share the circuit and may each wrap what is inside (see egress)."""

    def __init__(self, inner: ChatPort, circuit: Circuit | None = None) -> None:
        self.inner, self.circuit = inner, circuit or Circuit()

    @property
    def name(self) -> str:
        return self.inner.name

    @property
    def remote(self) -> bool:
        return self.inner.remote

    def wrapping(self, wrap: Callable[[ChatPort], ChatPort]) -> GuardedChat:
        """The same model and circuit, with a wrapper that sees each single attempt."""
        return GuardedChat(wrap(self.inner), self.circuit)

    def structured(self, system: str, user: str, schema: Mapping[str, Any], max_tokens: int) -> dict[str, Any]:
        return self._tried(lambda: self.inner.structured(system, user, schema, max_tokens))

    def _tried(self, call: Callable[[], T]) -> T:
        self.circuit.enter()
        limits, clock = self.circuit.limits, self.circuit.clock
        ends = clock() + limits.seconds
        for attempt in range(1, limits.tries + 1):
            try:
                found = within(ends - clock(), call)
            except Exception as error:
                trouble = trouble_from(error)
                wait = self._wait(trouble, attempt)
                if trouble.kind in PASSING and attempt < limits.tries and wait <= MAX_WAIT and clock() + wait < ends:
                    self.circuit.sleep(wait)
                    continue
                self.circuit.failed(trouble)
                raise trouble from None
            self.circuit.succeeded()
            return found
        raise AssertionError("unreachable")

    def _wait(self, trouble: ModelTrouble, attempt: int) -> float:
        backoff: float = self.circuit.limits.backoff * 2 ** (attempt - 1) * (1 + 0.2 * random.random())
        return max(backoff, trouble.wait or 0.0)

    def stream(self, system: str, user: str) -> Iterator[str]:
        """Pieces as they come; never tried twice, since words were already shown."""
        self.circuit.enter()
        try:
            yield from _pumped(lambda: self.inner.stream(system, user), self.circuit.limits.seconds)
        except GeneratorExit:
            # The listener went away: that says nothing about the model.
            self.circuit.succeeded()
            raise
        except Exception as error:
            trouble = trouble_from(error)
            self.circuit.failed(trouble)
            raise trouble from None
        self.circuit.succeeded()


def _pumped(begin: Callable[[], Iterator[str]], seconds: float) -> Iterator[str]:
    """The pieces of an iterator that runs in one thread of its own, until it ends or time is up."""
    pieces: queue.Queue[str | BaseException | None] = queue.Queue(maxsize=1000)
    gone = threading.Event()

    def pump() -> None:
        try:
            for piece in begin():
                if gone.is_set():
                    return
                pieces.put(piece, timeout=seconds)
            pieces.put(None)
        except BaseException as error:
            pieces.put(error)

    threading.Thread(target=pump, daemon=True, name="vcassist-model").start()
    ends = time.monotonic() + seconds
    try:
        while True:
            try:
                piece = pieces.get(timeout=max(0.0, ends - time.monotonic()))
            except queue.Empty:
                raise ModelTrouble("timeout") from None
            if piece is None:
                return
            if isinstance(piece, BaseException):
                raise piece
            yield piece
    finally:
        gone.set()
