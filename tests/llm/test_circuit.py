"""The circuit: bounded tries, growing waits, and a pause after failures in a row."""

from __future__ import annotations

import pytest

from vcassist.llm.circuit import Circuit, GuardedChat, Limits
from vcassist.llm.fake import FakeChat
from vcassist.llm.trouble import ModelTrouble

ANSWER = {"facts": []}


class Clock:
    def __init__(self) -> None:
        self.now, self.slept = 0.0, []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def guarded(*replies: object, **limits: float) -> tuple[GuardedChat, FakeChat, Clock]:
    clock, chat = Clock(), FakeChat(replies)
    return GuardedChat(chat, Circuit(Limits(**{"failures": 2, **limits}), clock, clock.sleep)), chat, clock


def ask(chat: GuardedChat) -> dict:
    return chat.structured("s", "u", {}, 10)


def test_waits_grow_and_tries_are_bounded() -> None:
    chat, inner, clock = guarded(ModelTrouble("server"))
    with pytest.raises(ModelTrouble, match="failure"):
        ask(chat)
    assert len(inner.calls) == 3
    assert clock.slept[1] > clock.slept[0]


def test_a_wait_longer_than_a_turn_is_not_waited_for() -> None:
    chat, inner, clock = guarded(ModelTrouble("rate", wait=60))
    with pytest.raises(ModelTrouble):
        ask(chat)
    assert (len(inner.calls), clock.slept) == (1, [])


def test_a_refused_key_opens_the_circuit_at_once() -> None:
    chat, inner, _ = guarded(ModelTrouble("key"))
    for _ in range(3):
        with pytest.raises(ModelTrouble):
            ask(chat)
    assert len(inner.calls) == 1


def test_after_the_pause_one_call_tries_and_success_closes_the_circuit() -> None:
    chat, inner, clock = guarded(ModelTrouble("malformed"), ModelTrouble("malformed"), ANSWER)
    for _ in range(4):
        with pytest.raises(ModelTrouble):
            ask(chat)
    assert len(inner.calls) == 2
    clock.now += 61
    assert ask(chat) == ANSWER
    assert ask(chat) == ANSWER


def test_a_failed_trial_opens_the_circuit_again() -> None:
    chat, inner, clock = guarded(ModelTrouble("malformed"))
    for _ in range(2):
        with pytest.raises(ModelTrouble):
            ask(chat)
    clock.now += 61
    for _ in range(3):
        with pytest.raises(ModelTrouble):
            ask(chat)
    assert len(inner.calls) == 3


def test_missing_agreement_is_no_failure_of_the_model() -> None:
    chat, inner, _ = guarded(ModelTrouble("not agreed"), ModelTrouble("not agreed"), ModelTrouble("not agreed"), ANSWER)
    for _ in range(3):
        with pytest.raises(ModelTrouble, match="agreed"):
            ask(chat)
    assert ask(chat) == ANSWER


def test_a_listener_who_leaves_does_not_count_against_the_model() -> None:
    chat, _, _ = guarded("one two three")
    for _ in range(5):
        stream = chat.stream("s", "u")
        assert next(stream) == "one "
        stream.close()
    assert not chat.circuit.open
