"""Who only says that a question is not clear, or makes a sound, has answered nothing."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.interview.questions.not_clear import is_not_clear, is_only_a_sound

ENCRYPTED = "storage.encrypted"


@pytest.mark.parametrize(
    "said",
    [
        "huh",
        "what?",
        "you lost me",
        "i don't get it",
        "no idea what that means",
        "sorry?",
        "examples please",
        "too complicated",
    ],
)
def test_a_question_that_is_not_clear_is_put_in_other_words(said: str) -> None:
    assert is_not_clear(said)
    t = ask(talk(), ENCRYPTED)
    t.say(said)
    assert ENCRYPTED not in t.session.chain.facts and t.session.asked == ENCRYPTED


@pytest.mark.parametrize(
    "said",
    [
        "we don't get it from them",
        "not clear who stores it",
        "what the vendor gives",
        "lost in the flood",
        "sorry",
        "too hard to move",
    ],
)
def test_what_tells_something_is_clear_enough(said: str) -> None:
    assert not is_not_clear(said)


@pytest.mark.parametrize("said", ["ok", "hm", "hmm ok", "no wait", "i see", "yes?"])
def test_a_sound_is_no_answer_and_gets_one_follow_up(said: str) -> None:
    assert is_only_a_sound(said)
    t = ask(talk(), ENCRYPTED)
    t.say(said)
    assert ENCRYPTED not in t.session.chain.facts
    assert t.session.awaiting is not None and (t.session.awaiting.ref, t.session.awaiting.manner) == (
        ENCRYPTED,
        "vague",
    )


@pytest.mark.parametrize("said", ["yes", "no", "ok we do", "hm, no"])
def test_an_answer_is_no_sound(said: str) -> None:
    assert not is_only_a_sound(said)


def test_ok_agrees_to_what_was_put() -> None:
    t = ask(talk(), ENCRYPTED, "confirm", new="yes")
    t.say("ok")
    assert t.session.chain.value(ENCRYPTED) == "yes"
