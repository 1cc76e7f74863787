"""What is only mentioned, left out, asked back or done every Friday starts no "What should it be?"; and that is never asked twice in a row."""

from __future__ import annotations

import pytest
from talks import ask, talk, waits
from worlds import Talk


def noted() -> Talk:
    t = talk()
    t.know(application__name="TriageMate", application__affected_people=("patients",))
    return ask(t, "governance.policy")


@pytest.mark.parametrize(
    "said",
    [
        "TriageMate is for nurses, no wait, doctors.",
        "You have left out the nurses. TriageMate concerns them.",
        "Didn't I say patients?",
        "We remove TriageMate's pictures every Friday.",
        "TriageMate is right.",
        "If TriageMate is gone we wait.",
    ],
)
def test_a_mention_starts_no_change(said: str) -> None:
    t = noted()
    turn = t.say(said)
    assert "What should it be" not in turn.reply and t.session.chain.value("application.name") == "TriageMate"
    assert turn.awaiting is None or turn.awaiting.manner != "change"


@pytest.mark.parametrize("said", ["I have five facts and a worry.", "You have left out the nurses.", "hm"])
def test_what_it_should_be_is_not_asked_twice_in_a_row(said: str) -> None:
    t = noted()
    ask(t, "application.name", "change").say(said)
    assert t.session.chain.value("application.name") == "TriageMate"
    assert waits(t) != ("application.name", "change") and waits(t) != ("application.name", "vague")


def test_a_tool_that_is_taken_off_some_work_is_asked_back() -> None:
    t = talk()
    t.know(application__name="TriageMate", application__purpose="letters")
    turn = ask(t, "governance.policy").say("Take TriageMate off the letters.")
    assert "Nothing was taken back" in turn.reply
    assert t.session.chain.value("application.purpose") == "letters" and turn.removed == ()


def changing(sector: str) -> Talk:
    t = talk()
    t.know(application__name="Upepo", organisation__sector=sector)
    return ask(t, "organisation.sector", "change")


def test_another_word_for_the_choice_that_is_noted_is_told_to_stand_with_it() -> None:
    turn = changing("agriculture").say("fishing")
    assert turn.facts == () and "“fishing” stands with “agriculture”" in turn.reply


def test_the_noted_choice_said_again_is_said_to_stand() -> None:
    turn = changing("agriculture").say("agriculture")
    assert turn.facts == () and "you work in agriculture" in turn.reply
