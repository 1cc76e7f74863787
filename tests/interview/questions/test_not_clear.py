"""Who only says that a question is not clear, or makes a sound, has answered nothing."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.questions.not_clear import is_not_clear, is_only_a_sound, without_not_clear

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


@pytest.mark.parametrize(
    "said",
    [
        "I'm afraid I don't follow. Where does data come from?",
        "I don't understand, where would it come from?",
        "You lost me. From the people, they come in on a Tuesday.",
    ],
)
def test_beside_other_words_it_is_no_dont_know_either(said: str) -> None:
    words = said.split(",")[0].split(".")[0]
    unknown = Proposal("data.provenance", "unknown", None, words, 0.9, 0, len(words))
    found = without_not_clear(Reading((unknown,), "answer"), said, "data.provenance")
    assert found.proposals == () and found.intent == "question"


def test_a_dont_know_stays_one() -> None:
    said = "I don't know. Where does data come from?"
    unknown = Proposal("data.provenance", "unknown", None, "I don't know", 0.9, 0, 12)
    reading = Reading((unknown,), "answer")
    assert without_not_clear(reading, said, "data.provenance") is reading
    assert without_not_clear(reading, "I don't follow.", "data.sources") is reading


@pytest.mark.parametrize(
    "said", ["I don't know this word, represent. What you mean?", "never heard of that term. what do you mean by it?"]
)
def test_who_does_not_know_a_word_has_not_said_that_they_do_not_know(said: str) -> None:
    words = said.split(".")[0]
    told = Proposal("data.representative", "unknown", None, words, 0.9, 0, len(words))
    assert without_not_clear(Reading((told,), "answer"), said, "data.representative").proposals == ()


def test_a_word_that_is_not_understood_is_no_choice_hardly_read() -> None:
    said = 'I do not understand "model card". A student wrote it himself.'
    for sure, left in ((0.6, 0), (0.98, 1)):
        read = Reading((Proposal("model.documentation", "known", "no", said[:32], sure, 0, 32),), "answer")
        assert len(without_not_clear(read, said, "model.documentation").proposals) == left
