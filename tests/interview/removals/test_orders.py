"""Orders to take something out of the notes: what they name goes, and they are never an answer, a new name or another field's end."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from talks import ask, talk, waits
from worlds import Talk

from vcassist.interview.removals.orders import order_in
from vcassist.interview.removals.removing import asks_to_remove


def with_two_tools(**more: Any) -> Talk:
    t = talk()
    t.know(application__name="TriageMate", application__purpose="sort cases", **more)
    t.know(**{"application-2.name": "Amazon Bedrock", "application-2.purpose": "hosting"})
    return ask(t, "application.outage_effect")


@pytest.mark.parametrize(
    "said",
    [
        "Remove Amazon Bedrock from the applications.",
        "Strike application-2.",
        "Kindly take Bedrock off the list of tools.",
        "Amazon Bedrock must go.",
        "I want Amazon Bedrock gone from this, we binned it",
        "Bedrock is not an AI, it is merely where the other one runs; kindly strike it.",
        "“Amazon Bedrock” is not a tool. Remove it!",
        "bedrock is no tool for us",
        "You still list Amazon Bedrock. Please delete it.",
    ],
)
def test_an_order_takes_away_the_tool_that_it_names(said: str) -> None:
    t = with_two_tools()
    turn = t.say(said)
    assert t.session.chain.mentioned("application") == ("application",) and turn.facts == ()
    assert "Amazon Bedrock" in turn.reply


@pytest.mark.parametrize(
    ("said", "ref"),
    [
        ("Delete the outage answer.", "application.outage_effect"),
        ("Strike the statement on the impact assessment, I never made it.", "governance.impact_assessment"),
        ("Delete the statement “without it your service carries on”.", "application.outage_effect"),
        ("Kindly delete the statement that without it our service carries on.", "application.outage_effect"),
        ("please remove what you have on the impact assessment", "governance.impact_assessment"),
    ],
)
def test_an_order_takes_away_the_one_answer_that_it_names(said: str, ref: str) -> None:
    t = with_two_tools(application__outage_effect="none", governance__impact_assessment="yes")
    ask(t, "application.purpose", "again")
    before = set(t.session.chain.facts)
    t.say(said)
    assert before - set(t.session.chain.facts) == {ref} and t.session.chain.value("application.purpose") == "sort cases"


def test_several_orders_in_one_message_are_all_obeyed() -> None:
    t = with_two_tools(governance__impact_assessment="yes", organisation__size="up_to_10")
    t.say("Please remove (i) the size, (ii) application-2 and (iii) the entry on the impact assessment.")
    assert set(t.session.chain.facts) == {"application.name", "application.purpose"}


def test_what_is_told_beside_an_order_is_heard() -> None:
    t = with_two_tools(application__outage_effect="none")
    ask(t, "application.human_review").say("Remove the outage answer. Somebody checks it always.")
    chain = t.session.chain
    assert chain.get("application.outage_effect") is None and chain.value("application.human_review") == "always"


def test_of_the_only_tool_its_name_goes_and_what_was_told_of_it_stays() -> None:
    t = talk()
    t.know(application__name="Both of them", application__purpose="sort cases")
    ask(t, "application.outage_effect").say("“Both of them” is not the name of a tool!! Undo that.")
    assert set(t.session.chain.facts) == {"application.purpose"}
    assert waits(t) != ("application.name", "change")


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("Remove the frobnicator from the tools.", "nothing was taken away"),
        ("Please remove Blubberix.", "“Blubberix”"),
        ("Please delete what I said about my neighbour.", "nothing to take out"),
        ("Delete nothing.", "Nothing is taken away"),
        ("Don't delete anything please.", "Nothing is taken away"),
    ],
)
def test_what_is_not_found_or_not_ordered_is_said_and_nothing_goes(said: str, reply: str) -> None:
    t = with_two_tools(application__outage_effect="none")
    before = t.session.chain.facts
    turn = ask(t, "storage.retention_limit").say(said)
    assert t.session.chain.facts == before and reply in turn.reply


@pytest.mark.parametrize(
    "said",
    [
        "we remove names before we send it",
        "The nurses delete the outage list every evening.",
        "Delete after six months",
        "Remove the purpose lines before you send it on to them",
        "Amazon Bedrock is not a tool that decides",
        "Bedrock can go down for hours",
    ],
)
def test_what_an_organisation_does_or_tells_is_no_order(said: str) -> None:
    t = with_two_tools(application__outage_effect="none")
    assert order_in(said, t.session, str) is None


def test_what_is_said_of_the_part_that_goes_is_not_noted_of_another() -> None:
    t = with_two_tools()
    turn = t.say("Remove Amazon Bedrock, we gave it up in March.")
    assert turn.removed == ("application-2",)
    assert "application.lifecycle" not in t.session.chain.facts


def house() -> Talk:
    t = talk()
    t.know(**{"application.name": "RouteCast", "organisation.name": "Cwm Helyg"})
    ask(t, "storage.country").say("Kenya")
    return t


@pytest.mark.parametrize(
    "said",
    ["drivers signed nothing. delete the Kenya. report", "Nobody did. please take the Kenya out", "delete the Kenya"],
)  # fmt: skip
def test_an_order_is_heard_wherever_its_sentence_stands(said: str) -> None:
    t = house()
    t.say(said)
    assert t.session.chain.get("storage.country") is None


@pytest.mark.parametrize(
    "said", ["take the school's name out then", "Please delete the school name, we are a school.", "Delete our name, thanks, we are too few.", "remove the name of our clinic"]
)  # fmt: skip
def test_the_name_of_ones_own_house_is_taken_out(said: str) -> None:
    t = house()
    t.say(said)
    assert t.session.chain.get("organisation.name") is None and t.session.chain.get("storage.country") is not None


def test_the_name_of_another_house_leaves_ones_own() -> None:
    t = house()
    t.say("Remove the name of the foundation that funds us.")
    assert t.session.chain.get("organisation.name") is not None


def test_what_is_to_go_may_stand_before_the_order() -> None:
    t = with_two_tools(application__appeal="yes")
    said = "Before I go, the one about contesting an outcome, please remove."
    wish = order_in(said, t.session, str)
    assert wish is not None and wish.components == ("application.appeal",)


@pytest.mark.parametrize(
    "said",
    [
        "the thing about how many we are, please remove",
        "Can you drop the bit about how large the clinic is",
        "delete how many people work here",
    ],
)
def test_an_answer_goes_by_other_words_for_its_matter(said: str) -> None:
    story = "We are a clinic of 14 people in Gambia and use Sanalyze."
    t = talk({story: {
        "application.name": ("Sanalyze", "Sanalyze"),
        "organisation.size": ("11_to_50", "14 people"),
        "organisation.sector": ("health", "clinic"),
    }})  # fmt: skip
    t.say(story)
    wish = order_in(said, t.session, str, said, t.tools.reader)
    assert wish is not None and wish.components == ("organisation.size",)


@pytest.mark.parametrize(
    "said",
    [
        "what is Application 2?? we have only one, Northchat. take it away please",
        'But I see "Application 2" in your list, what is that, Northchat is the only one',
    ],
)
def test_what_is_the_only_one_stays(said: str) -> None:
    t = talk()
    t.know(**{"application.name": "Northchat", "application-2.human_review": "always"})
    ask(t, "application.appeal").say(said)
    assert t.session.chain.mentioned("application") == ("application",)


def with_a_fallback() -> Talk:
    t = talk()
    t.know(application__name="Upepo", application__alternative="yes")
    turn = t.session.turns[-1]
    told = tuple(replace(f, quote="we also call the harbour office") if f.value == "yes" else f for f in turn.facts)
    t.session = replace(t.session, turns=(*t.session.turns[:-1], replace(turn, facts=told)))
    return ask(t, "data.representative")


def test_what_stands_only_among_the_words_of_an_answer_goes_when_that_is_agreed_to() -> None:
    t = with_a_fallback()
    turn = t.say("take away the harbour office the man does not answer now")
    assert turn.removed == () and turn.awaiting is not None and asks_to_remove(turn.awaiting)
    assert turn.reply.endswith("I have: a fallback is ready. Shall that go?")
    assert t.say("yes take it").removed == ("application.alternative",)
    assert t.session.chain.get("application.alternative") is None


@pytest.mark.parametrize("said", ["no", "no keep it", "No, leave it as it is.", "nope"])
def test_a_no_to_whether_an_answer_shall_go_keeps_it_and_answers_no_question(said: str) -> None:
    t = with_a_fallback()
    t.say("take away the harbour office the man does not answer now")
    turn = t.say(said)
    assert turn.facts == () and turn.conflicts == () and t.session.chain.value("application.alternative") == "yes"


def test_what_is_said_instead_of_a_yes_to_that_is_heard_by_itself() -> None:
    t = with_a_fallback()
    t.say("take away the harbour office the man does not answer now")
    turn = t.say("no, but it should be partly")
    told = t.session.chain.value("application.alternative") == "partly" or [c.new for c in turn.conflicts] == ["partly"]
    assert told and turn.removed == ()


def test_who_leaves_what_could_have_been_meant_answers_no_question() -> None:
    t = with_a_fallback()
    turn = t.say("no, leave it")
    assert turn.facts == () and t.session.chain.value("application.alternative") == "yes"


def test_that_means_what_is_said_to_be_none_by_itself() -> None:
    t = with_two_tools()
    t.say("Amazon Bedrock isn't a separate tool, that is only what TriageMate runs on, delete that")
    assert t.session.chain.mentioned("application") == ("application",)
    assert t.session.chain.value("application.name") == "TriageMate"


def test_what_somebody_does_not_delete_takes_nothing_away() -> None:
    t = with_two_tools(governance__policy="no", data__description="letters")
    t.say("The data we don't delete, even letters from 2021 are still there")
    assert t.session.chain.value("data.description") == "letters"
    assert t.session.chain.value("governance.policy") == "no"


def test_what_was_told_is_taken_back_by_its_clause() -> None:
    told = "The parents were told at the meeting"
    t = talk({told: {"application.tells_people": ("partly", told)}})
    ask(t, "application.tells_people").say(told)
    assert t.session.chain.value("application.tells_people") == "partly"
    ask(t, "storage.retention_limit")
    turn = t.say("And take back that parents were told, it was about another thing.")
    assert turn.removed == ("application.tells_people",)
