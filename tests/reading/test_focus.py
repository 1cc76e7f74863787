"""Several tools or models in one message: each gets what is said of it, and with one tool nothing is done twice."""

from __future__ import annotations

import time

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal
from vcassist.interview.reading import gate
from vcassist.knowledge.register import load_register
from vcassist.reading.focus import MOST_NAMES, MOST_READ, MOST_READ_PLAINLY, told_apart
from vcassist.reading.naming.marks import Marks
from vcassist.reading.offline import OfflineReader
from vcassist.reading.text import Span
from vcassist.reading.trained import open_trained

TWO = {"application.name": "Kora", "application-2.name": "Nyota"}
MODELS = {"model.name": "Llama 3", "model-2.name": "GPT-4o"}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> OfflineReader:
    return OfflineReader(load_register(), open_trained(tmp_path_factory.mktemp("data"), "large"))


def heard(
    reader: OfflineReader, message: str, asked: str | None = None, known: dict[str, str] | None = None
) -> dict[str, object]:
    """ref → value, or the status where it is not known."""
    chain = fold([Fact(ref, "known", value) for ref, value in (known or {}).items()])
    facts = gate(reader.read(message, asked, chain), message).facts
    assert all(f.quote == message[f.start : f.end] for f in facts)
    return {f.ref: f.value if f.status == "known" else f.status for f in facts}


@pytest.mark.parametrize(
    ("asked", "message", "expected"),
    [
        (
            "application.human_review",
            "For Kora nobody. For Nyota the nurse looks each time.",
            {"application.human_review": "never", "application-2.human_review": "always"},
        ),
        (
            "application.human_review",
            "Kora always, Nyota never",
            {"application.human_review": "always", "application-2.human_review": "never"},
        ),
        (
            "application.appeal",
            "the first yes, the second no",
            {"application.appeal": "yes", "application-2.appeal": "no"},
        ),
        (
            "application-2.human_review",
            "The first is never checked. The other one always.",
            {"application.human_review": "never", "application-2.human_review": "always"},
        ),
        (
            "application.tells_people",
            "Yes. But Nyota works without any network, that was the whole point.",
            {"application.tells_people": "yes", "application-2.works_offline": "yes"},
        ),
        (
            "application.supplier",
            "Kora is from Zain Health and Nyota from Tabora Soft",
            {"application.supplier": "Zain Health", "application-2.supplier": "Tabora Soft"},
        ),
        (
            "application.affected_people",
            "the other one touches job seekers, this one only visitors of our site, customers",
            {"application.affected_people": ("customers",), "application-2.affected_people": ("job_seekers",)},
        ),
        (
            "application.tells_people",
            "no for both",
            {"application.tells_people": "no", "application-2.tells_people": "no"},
        ),
        (
            "application.human_review",
            "I don't know for Nyota, Kora is checked by Ruth every single time",
            {"application.human_review": "always", "application-2.human_review": "unknown"},
        ),
    ],
)
def test_each_of_two_tools_has_its_own_answer(
    reader: OfflineReader, asked: str, message: str, expected: dict[str, object]
) -> None:
    found = heard(reader, message, asked, TWO)
    assert {ref: found.get(ref) for ref in expected} == expected


@pytest.mark.parametrize(
    ("asked", "message", "expected"),
    [
        (
            "application.lifecycle",
            "Kora and Nyota are in daily use",
            {"application.lifecycle": "in_use", "application-2.lifecycle": "in_use"},
        ),
        (
            "application.alternative",
            "Kora no. Nyota sure, a spreadsheet",
            {"application.alternative": "no", "application-2.alternative": "yes"},
        ),
        (
            "application.generates",
            "in Kora's case numbers, in Nyota's text",
            {"application.generates": None, "application-2.generates": ("text",)},
        ),
        (
            None,
            "Kora decides alone, Nyota only helps",
            {"application.decision_role": "decides", "application.alternative": None},
        ),
        (
            "application.sourcing",
            "we made Kora with the university, Nyota is bought off the shelf",
            {"application.supplier": None, "application-2.sourcing": "vendor"},
        ),
        (
            "storage.country",
            "Kora's data sit in Finland, Nyota's in Ireland",
            {"storage.country": "FI", "storage-2.country": "IE"},
        ),
        (
            "storage.supplier",
            "What Kora stores is at Elisa, what Nyota stores is with Google",
            {"storage.supplier": "Elisa", "storage-2.supplier": "Google"},
        ),
        ("storage.country", "Both are in Kenya", {"storage.country": "KE", "storage-2.country": None}),
        (
            "application.human_review",
            "Kora: always. Nyota: always. Shiftly: never.",
            {"application-3.name": "Shiftly", "application-3.human_review": "never"},
        ),
    ],
)
def test_what_is_said_of_one_goes_to_no_other(
    reader: OfflineReader, asked: str | None, message: str, expected: dict[str, object]
) -> None:
    found = heard(reader, message, asked, TWO)
    assert {ref: found.get(ref) for ref in expected} == expected


