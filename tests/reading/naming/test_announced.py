"""Tools that a message announces: each is noted by its name, with what is told of it and nothing of another's."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.reading import gate
from vcassist.knowledge.register import load_register
from vcassist.reading.offline import OfflineReader
from vcassist.reading.trained import open_trained

KORA = {"application.name": "Kora", "application.purpose": "sorts letters"}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> OfflineReader:
    return OfflineReader(load_register(), open_trained(tmp_path_factory.mktemp("data"), "large"))


def heard(
    reader: OfflineReader, message: str, asked: str | None = None, known: dict[str, str] | None = None
) -> dict[str, object]:
    chain = fold([Fact(ref, "known", value) for ref, value in (known or {}).items()])
    facts = gate(reader.read(message, asked, chain), message).facts
    return {f.ref: f.value for f in facts if f.status == "known"}


def tools(told: dict[str, object]) -> dict[object, object]:
    """Each tool's name with its purpose."""
    return {
        v: told.get(ref.replace("name", "purpose"))
        for ref, v in told.items()
        if ref.endswith(".name") and ref.startswith("application")
    }


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("We use Zorvio and Brimtek, both for marks.", {"Zorvio", "Brimtek"}),
        ("Two tools: Intake Vision and Donor Scout.", {"Intake Vision", "Donor Scout"}),
        ("We have three AI tools: Gradescope, Turnitin and MagicSchool.", {"Gradescope", "Turnitin", "MagicSchool"}),
        ("3 AIs: chatgpt, canva and perplexity", {"chatgpt", "canva", "perplexity"}),
    ],
)
def test_names_that_are_listed_are_all_tools_and_no_purpose(
    reader: OfflineReader, message: str, expected: set[str]
) -> None:
    found = tools(heard(reader, message))
    assert set(found) == expected
    assert not expected & set(found.values())


def test_each_item_of_a_list_keeps_what_it_is_for(reader: OfflineReader) -> None:
    told = heard(reader, "We use Magic School for lesson plans, ChatGPT for making quizzes and Quizizz for the review.")
    assert tools(told) == {"Magic School": "lesson plans", "ChatGPT": "making quizzes", "Quizizz": "review"}


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            "We use two: ChatGPT, for letters, and BedMate, for the bed list.",
            {"ChatGPT": "letters", "BedMate": "bed list"},
        ),
        (
            "There's two of the things and I muddle them up: Zeph, that's to sort the mail, and Otter, that's for the minutes.",
            {"Zeph": "sort the mail", "Otter": "minutes"},
        ),
        (
            "We run two: Abrigo, to sort the beds, and DeepL, for the letters.",
            {"Abrigo": "sort the beds", "DeepL": "letters"},
        ),
        ("we've got two, Kora for the rota and Mint for the donors", {"Kora": "rota", "Mint": "donors"}),
    ],
)
def test_how_many_there_are_and_what_each_is_for_makes_them_tools(
    reader: OfflineReader, message: str, expected: dict[object, object]
) -> None:
    assert tools(heard(reader, message)) == expected


def test_a_name_that_a_town_bears_too_is_a_tool_s_only_where_it_is_counted_up_with_its_work(
    reader: OfflineReader,
) -> None:
    assert tools(heard(reader, "We run a shelter in Abrigo. We use DeepL for the letters.")) == {"DeepL": "letters"}


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("storage.country", "We have two: Nairobi, for the records, and Kampala, for the photos."),
        ("labelling.done_by", "We've got two, the north team for mornings and Rosewood for nights."),
    ],
)
def test_what_is_counted_up_as_the_answer_to_another_question_is_no_tool(
    reader: OfflineReader, asked: str, message: str
) -> None:
    assert not {ref for ref in heard(reader, message, asked) if ref.startswith("application-2")}


def test_a_list_of_names_goes_on_in_its_next_sentence(reader: OfflineReader) -> None:
    told = heard(reader, "Kora. And Mint, for the letters.", "application.name")
    assert told["application.name"] == "Kora" and told["application-2.name"] == "Mint"
    assert told["application-2.purpose"] == "letters" and "application.purpose" not in told


