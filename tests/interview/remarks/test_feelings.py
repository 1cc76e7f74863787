"""What weighs on somebody is met in one humane sentence, and answers nothing."""

from __future__ import annotations

import pytest
from talks import ask
from worlds import Talk

from vcassist.chain.facts import Chain
from vcassist.interview.phrases import COMFORT
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.remarks.feelings import feeling_in, felt_in


class EagerReader:
    """Takes every message for the answer that was asked for."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        return Reading((Proposal(str(asked), "known", "none", message, 0.9),) if asked else (), "answer")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("two little ones died this morning, I shouldn't be doing this today", "grief"),
        ("We buried a colleague on Monday", "grief"),
        ("my dad is in hospital, sorry", "grief"),
        ("I've been awake over it, to be honest.", "worry"),
        ("it keeps me up at night", "worry"),
        ("I am very worried the members will leave", "worry"),
        ("can they fire me?", "job"),
        ("Will I lose my job over this?", "job"),
        ("what if my manager gets rid of me", "job"),
        ("I can't think straight any more", "tired"),
        ("I haven't slept", "tired"),
        ("I let them down", "guilt"),
        ("I buried my own mother in March so forgive me", "grief"),
        ("I'm gutted about that lad", "grief"),
        ("Can't get it out of my head", "worry"),
        ("I'm afraid of what comes next", "worry"),
        ("It's been a long year with the cuts", "tired"),
        ("I should have checked it", "guilt"),
        ("I think I'm confusing you. I'm confusing myself.", "apology"),
    ],
)
def test_a_feeling_is_met_for_what_it_is_and_is_no_answer(said: str, kind: str) -> None:
    assert feeling_in(said) == kind
    turn = ask(Talk(EagerReader()), "application.outage_effect").say(said)
    assert turn.facts == () and not turn.done
    assert any(turn.reply.startswith(words) for words in COMFORT[kind]), turn.reply


@pytest.mark.parametrize(
    "said",
    [
        "It sorts reports of deaths",
        "Children who lost a parent",
        "It tells tired nurses when to rest",
        "awake staff check it at night",
        "I'm ashamed to say nobody reads it",
        "We lost the contract last week",
        "patients who are worried call us",
        "they can replace the model",
        "I'm afraid the data leaves the country.",
        "I am afraid I expressed myself badly.",
        "I keep thinking it's made by OpenAI.",
        "We buried the cables this week, so it works offline.",
        "The supplier can replace us as a customer, so no.",
        "Hard night shifts are planned by hand if it stops.",
        "Patients who have not slept get a call from a nurse.",
        "It alerts us if a swimmer drowned here.",
        "I should have read the model card but no.",
        "Can they let me go through the data myself?",
    ],
)
def test_to_speak_of_ones_work_is_no_feeling(said: str) -> None:
    assert feeling_in(said) is None


def test_what_is_told_beside_a_feeling_is_left_to_be_read() -> None:
    said = "We would have to close the clinic, it's my fault."
    assert [said[a:b] for a, b in felt_in(said)] == ["it's my fault."]
    turn = ask(Talk(EagerReader()), "application.purpose").say(said)
    assert turn.facts


@pytest.mark.parametrize(
    "said",
    [
        "Does Trint keep what we type? This is what I am afraid of.",
        "I am worried about what the app does with the names.",
        "I'm nervous about the recordings being shared.",
        "Is it right that I am worried about that?",
    ],
)
def test_a_sober_concern_about_data_or_a_tool_is_answered_and_not_comforted(said: str) -> None:
    assert feeling_in(said) is None


def test_who_is_upset_about_data_is_comforted_all_the_same() -> None:
    assert feeling_in("I am so afraid of the names getting out") == "worry"
    assert feeling_in("The leak keeps me awake") == "worry"
