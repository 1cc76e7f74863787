"""Tables of PDFs: columns that the layout shows, where the text has the same words in the same order."""

from __future__ import annotations

import typst

from vcassist.reading.files.documents import read_document
from vcassist.reading.files.letters import form_text
from vcassist.reading.files.pdf_tables import with_tables


def test_rows_get_bars_and_what_stands_around_them_stays() -> None:
    text = "We use two tools.\nSystem Owner Ends\nLejerBot Board 2027\nKira Office 2026\nNo others."
    layout = "We use two tools.\n\n  System      Owner    Ends\n LejerBot    Board     2027\n Kira        Office    2026\n\nNo others."
    rows = "System | Owner | Ends\nLejerBot | Board | 2027\nKira | Office | 2026"
    assert with_tables(text, layout) == f"We use two tools.\n\n{rows}\n\nNo others."


def test_a_cell_of_several_lines_is_one_cell() -> None:
    text = "Tool Supplier Check\nLetterBot for the\nmayor Tolk a clerk reads\nit first"
    layout = "Tool                 Supplier   Check\nLetterBot for the    Tolk       a clerk reads\nmayor                           it first"
    assert (
        with_tables(text, layout).strip()
        == "Tool | Supplier | Check\nLetterBot for the mayor | Tolk | a clerk reads it first"
    )


def test_what_the_text_has_otherwise_is_left_as_it_is() -> None:
    for text, layout in (
        # Two columns of prose: the text goes down the first, then down the second.
        ("We use it daily\nand like it\nThe data are here\nand nowhere else", "We use it daily     The data are here\nand like it         and nowhere else"),
        # A gap within a word.
        ("Staff were given\na course on that\nin the spring", "Staff wer       e given\na course on       that\nin the          spring"),
        # A list, a form, two lines apart.
        ("1. one thing\n2. another\n3. a third", "1.   one thing\n2.   another\n3.   a third"),
        ("Name: Hope\nCity: Cork\nStaff: 20", "Name:     Hope\nCity:     Cork\nStaff:    20"),
        ("12 May Cork\nfile one", "12 May      Cork\nfile        one"),
    ):  # fmt: skip
        assert with_tables(text, layout) == text


TABLE = "#table(columns: 3, [AI system],[Supplier],[Human review], [PermitCheck],[Civica],[always], [LetterBot],[Tolk GmbH],[a clerk reads each letter before it is sent])"


def test_a_pdf_s_table_is_read_as_one_and_a_form_as_it_stands() -> None:
    made = typst.compile(f"#set page(width: 12cm)\nWe use these tools.\n\n{TABLE}\n\nNothing else is in use.".encode())
    assert "LetterBot | Tolk GmbH | a clerk reads each letter before it is sent\n" in read_document(made, "a.pdf").text
    assert " | " not in form_text(made, "a.pdf")
