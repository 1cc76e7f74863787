"""Where a place lies that was named before sets the country right that was taken from its name, and tells nothing of machines or data."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk
from worlds import Talk

from vcassist.interview.session import Turn


def noted(**stories: object) -> Talk:
    """Somebody of a Borg that was taken for the one in Sweden."""
    t = talk(stories)  # type: ignore[arg-type]
    t.know(application__name="TriageMate", organisation__country="SE")
    turns = [
        replace(turn, facts=tuple(replace(f, quote="Borg") if f.field.type == "country" else f for f in turn.facts))
        for turn in t.session.turns
    ]
    t.session = replace(t.session, turns=tuple(turns))
    return ask(t, "governance.policy")


@pytest.mark.parametrize(
    "said",
    [
        "No. And our Borg is in Norway, not in Sweden.",
        "no, by the way Borg lies in Norway",
        "No. Borg of ours is a town in Norway.",
    ],
)
def test_the_country_in_which_it_lies_takes_the_place_of_the_other(said: str) -> None:
    t = noted()
    turn: Turn = t.say(said)
    assert t.session.chain.value("organisation.country") == "NO"
    assert {f.ref for f in turn.facts} <= {"organisation.country", "governance.policy"} and not turn.conflicts


@pytest.mark.parametrize("said", ["No. Is Borg in Norway?", "No. Borg is in Sweden.", "No. The machine is in Norway."])
def test_a_question_the_same_country_and_another_thing_change_nothing(said: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.value("organisation.country") == "SE"
