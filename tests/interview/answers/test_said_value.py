"""Who says that they said a choice is believed."""

from __future__ import annotations

import pytest
from talks import Talk, answered, ask, talk

from vcassist.interview.answers.said_value import with_the_value_said
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading


def value(t: Talk, ref: str) -> object:
    return t.session.chain.value(ref)


@pytest.mark.parametrize("said", ["And partly, I said.", "I said partly!", "you did not listen. I told you: partly."])
def test_it_answers_the_open_question_that_has_such_a_choice(said: str) -> None:
    t = ask(talk(), "application.labels_content")
    t.say(said)
    assert value(t, "application.labels_content") == "partly"


def test_it_sets_a_note_right_that_has_it_where_the_question_has_not() -> None:
    t = answered("application.human_review", "never", application__name="Pip")
    ask(t, "application.tells_people").say("I said sometimes, didn't I.")
    assert value(t, "application.human_review") == "sometimes" and value(t, "application.tells_people") is None
    assert [f.value for f in t.session.chain.history["application.human_review"]] == ["never"]


@pytest.mark.parametrize("said", ["I never said that.", "as I said no one knows", "I said always-on lamps, not this"])
def test_other_words_behind_i_said_are_no_choice(said: str) -> None:
    nothing = Heard(reading=Reading((), "other"))
    for ref in ("governance.policy", "application.human_review"):
        t = ask(talk(), ref)
        assert with_the_value_said(nothing, said, t.session, 7) is nothing
