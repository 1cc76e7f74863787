"""What has changed since it was told takes the place of what was noted; what is still to come or was once so changes nothing."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.interview.corrections.since_then import tells_a_change


@pytest.mark.parametrize(
    "said",
    [
        "Since Monday a nurse only checks it now and then.",
        "from last week we check every answer",
        "As of this month an agronomist looks first.",
        "We are 62 now",
        "these days nobody does",
        "the trial is over, it went live on the first",
        "paper? not any more, we threw it away",
        "three more started",
        "they moved it last month",
    ],
)
def test_a_change_is_told(said: str) -> None:
    assert tells_a_change(said)


@pytest.mark.parametrize(
    "said",
    [
        "Next month we go to 60 people, and now we plan it",
        "From Monday we will check only sometimes",
        "Is the list still there now?",
        "Somebody looks now and then",
        "Last year we were 60 people here.",
        "It is in use since two years",
        "Now, that I do not understand",
    ],
)
def test_what_is_to_come_or_was_once_so_is_no_change(said: str) -> None:
    assert not tells_a_change(said)


def test_it_is_set_right_at_once_and_the_open_question_stays() -> None:
    said = "Since Monday they check it sometimes"
    t = talk({said: {"application.human_review": ("sometimes", "check it sometimes")}})
    t.know(application__name="TriageMate", application__human_review="always")
    turn = ask(t, "governance.policy").say(said)
    assert t.session.chain.value("application.human_review") == "sometimes"
    assert not turn.conflicts
    assert t.session.chain.get("governance.policy") is None


def test_without_a_word_of_change_it_is_asked_which_is_right() -> None:
    said = "They check it sometimes"
    t = talk({said: {"application.human_review": ("sometimes", "check it sometimes")}})
    t.know(application__name="TriageMate", application__human_review="always")
    turn = ask(t, "governance.policy").say(said)
    assert t.session.chain.value("application.human_review") == "always"
    assert turn.conflicts


@pytest.mark.parametrize(
    ("said", "value"),
    [("They check it sometimes. Put down sometimes, please.", "sometimes"), ("They check it sometimes. Put the kettle on.", "always")],
)  # fmt: skip
def test_an_order_behind_it_to_note_it_decides(said: str, value: str) -> None:
    t = talk({said: {"application.human_review": ("sometimes", "check it sometimes")}})
    t.know(application__name="TriageMate", application__human_review="always")
    ask(t, "governance.policy").say(said)
    assert t.session.chain.value("application.human_review") == value
