"""What a clause speaks of: words that only sometimes mark a plan, hearsay, others or an if do not mark current facts."""

from __future__ import annotations

import pytest
from worlds import small_register

from vcassist.chain.fields import FIELDS
from vcassist.reading.modality import modalities
from vcassist.reading.names import NameFinder
from vcassist.reading.seen import look, spared_for


@pytest.mark.parametrize(
    "clause",
    [
        "our vet looks at each picture",
        "a clerk is looking at every draft",
        "I read it all before it goes out",
        "I've read the licence",
        "I suppose Germany",
        "it tells us if the leaf is sick",
        "the machine says if the nut is good",
        "it is deleted as soon as the summary is saved",
        "the letter came one day late, by one day",
        "we mark other people's homework",
        "we post it on Facebook with a note",
        "the tender notices go in",
        "you can imagine nobody has time",
        "the bot plays what the patients wish for",
        "last I heard it was Airly",
    ],
)
def test_current_facts_carry_no_mark(clause: str) -> None:
    assert not modalities(clause)


@pytest.mark.parametrize(
    ("clause", "mark"),
    [
        ("we are looking at DeepL", "plan"),
        ("the board looks into a chatbot", "plan"),
        ("soon we get a second one", "plan"),
        ("one day we may train our own", "plan"),
        ("the council wishes to buy it", "plan"),
        ("it is out to tender", "plan"),
        ("I read that hospitals use Gemini", "hearsay"),
        ("I heard they keep everything", "hearsay"),
        ("my aunt saw on Facebook that it lies", "hearsay"),
        ("suppose it were hacked", "hypothesis"),
        ("imagine we had our own server", "hypothesis"),
        ("if we had the money", "hypothesis"),
        ("most people there use ChatGPT", "others"),
        ("my grandson uses ChatGPT at work", "others"),
        ("the parish over in Foxford has Copilot", "others"),
        ("the neighbouring commune named an officer", "others"),
        ("before that we'd Mailchimp", "past"),
    ],
)
def test_what_is_no_current_fact_is_marked(clause: str, mark: str) -> None:
    assert mark in modalities(clause)


def plain(text: str, part: str, field: str = "application.name", status: str = "known", value: object = None) -> bool:
    seen = look(text, NameFinder(small_register()), None)
    start = text.index(part)
    return seen.plain(start, start + len(part), spared_for(FIELDS[field], status, value))


def test_what_to_do_when_it_fails_is_told_in_ifs() -> None:
    text = "If the box dies we use the old scales."
    assert plain(text, "we use the old scales", "application.alternative")
    assert not plain(text, "we use the old scales", "application.name")


def test_a_refusal_to_tell_is_no_plan() -> None:
    text = "The firm won't say."
    assert plain(text, "won't say", status="withheld")
    assert not plain(text, "won't say")


def test_what_has_ended_is_today_s_no_and_nothing_else() -> None:
    text = "The disks are no longer encrypted."
    assert plain(text, "no longer encrypted", "storage.encrypted", value="no")
    assert not plain(text, "no longer encrypted", "storage.encrypted", value="yes")


@pytest.mark.parametrize("text", ["Model card? I read it.", "No network? It does not care."])
def test_a_few_words_with_a_question_mark_name_what_comes_next(text: str) -> None:
    assert plain(text, text.split("?")[0])


@pytest.mark.parametrize("text", ["Is it safe? I do not know.", "What is a foundry? Tell me.", "Model card?"])
def test_a_question_stays_one(text: str) -> None:
    assert not plain(text, text.split("?")[0])


@pytest.mark.parametrize(
    ("text", "gone", "there"),
    [
        ("It moved last week from Scaleway to Combell.", "Scaleway", "Combell"),
        ("They changed from GPT-3.5 to Mistral Small.", "GPT-3.5", "Mistral Small"),
        ("We binned Midjourney and kept Firefly.", "Midjourney", "Firefly"),
        ("We replaced Otter with Whisper.", "Otter", "Whisper"),
    ],
)
def test_what_was_left_is_denied_and_what_came_is_not(text: str, gone: str, there: str) -> None:
    seen = look(text, NameFinder(small_register()), None)
    assert seen.denied(text.index(gone))
    assert not seen.denied(text.index(there))


def test_data_that_comes_from_somewhere_is_not_left() -> None:
    text = "The files went from the clinic in a taxi; rainfall comes from CHIRPS."
    assert not look(text, NameFinder(small_register()), None).denied(text.index("CHIRPS"))


@pytest.mark.parametrize("text", ["They offered us Copilot for free, we declined.", "We turned Copilot down."])
def test_an_offer_that_was_turned_down_is_no_fact(text: str) -> None:
    assert "declined" in modalities(text)
