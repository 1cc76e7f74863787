"""A word on a contradiction settles it wherever it stands in a message, and a value that is said again wins."""

from __future__ import annotations

import pytest
from talks import ask, talk, waits
from worlds import Talk

from vcassist.interview.answers.late_answers import word_on
from vcassist.interview.session import Contradiction

TOLD = "there are names in it, they can be identified"
AGAIN = "They can be identified, I told you."
PERSONAL = Contradiction("data.personal_data", "no", "yes")


def in_contradiction() -> Talk:
    t = talk({TOLD: {"data.personal_data": ("yes", TOLD)}, AGAIN: {"data.personal_data": ("yes", AGAIN)}})
    ask(t, "data.personal_data").say("no")
    ask(t, "governance.policy").say(TOLD)
    assert waits(t) == ("data.personal_data", "conflict")
    return t


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize(
    "said",
    [
        "The loan number is on every page. Yes is right.",
        "You can strike the dithering: personal data YES.",
        "Look at the cards. Yes is the right one.",
        "No is false.",
    ],
)
def test_a_word_beside_settles_it(said: str, late: bool) -> None:
    t = in_contradiction()
    if late:
        t.say("We have a printer.")
    turn = t.say(said)
    assert t.session.chain.value("data.personal_data") == "yes"
    assert turn.conflicts == () and "data.personal_data" in turn.settled and "What is right instead" not in turn.reply


def test_a_value_that_is_said_again_wins() -> None:
    t = in_contradiction()
    t.say("We have a printer.")
    turn = t.say(AGAIN)
    assert t.session.chain.value("data.personal_data") == "yes" and turn.conflicts == ()


@pytest.mark.parametrize("said", ["Is yes right?", "yes", "Our data are personal to us, yes and no", "No rain today."])
def test_what_is_no_word_on_it_decides_nothing(said: str) -> None:
    assert word_on(PERSONAL, said, str) is None


def test_one_country_is_set_aside_for_the_other() -> None:
    where = Contradiction("storage.country", "NO", "SE")
    found = word_on(where, "Never mind NO, it's SE.", str)
    assert found is not None and found[0] == "SE"


def test_another_country_for_what_has_one_is_asked_back() -> None:
    t = talk()
    ask(t, "storage.country").say("Norway")
    ask(t, "organisation.country").say("Add Sweden.")
    assert waits(t) == ("storage.country", "conflict") and t.session.chain.get("organisation.country") is None