def test_how_many_people_there_are_makes_nobody_a_tool(reader: OfflineReader) -> None:
    told = heard(
        reader, "There are three of us: Marta, for the letters, Jo, for the phone, and Ali. We use ChatGPT for letters."
    )
    assert set(tools(told)) == {"ChatGPT"}


def test_items_that_are_counted_up_by_letters_are_tools_of_their_own(reader: OfflineReader) -> None:
    message = "(a) ALPHA, river forecasts, in-house; (b) BETA, drafts of warnings; (c) GAMMA, damage maps"
    told = heard(reader, message)
    assert tools(told) == {"ALPHA": "river forecasts", "BETA": "drafts of warnings", "GAMMA": "damage maps"}
    assert "application-2.sourcing" not in told and "application-3.sourcing" not in told


def test_what_a_tool_is_reached_through_is_none(reader: OfflineReader) -> None:
    message = "Ajo, an assistant for farmers, was built by Zaria Digital Ltd on Claude through Amazon Bedrock."
    assert set(tools(heard(reader, message))) == {"Ajo"}


@pytest.mark.parametrize(
    "message",
    [
        "Our audio guide is Ecoguia. It writes the story for each cloth with Claude, and then it speaks them aloud with a voice by ElevenLabs.",
        "We use Kora for the rota. It drafts the notices with ChatGPT.",
    ],
)
def test_what_a_tool_does_its_work_with_is_no_further_tool(reader: OfflineReader, message: str) -> None:
    assert len(tools(heard(reader, message))) == 1


@pytest.mark.parametrize("message", ["RELAY is missing altogether.", "Add RELAY please.", "You forgot RELAY."])
def test_a_tool_that_is_brought_in_answers_no_question(reader: OfflineReader, message: str) -> None:
    assert heard(reader, message, "application.outage_effect", KORA) == {"application-2.name": "RELAY"}


def test_what_is_said_of_a_tool_that_is_brought_in_is_told_of_it(reader: OfflineReader) -> None:
    message = "Put Sprigly down as number two, supplier Fennoware, it writes to the donors"
    told = heard(reader, message, "application.human_review", KORA)
    assert told["application-2.supplier"] == "Fennoware" and told["application-2.purpose"] == "writes to the donors"
    assert not any(ref.startswith("application.") for ref in told)


@pytest.mark.parametrize(
    "message",
    [
        "You forgot Maria, she checks everything.",
        "You missed my question about Hamburg.",
        "We looked at Fireflies once but never bought it",
        "It is in daily use since last Ramadan",
    ],
)
def test_people_questions_and_what_was_never_ours_are_no_tools(reader: OfflineReader, message: str) -> None:
    assert not tools(heard(reader, message, "application.decision_role", KORA))


def test_letters_point_at_tools_that_are_noted(reader: OfflineReader) -> None:
    two = {"application.name": "Kora", "application-2.name": "Nyota"}
    told = heard(reader, "Kestrel Labs SA is the supplier of (b), i.e. of Nyota.", "application.decision_role", two)
    assert told.get("application-2.supplier") == "Kestrel Labs SA" and "application.supplier" not in told


def test_a_licence_of_the_data_is_none_of_the_model(reader: OfflineReader) -> None:
    model = {"model.name": "Mistral 7B"}
    for message in ("CC BY-NC is the dataset's licence, not the model's.", "Apache 2.0 covers the images"):
        assert "model.licence" not in heard(reader, message, "model.licence", model)
    assert heard(reader, "Apache 2.0", "model.licence", model)["model.licence"]


def test_an_order_to_add_a_name_to_the_list_is_heard(reader: OfflineReader) -> None:
    told = heard(reader, "Please add Tarnbell to the list", "application.decision_role", KORA)
    assert told == {"application-2.name": "Tarnbell"}


def test_who_decides_beside_a_tool_that_helps_may_be_a_tool_and_is_not_that_one(reader: OfflineReader) -> None:
    message = "Brindle decides alone about the loans, Kora only helps."
    chain = fold([Fact(ref, "known", value) for ref, value in KORA.items()])
    reading = reader.read(message, "application.decision_role", chain)
    assert {p.ref: p.value for p in reading.proposals} == {"application.decision_role": "assists"}
    assert ("application-2.name", "Brindle") in {(p.ref, p.value) for p in reading.maybe}


