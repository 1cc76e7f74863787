"""Wishes on how the interviewer speaks: shorter, simpler, larger, and only what somebody can know."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk
from worlds import UNKNOWN
from worlds import chain as made

from vcassist.interview.planner import in_the_dark
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.asking import parts_of
from vcassist.interview.remarks.manner import EASIER, LARGER, SHORTER, SIMPLER, wish_in


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("Please talk plainer.", SIMPLER),
        ("can you ask it in easy words", SIMPLER),
        ("Use normal English please", SIMPLER),
        ("My head is tired, say it simpler", SIMPLER),
        ("make it brief please", SHORTER),
        ("Could you write less?", SHORTER),
        ("That is far too much text for me", SHORTER),
        ("I cannot read such tiny print", LARGER),
        ("your letters are so small", LARGER),
        ("how do I get a larger font", LARGER),
        ("Ask me only what a cook can know", EASIER),
        ("No computer questions, please", EASIER),
        ("can we leave out the technical stuff", EASIER),
        ("I want easier questions", EASIER),
    ],
)
def test_a_wish_on_how_one_is_asked_is_known_by_its_form(said: str, wish: str) -> None:
    assert wish_in(said) == wish


@pytest.mark.parametrize(
    "said",
    [
        "It turns long letters into shorter ones",
        "to write minutes in easy language",
        "The nurse explains it in simple words",
        "They get larger print when they ask",
        "only the cook can know that",
        "our technician answers technical questions",
        "very short",
        "It is easy to replace",
        "too difficult to move",
        "They want less text",
    ],
)
def test_what_is_told_of_the_work_is_no_wish(said: str) -> None:
    assert wish_in(said) == ""


def test_what_somebody_says_of_themselves_goes_with_the_wish() -> None:
    parts = parts_of("My eyes are weak. Could you write less?", "application.appeal")
    assert not parts.tells.strip()
    beside = parts_of("No. Please ask simpler.", "application.appeal")
    assert beside.tells.strip() == "No."


def test_who_wishes_to_read_less_is_given_no_reasons_any_more() -> None:
    t = talk()
    t.tools = replace(t.tools, about=lambda q: OfTheTalk("shorter", "I keep it short.") if q == SHORTER else None)
    t.know(application__name="Northchat", application__purpose="letters")
    before = ask(t, "application.decision_role").say("no idea").reply
    assert len(before.split("?")[-1].split()) > 2
    t.say("Could you write less?")
    assert t.say("no idea").reply.rstrip().endswith("?")


def test_who_wants_to_be_asked_what_they_can_know_is_asked_nothing_technical() -> None:
    t = talk()
    t.know(application__name="Northchat", application__purpose="letters")
    ask(t, "model.name").say("Only ask me what a teacher can know, please")
    for _ in range(60):
        asked = t.session.asked
        if asked is None:
            break
        assert asked not in (
            "model.weights",
            "model.licence",
            "compute.accelerator",
            "compute.country",
            "labelling.done_by",
        )
        t.say("skip")


def test_after_two_dont_knows_a_technical_part_is_left_for_later() -> None:
    once = made({"model.name": UNKNOWN})
    twice = made({"model.name": UNKNOWN, "model.access": UNKNOWN})
    knows = made({"model.name": UNKNOWN, "model.access": UNKNOWN, "model.weights": "open", "model.supplier": "self"})
    assert in_the_dark(once) == frozenset() == in_the_dark(knows)
    assert in_the_dark(twice) == {"model"}
    # What people do not know of their own work is asked on.
    assert in_the_dark(made({"application.appeal": UNKNOWN, "application.tells_people": UNKNOWN})) == frozenset()
