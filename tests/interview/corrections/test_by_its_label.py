"""A note is set right by the label that it was shown with, whatever question is open."""

from __future__ import annotations

from typing import Any

import pytest
from talks import ask, talk, waits
from worlds import Talk


def noted(open_question: str = "storage.encrypted", **more: Any) -> Talk:
    t = talk()
    known: dict[str, Any] = {
        "application__name": "TriageMate",
        "application__decision_role": "recommends",
        "application__outage_effect": "stops",
        "organisation__sector": "government",
        "data__sources": ("own_records",),
    }
    t.know(**{**known, **more})
    return ask(t, open_question)


@pytest.mark.parametrize(
    "said",
    [
        "You write “recommends”. No, that is not right. It only helps.",
        "It still says recommends. Please put: it assists.",
        "The word recommends is wrong, it assists.",
        "What is wrong: \"recommends\". What is right: \"assists\".",
        "I see \"recommends\" in the list. This is wrong, the right is that it helps the nurse.",
        "It is not recommends. The app assists only.",
        "It must be: the app help only. Not recommend.",
        "Change \"recommends\" to \"assists\".",
        "\"It recommends\" is too strong: it assists.",
        "You have not changed \"recommends\". It assists.",
    ],
)  # fmt: skip
def test_a_label_that_is_denied_gives_way_to_another_of_its_field(said: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.value("application.decision_role") == "assists"
    assert t.session.chain.get("storage.encrypted") is None


@pytest.mark.parametrize(
    "said",
    ["Please put \"assists\".", "Can you make it assists?", "First write the word 'assists'.", "Change it to assists, please."],
)  # fmt: skip
def test_a_label_of_one_field_only_is_written_where_it_belongs(said: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.value("application.decision_role") == "assists"


def test_the_rest_of_the_message_answers_the_open_question() -> None:
    t = noted()
    t.say("“Recommends” is not the word for it. Please put “assists”. And yes, all of it.")
    assert t.session.chain.value("application.decision_role") == "assists"
    assert t.session.chain.value("storage.encrypted") == "yes"


def test_a_goodbye_beside_it_still_ends_the_talk() -> None:
    t = noted()
    turn = t.say('I want to stop now. But first put "assists". Thank you.')
    assert t.session.chain.value("application.decision_role") == "assists" and turn.done


@pytest.mark.parametrize("said", ['The word "recommends" is wrong.', '"It recommends" is not true.'])
def test_where_nothing_is_put_for_it_the_note_goes_and_is_asked_for_at_once(said: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.get("application.decision_role") is None
    assert waits(t) == ("application.decision_role", "question")


def test_a_label_that_is_too_little_stays_and_more_is_added() -> None:
    t = noted()
    t.say('"Our own records" alone is not enough: also open data.')
    assert t.session.chain.facts["data.sources"].values == ("own_records", "open_data")


def test_a_label_that_is_too_little_is_asked_about_where_the_rest_is_not_understood() -> None:
    t = noted()
    t.say("Own records only is wrong. It must be: own records and a public authority.")
    assert t.session.chain.facts["data.sources"].values == ("own_records",)
    assert waits(t) == ("data.sources", "change")


@pytest.mark.parametrize(
    ("said", "ref", "value"),
    [
        ("It still says government. We are civil society.", "organisation.sector", "civil_society"),
        ("Take out government. We are civil society.", "organisation.sector", "civil_society"),
        ("It's not government, it's education.", "organisation.sector", "education"),
        ("\"It stops\" is too strong. Put \"nothing much\".", "application.outage_effect", "none"),
        ("You noted \"it stops\", that is wrong, it carries on.", "application.outage_effect", "none"),
    ],
)  # fmt: skip
def test_a_label_of_everyday_words_is_meant_where_it_is_called_wrong(said: str, ref: str, value: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.value(ref) == value


def test_what_is_noted_as_not_known_is_denied_by_that_label() -> None:
    t = noted()
    ask(t, "model.weights").say("no idea")
    ask(t, "storage.encrypted").say("The weights are not unknown, they are closed.")
    assert t.session.chain.value("model.weights") == "closed"


@pytest.mark.parametrize(
    "said",
    [
        "Is it noted as recommends?",
        "In the report, is it written recommends or assists?",
        'Why can\'t you change "recommends"?',
        "It recommends a dose and we decide.",
        "When it stops we are in trouble.",
        "It is not open to everybody.",
        "Our own records are mostly from the town.",
        "The nurse helps and the doctor decides.",
        "Put the letters in the drawer, it helps.",
        'By the way, "recommends" is right for the letters.',
    ],
)
def test_a_label_in_a_question_or_a_story_changes_nothing(said: str) -> None:
    t = noted(model__weights="open")
    before = {ref: fact.value for ref, fact in t.session.chain.facts.items()}
    t.say(said)
    after = {ref: fact.value for ref, fact in t.session.chain.facts.items()}
    assert {ref: after.get(ref) for ref in before} == before


def test_of_two_tools_that_bear_the_label_it_is_asked_which_is_meant() -> None:
    t = noted(**{"application-2__name": "Kora", "application-2__decision_role": "recommends"})
    turn = t.say('The word "recommends" is wrong.')
    assert "more than one answer" in turn.reply
    assert t.session.chain.value("application.decision_role") == "recommends"
    t.say('The word "recommends" is wrong for Kora, it assists.')
    assert t.session.chain.value("application-2.decision_role") == "assists"
    assert t.session.chain.value("application.decision_role") == "recommends"


def test_what_is_on_the_table_is_decided_where_it_is_put() -> None:
    t = noted()
    ask(t, "application.decision_role", "conflict", old="recommends", new="decides").say('"recommends" is wrong')
    assert t.session.chain.get("application.decision_role") is not None


def test_a_label_is_ordered_to_be_put_in_a_clause() -> None:
    t = noted()
    t.say("no, they are plain. please put that it decides.")
    assert t.session.chain.value("application.decision_role") == "decides"


def test_a_label_that_is_what_a_noted_field_is_called_is_not_meant() -> None:
    """ "A supplier" built it; "the supplier" is who that is."""
    t = noted(application__sourcing="vendor", application__supplier="Northmodel")
    t.say("the supplier is wrong")
    assert t.session.chain.value("application.sourcing") == "vendor"
