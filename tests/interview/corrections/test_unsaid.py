"""Protests against a note: it goes or is put right, and what they repeat is no answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk, waits
from worlds import Talk

from vcassist.chain.facts import Fact
from vcassist.interview.session import Turn

RIGHT = "They may appeal, yes."
NOT_OURS = Fact("application.outage_effect", "not_applicable", None, "na", 0, 2)


def noted() -> Talk:
    t = talk()
    t.know(application__name="TriageMate", application__decision_role="decides", governance__policy="no")
    ask(t, "application.appeal").say("no")
    return ask(t, "application.labels_content")


@pytest.mark.parametrize(
    ("said", "ref"),
    [
        ("I never said it decides.", "application.decision_role"),
        ("i didnt say that people cannot contest an outcome", "application.appeal"),
        ("You wrote “people cannot contest an outcome”, that is wrong.", "application.appeal"),
        ("you write no is wrong", "application.appeal"),
        ("Who told you that there is no policy?", "governance.policy"),
        ("So don't tell me that it decides.", "application.decision_role"),
        ("it is not true that people cannot contest an outcome", "application.appeal"),
    ],
)
def test_what_was_never_said_goes_and_nothing_is_answered(said: str, ref: str) -> None:
    t = noted()
    before = set(t.session.chain.facts)
    t.say(said.replace("didnt", "didn't"))
    assert before - set(t.session.chain.facts) == {ref} and set(t.session.chain.facts) < before


@pytest.mark.parametrize(
    "said",
    [
        f"You wrote “people cannot contest an outcome”, that is wrong. {RIGHT}",
        f"why you write no. {RIGHT}",
        f"I never said that people cannot contest an outcome. {RIGHT}",
    ],
)
def test_what_stands_beside_a_protest_is_the_right_answer_and_no_contradiction(said: str) -> None:
    t = noted()
    turn = t.say(said)
    assert t.session.chain.value("application.appeal") == "yes" and turn.conflicts == () and waits(t) is not None
    assert t.session.chain.get("application.labels_content") is None


@pytest.mark.parametrize(
    "said",
    [
        "I never said there is a policy.",
        "You wrote to the ministry that people cannot contest it.",
        "Nobody told us that people can contest it",
        "I did not say more.",
    ],
)
def test_a_protest_that_names_no_note_takes_nothing_away(said: str) -> None:
    t = noted()
    before = t.session.chain.facts
    t.say(said)
    assert all(t.session.chain.facts.get(ref) == fact for ref, fact in before.items())


def test_a_note_that_something_does_not_apply_was_never_said_either() -> None:
    t = noted()
    ask(t, "application.outage_effect").say("skip")
    t.session = replace(t.session, turns=(*t.session.turns, Turn(t.session.next_number, said="na", facts=(NOT_OURS,))))
    ask(t, "application.affected_people").say(
        "It touches patients. By the way I never said “does not apply” for the outage."
    )
    assert t.session.chain.get("application.outage_effect") is None
    assert t.session.chain.facts["application.affected_people"].values == ("patients",)


def test_who_asks_who_told_their_own_words_takes_nothing_back() -> None:
    t = talk()
    ask(t, "organisation.size").say("12")
    for said in ("Who told you we are 12?", "where did you get our size from?"):
        ask(t, "application.appeal").say(said)
    assert t.session.chain.value("organisation.size") == "11_to_50"