WORK = {"application.purpose": "scans invoices", "application-2.purpose": "answers the phone"}


def test_tools_are_called_by_their_work(reader: OfflineReader) -> None:
    found = heard(reader, "The invoice scanner always, the phone one never", "application.human_review", WORK)
    assert (found["application.human_review"], found["application-2.human_review"]) == ("always", "never")


def test_the_model_in_the_only_tool_is_the_only_model(reader: OfflineReader) -> None:
    known = {"application.name": "NotebookLM", "model.name": "Gemini"}
    found = heard(reader, "It came already put inside the NotebookLM.", "model.access", known)
    assert found["model.access"] == "inside_product" and "model-2.access" not in found


def test_of_two_the_one_that_no_work_tells_is_the_other_beside_the_one_that_is_told(reader: OfflineReader) -> None:
    known = {"application.name": "Canva", "application.purpose": "posters", "application-2.name": "Bookabot"}
    message = "The phone one answers by itself, the poster one only makes pictures."
    found = heard(reader, message, "application.generates", known)
    assert found["application.generates"] == ("image",) and "image" not in str(found.get("application-2.generates"))


def test_the_other_of_two_that_has_no_name_yet_is_called_as_the_other_is(reader: OfflineReader) -> None:
    known = {
        "application.purpose": "reads the X-ray",
        "application-2.name": "ChatGPT",
        "application-2.purpose": "letters",
    }
    found = heard(reader, "And the other tool, the X-ray one, is SignalPET.", "application-2.affected_people", known)
    assert found == {"application.name": "SignalPET"}


def test_a_tool_without_a_name_is_introduced_by_what_it_is(reader: OfflineReader) -> None:
    found = heard(
        reader, "We also have a triage bot on the website, it asks about symptoms.", None, {"application.name": "Kora"}
    )
    assert "symptoms" in str(found["application-2.purpose"]) and "application.purpose" not in found


def test_a_tool_that_nothing_announces_is_noted_where_it_is_a_thing_else_left_to_be_asked(
    reader: OfflineReader,
) -> None:
    one = {"application.name": "Kora"}
    found = heard(reader, "only helps us. plus Quillo, it drafts the court letters", "application.decision_role", one)
    assert found["application.decision_role"] == "assists" and "application.purpose" not in found
    assert (found["application-2.name"], found["application-2.purpose"]) == ("Quillo", "drafts the court letters")
    chain = fold([Fact("application.name", "known", "Kora")])
    reading = reader.read("And Clerky writes our emails.", "application.decision_role", chain)
    assert reading.proposals == () and (reading.maybe[0].ref, reading.maybe[0].value) == (
        "application-2.name",
        "Clerky",
    )


def test_what_is_somebody_s_own_is_not_part_of_the_name(reader: OfflineReader) -> None:
    found = heard(reader, "Kora's drafts are read by the nurse before they go out", None, {"application.name": "Kora"})
    assert not any(ref.startswith("application-2.") for ref in found)


def test_a_short_answer_is_quoted_with_the_name_that_it_is_for(reader: OfflineReader) -> None:
    chain = fold([Fact(ref, "known", value) for ref, value in TWO.items()])
    message = "For Kora nobody. For Nyota the nurse looks each time."
    quotes = {p.ref: p.quote for p in reader.read(message, "application.human_review", chain).proposals}
    assert quotes["application.human_review"] == "Kora nobody"
    assert quotes["application-2.human_review"] == "Nyota the nurse looks each time"


def test_a_sentence_without_a_name_is_about_the_one_in_focus(reader: OfflineReader) -> None:
    found = heard(reader, "Nyota sorts the letters. Nobody checks that before it goes out.", None, TWO)
    assert found["application-2.human_review"] == "never" and "application.human_review" not in found


