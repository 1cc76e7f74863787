"""A correction that came to nothing is not met with the open question again: the change that it most likely wants is put to the person."""

from __future__ import annotations

from talks import ask, talk
from worlds import Talk


def noted() -> Talk:
    t = talk()
    t.know(application__name="TriageMate", application__affected_people=("patients",))
    return ask(t, "governance.policy")


def test_a_name_that_is_written_in_full_is_put_for_a_yes() -> None:
    t = noted()
    t.say("it is TriageMate Pro, with Pro at the end")
    waits = t.session.awaiting
    assert waits and (waits.ref, waits.manner, waits.new) == ("application.name", "confirm", "TriageMate Pro")
    t.say("yes")
    assert t.session.chain.value("application.name") == "TriageMate Pro"
    assert t.session.chain.get("governance.policy") is None


def test_a_name_that_is_only_mentioned_is_not() -> None:
    t = noted()
    t.say("TriageMate Pro costs more")
    assert t.session.awaiting and t.session.awaiting.ref == "governance.policy"
