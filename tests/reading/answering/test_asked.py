"""A whole sentence that leaves the question open, and an answer with a don't-know beside it: both are taken, and nothing is asked again."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain
from vcassist.chain.fields import FIELDS
from vcassist.interview.reading import gate
from vcassist.knowledge.register import load_register
from vcassist.reading.answering.asked import before_beside, open_by_form, silent_on_who
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.offline import OfflineReader
from vcassist.reading.seen import look
from vcassist.reading.trained import open_trained


@pytest.fixture(scope="module")
def reader() -> OfflineReader:
    return OfflineReader(load_register())


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> OfflineReader:
    return OfflineReader(load_register(), open_trained(tmp_path_factory.mktemp("data"), "large"))


def heard(reader: OfflineReader, message: str, asked: str) -> object:
    facts = gate(reader.read(message, asked, Chain()), message).facts
    return next((f.value if f.status == "known" else f.status for f in facts if f.ref == asked), None)


def left_open(text: str, asked: str) -> str | None:
    spec = FIELDS[asked]
    found = open_by_form(look(text, NameFinder(load_register()), spec), spec)
    return found.status if found else None


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("governance.exit_clause", "About the contract I prefer not to say anything, we are in a small quarrel with them just now."),
        ("storage.encrypted", "On that I would rather keep silent, since the board is in a dispute with the firm."),
        ("organisation.size", "I'd prefer not to say, the owners read all of this and they are at odds with us."),
    ],
)  # fmt: skip
def test_who_refuses_and_says_why_refuses(asked: str, said: str) -> None:
    assert left_open(said, asked) == "withheld"


def test_a_refusal_about_another_matter_leaves_the_question_on_the_table() -> None:
    said = "About the names of the patients I prefer not to say anything at all, they have suffered enough already."
    assert left_open(said, "storage.encrypted") is None


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("compute.hosting", "On the computer? On the internet? I get these mixed up."),
        ("model.weights", "Open or closed, I can never tell them apart."),
        ("model.access", "An API? An app? I always confuse the two terms."),
    ],
)
def test_who_mixes_up_the_choices_does_not_know(asked: str, said: str) -> None:
    assert left_open(said, asked) == "unknown"


def test_what_was_mixed_up_before_and_is_put_right_is_no_dont_know() -> None:
    assert left_open("I mixed these up before.", "compute.hosting") is None


@pytest.mark.parametrize(
    ("asked", "said", "value"),
    [
        ("model.adaptation", "I use it as it comes. I didn't change anything, I wouldn't know where.", "as_is"),
        ("compute.hosting", "It runs at the supplier's, I wouldn't know in which town.", "vendor_managed"),
        ("model.adaptation", "I wouldn't know that.", "unknown"),
        ("model.weights", "it is open That I know, the rest I don't know.", "open"),
        ("model.weights", "Closed, I should say. No idea about the rest.", "closed"),
        ("storage.encrypted", "Partly. About everything else we know nothing.", "partly"),
        ("model.weights", "The rest I don't know.", "unknown"),
        ("storage.encrypted", "Encrypted, no, if you steal the disk you can listen to all of it", "no"),
        ("storage.encrypted", "Encrypted: yes, even if it is only the disk.", "yes"),
    ],
)
def test_a_dont_know_beside_the_answer_is_not_the_answer(
    reader: OfflineReader, asked: str, said: str, value: str
) -> None:
    assert heard(reader, said, asked) == value


def test_only_a_dont_know_behind_something_stands_beside_it() -> None:
    said = "It stays with them, I couldn't say where."
    assert before_beside(said) == said.index(",")
    assert before_beside("I wouldn't know where.") is None
    assert before_beside("It stays here, I wouldn't know why they ask you that.") is None


def test_an_exclamation_behind_it_takes_nothing_from_who_introduces_a_house(reader: OfflineReader) -> None:
    said = (
        "I chair the Baghmara Ban Samuha, a community forest group, and you will not believe how much an elephant eats."
    )
    facts = {f.ref: f.value for f in gate(reader.read(said, None, Chain()), said).facts}
    assert facts["organisation.name"] == "Baghmara Ban Samuha" and facts["organisation.sector"] == "environment"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("An outside annotation firm. Which one, the manufacturer refuses to disclose.", "An outside annotation firm"),
        ("some company, but which one the supplier keeps to itself", "some company"),
    ],
)
def test_who_it_is_may_be_kept_secret_behind_an_answer(said: str, answer: str) -> None:
    found = silent_on_who(said)
    assert found is not None and said[: found[0]] == answer
    assert silent_on_who("Which one, they won't say.") is None and silent_on_who("A firm. We know which one.") is None


def test_a_firm_that_is_kept_secret_is_a_firm_all_the_same(trained: OfflineReader) -> None:
    said = "An outside annotation firm. Which one, the manufacturer refuses to disclose; I asked twice in writing."
    assert heard(trained, said, "labelling.done_by") == ("vendor",)
    told = {p.ref: p.status for p in trained.read(said, "labelling.done_by", Chain()).proposals}
    assert told["labelling.supplier"] == "withheld"


@pytest.mark.parametrize("said", ["No net needed.", "No internet required", "it needs no signal at all"])
def test_a_no_that_is_of_the_line_answers_nothing_with_no(reader: OfflineReader, said: str) -> None:
    assert heard(reader, said, "application.works_offline") == "yes"


def test_a_line_that_is_asked_about_or_missed_tells_nothing_of_the_kind(reader: OfflineReader) -> None:
    assert heard(reader, "no signal, no working", "application.works_offline") != "yes"
    assert heard(reader, "does it need no signal?", "application.works_offline") != "yes"


def test_what_an_answer_calls_by_a_choice_s_own_word_is_heard_beside_the_rest(trained: OfflineReader) -> None:
    said = "The ones who come to us. Refugees from the settlements, and ordinary citizens with a land quarrel."
    assert heard(trained, said, "application.affected_people") == ("refugees", "citizens")


def test_people_who_are_called_by_a_choice_s_own_word_are_no_others(trained: OfflineReader) -> None:
    said = "Those concerned are refugees and, among the callers, a considerable number of children."
    assert heard(trained, said, "application.affected_people") == ("children", "refugees")


def test_a_supplier_that_keeps_a_secret_gives_no_order(trained: OfflineReader) -> None:
    said = "I asked, and they flat out won't tell me, said it's a secret recipe."
    assert heard(trained, said, "model.name") == "withheld"


def test_a_town_one_works_in_is_no_organisation(trained: OfflineReader) -> None:
    facts = trained.read("I am pharmacist at Sfax, in Tunisia. OrdoScan reads the scripts.", None, Chain()).proposals
    assert "organisation.name" not in {p.ref for p in facts}


def test_a_bot_on_a_platform_is_not_the_platform_s(trained: OfflineReader) -> None:
    facts = trained.read("SeedSort: YOLOv8n. The Telegram bot: GPT-4o mini.", "model.name", Chain()).proposals
    assert "Telegram" not in {p.value for p in facts if p.ref.endswith("supplier")}


@pytest.mark.parametrize("said", ["If it stops we sort by hand, slower", "When it stops we are slower"])
def test_a_condition_in_a_choice_s_own_words_chooses_nothing(trained: OfflineReader, said: str) -> None:
    assert heard(trained, said, "application.outage_effect") == "degrades"
    assert heard(trained, "it stops", "application.outage_effect") == "stops"


@pytest.mark.parametrize(
    "said",
    [
        "Neither of them works without the internet",
        "None of our tools works without a connection",
        "Both need the internet",
    ],
)
def test_what_none_of_them_does_without_a_line_needs_one(trained: OfflineReader, said: str) -> None:
    assert heard(trained, said, "application.works_offline") == "no"


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Patients and physicians are affected.", ("patients", "staff")),
        ("The patients, and our doctors too", ("patients", "staff")),
        ("Patients and children are affected, and the nurses.", ("patients", "children", "staff")),
    ],
)
def test_who_works_there_is_staff_beside_whom_they_serve(
    trained: OfflineReader, said: str, who: tuple[str, ...]
) -> None:
    assert heard(trained, said, "application.affected_people") == who


def test_a_particle_applies_to_nothing(reader: OfflineReader) -> None:
    assert heard(reader, "Country is India na, as I have told.", "application.outage_effect") is None


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("model.access", "In a browser. We do not run it."),
        ("model.access", "I reach it with my phone. When there is internet only."),
        ("storage.supplier", "runs it, not we."),
    ],
)
def test_what_one_does_not_do_oneself_is_not_one_s_own(trained: OfflineReader, asked: str, said: str) -> None:
    assert heard(trained, said, asked) not in ("self", "self_hosted")
    assert heard(trained, "not a company, we made it ourselves", "application.supplier") == "self"


def test_a_sentence_is_no_company(trained: OfflineReader) -> None:
    assert heard(trained, "main data is aws", "storage.supplier") == "Amazon Web Services"
    assert heard(trained, "sahlab = the bot", "application.supplier") is None


@pytest.mark.parametrize(
    "said", ["Always. Well, they're meant to. Some don't, if I'm honest.", "staff check every nite sample of answers"]
)
def test_what_is_meant_to_be_and_what_is_sampled_is_sometimes(trained: OfflineReader, said: str) -> None:
    assert heard(trained, said, "application.human_review") == "sometimes"


def test_whom_a_plural_names_is_heard_with_what_is_told_of_them(trained: OfflineReader) -> None:
    asked = "application.affected_people"
    assert heard(trained, "The families who come in for food.", asked) == ("other",)
    assert heard(trained, "employees who come with a dismissal letter", asked) == ("workers",)
