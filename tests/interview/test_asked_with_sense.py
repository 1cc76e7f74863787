"""Questions that fit what was said: none for more of what is all there is, none twice for the same reason, no answer that is not true."""

from __future__ import annotations

import pytest
from talks import ask, talk
from worlds import UNKNOWN
from worlds import chain as made

from vcassist.assessment.evaluate import Finding
from vcassist.assessment.rules import Outcome
from vcassist.chain.facts import Fact
from vcassist.interview import phrases
from vcassist.interview.deciding import _said_again
from vcassist.interview.heard import Heard
from vcassist.interview.planner import AFTER
from vcassist.interview.ports import Reading
from vcassist.interview.speech import Plan
from vcassist.interview.summary import open_questions

ONLY = {
    "Exclusively from the callers": {"data.sources": (("users",), "callers")},
    "Only patients, nobody else": {"application.affected_people": (("patients",), "patients")},
    "From the callers": {"data.sources": (("users",), "callers")},
}


@pytest.mark.parametrize(
    ("said", "asked", "manner"),
    [
        ("Exclusively from the callers", "data.sources", "question"),
        ("Only patients, nobody else", "application.affected_people", "question"),
        ("From the callers", "data.sources", "more"),
    ],
)
def test_nobody_is_asked_for_more_of_what_they_call_all_of_it(said: str, asked: str, manner: str) -> None:
    turn = ask(talk(ONLY), asked).say(said)
    assert turn.awaiting is not None
    assert (turn.awaiting.manner == "more") is (manner == "more")


def test_a_fallback_is_asked_for_after_what_happens_without_it_and_that_after_what_it_is_for() -> None:
    assert AFTER["application.alternative"] == "application.outage_effect"
    assert AFTER["application.outage_effect"] == "application.purpose"
    assert AFTER["application.appeal"] == "application.decision_role"


def test_what_somebody_does_not_know_is_not_named_to_them_as_most_helpful() -> None:
    outcome = Outcome(None, ("model.name", "model.access"))
    finding = Finding("r", "model", "risk", "unknown", "high", 2, 2, outcome)
    assert len(open_questions([finding], made({}))) == 2
    assert len(open_questions([finding], made({"model.access": UNKNOWN}))) == 1


@pytest.mark.parametrize(
    ("said", "again"),
    [
        ("I said Northchat.", True),
        ("I made a mistake before: the queue at the school was about the boats, and Northchat had its holiday.", False),
    ],
)
def test_what_stands_is_said_back_to_who_says_it_again_and_to_nobody_else(said: str, again: bool) -> None:
    fact = Fact("application.name", "known", "Northchat", "Northchat")
    plan = _said_again(Plan(1), said, Heard(reading=Reading((), "correction"), restated=fact))
    assert (plan.restated == fact) is again
    assert (plan.remark in phrases.CHANGE_WHAT) is not again
