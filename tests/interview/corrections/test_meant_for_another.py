"""What was told of one tool and meant for another is moved to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.meant_for_another import meant_for_another
from vcassist.interview.session import Session, Turn


def told_of(*names: str) -> Session:
    """A talk about tools of these names, in which it was told last that a person always checks the first."""
    t = talk()
    for number, name in enumerate(names, 1):
        t.know(**{f"application{f'-{number}' if number > 1 else ''}.name": name})
    last = Fact("application.human_review", "known", "always", "always", 0, 6, 1)
    return replace(t.session, turns=(*t.session.turns, Turn(1, said="always", facts=(last,))))


def two_tools() -> Session:
    return told_of("PillPal", "StayOn")


@pytest.mark.parametrize(
    "said",
    [
        "that was about StayOn",
        "sorry, that was for StayOn, not PillPal.",
        "What I said was of StayOn",
        "the last one belongs to StayOn",
    ],
)
def test_the_last_answer_goes_to_the_tool_that_it_was_meant_for(said: str) -> None:
    wish = meant_for_another(said, two_tools(), 9)
    assert wish is not None
    assert wish.components == ("application.human_review",)
    assert [(f.ref, f.value) for f in wish.instead] == [("application-2.human_review", "always")]


@pytest.mark.parametrize(
    "said",
    [
        "that was about PillPal",
        "was that about StayOn?",
        "that is about the letters",
        "StayOn is a nuisance",
        "that was for StayOn?",
    ],
)
def test_what_names_no_other_tool_or_asks_moves_nothing(said: str) -> None:
    assert meant_for_another(said, two_tools(), 9) is None


def test_with_one_tool_there_is_no_other() -> None:
    assert meant_for_another("that was about StayOn", told_of("StayOn"), 9) is None