def test_a_name_without_its_version_is_the_model_that_bears_it(reader: OfflineReader) -> None:
    found = heard(reader, "open for the llama one, closed for GPT-4o", "model.weights", MODELS)
    assert (found["model.weights"], found["model-2.weights"]) == ("open", "closed")
    assert "model-3.name" not in found


def test_a_status_for_one_model_takes_no_tool_s_name_away(reader: OfflineReader) -> None:
    known = {"application.name": "Claude", "model.name": "Whisper", "model-2.name": "Claude"}
    found = heard(reader, "OK then no for Claude, and for Whisper partly.", "model-2.tested_locally", known)
    assert (found["model-2.tested_locally"], found["model.tested_locally"]) == ("no", "partly")
    assert "application.name" not in found


def test_purposes_belong_each_to_its_tool(reader: OfflineReader) -> None:
    found = heard(reader, "We make pictures with Midjourney and transcribe interviews with Otter.")
    assert str(found["application.purpose"]).endswith("make pictures")
    assert str(found["application-2.purpose"]).endswith("transcribe interviews")


def test_counted_up_tools_are_each_introduced(reader: OfflineReader) -> None:
    message = "The first is Kora: it drafts letters to the farmers. The second is Nyota, it says which pest a leaf has."
    found = heard(reader, message, "application.purpose")
    assert (found["application.name"], found["application-2.name"]) == ("Kora", "Nyota")
    assert found["application-2.purpose"] == "says which pest a leaf has"


def test_of_announced_tools_each_that_does_something_is_one_and_people_are_none(reader: OfflineReader) -> None:
    found = heard(reader, "We run two systems. Simba plans the shifts, Twiga predicts the rains. Maria runs them both.")
    assert (found["application.name"], found["application-2.name"]) == ("Simba", "Twiga")
    assert "application-3.name" not in found


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("application.alternative", "Yes, we can use Nyota."),
        ("application.outage_effect", "When Kora is down we use Nyota instead, so no difference"),
        ("application.decision_role", "It only helps. Unlike Nyota it decides nothing."),
        ("application.tells_people", "both patients and staff are told"),
    ],
)
def test_what_is_compared_with_or_fallen_back_on_is_not_what_is_spoken_of(
    reader: OfflineReader, asked: str, message: str
) -> None:
    found = heard(reader, message, asked, TWO)
    assert asked in found and not any(ref.startswith("application-2.") for ref in found)


@pytest.mark.parametrize(
    "message", ["What is the difference between Kora and Nyota?", "Let us stop here, Kora and Nyota can wait."]
)
def test_who_asks_or_stops_is_not_read_again(reader: OfflineReader, message: str) -> None:
    assert heard(reader, message, "application.human_review", TWO) == {}


def test_a_number_before_a_noun_of_its_own_counts_no_tools(reader: OfflineReader) -> None:
    found = heard(reader, "We are a school. The second graders read with Lalilo and the teachers plan with ChatGPT.")
    assert "application.name" in found and "application-3.name" not in found


def test_what_stands_in_brackets_behind_a_name_is_said_of_it(reader: OfflineReader) -> None:
    message = "We have two. Kora (nobody checks it before it goes out), letters, and Nyota."
    found = heard(reader, message, None, TWO)
    assert found["application.human_review"] == "never" and "application-2.human_review" not in found


def proposal(message: str, ref: str, quote: str, value: str) -> Proposal:
    at = message.index(quote)
    return Proposal(ref, "known", value, quote, 0.9, at, at + len(quote))


