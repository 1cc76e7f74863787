"""Facts gathered from documents: each points at its words, page and file, and goes to the tool that it speaks of."""

from __future__ import annotations

from written_files import WORDS, pdf

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.files.documents import read_document
from vcassist.reading.files.gathering import read_documents, read_facts


class WordReader:
    """Proposes a fact for each phrase of its table that a chunk holds."""

    def __init__(self, **table: tuple[str, object]) -> None:
        self.table = {k.replace("_", " "): v for k, v in table.items()}
        self.seen: list[tuple[str, Chain]] = []

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        self.seen.append((message, chain))
        found = [Proposal(ref, "known", value, words) for words, (ref, value) in self.table.items() if words in message]  # type: ignore[arg-type]
        return Reading(tuple(found), "answer")


READER = WordReader(
    ChatGPT=("application.name", "ChatGPT"),
    parents=("application.affected_people", ("other",)),
    patients=("application.affected_people", ("patients",)),
    Nairobi=("storage.country", "KE"),
    Dublin=("storage.country", "IE"),
    a_clinic=("organisation.sector", "health"),
)


def test_a_fact_points_at_its_words_page_and_file() -> None:
    document = read_document(pdf("We are a clinic.", WORDS), "report.pdf")
    read = read_facts(document, READER)
    named = next(f for f in read.facts if f.ref == "application.name")
    assert document.text[named.start : named.end] == named.quote == "ChatGPT"
    assert (named.source, named.note) == ("document", "report.pdf, page 2")
    assert read.pages == 2


def test_the_reader_knows_what_earlier_chunks_said() -> None:
    reader = WordReader(ChatGPT=("application.name", "ChatGPT"))
    read_facts(read_document((WORDS + "\n\n" + "Filler sentence. " * 40).encode(), "a.txt"), reader)
    assert reader.seen[-1][1].value("application.name") == "ChatGPT"


def test_sets_are_joined_over_the_whole_document() -> None:
    text = "It touches parents. " + "Filler sentence. " * 40 + "It touches patients."
    read = read_facts(read_document(text.encode(), "a.txt"), READER)
    assert [f.value for f in read.facts] == [("patients", "other")]
    assert read.conflicts == ()


def test_a_contradiction_between_documents_is_told_and_the_first_stands() -> None:
    first = read_document(b"The data is stored in Nairobi.", "one.txt")
    second = read_document(b"The data is stored in Dublin.", "two.txt")
    read = read_documents((first, second), READER)
    assert [(f.ref, f.value) for f in read.facts] == [("storage.country", "KE")]
    (conflict,) = read.conflicts
    assert (conflict.old, conflict.new) == ("KE", "IE")
    assert "one.txt, page 1" in conflict.old_quote
    assert "two.txt, page 1" in conflict.new_quote


TOOLS = WordReader(
    AfyaChat=("application.name", "AfyaChat"),
    LetterBot=("application-2.name", "LetterBot"),
    patients=("application.affected_people", ("patients",)),
    parents=("application.affected_people", ("other",)),
    open_weights=("model.weights", "open"),
    closed_weights=("model.weights", "closed"),
    Nairobi=("storage.country", "KE"),
    Dublin=("storage.country", "IE"),
    a_clinic=("organisation.sector", "health"),
)
FILLER = "Filler sentence. " * 30


def drafted(*paragraphs: str) -> dict[str, object]:
    read = read_facts(read_document("\n\n".join(paragraphs).encode(), "a.txt"), TOOLS)
    assert read.conflicts == ()
    return {f.ref: f.value for f in read.facts}


def test_what_a_document_says_goes_to_the_tool_that_it_speaks_of() -> None:
    found = drafted(
        f"AfyaChat helps us. {FILLER}",
        f"It is for patients. {FILLER}",
        f"LetterBot came later. {FILLER}",
        f"It writes to parents. {FILLER}",
        f"AfyaChat again, for patients. {FILLER}",
    )
    assert found["application.affected_people"] == ("patients",)
    assert found["application-2.affected_people"] == ("other",)


