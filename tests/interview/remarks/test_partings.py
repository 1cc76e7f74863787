"""People part by putting the phone down, wrapping it up, logging out, or coming back another day."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.interview.remarks.goodbyes import closes_the_talk


@pytest.mark.parametrize(
    "said",
    [
        "wrap it up mate",
        "I SAID WRAP IT UP",
        "right im hanging up the headset",
        "what part of im hanging up didnt you get. goodnight irene",
        "click. brrr. dial tone",
        "ok im outta here for real, 10-7",
        "I got a board meeting, that's my dime's worth",
        "I should like to end here and thank you for your courtesy, imperfect as your hearing has been.",
        "Tea time. I shall come back tomorrow",
        "Signing off, cheers",
        "closing the laptop now",
        "end interview",
        "That is all I am prepared to say.",
        "I'm logging out",
        "I must now excuse myself, the clinic is closing. Thank you very much.",
        "I have to close now, the bus leaves in five minutes. Many thanks.",
        "I need to get back to my patients.",
    ],
)
def test_a_parting_ends_the_talk_while_a_field_is_asked(said: str) -> None:
    assert closes_the_talk(said, "governance.policy") is not None
    turn = ask(talk(), "governance.policy").say(said)
    assert turn.done and turn.facts == ()


def test_what_is_answered_before_a_parting_is_kept() -> None:
    for said in (
        "partly. Signing off, cheers",
        "partly. I must now excuse myself, the clinic is closing. Thank you very much.",
    ):
        turn = ask(talk(), "governance.policy").say(said)
        assert turn.done and turn.facts[0].value == "partly"


@pytest.mark.parametrize(
    "said",
    [
        "We hang up on callers who shout",
        "the caller hangs up",
        "We get back to the patients with an answer",
        "They excuse themselves for each mistake",
        "We wrap it up in a letter and post it",
        "It signs off each letter",
        "the system logs out",
        "I come back to it tomorrow if it is down",
        "The children wait for the answer",
        "My colleague checks it. Thank you",
        "Let me wrap it up in one sentence: it sorts letters",
        "no more data is stored",
    ],
)
def test_what_only_looks_like_a_parting_is_none(said: str) -> None:
    assert closes_the_talk(said, "application.human_review") is None
