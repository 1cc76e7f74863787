"""Corrections in two sentences: what was told, or what it is about; then what it is. And what a better source says."""

from __future__ import annotations

import pytest
from talks import ask, talk, waits

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.correcting import concludes, looked_up_at, retracts
from vcassist.interview.corrections.denying import denies
from vcassist.interview.meant import named_by_question


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("I said the tool was called Northchat. It's Tidewriter, I see it on the screen.", True),
        ("Hm, I wrote that it is Northchat. Its real name is Tidewriter.", True),
        ("I told you it is Northchat. It is Northchat.", False),
        ("I told you we use Northchat. It's Anna who asked for it.", False),
        ("I told you it is Northchat. It's slow.", False),
        ("They use Northchat. It's Tuesday.", False),
    ],
)
def test_what_was_told_is_denied_by_the_other_name_of_the_next_sentence(said: str, instead: bool) -> None:
    old = Fact("application.name", "known", "Northchat", "Northchat")
    assert denies(old, said, lambda code: code) is instead


def test_a_tool_told_by_a_wrong_name_gets_the_right_one_and_no_second_tool() -> None:
    said = "I said the tool was Northchat. It's Tidewriter, my colleague showed me."
    t = talk({said: {"application-2.name": ("Tidewriter", "Tidewriter")}})
    t.know(**{"application.name": "Northchat"})
    ask(t, "application.affected_people").say(said)
    assert t.session.chain.value("application.name") == "Tidewriter"
    assert t.session.chain.get("application-2.name") is None


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Oh, one thing about who keeps the letters. It is Loner now.", "storage.supplier"),
        ("About where it runs: at the supplier's.", "compute.hosting"),
        ("As to who checks the answers, nobody does.", "application.human_review"),
        ("About the cat, she is fine.", None),
    ],
)
def test_a_field_is_named_by_the_words_of_its_question(said: str, key: str | None) -> None:
    assert named_by_question(said) == ({key} if key else set())


def test_what_a_message_says_it_is_about_is_set_right_and_no_answer_whose_name_it_repeats() -> None:
    t = talk()
    t.know(**{"model.supplier": "Northmodel", "application.human_review": "always"})
    ask(t, "model.adaptation").say(
        "One more thing about who checks the answers. It is sometimes Northmodel, not always."
    )
    assert t.session.chain.value("application.human_review") == "sometimes"
    assert t.session.chain.value("model.supplier") == "Northmodel"


def test_what_stands_on_a_sign_answers_the_open_question_and_corrects_nothing() -> None:
    said = "On the sign it says Public Records House, so that, I suppose."
    t = talk({said: {"organisation.name": ("Public Records House", "Public Records House")}})
    t.know(**{"governance.transparency_published": "no"})
    ask(t, "organisation.name").say(said)
    assert t.session.chain.value("organisation.name") == "Public Records House"
    assert t.session.chain.value("governance.transparency_published") == "no"


def test_what_follows_from_a_correction_answers_no_other_question() -> None:
    said = "I said there are written rules for AI. I asked the board, it was only a draft. So no."
    t = talk()
    t.know(**{"governance.policy": "yes"})
    ask(t, "governance.impact_assessment").say(said)
    assert t.session.chain.value("governance.policy") == "no"
    assert t.session.chain.get("governance.impact_assessment") is None
    assert waits(t) == ("governance.impact_assessment", "again")


def test_what_was_told_and_found_out_since_is_taken_back_by_its_form() -> None:
    assert retracts("I said we train people. I asked them, it was only a flyer.")
    assert not retracts("I said we train people. It is on Mondays.")
    assert concludes("So we don't have that")
    assert not concludes("So far nobody")


def test_what_somebody_looked_up_stands_without_the_question_which_is_right() -> None:
    said = "My colleague looked it up: it is kept in Sweden."
    t = talk({said: {"storage.country": ("SE", "Sweden")}})
    t.know(**{"storage.country": "NO"})
    ask(t, "application.appeal").say(said)
    assert t.session.chain.value("storage.country") == "SE"
    assert waits(t) != ("storage.country", "conflict")


@pytest.mark.parametrize(
    "said", ["Nobody has looked it up, it is in Sweden.", "I never checked: Sweden.", "Sweden it is."]
)
def test_what_nobody_looked_up_is_no_better_than_what_was_told(said: str) -> None:
    assert looked_up_at(said) is None


def test_a_group_with_a_no_behind_it_is_no_answer() -> None:
    t = talk()
    ask(t, "application.affected_people").say("Customers no.")
    assert t.session.chain.get("application.affected_people") is None


@pytest.mark.parametrize(
    "said",
    [
        "Going back to the maker, Eastmodel made it.",
        "The head office told me today that Eastmodel made it.",
        "It is Eastmodel, to be exact.",
    ],
)
def test_who_goes_back_to_it_or_heard_it_since_is_not_asked_which_is_right(said: str) -> None:
    t = talk({said: {"model.supplier": ("Eastmodel", "Eastmodel")}})
    t.know(**{"model.supplier": "Northmodel"})
    ask(t, "governance.policy").say(said)
    assert t.session.chain.value("model.supplier") == "Eastmodel"
    assert waits(t) == ("governance.policy", "again")


def test_a_longer_name_beside_not_only_the_shorter_one_is_the_right_one() -> None:
    said = "The maker is Northmodel Egypt, not only Northmodel."
    t = talk({said: {"model.supplier": ("Northmodel Egypt", "Northmodel Egypt")}})
    t.know(**{"model.supplier": "Northmodel"})
    ask(t, "governance.policy").say(said)
    assert t.session.chain.value("model.supplier") == "Northmodel Egypt"