def test_somebody_who_does_something_is_no_name(reader: OfflineReader) -> None:
    message = "We've given up Kora for the letters, but still use it for the appointments."
    assert not tools(heard(reader, message, "storage.country", KORA))


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("Our school in Canada uses Kora to write letters. We have a fallback.", "Kora"),
        ("The ministry runs Pestora to answer farmers, and we only feed it.", "Pestora"),
        ("We use Heron and Pelican in our clinic in Suva. Heron writes the notes.", "Heron"),
    ],
)
def test_whoever_uses_something_for_some_work_uses_a_tool(reader: OfflineReader, message: str, name: str) -> None:
    assert heard(reader, message)["application.name"] == name


@pytest.mark.parametrize(
    "message",
    [
        "Our school has Maria for French.",
        "Our director used Kora to plan the rotas.",
        "Does the hospital use Kora to write letters?",
    ],
)
def test_a_person_the_past_and_a_question_are_none(reader: OfflineReader, message: str) -> None:
    assert "application.name" not in heard(reader, message)


def test_another_one_that_is_told_first_and_named_behind_is_heard(reader: OfflineReader) -> None:
    said = "We have two things: Kratt, a chatbot, and another one that tags new books, that one is Annif from the National Library."
    told = heard(reader, said)
    assert {told.get("application.name"), told.get("application-2.name")} == {"Kratt", "Annif"}
    assert told.get("application.supplier") != "Annif"


@pytest.mark.parametrize(
    "message",
    [
        "We make exam questions with ChatGPT free one and also Gemini sometime.",
        "We write letters with ChatGPT, plus Gemini now and then.",
    ],
)
def test_a_brand_that_is_a_model_s_too_is_a_tool_beside_the_tool_it_is_joined_to(
    reader: OfflineReader, message: str
) -> None:
    told = heard(reader, message)
    assert told["application-2.name"] == "Gemini" and "model.name" not in told
    purpose = str(told["application.purpose"])
    assert "ChatGPT" not in purpose and "Gemini" not in purpose


def test_a_brand_that_is_joined_to_a_model_is_a_model(reader: OfflineReader) -> None:
    told = heard(reader, "We use Kora for the rota, it has GPT-4o in it and also Gemini.")
    assert (told["model.name"], told["model-2.name"]) == ("GPT-4o", "Gemini")


ALAFIA = (
    "We are a village radio in Benin. We have two tools. With ChatGPT we make the text of the news. With VoixLocale we make the voice for "
    "the market, this one is made by Atelier Savane and it is only on trial."
)
MUSEUM = (
    "Two systems are in regular operation. Kirjalugeja serves for the transcription of diaries, and Pildisona for the description of "
    "photographs. Both are supplied by Arhiivitarkvara OU."
)
SEEDS = "Two systems. SeedSort classifies tray photos. Beej Mitra is a Telegram bot that answers the farmers."


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (ALAFIA, {"ChatGPT", "VoixLocale"}),
        (MUSEUM, {"Kirjalugeja", "Pildisona"}),
        (SEEDS, {"SeedSort", "Beej Mitra"}),
        ("We've got a couple of apps. Sanuya reads the X-rays, and Doumbia prints them. Kalanso answers parents.", {"Sanuya", "Kalanso"}),
        ("2 apps. Katalog tags the new books, Gosia checks them, and Lektor reads aloud for visitors.", {"Katalog", "Lektor"}),
    ],
)  # fmt: skip
def test_where_it_is_said_how_many_tools_there_are_what_does_some_work_is_one_of_them(
    reader: OfflineReader, message: str, expected: set[str]
) -> None:
    assert set(tools(heard(reader, message))) == expected


def test_what_is_told_of_one_of_two_tools_is_not_told_of_the_other(reader: OfflineReader) -> None:
    told = heard(reader, ALAFIA)
    assert (told["application-2.supplier"], told["application-2.lifecycle"]) == ("Atelier Savane", "pilot")
    assert "application.supplier" not in told and "application.lifecycle" not in told
    assert heard(reader, MUSEUM)["application.supplier"] == heard(reader, MUSEUM)["application-2.supplier"]


def test_what_a_thing_is_a_kind_of_does_not_supply_it(reader: OfflineReader) -> None:
    assert "Telegram" not in heard(reader, SEEDS).values()


