"""Somebody who came to harm by what a tool said comes before the next question: a word on it, and a first step."""

from __future__ import annotations

from time import perf_counter

import pytest
from talks import ask, talk

from vcassist.interview import phrases
from vcassist.interview.remarks.harm_done import LONGEST, harm_done


@pytest.mark.parametrize(
    "said",
    [
        "last week one mother waited 2 days because the bot said so, the child had malaria",
        "A patient nearly died, it gave the wrong dose.",
        "The score cut them off and three of our farmers lost their land.",
        "The app missed the bleeding. She ended up in intensive care.",
        "Last winter it put a call at the bottom and a skipper drowned.",
        "In May it said all was calm and a boy was badly hurt.",
        "Because of it a family was evicted in March",
        "He trusted the machine and was badly burnt.",
        "Yesterday I have a patient, the app say green and on Monday in the RHU they found the wound between the toes.",
        "one rainy season. 3 times wrong on bor road. lost truck, driver hurt",
        "It is happened one time, it say green and the woman had 150 of pressure.",
        "Nobody looked. It said all was safe and on Sunday a walker was hurt",
        "Last month it said all was well, but the child was really ill.",
        "The translation said he was a fighter, so the man was arrested at the gate.",
    ],
)
def test_harm_by_a_tool_is_heard(said: str) -> None:
    assert harm_done(said)


@pytest.mark.parametrize(
    "said",
    [
        "If it gives the wrong dose a patient could die.",
        "It rings the nurse when somebody falls, so that nobody dies alone.",
        "Our founder died in May, and since then the app is mine.",
        "The bot said hello. We have two goats.",
        "It has never said anything by which a patient was hurt.",
        "Has anybody died because it said so?",
        "It writes the notices for families whose father passed away.",
        "The people were not hurt, it sounded in time.",
        "A mother asked it about malaria.",
        "It said the cow was fine and the cow died.",
        "Once it said the price and the customer was happy.",
        "It says green when the woman had no fever.",
        "It tells the nurse which patients are injured.",
        "It is wrong for a teacher to leave it alone, one child hurt himself.",
        "Last week it showed the picture and the doctor found the wound.",
        "It put the job at the bottom, and then the battery died.",
    ],
)
def test_what_might_be_what_is_its_work_and_what_happened_without_it_are_not(said: str) -> None:
    assert not harm_done(said)


def test_a_tool_is_known_by_its_name() -> None:
    assert harm_done("AskZed told her to wait and she lost the baby.", ["AskZed"])
    assert not harm_done("Maria told her to wait and she lost the baby.", ["AskZed"])


def test_it_is_met_before_the_question_and_again_in_short() -> None:
    t = talk()
    t.know(application__name="AskZed")
    ask(t, "governance.policy")
    said = "A child nearly died, AskZed said it could wait."
    assert phrases.HARMED in t.say(said).reply
    again = t.say(f"Did you see it: {said}").reply
    assert phrases.HARMED_AGAIN in again and phrases.HARMED not in again


def test_a_long_message_costs_no_time() -> None:
    before = perf_counter()
    harm_done("it said he she they nearly " * 40)
    harm_done("a" * (LONGEST + 1))
    assert perf_counter() - before < 1
