"""Tables: what a row is about, each cell under its heading, and the tables that tell nothing of a tool."""

from __future__ import annotations

import pytest

from vcassist.reading.files.tables import tables


def told(text: str) -> list[str]:
    return [record.text for table in tables(text) for record in table.records()]


def test_a_row_is_told_with_its_headings() -> None:
    text = "AI tool | Supplier | Encrypted\nNotis | Tolk GmbH | yes\n\nKira | Acme A/S | no"
    assert told(text) == [
        "Tool: Notis\nSupplier: Tolk GmbH\nEncrypted: yes",
        "Tool: Kira\nSupplier: Acme A/S\nEncrypted: no",
    ]


def test_keys_in_the_first_column_are_headings_too() -> None:
    one = "Field | Value\nTool | Notis\nSupplier | Tolk\nEncrypted | no"
    assert told(one) == ["Tool: Notis\nSupplier: Tolk\nEncrypted: no"]
    several = "| | AfyaChat | LetterBot |\n|---|---|---|\n| Supplier | Tiba | Acme |\n| Encrypted | yes | no |"
    assert told(several) == [
        "Tool: AfyaChat\nSupplier: Tiba\nEncrypted: yes",
        "Tool: LetterBot\nSupplier: Acme\nEncrypted: no",
    ]


def test_each_question_of_a_table_is_told_with_its_answer() -> None:
    text = "Who supplies it? | Tiba Labs\nIs it encrypted? | No\nIs there a log? |"
    assert told(text) == ["Who supplies it?\nTiba Labs", "Is it encrypted?\nNo"]


@pytest.mark.parametrize(
    "text",
    [
        "System | Owner | Contract ends\nLejerBot | Administration | 31.12.2027\nCopilot | Secretariat | 30.06.2026",
        "Risk | Owner | Status\nWrong spray advice | Baraka | open\nServer burns | Neema | backup on Hetzner, Germany",
        "Risk | Likelihood | Measure\nWrong advice | high | An adviser reads every answer before it is sent.",
        "Name | Telephone | Country\nAoife | 021 555 | Ireland\nBrendan | 021 556 | Ireland",
        "Purpose | Supplier\nminutes | Tolk\nletters | Acme",
    ],
)
def test_what_no_heading_explains_and_what_is_about_no_tool_is_not_told(text: str) -> None:
    assert told(text) == []


def test_whole_sentences_are_told_without_a_heading() -> None:
    assert told("Topic | What we do\nChecks | A nurse reads every letter before it is sent.") == [
        "A nurse reads every letter before it is sent."
    ]


def test_one_line_with_a_bar_is_no_table_and_another_number_of_cells_is_another_table() -> None:
    assert list(tables("Annual report | 3\n\nWe use Notis.")) == []
    text = "Who supplies it? | Tiba Labs\nIs it encrypted? | No\n\nTool | Supplier | Encrypted\nKira | Acme | yes"
    assert [len(table.rows) for table in tables(text)] == [2, 2]


def test_a_place_in_a_record_is_one_in_the_document() -> None:
    text = "Tool | Supplier | Encrypted\nKira | Acme A/S | no"
    (table,) = tables(text)
    (record,) = table.records()

    def place(words: str, *, whole: bool = False) -> str | None:
        at = record.text.index(words)
        found = record.place(at, at + len(words), whole=whole)
        return text[slice(*found)] if found else None

    assert place("Acme A/S") == "Acme A/S"
    assert place("Encrypted: no") == "Kira | Acme A/S | no"
    assert place("no", whole=True) == "Kira | Acme A/S | no"
    assert place("Acme A/S\nEncrypted") is None
