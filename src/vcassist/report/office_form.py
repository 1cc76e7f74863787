"""Forms in Word: a table with the questions on the left, and on the right boxes to click and room for the answer."""

from __future__ import annotations

from typing import Any

from vcassist.report.blocks import Ask, Form

QUESTION_CM, ANSWER_CM = 8.5, 8.5
TWIPS_A_CM = 567
# A check box that Word and LibreOffice let people click. Its sign is text, so that any reader of the file sees the tick.
_BOX = (
    '<w:sdt {ns}><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/>'
    '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
    "</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>"
)
_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)


def add_form(made: Any, form: Form) -> None:
    """Adds the form to a python-docx document that has the style "Table Text"."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    caption = made.add_paragraph()
    caption._p.style = "Caption"
    caption.paragraph_format.keep_with_next = True
    caption.add_run(form.caption)
    grid = made.add_table(rows=1 + len(form.asks), cols=2, style="Table Grid")
    grid.autofit = False
    for row, cells in zip(grid._tbl.tr_lst, (None, *form.asks), strict=True):
        for cell, width in zip(row.tc_lst, (QUESTION_CM, ANSWER_CM), strict=True):
            cell.tcPr.find(qn("w:tcW")).set(qn("w:w"), str(round(width * TWIPS_A_CM)))
            cell.p_lst[0].style = "TableText"
        left, right = row.tc_lst
        first, second = Paragraph(left.p_lst[0], grid), Paragraph(right.p_lst[0], grid)
        if cells is None:
            first.add_run("Question").bold = True
            second.add_run("Your answer").bold = True
            row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        else:
            _question(first, left, cells, grid)
            _answer(second, right, cells, grid)
        _keep_together(row)
    if form.foot:
        foot = made.add_paragraph()
        foot._p.style = "TableText"
        foot.add_run(form.foot)


def _question(first: Any, cell: Any, ask: Ask, grid: Any) -> None:
    first.add_run(ask.head).italic = True
    _next(cell, grid).add_run(ask.question).bold = True
    if ask.in_short:
        _next(cell, grid).add_run(f"In short: {ask.in_short}")


def _answer(first: Any, cell: Any, ask: Ask, grid: Any) -> None:
    from docx.oxml import parse_xml

    paragraph = first
    for tick in ask.ticks:
        paragraph._p.append(parse_xml(_BOX.format(ns=_NS)))
        paragraph.add_run(f" {tick}")
        paragraph = _next(cell, grid)
    paragraph.add_run("Answer: ")
    for _ in range(ask.lines):
        _next(cell, grid)


def _next(cell: Any, grid: Any) -> Any:
    from docx.text.paragraph import Paragraph

    made = cell.add_p()
    made.style = "TableText"
    return Paragraph(made, grid)


def _keep_together(row: Any) -> None:
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
