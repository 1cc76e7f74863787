"""An answer about something else than was asked is not read: whose rule, whose seat, whose licence, for what."""

from __future__ import annotations

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.reading.vetoes.aside import without_aside
from vcassist.reading.vetoes.things import THING


def left(message: str, asked: str | None = None, known: tuple[str, ...] = ()) -> str:
    return " ".join(without_aside(message, FIELDS[asked] if asked else None, known).split())


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        # Who sells it sits there, nothing lies there.
        ("storage.country", "the makers are from Latvia"),
        ("compute.country", "our lawyers sit in Vienna"),
        ("storage.country", "it was developed in India"),
        ("organisation.country", "We ship to Norway mainly."),
        ("organisation.country", "the software is Canadian"),
        # What goes in bears the licence.
        ("model.licence", "The songs we feed it are CC BY."),
        # A yes that is bound to something of the house.
        ("governance.policy", "We do for skateboards. One page, on the wall."),
        ("governance.policy", "we have one about dogs in the office"),
        ("governance.exit_clause", "I can cancel the subscription whenever I like"),
        ("model.tested_locally", "We tested the sirens on Tuesday."),
        ("storage.encrypted", "The safe is, with a code."),
        ("storage.encrypted", "As encrypted as a postcard."),
        ("monitoring.performance_tracked", "Sales went up by a third, we follow it daily."),
        ("monitoring.update_control", "The phones update at night, we approve that."),
        ("application.outage_effect", "When the power fails everything stops."),
        ("data.consent", "They agreed to the house rules."),
        # Names that are no supplier's here.
        ("compute.supplier", "Google is where I look up recipes"),
        ("application.supplier", "Microsoft? They only made the mouse in my hand!"),
        ("compute.supplier", "I buy my socks on Amazon"),
        ("storage.supplier", "We have Dropbox for the choir's sheet music."),
        ("labelling.supplier", "Appen, Sama, Toloka: I wrote to all and ordered from none of them."),
        ("labelling.supplier", "Anyone but Appen."),
        ("data.supplier", "The tooth fairy, I think."),
        # One's own work is nothing that a tool is for.
        ("application.purpose", "Well my own job is sorting the post."),
        ("application.purpose", "I type the letters myself every Monday."),
        ("governance.impact_assessment", "\"Carried out.\" That sentence is printed on the form."),
    ],
)  # fmt: skip
def test_an_answer_about_another_matter_is_not_read(asked: str | None, message: str) -> None:
    assert not any(c.isalnum() for c in left(message, asked))


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("storage.country", "the company keeps the data in Latvia"),
        ("organisation.country", "we are in Norway and ship from there"),
        ("model.licence", "the model and the photos are CC BY"),
        ("governance.policy", "Yes, for all staff."),
        ("governance.policy", "we have one for the bot"),
        ("governance.impact_assessment", "we did one on the hedge, not on this"),
        ("governance.exit_clause", "the contract says we can cancel and get our data back"),
        ("storage.encrypted", "no, it lies open in the cupboard"),
        ("model.access", "we call OpenRouter with a key"),
        ("governance.staff_trained", "Her train stopped because of a cow, nobody ever came."),
        ("application.outage_effect", "When the internet is off everything stops."),
        ("application.outage_effect", "If the power goes it is gone too, and we teach just the same."),
        ("storage.supplier", "We have Dropbox for the recordings."),
        ("labelling.supplier", "Appen labels them."),
        ("application.purpose", "It sorts the post."),
        ("application.supplier", "comes from Santa Casa"),
    ],
)
def test_an_answer_to_the_question_stays(asked: str, message: str) -> None:
    assert left(message, asked) == message


def test_what_is_set_against_the_tool_is_not_told_of_it() -> None:
    assert left("We tell all at the door: shoes off. About the bot, nothing.", "application.tells_people") == (
        "About the bot, nothing."
    )


def test_what_a_person_does_who_bears_a_tool_s_name_is_the_person_s() -> None:
    assert (
        left("Claude, our treasurer, reads the receipts. We use Otter.", None, ("Claude", "Otter")) == "We use Otter."
    )
    assert left("Ruth, our nurse, reads every draft.") == "Ruth, our nurse, reads every draft."


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("model.trains_on_inputs", "they all train on what we type"),
        ("monitoring.bias_tested", "we split it by sex and age, not by race"),
        ("data.provenance", "yep, each sample bag has a sheet saying who dug it"),
    ],
)
def test_a_deed_or_a_matter_that_is_called_like_a_thing_is_none(asked: str, message: str) -> None:
    assert left(message, asked) == message


def test_things_of_a_house_are_whole_words() -> None:
    assert THING.search("the coffee machine") and not THING.search("the machine")
    assert not THING.search("a register of carpets' names") or THING.search("carpet")