def test_a_small_name_that_does_some_work_beside_a_tool_is_one_more(reader: OfflineReader) -> None:
    told = heard(reader, "chatgpt does our posts. and theres live transcribe, that one does captions at meetings")
    assert (told["application-2.name"], told["application-2.purpose"]) == ("live transcribe", "captions at meetings")
    told = heard(reader, "we use chatgpt for letters, and there's maria, that one checks everything")
    assert set(tools(told)) == {"chatgpt"}


def maybe(reader: OfflineReader, message: str) -> dict[str, object]:
    return {p.ref: p.value for p in reader.read(message, None, Chain()).maybe}


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("We are a night school. Readwell Coach listens to readers and marks where they stumble.", "Readwell Coach"),
        ("We are a hospice. Zeph answers the phone at night.", "Zeph"),
    ],
)
def test_the_one_name_that_does_some_work_in_a_story_without_a_tool_is_asked_after(
    reader: OfflineReader, message: str, name: str
) -> None:
    assert maybe(reader, message)["application.name"] == name
    assert name not in heard(reader, message).values()


@pytest.mark.parametrize(
    "message",
    [
        "We are a shelter in Leeds. Maria plans the beds.",
        "Umoja lends money to women. We want to know our risks.",
        "We are a clinic. Kettle sorted the letters until last year.",
        "We are a clinic. Quillo answers the phone. Tarnow sorts the letters.",
    ],
)
def test_people_houses_the_past_and_several_names_are_not(reader: OfflineReader, message: str) -> None:
    assert not maybe(reader, message)


def test_what_has_a_supplier_and_does_some_work_is_a_tool(reader: OfflineReader) -> None:
    told = heard(reader, "We are a clinic in Nepal and Sano checks the x-rays. The supplier of Sano is Himal Labs.")
    assert told["application.name"] == "Sano"
    assert told["application.supplier"] == "Himal Labs"
    nobody = heard(reader, "We are a clinic in Nepal and Sita checks the x-rays. She is our nurse.")
    assert "application.name" not in nobody


def test_one_of_so_many_keeps_its_own_work(reader: OfflineReader) -> None:
    said = "We are a pharmacy in Peru. Two tools. RecetaLux reads the prescriptions, and Wari makes the orders."
    assert tools(heard(reader, said)) == {"RecetaLux": "reads the prescriptions", "Wari": "makes the orders"}


def test_the_second_of_two_models_is_no_tool(reader: OfflineReader) -> None:
    told = heard(
        reader,
        "We are a pharmacy in Peru. DozaCheck flags drug mixups. Two models sit behind it: Gemma 2 9B writes a note, and KartuMed-NER finds the names.",
    )
    assert (told["model.name"], told["model-2.name"]) == ("Gemma 2 9B", "KartuMed-NER")
    assert "application-2.name" not in told


def test_names_in_apposition_to_what_they_are_have_their_work(reader: OfflineReader) -> None:
    said = "A bakery in Turin. We run two AI helpers: Crosta, which plans the batches, and Mica, a robot for answering the cafés."
    assert tools(heard(reader, said)) == {"Crosta": "plans the batches", "Mica": "answering the cafés"}


@pytest.mark.parametrize(
    "message",
    [
        "Please, there are two tools, Tarjimon and MomSafe, I want that you write both.",
        "The only second tool is MomSafe.",
        "For the other, the one with the red colour, the girls call it MomSafe.",
        "The program for the women, I think MomSafe.",
    ],
)
def test_the_other_one_is_named_beside_the_known(reader: OfflineReader, message: str) -> None:
    told = heard(reader, message, "model.documentation", {**KORA, "application.name": "Tarjimon"})
    assert told.get("application-2.name") == "MomSafe"


@pytest.mark.parametrize(
    "message",
    [
        "The red colour works also there, for example in Shurobod.",
        "CHW focus group, 12 persons, Xai-Xai",
        "some is also HIV you know, that one we keep secret",
    ],
)
def test_places_examples_and_letters_are_no_tools(reader: OfflineReader, message: str) -> None:
    chain = fold([Fact(ref, "known", value) for ref, value in KORA.items()])
    read = reader.read(message, "model.documentation", chain)
    assert not [p for p in (*read.proposals, *read.maybe) if p.ref == "application-2.name"]
