"""What a later sentence of a message takes back is not read: as a lie, as another thing's, as nothing of a tool's."""

from __future__ import annotations

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.reading.vetoes.aside import without_aside


def left(message: str, asked: str | None = None) -> str:
    return " ".join(without_aside(message, FIELDS[asked] if asked else None).split())


@pytest.mark.parametrize(
    ("asked", "message", "rest"),
    [
        ("storage.country", "Put Malta down. That's a lie, but it looks well.", ", but it looks well."),
        ("governance.policy", "We have twelve pages of rules for it. None of that is true.", "."),
        ("data.supplier", "Shutterstock. Rumours, all of it.", ", all of it."),
        # What is denied of something else is told.
        ("application.human_review", "It isn't true that nobody looks. Ida does.", "It isn't true that nobody looks. Ida does."),
    ],
)  # fmt: skip
def test_what_is_then_called_untrue_is_not_read(asked: str, message: str, rest: str) -> None:
    assert left(message, asked) == rest


@pytest.mark.parametrize(
    ("asked", "message", "rest"),
    [
        ("storage.retention_limit", "Ten days. Oh, that is how long the library lends a film.", "."),
        ("model.name", "6.0 it says. Hm no, that's the scale.", "."),
        ("monitoring.bias_tested", "Old against young, each month, in a table. At the chess, I mean.", ""),
        ("governance.staff_trained", "Three mornings, everybody. First aid, that was.", ""),
        ("organisation.size", "180. That's the hens, we are three.", ", we are three."),
        ("storage.retention_limit", "Nine years, that's how old the clock is.", ""),
        # What it is of the tool, or of the very question, is the answer.
        ("storage.retention_limit", "Ten days. Oh, that is how long the chats stay.", "Ten days. Oh, that is how long the chats stay."),
        ("data.supplier", "self. it's our camera", "self. it's our camera"),
        ("organisation.country", "France. No, it is even simpler: all in Nice.", "France. No, it is even simpler: all in Nice."),
    ],
)  # fmt: skip
def test_an_answer_that_turns_out_another_thing_s_is_not_read(asked: str, message: str, rest: str) -> None:
    assert left(message, asked) == rest


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("Wages are in Sage, which has no AI in it. The bot knows the menu.", "The bot knows the menu."),
        ("When the till was robbed we rang the police. The till is a drawer, no AI there.", ""),
        ("We have no AI here.", "We have no AI here."),
        ("There is no AI yet.", "There is no AI yet."),
    ],
)
def test_what_holds_no_ai_is_no_matter_of_the_talk(message: str, rest: str) -> None:
    assert left(message) == rest


@pytest.mark.parametrize(
    ("asked", "message", "rest"),
    [
        (None, "Should a member ever send faces, we would ask them. None of them does.", ""),
        ("data.sources", "If the city gave us its list, we would buy one more. They won't. Our own sheets.", "Our own sheets."),
        ("application.human_review", "if it scored low Ann would look, but nobody set that up", ", but nobody set that up"),
        # Where the question supposes something, the if is the answer.
        ("application.outage_effect", "If it were down we would write by hand.", "If it were down we would write by hand."),
        (None, "Should the camera be out, nothing changes.", "Should the camera be out, nothing changes."),
    ],
)  # fmt: skip
def test_what_would_only_be_if_is_not_read(asked: str | None, message: str, rest: str) -> None:
    assert left(message, asked) == rest


@pytest.mark.parametrize(
    ("asked", "message", "rest"),
    [
        ("model.access", "Over an API. Wait, forget that, I was thinking of the shop.", "."),
        ("compute.hosting", "In our cellar. Correction, I asked Jo: it is at OVH.", "it is at OVH."),
        (None, "Scratch what I wrote about Otter, we take Sonix.", ", we take Sonix."),
        ("data.description", "bills go in, no sorry!! NOT bills, only the menu", ", only the menu"),
        ("application.supplier", "IBM. Scratch that.", ""),
        ("storage.country", "France, ah no, the old one was France.", ""),
        ("labelling.done_by", "volunteers. I said volunteers, but they get wages", ". , but they get wages"),
    ],
)
def test_what_is_put_right_in_the_same_message_is_not_read(asked: str | None, message: str, rest: str) -> None:
    assert left(message, asked) == rest


def test_questions_alone_tell_nothing_and_one_that_seeks_assent_may() -> None:
    assert left("Bought? Us? With what?", "data.sources") == ""
    assert left("Otter?", "application.name") == "Otter?"


@pytest.mark.parametrize(
    "message",
    [
        "We are a school for deaf children in Madurai. As of now there is no AI in the school, I must be clear on that.",
        "We are a clinic in Accra. At present there is no AI in it.",
    ],
)
def test_a_house_that_has_no_ai_yet_is_still_told_of(message: str) -> None:
    assert left(message) == message


def test_a_thing_without_ai_is_no_matter() -> None:
    assert left("Our boiler counts its hours. There is no AI in the boiler.") == ""
