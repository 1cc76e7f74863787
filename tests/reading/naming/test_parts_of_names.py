"""What part a name plays by the words around it: a seller, an interface and a channel are no tools."""

from __future__ import annotations

import time

import pytest

from vcassist.chain.facts import Fact, fold
from vcassist.interview.ports import Proposal
from vcassist.interview.reading import gate
from vcassist.knowledge.register import load_register
from vcassist.reading.naming.parts_of_names import by_their_parts, is_a_channel, is_no_tool
from vcassist.reading.offline import OfflineReader
from vcassist.reading.trained import open_trained


def at(message: str, name: str) -> tuple[int, int]:
    return message.index(name), message.index(name) + len(name)


def proposal(ref: str, message: str, quote: str, value: str | None = None) -> Proposal:
    return Proposal(ref, "known", value or quote, quote, 0.7, *at(message, quote))


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("It was procured through MedTrack.", "MedTrack"),
        ("We bought it from Ashfoam, last year", "Ashfoam"),
        ("Kora came to us by MedTrack, the Accra distributor", "MedTrack"),
        ("Kestrel is our supplier", "Kestrel"),
        ("We built a bot on the Claude API", "Claude"),
        ("Our volunteer made the assistant with Botpress", "Botpress"),
        ("OpenAI API is just what it is built on", "OpenAI API"),
    ],
)
def test_a_seller_and_what_a_tool_is_built_on_are_no_tools(message: str, name: str) -> None:
    assert is_no_tool(message, *at(message, name))


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("We use the DeepL API to translate leaflets", "DeepL"),
        ("We write letters with Kora", "Kora"),
        ("The letters from Kora are read by a nurse", "Kora"),
        ("Kora is our assistant", "Kora"),
        ("The firm built Kora with care", "Kora"),
    ],
)
def test_what_people_work_with_is_one(message: str, name: str) -> None:
    assert not is_no_tool(message, *at(message, name))


def test_whom_a_tool_was_bought_through_supplies_it() -> None:
    said = "We run Kora. Procured through MedTrack, the Accra distributor."
    names = [proposal("application.name", said, "Kora"), proposal("application.name", said, "MedTrack")]
    assert [(p.ref, p.value) for p in by_their_parts(names, said)] == [
        ("application.name", "Kora"),
        ("application.supplier", "MedTrack"),
    ]


def test_a_tool_s_own_name_is_no_company_s_unless_one_is_known_by_it() -> None:
    said = "a phone assistant called Amtsruf, supplied to us by a firm"
    both = [proposal("application.name", said, "Amtsruf"), proposal("application.supplier", said, "Amtsruf")]
    assert [p.ref for p in by_their_parts(both, said, lambda name: False)] == ["application.name"]
    assert len(list(by_their_parts(both, said, lambda name: True))) == 2


def test_who_builds_on_an_interface_is_supplied_by_nobody_and_builds_it() -> None:
    said = "We built our own chatbot, Justa, with the OpenAI API. It runs on WhatsApp."
    read = [
        proposal("application.name", said, "OpenAI API"),
        proposal("application.supplier", said, "OpenAI"),
        proposal("model.supplier", said, "WhatsApp", "Meta"),
        proposal("model.access", said, "It runs on WhatsApp", "api"),
    ]
    assert {p.ref: p.value for p in by_their_parts(read, said)} == {
        "application.sourcing": "in_house",
        "application.name": "Justa",
    }


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> OfflineReader:
    return OfflineReader(load_register(), open_trained(tmp_path_factory.mktemp("data"), "large"))


def heard(
    reader: OfflineReader, message: str, known: dict[str, str] | None = None, asked: str | None = None
) -> dict[str, object]:
    chain = fold([Fact(ref, "known", value) for ref, value in (known or {}).items()])
    return {f.ref: f.value for f in gate(reader.read(message, asked, chain), message).facts if f.status == "known"}


def test_who_supplies_a_noted_tool_is_no_further_tool(reader: OfflineReader) -> None:
    told = heard(reader, "AlphaChat supplies Kratt.", {"application.name": "Kratt"})
    assert told == {"application.supplier": "AlphaChat"}


def test_the_short_name_of_a_noted_tool_is_that_tool(reader: OfflineReader) -> None:
    known = {"application.name": "Microsoft Copilot"}
    assert "application-2.name" not in heard(
        reader, "Copilot is from the municipality.", known, "application.alternative"
    )
    told = heard(reader, "We also use GitHub Copilot to write code.", known, "application.alternative")
    assert told["application-2.name"] == "GitHub Copilot"
    assert "model.name" not in heard(
        reader, "Gemini comes with our Google Workspace.", {"application.name": "Google Gemini"}
    )


def test_a_first_message_in_the_third_person_is_heard_with_a_name_that_nobody_knows(reader: OfflineReader) -> None:
    told = heard(reader, "The town hall in Passau uses Kora to answer calls. Citizens are touched.")
    expected = {
        "application.name": "Kora",
        "application.purpose": "answer calls",
        "organisation.country": "DE",
        "application.affected_people": ("citizens",),
    }
    assert expected.items() <= told.items()


def test_two_tools_that_each_do_their_work_are_two(reader: OfflineReader) -> None:
    told = heard(reader, "Food bank in Cardiff. Tidio answers people at night, ChatGPT writes the bids.")
    assert (told["application.name"], told["application-2.name"]) == ("Tidio", "ChatGPT")
    assert (told["application.purpose"], told["application-2.purpose"]) == (
        "answers people at night",
        "writes the bids",
    )


def test_a_name_that_does_its_own_work_is_no_fallback_of_another(reader: OfflineReader) -> None:
    told = heard(
        reader, "We also use Kronos. Kronos decides overtime.", {"application.name": "Otter"}, "application.alternative"
    )
    assert told == {
        "application-2.name": "Kronos",
        "application-2.purpose": "decides overtime",
        "application-2.decision_role": "decides",
    }


@pytest.mark.parametrize("filler", [" ", ",", "we built a bot ", "bought from ", "X "])
def test_a_long_message_is_looked_through_in_time(filler: str) -> None:
    message = filler * 5_000
    begun = time.process_time()
    list(by_their_parts([Proposal("application.name", "known", "X", "X", 0.7, 4_000, 4_001)], message))
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    ("message", "name", "so"),
    [
        ("We run a WhatsApp chatbot called Yapita", "WhatsApp", True),
        ("Farmers ask AgriMate over Telegram", "Telegram", True),
        ("We use WhatsApp for the rota", "WhatsApp", False),
        ("We use Slack AI for summaries", "Slack AI", False),
    ],
)
def test_a_channel_is_what_a_tool_is_reached_over(message: str, name: str, so: bool) -> None:
    assert is_a_channel(message, *at(message, name)) is so