def test_another_tools_storage_and_model_are_no_contradiction_but_components_of_their_own() -> None:
    found = drafted(
        f"We are a clinic. AfyaChat stores in Nairobi, with open weights. {FILLER}",
        f"LetterBot stores in Dublin. {FILLER}",
        f"It has closed weights. {FILLER}",
    )
    assert (found["storage.country"], found["storage-2.country"]) == ("KE", "IE")
    assert (found["model.weights"], found["model-2.weights"]) == ("open", "closed")
    assert "organisation-2.sector" not in found


def test_the_same_tool_in_two_places_is_a_contradiction() -> None:
    text = f"AfyaChat stores in Nairobi. {FILLER}\n\nLetterBot is new. {FILLER}\n\nAfyaChat stores in Dublin. {FILLER}"
    read = read_facts(read_document(text.encode(), "a.txt"), TOOLS)
    assert [(c.ref, c.old, c.new) for c in read.conflicts] == [("storage.country", "KE", "IE")]


def test_what_was_said_before_stands_against_a_document() -> None:
    said = fold([Fact("storage.country", "known", "KE", "in Kenya")])
    read = read_facts(read_document(b"The data is stored in Dublin.", "two.txt"), READER, chain=said)
    assert read.facts == ()
    assert len(read.conflicts) == 1


def test_progress_goes_page_by_page_to_the_end() -> None:
    heard: list[tuple[str, int, int]] = []
    read_facts(
        read_document(pdf("We are a clinic.", WORDS, "Third page."), "r.pdf"), READER, lambda *a: heard.append(a)
    )
    assert heard[0] == ("r.pdf", 1, 3)
    assert heard[-1] == ("r.pdf", 3, 3)


def test_pages_without_text_are_told() -> None:
    read = read_facts(read_document(pdf(WORDS, "#rect(width: 5cm)", WORDS), "r.pdf"), READER)
    assert read.unread == ("r.pdf, page 2",)


def test_a_foreign_passage_is_told_by_its_place_and_not_asked_to_be_written_anew() -> None:
    from vcassist.reading.offline import FOREIGN_NOTE

    class English:
        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            return Reading((), "other", FOREIGN_NOTE if "Wir" in message else "")

    filler = "Filler sentence. " * 20
    read = read_facts(read_document(f"{filler}\fWir sind. {filler}\f{filler}".encode(), "a.txt"), English())
    told = read.told("a.txt")
    assert "Not read, because not in English: a.txt, page 2." in told
    assert "I am sorry" not in told


def test_of_a_model_that_fails_it_is_told_how_many_passages_were_read_without_it() -> None:
    from vcassist.reading.combined import READ_OFFLINE

    class Failing:
        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            return Reading((), "other", f"The model is too slow. {READ_OFFLINE}" if "Two" in message else "")

    filler = "Filler sentence. " * 40
    text = f"One. {filler}\n\nTwo. {filler}\n\nThree. {filler}"
    read = read_facts(read_document(text.encode(), "a.txt"), Failing())
    assert len(read.notes) == 1 and read.notes[0].startswith("The model is too slow. 1 of ")
    assert read.notes[0].endswith("passages was read without it.")


def test_a_reader_that_invents_gets_nothing_past_the_gate() -> None:
    class Inventor:
        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            return Reading((Proposal("model.weights", "known", "open", "the weights are open"),), "answer")

    assert read_facts(read_document(WORDS.encode(), "a.txt"), Inventor()).facts == ()


def read_of(*texts: str, reader: WordReader = TOOLS) -> dict[str, object]:
    documents = [read_document(text.encode(), f"{n}.txt") for n, text in enumerate(texts)]
    return {f.ref: f.value for f in read_documents(documents, reader).facts}


