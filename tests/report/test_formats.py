"""The formats: each renders every kind of chain, escapes what people said, and is what it says it is."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from report_chains import ODD_NAMES, all_unknown, empty, large, named, ordinary_session, tiny
from report_shelf import Shelf

from vcassist.chain.facts import Fact, fold
from vcassist.chain.fields import fields_of
from vcassist.errors import BadInput, BadUsage
from vcassist.report import FORMATS, render, verify
from vcassist.report.fonts import GONE

AT = "2026-11-24T12:00:00+00:00"
QUICK = ("csv", "cyclonedx", "cyclonedx-1-7", "html", "json", "letter-html", "letter-md", "md")


def made(shelf: Shelf, format: str, chain: Any = None) -> bytes:
    session = ordinary_session() if chain is None else None
    return render(app=shelf, chain=session.chain if session else chain, session=session, format=format, at=AT).content


def test_an_unknown_format_is_refused_with_the_names_of_those_that_exist(shelf: Shelf) -> None:
    with pytest.raises(BadUsage) as refused:
        render(app=shelf, chain=tiny(), format="odt")
    assert ", ".join(FORMATS) in str(refused.value)
    assert {"html", "pdf", "docx", "md", "json", "cyclonedx", "csv", "letter"} <= set(FORMATS)


@pytest.mark.parametrize("format", QUICK)
@pytest.mark.parametrize("chain", [empty(), tiny(), all_unknown(), large(), *(named(n) for n in ODD_NAMES.values())])
def test_every_chain_renders_in_every_quick_format_and_the_same_twice(format: str, chain: Any, shelf: Shelf) -> None:
    assert made(shelf, format, chain) == made(shelf, format, chain) != b""


@pytest.mark.parametrize("format", ["pdf", "docx", "letter", "form"])
@pytest.mark.parametrize("name", ["arabic", "chinese", "emoji", "nul", "typst", "script"])
def test_documents_survive_every_name(format: str, name: str, shelf: Shelf) -> None:
    content = made(shelf, format, named(ODD_NAMES[name]))
    assert content.startswith(b"%PDF" if format in ("pdf", "form") else b"PK")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_html_holds_no_script_no_inline_style_and_asks_nobody_for_anything(shelf: Shelf) -> None:
    page = _Page()
    page.feed(made(shelf, "html", named(ODD_NAMES["script"])).decode())
    assert "script" not in {tag for tag, _ in page.tags}
    assert not [a for _, a in page.tags if "style" in a or "src" in a or any(name.startswith("on") for name in a)]
    assert not [a for tag, a in page.tags if tag in ("link", "img", "iframe", "base")]


def test_html_anchors_are_unique_and_every_citation_leads_somewhere(shelf: Shelf) -> None:
    page = _Page()
    page.feed(made(shelf, "html").decode())
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {str(a["href"])[1:] for tag, a in page.tags if tag == "a" and str(a["href"]).startswith("#")} <= set(ids)


def test_a_word_longer_than_any_may_be_broken_in_a_cell_and_no_other() -> None:
    from vcassist.report.formats.html import _breakable

    assert _breakable('<a href="https://example.org/a-very-long-address">Donaudampfschifffahrt</a> or <b>not</b>') == (
        '<a href="https://example.org/a-very-long-address">Donaudampfschifffahrt</a> or <b>not</b>'
    )
    assert _breakable("x" * 60) == f"{'x' * 24}<wbr>{'x' * 24}<wbr>{'x' * 12}"
    assert _breakable("&amp;" * 25) == f"{'&amp;' * 24}<wbr>&amp;"
    assert _breakable("x" * 24) == "x" * 24


def test_markdown_keeps_a_number_at_the_head_of_a_line_without_showing_a_backslash() -> None:
    from markdown_it import MarkdownIt

    from vcassist.report.formats.md import _escape

    for said in ("1. first", "12) twelfth", "- dash", "+ plus", "= equals"):
        block = next(t for t in MarkdownIt().parse(_escape(said)) if t.type == "inline")
        assert "".join(child.content for child in block.children or ()) == said


def test_markdown_never_takes_what_people_said_for_markup(shelf: Shelf) -> None:
    from markdown_it import MarkdownIt

    for name in ("script", "markdown"):
        shown = MarkdownIt().enable("table").render(made(shelf, "md", named(ODD_NAMES[name])).decode())
        assert "<script" not in shown and '<a href="http://x' not in shown and "<em>Star" not in shown


def test_csv_defuses_formulas_and_has_a_line_a_finding(shelf: Shelf) -> None:
    rows = list(csv.DictReader(io.StringIO(made(shelf, "csv").decode("utf-8-sig"))))
    assert {r["verdict"] for r in rows} == {"raised", "unknown"} and any(r["words"] == "“No policy”" for r in rows)
    done = {"no-policy@governance": {"state": "in_progress", "note": "=x", "who": "Amina", "by_when": "2027-01-31"}}
    session = ordinary_session(decisions=done)
    planned = render(app=shelf, chain=session.chain, session=session, format="csv").content.decode("utf-8-sig")
    row = next(r for r in csv.DictReader(io.StringIO(planned)) if r["finding"] == "no-policy@governance")
    assert (row["who"], row["by_when"], row["decision_note"]) == ("Amina", "2027-01-31", "'=x")
    odd = made(shelf, "csv", named(ODD_NAMES["formula"])).decode("utf-8-sig")
    assert not [cell for row in csv.reader(io.StringIO(odd)) for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_json_fits_its_published_schema_which_is_the_one_derived_from_the_model(shelf: Shelf) -> None:
    import jsonschema

    from vcassist.report.schema import schema

    published = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8"))
    assert published == schema()
    for chain in (None, empty(), all_unknown()):
        jsonschema.validate(json.loads(made(shelf, "json", chain)), published)


def test_verify_finds_any_change_to_a_json_report(shelf: Shelf) -> None:
    content = made(shelf, "json")
    assert verify(content) and verify(content.decode())
    data = json.loads(content)
    data["report"]["risks"][0]["severity"] = "low"
    assert not verify(data)
    from vcassist.report.provenance import digest_of

    forged = json.loads(content)
    forged["inputs"]["chain"]["facts"][0]["value"] = "Other Clinic"
    forged["digest"] = digest_of({k: v for k, v in forged.items() if k != "digest"})
    found = verify(forged)
    assert not found and any("facts" in e for e in found.explanations)
    hidden = content.replace(b'"report":', b'"report": {"title": "Nothing found"}, "report":', 1)
    for other in (b"{}", b"not json", "[]", {"digest": "x"}, hidden):
        with pytest.raises(BadInput):
            verify(other)


@pytest.mark.parametrize("format", ["html", "md", "pdf", "docx", "cyclonedx", "cyclonedx-1-7", "json"])
def test_verify_finds_a_change_of_any_part_of_any_file_that_carries_a_digest(format: str, shelf: Shelf) -> None:
    content = made(shelf, format)
    assert verify(content)
    for at in range(len(content) // 7, len(content), len(content) // 5):
        changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        # It may be no report any more: a broken package, or another text than JSON.
        with contextlib.suppress(BadInput):
            assert not verify(changed), at


def test_verify_finds_a_word_changed_inside_a_word_file(shelf: Shelf) -> None:
    import docx

    document = docx.Document(io.BytesIO(made(shelf, "docx")))
    document.paragraphs[1].runs[0].text = "Another Clinic"
    out = io.BytesIO()
    document.save(out)
    assert not verify(out.getvalue())


def test_a_word_file_with_a_broken_part_is_refused_in_words(shelf: Shelf) -> None:
    content = made(shelf, "docx")
    for at in range(60, len(content), len(content) // 60):
        broken = content[:at] + bytes(b ^ 0x55 for b in content[at : at + 8]) + content[at + 8 :]
        with contextlib.suppress(BadInput):
            verify(broken)


def test_the_schema_names_the_words_that_a_field_may_hold(shelf: Shelf) -> None:
    import jsonschema

    from vcassist.report.schema import schema

    for path, value in (
        (("risks", 0, "severity"), "huge"),
        (("evidence", 0, "status"), "maybe"),
        (("concentration", 0, "scope"), ""),
    ):
        data = json.loads(made(shelf, "json"))
        part = data["report"]
        for step in path[:-1]:
            part = part[step]
        part[path[-1]] = value
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(data, schema())


def test_letters_carry_no_digest_since_they_are_there_to_be_changed(shelf: Shelf) -> None:
    for format in ("letter", "letter-html", "letter-md"):
        with pytest.raises(BadInput):
            verify(made(shelf, format))


@pytest.mark.parametrize(
    "chain", [None, empty(), tiny(), all_unknown(), large(), *(named(n) for n in ODD_NAMES.values())]
)
def test_cyclonedx_is_strictly_valid_in_both_versions(chain: Any, shelf: Shelf) -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    for format, version in (("cyclonedx", SchemaVersion.V1_6), ("cyclonedx-1-7", SchemaVersion.V1_7)):
        assert JsonStrictValidator(version).validate_str(made(shelf, format, chain).decode()) is None


def test_cyclonedx_cites_who_said_each_fact_and_every_pointer_and_reference_leads_somewhere(shelf: Shelf) -> None:
    bom = json.loads(made(shelf, "cyclonedx-1-7"))
    cited = {}
    for citation in bom["citations"]:
        found: Any = bom
        for part in citation["pointers"][0].split("/")[1:]:
            found = found[int(part)] if isinstance(found, list) else found[part]
        cited[citation["note"]] = found
    assert cited["“Ireland”, said in the interview, turn 5, 2026-11-20"] == "Ireland"
    assert len(bom["citations"]) == 31 and bom["citations"][0]["timestamp"].startswith("2026-11-20T09:0")
    refs = {c["bom-ref"] for c in (*bom["components"], *bom["services"])} | {"organisation"}
    assert {s for a in bom["annotations"] for s in a["subjects"]} <= refs and bom["annotations"]
    assert {d for x in bom["dependencies"] for d in (x["ref"], *x.get("dependsOn", ()))} <= refs
    assert {a for x in bom["compositions"] for a in x.get("assemblies", ())} <= refs
    storage = next(s for s in bom["services"] if s["bom-ref"] == "storage")
    assert (storage["x-trust-boundary"], storage["trustZone"]) == (True, "outside: Google")
    assert storage["data"] == [{"flow": "unknown", "classification": "sensitive", "name": "Data"}]


@pytest.mark.parametrize(
    ("status", "by", "aggregate"),
    [
        ("known", None, "complete"),
        ("unknown", None, "unknown"),
        ("withheld", "supplier", "incomplete_third_party_proprietary_only"),
        ("withheld", "person", "unknown"),
        ("not_applicable", None, "complete"),
    ],
)
def test_cyclonedx_says_how_complete_a_part_is(status: Any, by: Any, aggregate: str, shelf: Shelf) -> None:
    given = {"country": "IE", "supplier": "Google"}
    facts = [
        Fact(f"storage.{f.name}", "known", given.get(f.name, "yes"))
        for f in fields_of("storage")
        if f.name != "encrypted"
    ]
    encrypted = Fact("storage.encrypted", status, "yes" if status == "known" else None, by=by)
    bom = json.loads(made(shelf, "cyclonedx", fold([*facts, encrypted])))
    of_parts = {ref: c["aggregate"] for c in bom["compositions"] for ref in c.get("assemblies", ())}
    assert of_parts["storage"] == aggregate


def test_cyclonedx_has_model_cards_data_providers_and_says_what_is_missing(shelf: Shelf) -> None:
    bom = json.loads(made(shelf, "cyclonedx"))
    parts = {c["bom-ref"]: c for c in bom["components"]}
    assert (
        parts["model"]["type"] == "machine-learning-model" and parts["model"]["modelCard"]["considerations"]["useCases"]
    )
    assert parts["data"]["data"][0]["sensitiveData"] == ["personal data", "health"]
    assert {s["bom-ref"]: s["provider"]["name"] for s in bom["services"]} == {
        "storage": "Google",
        "compute": "Microsoft",
    }
    by = {c["aggregate"]: c.get("assemblies", []) for c in bom["compositions"] if "assemblies" in c}
    assert by["incomplete_third_party_proprietary_only"] == ["model"] and "compute" in by["unknown"]
    assert {"name": "vcassist:quote:storage.country", "value": "Ireland"} in next(
        s for s in bom["services"] if s["bom-ref"] == "storage"
    )["properties"]


def test_pdf_is_tagged_has_bookmarks_and_reads_in_order(shelf: Shelf) -> None:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(made(shelf, "pdf")))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en" and "/StructTreeRoot" in root  # type: ignore[index]
    assert len(reader.outline) >= 1
    first = reader.pages[0].extract_text()
    assert (
        first.index("What the organisation depends on")
        < first.index("What matters")
        < first.index("What to do on Monday")
        < first.index("How sure we are")
    )
    assert all("DRAFT" in page.extract_text() for page in reader.pages)


@pytest.mark.slow
@pytest.mark.parametrize("format", ["pdf", "form"])
@pytest.mark.parametrize("name", ["ordinary", "arabic", "emoji"])
def test_a_second_tool_finds_nothing_against_pdf_ua_1(name: str, format: str, shelf: Shelf, tmp_path: Path) -> None:
    from pdfua import validate

    file = tmp_path / "report.pdf"
    file.write_bytes(made(shelf, format, None if name == "ordinary" else named(ODD_NAMES[name])))
    assert validate(str(file)).findings == ()


@pytest.mark.parametrize(
    "name", ["arabic", "hebrew", "chinese", "emoji", "surrogate-free", "amharic", "hindi", "khmer"]
)
def test_names_in_many_scripts_are_set_in_the_pdf_with_embedded_fonts(name: str, shelf: Shelf) -> None:
    from pypdf import PdfReader

    odd = {**ODD_NAMES, "amharic": "የወንዝ ክሊኒክ", "hindi": "नदी क्लिनिक", "khmer": "គ្លីនិកទន្លេ"}[name]
    reader = PdfReader(io.BytesIO(made(shelf, "pdf", named(odd))))
    assert GONE not in reader.pages[0].extract_text().replace("shown as […]", "")
    fonts = [f.get_object() for page in reader.pages for f in page["/Resources"].get("/Font", {}).values()]  # type: ignore[attr-defined]
    inner = [f["/DescendantFonts"][0].get_object() if "/DescendantFonts" in f else f for f in fonts]
    embedded = ("/FontFile", "/FontFile2", "/FontFile3")
    assert fonts and all(any(key in f["/FontDescriptor"] for key in embedded) for f in inner)


def test_an_arabic_name_is_read_out_of_the_pdf_letter_by_letter(shelf: Shelf, tmp_path: Path) -> None:
    """Where a font that keeps letters and dots together is installed; the fallback draws them apart, and readers get them in disorder."""
    pdftotext, fonts = shutil.which("pdftotext"), shutil.which("fc-list")
    if not pdftotext or not fonts or b"DejaVu Sans" not in subprocess.run([fonts], capture_output=True).stdout:
        pytest.skip("needs poppler-utils, fontconfig and fonts-dejavu")
    file, name = tmp_path / "report.pdf", "جمعية القبيلة في تبوك"
    file.write_bytes(made(shelf, "pdf", named(name)))
    assert name in subprocess.run([pdftotext, "-l", "1", str(file), "-"], capture_output=True).stdout.decode()


def test_a_word_longer_than_a_line_stays_on_the_page(shelf: Shelf, tmp_path: Path) -> None:
    pdftotext = shutil.which("pdftotext")
    if not pdftotext:
        pytest.skip("needs poppler-utils")
    word, file = (
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
        tmp_path / "r.pdf",
    )
    file.write_bytes(made(shelf, "pdf", named(word)))
    boxes = subprocess.run([pdftotext, "-bbox", "-l", "1", str(file), "-"], capture_output=True).stdout.decode()
    ends = [float(end) for end in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert ends and max(ends) < float(re.findall(r'page width="([\d.]+)"', boxes)[0])


def test_a_character_that_no_font_has_is_marked_and_the_first_page_says_so(shelf: Shelf) -> None:
    from pypdf import PdfReader

    first = PdfReader(io.BytesIO(made(shelf, "pdf", named("Klinik \U00013000 am Fluss")))).pages[0].extract_text()
    assert f"Klinik {GONE} am Fluss" in first and "not in this PDF's fonts" in first


def test_the_paper_form_asks_every_question_once_with_what_can_be_ticked(shelf: Shelf) -> None:
    from pypdf import PdfReader

    from vcassist.chain.fields import FIELDS

    text = " ".join(" ".join(p.extract_text() for p in PdfReader(io.BytesIO(made(shelf, "form"))).pages).split())
    assert all(text.count(f.question) >= 1 for f in FIELDS.values())
    assert text.count("I do not know") == len(FIELDS) + 1 and "So far: ChatGPT." in text


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice: apt-get install libreoffice-writer")
@pytest.mark.parametrize("format", ["docx", "letter"])
def test_libreoffice_opens_the_word_files_and_shows_their_text(format: str, shelf: Shelf, tmp_path: Path) -> None:
    from pypdf import PdfReader

    file = tmp_path / "report.docx"
    file.write_bytes(made(shelf, format))
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    shown = PdfReader(tmp_path / "report.pdf")
    words = shown.pages[0].extract_text()
    assert "Riverside Clinic" in words and "DRAFT" in words
    assert format == "letter" or "How sure we are" in words, "the first page takes more than one page"


def test_docx_has_real_headings_tables_alternative_texts_and_the_stamp(shelf: Shelf) -> None:
    import docx

    made_docx = docx.Document(io.BytesIO(made(shelf, "docx")))
    headings = [p.text for p in made_docx.paragraphs if p.style.name.startswith("Heading 2")]
    assert headings[:3] == ["In one page", "The map of the chain", "What is known, unknown and withheld"]
    assert len(made_docx.tables) > 10 and made_docx.tables[0].rows[0].cells[0].text == "From"
    assert made_docx.sections[0].header.paragraphs[0].text.startswith("DRAFT")
    assert (
        all(shape._inline.docPr.get("descr") for shape in made_docx.inline_shapes) and len(made_docx.inline_shapes) == 4
    )


def test_word_files_break_pages_at_headings_and_keep_rows_whole(shelf: Shelf) -> None:
    for format in ("docx", "letter"):
        with zipfile.ZipFile(io.BytesIO(made(shelf, format))) as packed:
            body = packed.read("word/document.xml").decode()
        # A paragraph of its own for the break is an empty page where the page before is full.
        assert 'w:type="page"' not in body
        rows = re.findall(r"<w:tr>.*?</w:tr>|<w:tr .*?</w:tr>", body, re.S)
        assert rows and all("<w:cantSplit/>" in row for row in rows)
        assert body.count("<w:tblHeader/>") == body.count("<w:tbl>")
    assert body.count("<w:pageBreakBefore/>") == 1  # a letter to each of two suppliers


def test_the_light_formats_load_nothing_heavy() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from report_shelf import Shelf; from report_chains import tiny; from "
        "vcassist.report import render\n"
        "for f in ('md', 'json', 'html', 'csv', 'cyclonedx'): render(app=Shelf(), chain=tiny(), format=f)\n"
        "print([m for m in ('typst', 'docx', 'chromadb', 'langchain', 'torch', 'jinja2', 'cyclonedx') if m in "
        "sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(Path(__file__).parent)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("format", ["html", "pdf", "docx", "md"])
def test_the_short_version_is_the_first_page_alone_and_points_at_nothing_that_it_does_not_hold(
    shelf: Shelf, format: str
) -> None:
    from pypdf import PdfReader

    session = ordinary_session()
    made = render(app=shelf, chain=session.chain, session=session, format=format, short=True)
    whole = render(app=shelf, chain=session.chain, session=session, format=format)
    assert "-report-short." in made.filename and verify(made.content)
    if format == "pdf":
        pages = PdfReader(io.BytesIO(made.content)).pages
        assert len(pages) <= 2 and "DRAFT" in pages[0].extract_text()
    elif format != "docx":
        text = made.content.decode()
        assert "What to do on Monday" in text and "short version" in text and "in the full report" in text
        assert "Evidence" not in text and "in this report" not in text and "[F" not in text
        assert 'class="cite"' not in text
    assert len(made.content) < len(whole.content)


@pytest.mark.parametrize("format", ["csv", "json", "letter", "form", "cyclonedx"])
def test_what_is_no_text_to_read_has_no_short_version(shelf: Shelf, format: str) -> None:
    with pytest.raises(BadUsage, match="no short version as"):
        render(app=shelf, chain=tiny(), format=format, short=True)


def test_chapters_follow_each_other_on_paper_and_only_the_first_page_and_letters_are_torn_off(shelf: Shelf) -> None:
    from pypdf import PdfReader

    session = ordinary_session()
    html = made(shelf, "html", session.chain).decode()
    fresh = re.findall(r'<h2 id="([^"]+)" class="new-page"', html)
    assert fresh == ["map", "letters", "plan"]
    pages = PdfReader(io.BytesIO(made(shelf, "pdf", session.chain))).pages
    letters = [n for n, page in enumerate(pages) if "Questions to take to suppliers" in page.extract_text()]
    plan = next(n for n, page in enumerate(pages) if "Action plan" in page.extract_text())
    for n, page in enumerate(pages):
        # The map may fill a page with a drawing, and what is torn off leaves the end of a page.
        if n not in (plan - 1, len(pages) - 1, letters[0] - 1) and not page.images:
            assert len(page.extract_text()) > 700, n
