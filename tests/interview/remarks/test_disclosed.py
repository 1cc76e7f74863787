"""Somebody in danger whom the tool meets comes before the next question: a grave word, and a first step."""

from __future__ import annotations

from time import perf_counter

import pytest
from talks import ask, talk

from vcassist.interview import phrases
from vcassist.interview.remarks.disclosed import discloses


@pytest.mark.parametrize(
    "said",
    [
        "kids ask it bout self harm sometimes and it goes straight out nobody reads it",
        "Some callers write to it that they want to end their life, and no person ever sees that.",
        "A pupil asked it how to kill herself.",
        "Last week a boy told the bot that his uncle beats him up.",
        "Children confide in the chatbot about abuse at home.",
        "Students tell it that they do not want to live any more.",
        "It told a 14-year-old how to hurt himself.",
        "there are messages about suicide in the chat logs",
        "If a kid writes to it about suicide nobody sees it",
    ],
)
def test_talk_of_harm_that_the_tool_meets_is_heard(said: str) -> None:
    assert discloses(said)


@pytest.mark.parametrize(
    "said",
    [
        # Whose work it is.
        "People text us about suicide and it sorts the texts.",
        "Our shelter helps women who are abused. We use ChatGPT to write letters.",
        "Refugees tell us how they were beaten, and Whisper writes it down.",
        "We use it to write about suicide prevention.",
        # A safeguard, and somebody who is there.
        "If somebody tells it that they want to die, it shows the helpline.",
        "When a caller tells the bot he wants to die, a counsellor takes over at once.",
        "Kids tell it about self-harm and our counsellor reads every chat.",
        # Not so, or only asked.
        "Nobody has ever told it about abuse.",
        "It never talks about suicide.",
        "What if a kid tells it about self-harm?",
    ],
)
def test_work_against_harm_and_its_safeguards_are_no_disclosure(said: str) -> None:
    assert not discloses(said)


def test_a_tool_is_known_by_its_name_in_this_talk() -> None:
    said = "a girl wrote to Kora that she wants to die"
    assert discloses(said, ["Kora"]) and not discloses(said)


def test_the_word_and_the_first_step_stand_before_the_question_and_in_short_the_second_time() -> None:
    t = ask(talk(), "model.alternative")
    turn = t.say("Kids ask it about self-harm, and none of us looks at it.")
    assert turn.reply.startswith(f"{phrases.GRAVE} {phrases.GRAVE_STEP}")
    assert t.session.awaiting is not None and t.session.awaiting.manner == "again"
    assert t.say("A girl told it that she wants to die.").reply.startswith(phrases.GRAVE_AGAIN)


@pytest.mark.parametrize("said", [" " * 20000, "." * 20000, "kids tell it about " * 1000, "it told " * 2500])
def test_a_long_run_of_the_same_words_takes_no_time(said: str) -> None:
    begun = perf_counter()
    assert not discloses(said) and perf_counter() - begun < 0.5