def test_a_sentence_belongs_to_the_tool_that_it_names_whatever_was_named_since() -> None:
    found = read_of(f"AfyaChat helps us. LetterBot came later.\n\n{FILLER}\n\nAfyaChat is for patients. {FILLER}")
    assert found["application.affected_people"] == ("patients",)
    assert "application-2.affected_people" not in found


def test_another_document_begins_with_the_tool_that_is_spoken_of_most() -> None:
    found = read_of(
        "AfyaChat helps us. AfyaChat answers. LetterBot came later.", "Three people complained. It is for patients."
    )
    assert found["application.affected_people"] == ("patients",)


def test_a_tool_that_was_given_up_or_is_planned_is_noted_with_its_stage_and_takes_nothing_else() -> None:
    reader = WordReader(
        AfyaChat=("application.name", "AfyaChat"),
        Otter=("application-2.name", "Otter"),
        patients=("application-2.tells_people", "no"),
        mailings=("application-2.labels_content", "no"),
    )
    text = "AfyaChat helps us. In 2024 we tried Otter but gave it up. Its mailings had no mark.\n\nWe plan to introduce Skrivo soon.\n\nData\n\nNo patients are told."
    assert read_of(text, reader=reader) == {
        "application.name": "AfyaChat",
        "application-2.name": "Otter",
        "application-2.lifecycle": "retired",
        "application-3.name": "Skrivo",
        "application-3.lifecycle": "planned",
        "application.tells_people": "no",
    }


def test_a_planned_tool_that_is_the_only_one_takes_all_facts() -> None:
    reader = WordReader(patients=("application.affected_people", ("patients",)))
    found = read_of("We plan to introduce Skrivo. It is for patients.", reader=reader)
    assert found["application.lifecycle"] == "planned"
    assert found["application.affected_people"] == ("patients",)


def test_a_heading_is_no_tool() -> None:
    reader = WordReader(Timetabling=("application.name", "Timetabling"))
    assert read_of("Timetabling\n\nThe office does it.", reader=reader) == {}
    assert read_of("Timetabling\n\nThe office uses Timetabling.", reader=reader) == {"application.name": "Timetabling"}


def test_of_two_roles_in_one_document_the_graver_stands_and_of_two_documents_the_first() -> None:
    reader = WordReader(drafts=("application.decision_role", "assists"), books=("application.decision_role", "decides"))
    assert read_of("It drafts. " + FILLER + "It books visits by itself.", reader=reader) == {
        "application.decision_role": "decides"
    }
    documents = [read_document(text, name) for text, name in ((b"It drafts.", "a.txt"), (b"It books.", "b.txt"))]
    read = read_documents(documents, reader)
    assert [f.value for f in read.facts] == ["assists"]
    assert [c.new for c in read.conflicts] == ["decides"]


def test_what_is_kept_back_tells_more_than_what_is_not_known() -> None:
    class Silent:
        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            status = "withheld" if "tell" in message else "unknown"
            return Reading((Proposal("labelling.done_by", status, None, message),), "answer")

    documents = [read_document(t, "a.txt") for t in (b"We do not know it.", b"They do not tell it.")]
    assert [f.status for f in read_documents(documents, Silent()).facts] == ["withheld"]


def test_a_table_s_cells_tell_of_their_headings_only_and_a_bare_word_is_quoted_with_its_row() -> None:
    reader = WordReader(
        Kira=("application.name", "Kira"),
        Acme=("application.supplier", "Acme"), Germany=("storage.country", "DE"), no=("storage.encrypted", "no"),
    )  # fmt: skip
    text = "Tool | Supplier | Encrypted\nKira | Acme, Germany | no\nLetterBot | Tolk | ?"
    read = read_facts(read_document(text.encode(), "a.txt"), reader)
    assert {f.ref: (f.value, f.quote) for f in read.facts} == {
        "application.name": ("Kira", "Kira"),
        "application.supplier": ("Acme", "Acme"),
        "storage.encrypted": ("no", "Kira | Acme, Germany | no"),
        "application-2.name": ("LetterBot", "LetterBot"),
    }
