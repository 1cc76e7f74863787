"""Word documents: blocks as real headings, lists and tables, with the stamp in the header.

Shared by docx and letter.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from html import escape
from typing import Any

from vcassist.report.blocks import Block, Bullets, Figure, Form, Heading, NewPage, Para, Run, Runs, Table
from vcassist.report.drawings.svg import Drawing
from vcassist.report.fonts import drawable, font_folders
from vcassist.report.office_form import add_form

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT_WIDTH_CM = 17.0
SMALL_PT = 8.5
TWIPS_A_CM = 567
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONT = "Calibri"
# Style, size, space before and after, in points.
STYLES = (
    ("Normal", 10, 0, 4),
    ("Heading 1", 20, 0, 2),
    ("Heading 2", 15, 12, 4),
    ("Heading 3", 11.5, 8, 2),
    ("Heading 4", 10.5, 6, 2),
    ("Subtitle", 13, 0, 4),
    ("List Bullet", 10, 0, 2),
    ("List Number", 10, 0, 2),
    ("Caption", 9, 6, 2),
)


def document(
    title: str, organisation: str, lines: Iterable[str], stamp: str, blocks: Iterable[Block], *, digest: str = ""
) -> bytes:
    """A whole document on A4. ``lines`` stand under the title; ``digest`` is the place for one, where there is to be any."""
    import docx
    from docx.shared import Cm

    made = docx.Document()
    _styles(made)
    properties = made.core_properties
    properties.title, properties.author, properties.comments, properties.language = (
        title,
        organisation[:250],
        stamp[:250],
        "en-GB",
    )
    properties.keywords = digest
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin, section.bottom_margin = Cm(2.0), Cm(1.8)
    section.header.paragraphs[0].add_run(stamp).bold = True
    _page_number(section.footer.paragraphs[0])
    made.add_heading(title, level=1)
    if organisation:
        made.add_paragraph(organisation, style="Subtitle")
    for text in lines:
        made.add_paragraph(text)
    before: Block | None = None
    for block in blocks:
        _add(made, block, fresh=isinstance(before, NewPage) and before.torn)
        before = block
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _styles(made: Any) -> None:
    """Plain black type that keeps the first page to one page, and a paragraph style for the cells of tables."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size, before, after in STYLES:
        style = made.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.0
    text = made.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = made.styles["Normal"]
    text.font.size = Pt(SMALL_PT)
    text.paragraph_format.space_before = text.paragraph_format.space_after = Pt(2)


def _paragraph(made: Any, style_id: str = "") -> Any:
    """A new paragraph.

    Setting a style by its id is many times faster than by its name, which is looked up each time.
    """
    paragraph = made.add_paragraph()
    if style_id:
        paragraph._p.style = style_id
    return paragraph


def _page_number(paragraph: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _add(made: Any, block: Block, *, fresh: bool) -> None:
    """``fresh``: it begins a page, as headings do. A paragraph for the break alone would leave a page empty behind a full one."""
    if isinstance(block, Heading):
        tag = f" ({block.tag})" if block.tag else ""
        heading = _paragraph(made, f"Heading{block.level}")
        heading.add_run(f"{block.text}{tag}")
        if fresh:
            heading.paragraph_format.page_break_before = True
    elif isinstance(block, Para):
        _runs(made.add_paragraph(), block.runs, italic=block.role == "note")
    elif isinstance(block, Bullets):
        for item in block.items:
            _runs(_paragraph(made, "ListNumber" if block.ordered else "ListBullet"), item)
    elif isinstance(block, Table):
        _table(made, block)
    elif isinstance(block, Figure):
        _figure(made, block.drawing)
    elif isinstance(block, Form):
        add_form(made, block)


def _runs(paragraph: Any, runs: Runs, *, italic: bool = False) -> None:
    for run in runs:
        added = paragraph.add_run(run.text)
        if run.style == "strong":
            added.bold = True
        if italic or run.style == "words":
            added.italic = True


def _table(made: Any, table: Table) -> None:
    """A real table whose header row repeats on every page."""
    from docx.oxml import parse_xml
    from docx.shared import Pt

    caption = _paragraph(made, "Caption")
    caption.paragraph_format.keep_with_next = True
    caption.add_run(table.caption)
    # Written as a whole: adding thousands of cells one by one takes python-docx a second.
    gap = made.add_paragraph()
    gap._p.addprevious(parse_xml(table_xml(table)))
    gap.paragraph_format.line_spacing, gap.paragraph_format.space_after = Pt(6), Pt(0)


def table_xml(table: Table) -> str:
    """The table in Word's own XML."""
    widths = [round(TEXT_WIDTH_CM * TWIPS_A_CM * w / sum(table.widths)) for w in table.widths]
    head: tuple[Runs, ...] = tuple((Run(h, "strong"),) for h in table.header)
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    rows = "".join(_row(row, widths) for row in table.rows)
    return (
        f'<w:tbl xmlns:w="{_WORD}"><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1" w:val="0420"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{_row(head, widths, '<w:tblHeader/>')}{rows}</w:tbl>"
    )


def _row(cells: tuple[Runs, ...], widths: list[int], marks: str = "") -> str:
    style = '<w:pPr><w:pStyle w:val="TableText"/></w:pPr>'
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr><w:p>{style}{"".join(map(_run_xml, runs))}</w:p></w:tc>'
        for width, runs in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{marks}</w:trPr>{inner}</w:tr>"


def _run_xml(run: Run) -> str:
    marks = {"strong": "<w:rPr><w:b/></w:rPr>", "words": "<w:rPr><w:i/></w:rPr>"}.get(run.style, "")
    return f'<w:r>{marks}<w:t xml:space="preserve">{escape(run.text, quote=False)}</w:t></w:r>'


def _figure(made: Any, drawing: Drawing) -> None:
    """The drawing as a picture (Word shows no SVG everywhere), with its alternative text."""
    from docx.shared import Cm

    shape = made.add_picture(
        io.BytesIO(picture(drawing)), width=Cm(min(TEXT_WIDTH_CM, drawing.width / 750 * TEXT_WIDTH_CM))
    )
    described = shape._inline.docPr
    described.set("descr", f"{drawing.title}. {drawing.alt}")
    described.set("title", drawing.title)
    _paragraph(made, "Caption").add_run(drawing.title)


def picture(drawing: Drawing) -> bytes:
    """The drawing as PNG at 130 dots an inch, set by typst."""
    import json

    import typst

    svg = drawable(drawing.svg)
    source = (
        '#set page(width: auto, height: auto, margin: 2pt)\n#image(bytes(json(bytes(sys.inputs.svg))), format: "svg")'
    )
    made: bytes = typst.compile(
        source.encode(),
        format="png",
        ppi=130,
        sys_inputs={"svg": json.dumps(svg)},
        font_paths=font_folders(svg),
    )
    return made
