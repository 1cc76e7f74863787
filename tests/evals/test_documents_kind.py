"""The documents suite: files are made in the form their name asks for, and what the product reads from them is scored."""

from __future__ import annotations

from typing import Any

import pytest

from vcassist.evals.kinds import documents
from vcassist.evals.subject import InProcess
from vcassist.evals.suite import load_suite
from vcassist.reading.files.documents import read_document

CASE: dict[str, Any] = {
    "id": "d",
    "documents": [{"name": "a.txt", "text": "We use CareMatch in Estonia.\n\nThe data is kept in Sweden."}],
    "facts": {"application.name": "CareMatch", "storage.country": "SE"},
    "forbidden": [{"ref": "storage.country", "value": "EE"}],
    "conflicts": ["storage.country"],
}


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.docx", "a.pdf"])
def test_a_text_reads_the_same_in_every_form(name: str) -> None:
    text = "Lakeside Health Trust runs nine clinics, with “140” staff.\n\nNurses check every proposal."
    made = documents.as_file(name, text)
    read = " ".join(read_document(made, name).text.split())
    assert read == " ".join(text.split())


def test_markup_in_a_text_is_not_a_command_to_the_typesetter() -> None:
    made = documents.as_file("a.pdf", 'costs #1 of *all* $5 [x] #read("/etc/passwd")')
    assert "#read(" in read_document(made, "a.pdf").text


def scored(product: Any, **got: Any) -> Any:
    empty = {"facts": [], "conflicts": [], "findings": [], "markdown": "DRAFT"}
    return documents.score(CASE, {**empty, **got}, product())


def fact(ref: str, value: str, quote: str) -> dict[str, Any]:
    return {"ref": ref, "status": "known", "value": value, "quote": quote}


def test_what_is_right_wrong_forbidden_and_not_told_is_counted(product: Any) -> None:
    facts = [fact("application.name", "CareMatch", "CareMatch"), fact("storage.country", "EE", "kept in Latvia")]
    found = scored(product, facts=facts)
    assert found.ratios["precision"] == (1, 2) and found.ratios["recall"] == (1, 2)
    assert found.ratios["forbidden"] == (1, 1) and found.ratios["contradictions_told"] == (0, 1)
    assert found.ratios["quotes_outside"] == (1, 2) and found.failed


def test_a_quote_may_run_over_lines_and_marks(product: Any) -> None:
    assert (
        scored(product, facts=[fact("application.name", "CareMatch", "CareMatch\nin **Estonia**")]).ratios[
            "quotes_outside"
        ][0]
        == 0
    )


def test_a_crash_counts_everything_as_missed(product: Any) -> None:
    assert documents.score(CASE, None, product()).ratios["recall"] == (0, 2)


def test_a_case_without_text_or_with_an_unknown_form_is_broken() -> None:
    assert documents.problems({**CASE, "documents": [{"name": "a.xls", "text": "x"}]})
    assert documents.problems({**CASE, "facts": {}}) and documents.problems(CASE) == []
    assert documents.problems({**CASE, "conflicts": ["model.name"]})


def test_a_draft_made_by_the_product_is_read_scored_and_marked(product: Any) -> None:
    from evals_fakes import KnowingGlossary, proposal

    from vcassist.interview.ports import Reading

    class Finds:
        def read(self, message: str, asked: str | None, chain: Any) -> Reading:
            given = [("application.name", "CareMatch"), ("storage.country", "SE")]
            words = {"CareMatch": "CareMatch", "SE": "Sweden"}
            said = [(r, v) for r, v in given if words[v] in message]
            facts = [{"ref": r, "status": "known", "value": v, "quote": words[v]} for r, v in said]
            return Reading(tuple(proposal(f) for f in facts), "answer")

    subject: InProcess = product(reader=Finds(), glossary=KnowingGlossary())
    got = documents.answer(CASE, subject)
    found = documents.score(CASE, got, subject)
    assert found.ratios["f1"] == (4, 4) and found.ratios["marked_draft"] == (1.0, 1.0)
    assert found.ratios["quotes_outside"][0] == 0


def test_the_written_documents_are_of_many_kinds_and_a_third_is_kept_aside() -> None:
    parts = load_suite("documents").parts
    every = [c for cases in parts.values() for c in cases]
    assert len(every) >= 12 and 3 * len(parts["kept_aside"]) >= len(every)
    assert len({c["genre"] for c in every}) >= 10
    assert {d["name"].rpartition(".")[2] for c in every for d in c["documents"]} == {"txt", "md", "html", "docx", "pdf"}