class Counting:
    """Reads nothing and counts how often it was asked to."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, part: Span) -> list[Proposal]:
        self.read.append(part.text)
        return []


@pytest.mark.parametrize(
    "message",
    ["We use Kora for letters. Maria checks it. Amina sends it out.", "Kora, the tool of the nurses, drafts letters."],
)
def test_with_one_tool_nothing_is_read_twice(message: str) -> None:
    count, said = Counting(), [proposal(message, "application.name", "Kora", "Kora")]
    assert told_apart(message, said, None, Chain(), count) == (said, [], [])
    assert count.read == []


def test_a_long_tale_of_many_names_is_read_a_bounded_number_of_times() -> None:
    message = "We have several tools. " + " ".join(f"{'Kora' if n % 2 else 'Nyota'} is fine." for n in range(200))
    chain = fold([Fact(ref, "known", value) for ref, value in TWO.items()])
    count = Counting()
    told_apart(message, [proposal(message, "application.name", "Kora", "Kora")], None, chain, count)
    assert 2 <= len(count.read) <= MOST_READ + MOST_READ_PLAINLY + MOST_NAMES


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("The Nyota model was tested on our own letters.", "model-2.tested_locally"),
        ("The Kora model was tested on our own letters.", None),
    ],
)
def test_a_model_called_by_its_tool_is_the_one_told_with_it_or_none(
    reader: OfflineReader, message: str, expected: str | None
) -> None:
    told = ["application.name Nyota", "model-2.name Aya", "application-2.name Kora"]
    chain = fold([
        Fact("model.name", "known", "Whisper", "Whisper", 0, 7, 1),
        *(Fact(ref, "known", name, name, at * 20, at * 20 + len(name), 2) for at, (ref, name) in enumerate(map(str.split, told))),
    ])  # fmt: skip
    facts = gate(reader.read(message, "model.tested_locally", chain), message).facts
    assert [f.ref for f in facts if f.ref.endswith("tested_locally")] == ([expected] if expected else [])


WORKS = {**TWO, "application.purpose": "drafts letters to farmers", "application-2.purpose": "translates leaflets"}


@pytest.mark.parametrize(
    ("asked", "message", "expected"),
    [
        ("works_offline", "Neither works offline, and we often have no line.", ("no", "no")),
        ("works_offline", "Both work only with the internet.", ("no", "no")),
        ("works_offline", "It is Nyota too that needs the internet. Please put it for both.", ("no", "no")),
        ("works_offline", "Kora needs the internet, Nyota doesn't.", ("no", "yes")),
        ("labels_content", "The label: none on both.", ("no", "no")),
        ("labels_content", "No label on either.", ("no", "no")),
        ("labels_content", "Kora isn't labelled, Nyota is.", ("no", "yes")),
        ("lifecycle", "Both in use since March.", ("in_use", "in_use")),
        ("appeal", "Yes for Nyota, not for Kora.", ("no", "yes")),
        ("human_review", "Nobody checks either of them.", ("never", "never")),
        ("human_review", "The letters always, the translations never.", ("always", "never")),
        ("tells_people", "For the letters I don't know. With Nyota yes, they are told.", ("unknown", "yes")),
    ],
)
def test_what_is_said_of_both_or_of_each_by_its_work_is_told_of_each(
    reader: OfflineReader, asked: str, message: str, expected: tuple[str, str]
) -> None:
    for tool in ("application", "application-2"):
        found = heard(reader, message, f"{tool}.{asked}", WORKS)
        assert (found[f"application.{asked}"], found[f"application-2.{asked}"]) == expected


@pytest.mark.parametrize(
    ("message", "field", "expected"),
    [
        ("With Nyota nobody checks the text, with Kora we always do.", "human_review", ("always", "never")),
        ("If Nyota is gone we stop, if Kora is gone nothing happens.", "outage_effect", ("none", "stops")),
        ("Listen: Nyota, unchecked. The letters, yes, those are read.", "human_review", ("always", "never")),
        ("Both help us, Amina reads every letter. With Nyota nobody can check.", "human_review", ("always", "never")),
    ],
)
def test_what_one_part_tells_unasked_the_part_beside_it_is_read_for_too(
    reader: OfflineReader, message: str, field: str, expected: tuple[str, str]
) -> None:
    found = heard(reader, message, None, WORKS)
    assert (found[f"application.{field}"], found[f"application-2.{field}"]) == expected


def test_asked_about_something_else_both_still_means_the_tools(reader: OfflineReader) -> None:
    found = heard(reader, "Kora only writes. And the label: none on both.", "model.name", TWO)
    assert (found["application.labels_content"], found["application-2.labels_content"]) == ("no", "no")


def test_who_speaks_of_the_second_too_spoke_of_the_other_before(reader: OfflineReader) -> None:
    found = heard(reader, "No label. And the letters no label either.", "model.name", WORKS)
    assert (found["application.labels_content"], found["application-2.labels_content"]) == ("no", "no")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("application.tells_people", "Neither the farmers nor the ministry know."),
        ("application.decision_role", "Neither, it just writes."),
        ("application.human_review", "Amina reads the letters before they go."),
        ("application.appeal", "The farmers can come and complain."),
    ],
)
def test_two_other_things_and_who_is_served_bring_no_second_tool_in(
    reader: OfflineReader, asked: str, message: str
) -> None:
    assert not any(ref.startswith("application-2.") for ref in heard(reader, message, asked, WORKS))


@pytest.mark.parametrize(
    ("asked", "message", "expected"),
    [
        ("model.weights", "Both are open.", ("open", "open")),
        ("model.tested_locally", "Neither was tested by us.", ("no", "no")),
        ("model.tested_locally", "We tested neither.", ("no", "no")),
        ("model-2.weights", "Llama 3 is open, GPT-4o I don't know.", ("open", "unknown")),
    ],
)
def test_of_two_models_it_is_the_same(
    reader: OfflineReader, asked: str, message: str, expected: tuple[str, str]
) -> None:
    found, field = heard(reader, message, asked, MODELS), asked.partition(".")[2]
    assert (found[f"model.{field}"], found[f"model-2.{field}"]) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("The first yes, the second no.", ("yes", "no")),
        ("The letters yes, the photos no.", ("yes", "no")),
        ("Neither has names in it.", ("no", "no")),
    ],
)
def test_two_sets_of_data_are_called_by_number_or_by_what_they_are(
    reader: OfflineReader, message: str, expected: tuple[str, str]
) -> None:
    data = {"data.description": "letters from farmers", "data-2.description": "photos of leaves"}
    found = heard(reader, message, "data.personal_data", data)
    assert found == {"data.personal_data": expected[0], "data-2.personal_data": expected[1]}


@pytest.mark.parametrize(
    "run", ["neither ", "no either of them, ", "the letters, ", "not for Kora, ", "nobody checks every letter "]
)
def test_who_says_the_same_words_for_ever_takes_no_time(run: str) -> None:
    chain = fold([Fact(ref, "known", value) for ref, value in WORKS.items()])
    began = time.process_time()
    told_apart((run * 20_000)[:20_000], [], "application.appeal", chain, Counting())
    assert time.process_time() - began < 3


def test_the_second_one_alone_brings_no_further_tool_in(reader: OfflineReader) -> None:
    one = {"application.name": "Kora"}
    for message in ("The second one, always, for the dose.", "The second, for other cases only on Fridays."):
        assert not any(r.startswith("application-2.") for r in heard(reader, message, "application.human_review", one))
    said = "The first one never, the second one always."
    assert heard(reader, said, "application.human_review", one).get("application-2.human_review") == "always"


def test_both_in_answer_to_another_question_says_nothing_of_the_next_sentence(reader: OfflineReader) -> None:
    message = "Built into a product, both. Also my deputy sometimes reads what it says at night."
    found = heard(reader, message, "model.access", {**TWO, "application.human_review": "sometimes"})
    assert "application-2.human_review" not in found


def test_a_kind_of_tool_is_no_models_name(reader: OfflineReader) -> None:
    known = {"application.name": "Kora", "model.name": "GPT-4"}
    for message in ("It is inside the WhatsApp chatbot so built into the product.", "It sits inside the Telegram app."):
        assert not any(r.startswith("model-2.") for r in heard(reader, message, "model.access", known))


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("The clerks' one is never checked", ["application-2"]),
        ("the one for the clerks is never checked", ["application-2"]),
        ("The tool that the nurses use is always checked", ["application"]),
        ("the nurses' never", ["application"]),
        ("the nurses check it", []),
        ("the cooks' one is never checked by the nurses", []),
    ],
)
def test_a_tool_is_called_by_those_whom_it_is_for(message: str, meant: list[str]) -> None:
    told = {
        "application.name": "Kora",
        "application.purpose": "translates talks for the nurses",
        "application-2.name": "Taqrir",
        "application-2.purpose": "writes reports for the clerks",
    }
    marks = Marks("application", message, [], None, fold([Fact(ref, "known", value) for ref, value in told.items()]))
    assert [c for m in marks.find() for c in m.components] == meant


def test_a_bit_of_both_is_an_answer_and_no_two_tools(reader: OfflineReader) -> None:
    told = heard(reader, "Well, partly I would say, it's a bit of both.", "application.tells_people", TWO)
    assert told == {"application.tells_people": "partly"}


TWO_MODELS = fold(
    [
        Fact("model.name", "known", "Qwen 2 7B", quote="Qwen 2 7B reads the maps"),
        Fact("model-2.name", "known", "Whisper", quote="Whisper listens to the calls"),
    ]
)


@pytest.mark.parametrize(
    ("asked", "message", "expected"),
    [
        ("model.access", "We run both ourselves.", {"model.access": "self_hosted", "model-2.access": "self_hosted"}),
        (
            "model.compressed",
            "Then Qwen yes. The listening one no.",
            {"model.compressed": "yes", "model-2.compressed": "no"},
        ),
        ("model.weights", "Qwen open, the other closed.", {"model.weights": "open", "model-2.weights": "closed"}),
        (
            "model.licence",
            "Qwen 2 Community License. For the other one I do not know.",
            {"model.licence": "Qwen 2 Community License", "model-2.licence": None},
        ),
        (
            "model.access",
            "The first over the network at the maker, the second on our own machine.",
            {"model.access": "api", "model-2.access": "self_hosted"},
        ),
    ],
)
def test_models_are_told_apart_by_what_they_do_and_by_short_names(
    reader: OfflineReader, asked: str, message: str, expected: dict[str, object]
) -> None:
    facts = gate(reader.read(message, asked, TWO_MODELS), message).facts
    found = {f.ref: f.value for f in facts}
    assert {ref: found.get(ref, "nothing") for ref in expected} == expected


def test_the_other_is_not_the_one_that_was_called_by_its_work(reader: OfflineReader) -> None:
    known = fold(
        [
            Fact("application.name", "known", "Kora"),
            Fact("application.purpose", "known", "plans the rota"),
            Fact("application-2.name", "known", "Nyota"),
            Fact("application-2.purpose", "known", "counts the deer"),
        ]
    )
    said = "The counter is bought from Silmtek. The other we made ourselves."
    found = {f.ref: f.value for f in gate(reader.read(said, "application.sourcing", known), said).facts}
    assert found["application-2.sourcing"] == "vendor"
    assert found["application.sourcing"] == "in_house"


def test_two_sets_of_data_have_their_own_answers(reader: OfflineReader) -> None:
    known = fold(
        [Fact("data.description", "known", "ferry tickets"), Fact("data-2.description", "known", "tide tables")]
    )
    said = "For the tickets yes, there is a sheet with every source. For the tables I don't know."
    facts = gate(reader.read(said, "data.provenance", known), said).facts
    assert {f.ref: (f.status, f.value) for f in facts if f.ref.endswith(".provenance")} == {
        "data.provenance": ("known", "yes"),
        "data-2.provenance": ("unknown", None),
    }


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("The tickets come from Ghana. The tide tables too.", {"data.country": "GH", "data-2.country": "GH"}),
        ("The tickets come from Ghana. The tide tables from Togo.", {"data.country": "GH", "data-2.country": "TG"}),
    ],
)
def test_so_it_is_with_one_more(reader: OfflineReader, message: str, expected: dict[str, object]) -> None:
    known = fold(
        [Fact("data.description", "known", "ferry tickets"), Fact("data-2.description", "known", "tide tables")]
    )
    facts = gate(reader.read(message, "data.country", known), message).facts
    assert {f.ref: f.value for f in facts if f.ref.endswith(".country")} == expected


@pytest.mark.parametrize(
    ("asked", "message", "expected"),
    [
        (
            "application.human_review",
            "Kora is never checked. Nyota neither.",
            {"application.human_review": "never", "application-2.human_review": "never"},
        ),
        (
            "application.lifecycle",
            "Both live since May.",
            {"application.lifecycle": "in_use", "application-2.lifecycle": "in_use"},
        ),
    ],
)
def test_two_are_told_at_once_or_one_after_the_other(
    reader: OfflineReader, asked: str, message: str, expected: dict[str, object]
) -> None:
    found = heard(reader, message, asked, TWO)
    assert {ref: found.get(ref) for ref in expected} == expected


def test_a_different_wind_in_another_place_is_no_further_tool(reader: OfflineReader) -> None:
    said = "not represent the Kigoma side it is a different wind there and they use the same message"
    told = heard(reader, said, "data.representative", {"application.name": "Upepo"})
    assert not any(ref.startswith("application-2") for ref in told)
