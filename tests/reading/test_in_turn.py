"""Many threads read in turn, and a long text keeps no message waiting."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock

import pytest

from vcassist.chain.facts import Chain, fold
from vcassist.errors import BadInput
from vcassist.interview.ports import Reading
from vcassist.reading.in_turn import AT_ONCE, LONG, InTurn

CHAIN = fold([])
PATIENCE = 10.0


class Counting:
    """Reads until it is let go, and counts how many read at once."""

    def __init__(self) -> None:
        self.reading, self.most = 0, 0
        self.full, self.go_on, self._lock = Event(), Event(), Lock()

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        with self._lock:
            self.reading += 1
            self.most = max(self.most, self.reading)
            if self.reading == AT_ONCE:
                self.full.set()
        assert self.go_on.wait(PATIENCE)
        with self._lock:
            self.reading -= 1
        return Reading((), "answer")


def test_no_more_messages_are_read_at_once_than_may_be() -> None:
    inner = Counting()
    reader = InTurn(inner)
    with ThreadPoolExecutor(8) as pool:
        readings = [pool.submit(reader.read, "We use a tool.", None, CHAIN) for _ in range(8)]
        assert inner.full.wait(PATIENCE)
        inner.go_on.set()
        assert [each.result(PATIENCE).intent for each in readings] == ["answer"] * 8
    assert inner.most == AT_ONCE


def test_a_message_does_not_wait_for_long_texts() -> None:
    class LongOnesWait:
        done = Event()

        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            assert len(message) <= LONG or self.done.wait(PATIENCE)
            return Reading((), "answer")

    inner = LongOnesWait()
    reader = InTurn(inner)
    with ThreadPoolExecutor(8) as pool:
        long_ones = [pool.submit(reader.read, "a" * (LONG + 1), None, CHAIN) for _ in range(4)]
        try:
            assert pool.submit(reader.read, "We use a tool.", None, CHAIN).result(PATIENCE).intent == "answer"
            assert not any(each.done() for each in long_ones)
        finally:
            inner.done.set()


def test_an_error_gives_its_place_back() -> None:
    class Refusing:
        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            raise BadInput("No.")

    reader = InTurn(Refusing())
    for _ in range(AT_ONCE + 1):
        with pytest.raises(BadInput):
            reader.read("We use a tool.", None, CHAIN)
