"""Words that stand by what is noted start no change, end one that was begun, and are no value."""

from __future__ import annotations

import pytest
from talks import ask, talk, waits
from worlds import Talk

from vcassist.interview.remarks.standing_by import stands_by

KEEPS = [
    "Keep the name, next question",
    "I never asked to change the name. It should be nothing, leave it.",
    "STOP asking me about the name. Paws & Claws is RIGHT.",
    "dont change nothing, is good",
    "That's fine as it stands. Go on.",
    "leave it alone will you",
    "No no, the organisation is right",
    "Nothing to change there.",
]


def noted() -> Talk:
    t = talk()
    t.know(application__name="TriageMate", organisation__name="Paws & Claws")
    return t


@pytest.mark.parametrize("said", KEEPS)
def test_a_change_that_was_begun_ends(said: str) -> None:
    t = ask(noted(), "organisation.name", "change")
    t.say(said)
    assert t.session.chain.value("organisation.name") == "Paws & Claws"
    assert t.session.awaiting is None or t.session.awaiting.manner != "change"


@pytest.mark.parametrize(
    "said",
    [
        "Please do not change the name.",
        "Don't change the organisation, it is correct.",
        "But you didn't mention Donor Scout, that's the other one, and quite separate",
    ],
)
def test_no_change_begins(said: str) -> None:
    t = ask(noted(), "governance.policy")
    turn = t.say(said)
    assert "What should it be" not in turn.reply and waits(t) is not None and waits(t)[1] != "change"  # type: ignore[index]


@pytest.mark.parametrize(
    "said",
    [
        "it should be Paws & Co",
        "the name is wrong",
        "change it to Paws & Co",
        "Paws & Co",
        "that is not right",
        "we keep it for a year",
        "please leave the children out of it",
    ],
)
def test_what_wants_another_value_stands_by_nothing(said: str) -> None:
    assert not stands_by(said)


def test_who_wants_nothing_changed_is_told_so_and_asked_no_other_thing() -> None:
    t = talk()
    t.know(application__name="GrainGuide")
    turn = ask(t, "application.alternative").say("Keep the name as it is.")
    assert turn.reply.startswith(("It stays as it is.", "Nothing is changed.")) and not turn.facts
