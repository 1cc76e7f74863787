"""A tool gets another name by an order or a plain word, and keeps all that was told of it."""

from __future__ import annotations

import time

import pytest
from talks import WordReader, ask, talk
from worlds import Talk, chain

from vcassist.interview.parts.naming import naming_in

ONE = {"application.name": "Kora", "application.purpose": "sorts letters"}
TWO = {**ONE, "application-2.name": "Nyota"}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Please just rename Kora to Tarnbell.", "Tarnbell"),
        ("rename it to tarnbell please", "tarnbell"),
        ("Please change the name to Tarnbell", "Tarnbell"),
        ("Call it Tarnbell instead of Kora.", "Tarnbell"),
        ("Could you change Kora into Tarn Bell 2?", "Tarn Bell 2"),
        ("The name is Defensa Fácil.", "Defensa Fácil"),
        ("its real name is “tarnbell”", "tarnbell"),
        ("Tarnbell is the name of the assistant.", "Tarnbell"),
        ("Actually, the app is called Tarnbell", "Tarnbell"),
        ("In the office people say Tarnbell. Take that as its name if you must.", "Tarnbell"),
        ("Kora should be called Tarnbell", "Tarnbell"),
    ],
)
def test_the_new_name_is_found(said: str, name: str) -> None:
    naming = naming_in(said, chain(ONE), "application.decision_role")
    assert naming is not None and (naming.component, naming.name, said[naming.start : naming.end]) == (
        "application",
        name,
        name,
    )


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("The name is Mistral", "model.name"),
        ("The name is Kestrel Labs", "application.supplier"),
        ("The name is not Kora", "application.appeal"),
        ("Is the name Tarnbell?", "application.appeal"),
        ("Call it sometimes", "application.human_review"),
        ("We have another tool, the tool is called Tarnbell", "application.appeal"),
        ("We rename the files to Tarnbell", "application.appeal"),
        ("Kora is the name of it", "application.appeal"),
        ("We call it a day", "application.appeal"),
    ],
)
def test_what_names_something_else_or_denies_or_asks_renames_nothing(said: str, asked: str) -> None:
    assert naming_in(said, chain(ONE), asked) is None


def test_of_two_tools_the_one_that_is_named_or_asked_about_is_meant_and_else_none() -> None:
    two = chain(TWO)
    by_name, asked = (
        naming_in("rename Nyota to Tarnbell", two, "application.appeal"),
        naming_in("The name is Tarnbell", two, "application-2.appeal"),
    )
    assert by_name and asked and by_name.component == asked.component == "application-2"
    assert naming_in("The name is Tarnbell", two, "data.consent") is None


def test_a_renamed_tool_keeps_what_was_told_of_it() -> None:
    t = Talk(WordReader())
    t.know(**ONE)
    reply = ask(t, "application.appeal").say("Please just rename Kora to Tarnbell.").reply
    held = t.session.chain
    assert (held.value("application.name"), held.value("application.purpose")) == ("Tarnbell", "sorts letters")
    assert held.mentioned("application") == ("application",) and "Tarnbell" in reply


@pytest.mark.parametrize("filler", [" ", "Ab ", "no, ", "the name ", "and "])
def test_a_long_message_is_looked_through_in_time(filler: str) -> None:
    begun = time.perf_counter()
    naming_in(filler * 10_000, chain(ONE), None)
    assert time.perf_counter() - begun < 3


MODEL = {**ONE, "model.name": "wav2vec", "model.weights": "open"}


@pytest.mark.parametrize(
    "said",
    [
        "The model is ASR-Nish.",
        "It was both of us. And the model is called Nish.",
        "wav2vec is only the beginning, not the name. Please keep ASR-Nish.",
    ],
)
def test_the_one_model_gets_its_right_name(said: str) -> None:
    t = ask(Talk(WordReader()), "governance.policy")
    t.know(**MODEL)
    t.say(said)
    assert "Nish" in str(t.session.chain.value("model.name")) and t.session.chain.mentioned("model") == ("model",)


@pytest.mark.parametrize(
    "said", ["The model is Finnish.", "Is the model called Nish?", "We also use another one, the model is called Nish."]
)
def test_what_tells_how_the_model_is_or_of_a_further_one_renames_nothing(said: str) -> None:
    t = ask(Talk(WordReader()), "governance.policy")
    t.know(**MODEL)
    t.say(said)
    assert t.session.chain.value("model.name") == "wav2vec"


def test_a_name_behind_which_somebody_goes_on_with_themselves_is_the_organisation_s() -> None:
    t = talk()
    t.know(application__name="Northchat")
    ask(t, "application.alternative").say("Golden Hands is the name, we are twelve.")
    assert t.session.chain.value("organisation.name") == "Golden Hands"
    assert t.session.chain.value("application.name") == "Northchat"
    ask(t, "application.alternative").say("Silver Hands is the name, we are twelve.")
    assert t.session.chain.value("organisation.name") == "Golden Hands"


@pytest.mark.parametrize(
    "said",
    [
        'It bears the name "FloraScan Graz", although colleagues, to my regret, call it "die Maschine".',
        "It is called Weather Wise, though everybody here, when I am away, call it Wally",
    ],
)
def test_a_nickname_that_is_conceded_is_no_new_name(said: str) -> None:
    assert naming_in(said, chain({"application.purpose": "sorts leaves"}), "application.name") is None
