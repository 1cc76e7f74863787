"""A message that points back at an answer and tells how it is sets that answer right, and answers nothing else."""

from __future__ import annotations

import pytest
from talks import WordReader, ask
from worlds import Talk

ENCRYPTED, POLICY, TRAINED = "storage.encrypted", "governance.policy", "governance.staff_trained"


def noted(asked: str = "governance.exit_clause") -> Talk:
    t = Talk(WordReader())
    t.know(application__name="Tolk", application__purpose="reads letters", storage__encrypted="yes")
    t.know(governance__policy="no", governance__staff_trained="yes", organisation__sector="education")
    return ask(t, asked)


@pytest.mark.parametrize(
    ("said", "ref", "value"),
    [
        ("Scrap what I said on encryption. I went and looked. So no.", ENCRYPTED, "no"),
        ("Please take back what I said on encryption. I went to look: one disk is not. So it is only in part.", ENCRYPTED, "partly"),
        ("You noted that it is encrypted. That is the laptop. So it is only in part, here.", ENCRYPTED, "partly"),
        ("I was wrong about the written rules. They exist: two pages.", POLICY, "yes"),
        ("Those written rules. I said there are none. Turns out the board passed some.", POLICY, "yes"),
        ("My answer on the written rules. It is different since Monday.", POLICY, "yes"),
        ("Sorry, me again on the written rules. Carol showed me, there are two pages. So yes.", POLICY, "yes"),
        ("Oh, one thing about how it is encrypted. I went to look. So no.", ENCRYPTED, "no"),
    ],
)  # fmt: skip
def test_what_stands_behind_answers_the_question_that_is_pointed_at(said: str, ref: str, value: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.value(ref) == value
    assert t.session.chain.get("governance.exit_clause") is None
    assert t.session.asked == "governance.exit_clause"


@pytest.mark.parametrize(
    "said",
    [
        "Check that. Two of them took it, the rest didn't. So partly.",
        "Kindly disregard my last reply. Two of them took it. So partly.",
        "Scrap that last answer: so partly.",
    ],
)
def test_check_that_is_of_the_answer_given_last(said: str) -> None:
    t = ask(Talk(WordReader()), TRAINED)
    t.know(application__name="Tolk", application__lifecycle="in_use")
    ask(t, TRAINED).say("yes")
    ask(t, "governance.people_consulted").say(said)
    assert t.session.chain.value("application.lifecycle") == "in_use"
    assert t.session.chain.value(TRAINED) == "partly"
    assert t.session.chain.get("governance.people_consulted") is None


def test_an_answer_that_is_only_taken_back_is_asked_for_once_more() -> None:
    t = noted()
    t.say("Scrap what I said about the written rules, I need to look into that.")
    assert t.session.chain.get(POLICY) is None
    assert t.session.asked == POLICY
    assert t.session.chain.value("application.name") == "Tolk"


def test_no_tool_goes_with_an_answer_about_it() -> None:
    t = noted()
    t.say("What I wrote at the beginning, that Tolk reads letters, throw it away. I need to ask what it does.")
    assert t.session.chain.value("application.name") == "Tolk"


@pytest.mark.parametrize(
    "said",
    [
        "You noted that it is encrypted. That is right.",
        "As I said about the encryption, yes.",
        "What I said on encryption still stands.",
        "What did I say about the encryption?",
        "Check that with the man of the encryption.",
    ],
)
def test_who_agrees_or_asks_sets_nothing_right(said: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.value(ENCRYPTED) == "yes"
    assert t.session.asked == "governance.exit_clause" or t.session.chain.value("governance.exit_clause")


def test_a_sentence_of_the_open_question_is_left_to_it() -> None:
    t = noted()
    t.say(
        "You noted that we have no written rules. They exist since Monday. And no, the contracts do not say how to leave."
    )
    assert t.session.chain.value(POLICY) == "yes"
    assert t.session.chain.value("governance.exit_clause") == "no"


def test_a_mistake_of_which_others_read_takes_no_answer_away() -> None:
    t = noted("application.tells_people")
    t.know(application__alternative="yes")
    ask(t, "application.tells_people")
    turn = t.say(
        'I have put a big paper on the door, "here answers a machine and can be mistake". And I tell it with the mouth.'
    )
    assert not turn.removed and t.session.chain.value("application.alternative") == "yes"
    assert "to change" not in turn.reply
