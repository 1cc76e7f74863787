"""What points at the question on the table is known without its words: which choices are meant, what is enough, how it is done well."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk
from worlds import rule

from vcassist.chain.fields import FIELDS
from vcassist.interview import phrases
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.on_the_table import (
    advised_on,
    asks_its_meaning,
    done_well,
    enough_for,
    on_the_table,
    pointing,
    practice_for,
    told_apart,
)

UNTOLD = rule(
    "untold",
    {"field": "tells_people", "is": "no"},
    "application",
    mitigations=[{"do": "Say it at the door.", "first_step": "Hang up a note.", "effort": "low", "who": "You."}],
)


@pytest.mark.parametrize(
    ("asked", "question", "bare"),
    [
        ("application.human_review", "never or sometimes, how do you part the two?", "that or that, how do you part the two?"),
        ("compute.accelerator", "what do you want with our chips?", "what do you want with that?"),
        ("storage.encrypted", "Encrypted, what is it like?", "that, what is it like?"),
        ("organisation.size", "who reads this?", "who reads this?"),
        ("application.human_review", "do you mean somebody?", "do you mean somebody?"),
    ],
)  # fmt: skip
def test_the_words_of_the_open_question_only_point(asked: str, question: str, bare: str) -> None:
    assert pointing(question, FIELDS[asked]) == bare


def near(topic: str, lead: float, *, to: str, otherwise: OfTheTalk | None = None):  # type: ignore[no-untyped-def]
    return lambda question: OfTheTalk(topic, f"{{{topic}}}", lead) if question == to else otherwise


def test_a_question_is_looked_up_without_those_words_too() -> None:
    glossary = OfTheTalk("", "", -0.2)
    about = on_the_table(near("apart", 0.4, to="how does that part from that?", otherwise=glossary), "model.weights")
    found = about("how does open part from closed?")
    assert found is not None and found.topic == "apart"


@pytest.mark.parametrize(("topic", "lead"), [("kept", 0.4), ("apart", 0.05)])
def test_what_is_about_something_else_or_hardly_near_stays_what_it_was(topic: str, lead: float) -> None:
    glossary = OfTheTalk("", "", -0.2)
    about = on_the_table(near(topic, lead, to="how does that part from that?", otherwise=glossary), "model.weights")
    assert about("how does open part from closed?") is glossary


def test_who_the_others_are_does_not_matter() -> None:
    about = on_the_table(near("others", 0.4, to="how do others go about it?"), "governance.policy")
    found = about("how do the other bakeries go about it?")
    assert found is not None and found.topic == "others"


def test_choices_are_told_apart_those_that_are_named_and_of_whichever_question() -> None:
    both = told_apart("planned or in use, how do they part?", "application.lifecycle")
    assert "“planned”" in both and "“in use”" in both and "on trial" not in both
    assert "what nobody has begun is planned" in told_apart("how do they part?", "application.lifecycle")
    elsewhere = told_apart(
        "Which is which?", "application.lifecycle", "Deciding, recommending, all one. Which is which?"
    )
    assert "“it recommends”" in elsewhere and "“it decides”" in elsewhere and "trial" not in elsewhere
    assert "One sentence is enough" in told_apart("how do they part?", "application.purpose")
    assert told_apart("how do they part?", "organisation.name") == told_apart("which?", None) == ""
    assert "a church's clinic is health" in told_apart("how do they part?", "organisation.sector")


def test_what_is_enough_is_what_counts_for_the_question() -> None:
    assert "a note that few read" in enough_for("application.tells_people", [UNTOLD])
    assert enough_for("application.human_review", []).endswith(phrases.NEAREST_CHOICE)
    assert enough_for("application.purpose", [UNTOLD]).startswith("One sentence is enough")
    assert enough_for("organisation.name", [UNTOLD]) == enough_for(None, []) == ""


def test_good_practice_is_told_where_a_rule_has_it() -> None:
    told = practice_for("application.tells_people", [UNTOLD])
    assert told == "What is usually advised: Say it at the door. To begin: Hang up a note."
    assert practice_for("governance.policy", [UNTOLD]) == practice_for(None, [UNTOLD]) == phrases.LIKE_NOBODY


def test_who_asks_what_a_word_of_the_question_is_asks_for_its_meaning() -> None:
    spec = FIELDS["application.labels_content"]
    about = near("rephrase", 0.3, to="that, what would such be?")
    assert asks_its_meaning("watermarks, what would such be?", spec, about)
    assert not asks_its_meaning("newspapers, what would such be?", spec, about)


def test_how_others_do_it_is_answered_honestly_and_with_what_is_advised() -> None:
    t = talk(rules=(UNTOLD,))
    known = OfTheTalk("others", "That I cannot tell. {practice}", 0.4)
    t.tools = replace(t.tools, about=lambda q: known if "elsewhere" in q else OfTheTalk("", "", -0.5))
    t.know(application__name="Lumo")
    reply = ask(t, "application.tells_people").say("no. How do they go about it elsewhere?").reply
    assert "That I cannot tell. What is usually advised: Say it at the door." in reply


def test_a_place_that_stays_empty_leaves_the_question_to_the_glossary() -> None:
    t = talk()
    t.tools = replace(t.tools, about=lambda q: OfTheTalk("apart", "{apart}", 0.4))
    t.know(application__name="Lumo")
    turn = ask(t, "application.purpose").say("how do they differ?")
    assert "{" not in turn.reply and turn.intent == "question"


def test_what_nothing_answers_but_is_about_the_matter_gets_what_is_advised() -> None:
    asked = "application.tells_people"
    assert advised_on("how big must the door be?", asked, [UNTOLD]) == "What is usually advised: Say it at the door."
    assert advised_on("who prints such a thing?", asked, [UNTOLD])
    assert not advised_on("is there a train to Ghent?", asked, [UNTOLD])
    assert not advised_on("how big must the door be?", "governance.policy", [UNTOLD])


def test_how_it_is_done_well_is_told_from_the_rule_and_where_none_is_on_it_nothing_is() -> None:
    told = done_well("application.tells_people", (UNTOLD,))
    assert told == "Say it at the door. To begin: Hang up a note."
    assert done_well("organisation.size", (UNTOLD,)) == "" and done_well(None, (UNTOLD,)) == ""
