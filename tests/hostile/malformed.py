"""Files that are broken or built to do harm, made by code from a seed: what people might upload, and what nobody should."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache

WORDS = "We are a clinic in Nairobi. We use ChatGPT to draft letters. The data is stored in Ireland. "
_BODY = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


@cache
def sound_docx() -> bytes:
    import docx

    made, out = docx.Document(), io.BytesIO()
    for _ in range(5):
        made.add_paragraph(WORDS * 3)
    made.save(out)
    return out.getvalue()


@cache
def sound_pdf() -> bytes:
    import typst

    made = typst.compile(b"#pagebreak()\n".join([(WORDS * 6).encode()] * 3), format="pdf")
    assert isinstance(made, bytes)
    return made


def docx_with(body: str, head: str = "", **parts: bytes) -> bytes:
    """A Word file whose document part is ours; ``head`` goes before its root element, ``parts`` beside it."""
    out = io.BytesIO()
    document = _BODY.format(body)
    if head:
        document = document.replace("?>", "?>" + head, 1)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in {
            "[Content_Types].xml": _TYPES.encode(),
            "_rels/.rels": _RELS.encode(),
            "word/document.xml": document.encode(),
            **{name.replace("__", "/"): data for name, data in parts.items()},
        }.items():
            packed.writestr(name, data)
    return out.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def pdf_with(*objects: str | bytes, root: str = "1 0 R", trailer: str = "") -> bytes:
    """A PDF of these objects, numbered from 1, with a right table of where they stand."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + (body.encode() if isinstance(body, str) else body) + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        f"trailer\n<< /Size {len(objects) + 1} /Root {root} {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()
    )


def stream(content: bytes, extra: str = "") -> bytes:
    return f"<< /Length {len(content)} {extra} >>\nstream\n".encode() + content + b"\nendstream"


CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf_page(content: bytes, extra: str = "") -> bytes:
    """A PDF of one page with this content."""
    return pdf_with(CATALOG, PAGES, PAGE, stream(content, extra), FONT)


def _deflated(data: bytes) -> bytes:
    return zlib.compress(data, 9)


def _lying_zip() -> bytes:
    """A zip whose document says it unpacks to next to nothing."""
    data = bytearray(docx_with(paragraph("a" * 3_000_000)))
    at = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 4) + 4)
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def _locked_zip() -> bytes:
    data = bytearray(docx_with(paragraph(WORDS)))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def _many_parts() -> bytes:
    out = io.BytesIO(docx_with(paragraph(WORDS)))
    with zipfile.ZipFile(out, "a") as packed:
        for number in range(6000):
            packed.writestr(f"p{number}", b"")
    return out.getvalue()


BILLION = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12)
)

ATTACKS: dict[str, Callable[[], bytes]] = {
    "zip-bomb.docx": lambda: docx_with(paragraph("0" * 60_000_000)),
    "zip-bomb-in-another-part.docx": lambda: docx_with(paragraph(WORDS), word__media__a=b"\0" * 90_000_000),
    "zip-that-lies.docx": _lying_zip,
    "zip-in-zip.docx": lambda: docx_with(paragraph(WORDS), word__embedded=docx_with(paragraph("0" * 9_000_000))),
    "locked-zip.docx": _locked_zip,
    "very-many-parts.docx": _many_parts,
    "way-out.docx": lambda: docx_with(paragraph(WORDS), ____etc__passwd=b"x"),
    "deep-xml.docx": lambda: docx_with("<w:p>" * 100_000 + "</w:p>" * 100_000),
    "deep-tables.docx": lambda: docx_with(
        "<w:tbl><w:tr><w:tc>" * 3000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 3000
    ),
    "unclosed-xml.docx": lambda: docx_with("<w:p><w:r><w:t>" + WORDS),
    "billion-laughs.docx": lambda: docx_with(paragraph("&m;"), BILLION + "]>"),
    "quadratic-entity.docx": lambda: docx_with(
        paragraph("&a;" * 20_000), f"<!DOCTYPE x [<!ENTITY a '{'b' * 50_000}'>]>"
    ),
    "entity-from-a-file.docx": lambda: docx_with(
        paragraph("&a;" + WORDS), "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
    ),
    "entity-from-the-net.docx": lambda: docx_with(
        paragraph("&a;" + WORDS), "<!DOCTYPE x [<!ENTITY a SYSTEM 'http://127.0.0.1:9/a'>]>"
    ),
    "very-many-attributes.docx": lambda: docx_with(
        "<w:p " + " ".join(f'a{n}="1"' for n in range(100_000)) + "></w:p>" + paragraph(WORDS)
    ),
    "one-huge-attribute.docx": lambda: docx_with(f'<w:p a="{"x" * 12_000_000}"></w:p>'),
    "very-many-empty-paragraphs.docx": lambda: docx_with("<w:p/>" * 900_000 + paragraph(WORDS)),
    "no-document.docx": lambda: zipped({"a.txt": WORDS.encode()}),
    "word-file-that-is-a-sheet.docx": lambda: zipped({"xl/workbook.xml": b"<a/>"}),
    "end-of-zip-alone.docx": lambda: b"PK\x05\x06" + b"\0" * 18,
    "begin-of-zip-alone.docx": lambda: b"PK\x03\x04" + b"\xff" * 200,
    "pages-that-hold-each-other.pdf": lambda: pdf_with(
        CATALOG,
        "<< /Type /Pages /Kids [3 0 R] /Count 2 >>",
        "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 2 >>",
    ),
    "pages-in-themselves.pdf": lambda: pdf_with(CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"),
    "a-catalog-of-itself.pdf": lambda: pdf_with("1 0 R"),
    "references-in-a-circle.pdf": lambda: pdf_with(
        CATALOG,
        PAGES,
        "<< /Type /Page /Parent 3 0 R /Contents 4 0 R /Resources 5 0 R /MediaBox 6 0 R >>",
        "5 0 R",
        "6 0 R",
        "4 0 R",
    ),
    "length-of-itself.pdf": lambda: pdf_with(
        CATALOG, PAGES, PAGE, b"<< /Length 4 0 R >>\nstream\nBT (a) Tj ET\nendstream", FONT
    ),
    "previous-table-is-this-one.pdf": lambda: _looping_table(),
    "a-page-drawn-within-itself.pdf": lambda: pdf_with(
        CATALOG,
        PAGES,
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> /MediaBox [0 0 9 9] >>",
        stream(b"/X Do"),
        stream(
            b"/X Do /X Do",
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>",
        ),
    ),
    "pumped-stream.pdf": lambda: pdf_page(_deflated(b"\0" * 300_000_000), "/Filter /FlateDecode"),
    "pumped-twice.pdf": lambda: pdf_page(
        _deflated(_deflated(b"\0" * 300_000_000)), "/Filter [/FlateDecode /FlateDecode]"
    ),
    "pumped-forty-times.pdf": lambda: pdf_page(
        _deflated(b"BT ET"), "/Filter [" + "/FlateDecode " * 40 + "]"
    ),
    "pumped-runs.pdf": lambda: pdf_page(b"\x81a" * 3_000_000, "/Filter /RunLengthDecode"),
    "pumped-lzw.pdf": lambda: pdf_page(bytes(random.Random(1).randbytes(2_000_000)), "/Filter /LZWDecode"),
    "deep-brackets.pdf": lambda: pdf_with(CATALOG, PAGES, PAGE, "[" * 200_000 + "]" * 200_000),
    "deep-brackets-in-content.pdf": lambda: pdf_page(b"[" * 300_000 + b"(a)" + b"]" * 300_000 + b" TJ"),
    "deep-dictionaries.pdf": lambda: pdf_with("<< /A " * 50_000 + ">> " * 50_000),
    "endless-text.pdf": lambda: pdf_page(b"BT /F 9 Tf " + b"(We use ChatGPT.) Tj T* " * 300_000 + b"ET"),
    "a-count-that-lies.pdf": lambda: pdf_with(
        CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 999999999 >>", PAGE, stream(b"BT (a) Tj ET"), FONT
    ),
    "a-million-pages.pdf": lambda: pdf_with(
        CATALOG, "<< /Type /Pages /Kids [" + "3 0 R " * 300_000 + "] /Count 300000 >>", PAGE, stream(b""), FONT
    ),
    "huge-numbers.pdf": lambda: pdf_page(b"BT /F " + b"9" * 100_000 + b" Tf (a) Tj ET"),
    "a-name-of-a-megabyte.pdf": lambda: pdf_with("<< /" + "A" * 1_000_000 + " 1 >>"),
    "a-font-table-that-pumps.pdf": lambda: pdf_with(
        CATALOG,
        PAGES,
        PAGE,
        stream(b"BT /F 9 Tf (abc) Tj ET"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /A /ToUnicode 6 0 R >>",
        stream(b"begincmap 1 beginbfrange <00000000> <7fffffff> <0041> endbfrange endcmap"),
    ),
    "only-a-head.pdf": lambda: b"%PDF-1.7\n",
    "a-head-and-the-end.pdf": lambda: b"%PDF-1.7\n%%EOF",
    "locked.pdf": lambda: pdf_with(
        CATALOG, PAGES, PAGE, stream(b""), FONT,
        trailer="/Encrypt << /Filter /Standard /V 5 /R 6 /O (a) /U (b) /OE (c) /UE (d) /Perms (e) /P -1 >> /ID [(a) (b)]",
    ),
    "locked-by-nonsense.pdf": lambda: pdf_with(CATALOG, PAGES, trailer="/Encrypt 7"),
    "deep.html": lambda: b"<html>" + b"<div>" * 200_000 + WORDS.encode(),
    "unclosed-comment.html": lambda: b"<html><!--" * 20_000 + WORDS.encode(),
    "unclosed-tag.html": lambda: b"<html><a " + b'b="' * 100_000 + WORDS.encode(),
    "entities.html": lambda: b"<html>" + b"&#x110000;&#0;&#xD800;&nosuch;&amp" * 20_000 + WORDS.encode(),
    "brackets.html": lambda: b"<html>" + b"<" * 300_000,
    "unclosed-declaration.html": lambda: b"<!doctype html><![CDATA[" + b"<![" * 50_000 + WORDS.encode(),
    "charset-that-is-none.html": lambda: b'<html><meta charset="../../x">' + WORDS.encode(),
    "charset-that-runs-code.html": lambda: b'<html><meta charset="zip_codec">' + WORDS.encode(),
    "charset-hex.html": lambda: b'<html><meta charset="hex">' + WORDS.encode(),
    "charset-idna.html": lambda: b'<html><meta charset="idna">' + WORDS.encode() * 2000,
    "charset-punycode.html": lambda: b'<html><meta charset="punycode">' + WORDS.encode() * 2000,
    "deep-list.md": lambda: b"\n".join(b" " * n + b"- a" for n in range(2000)),
    "brackets.md": lambda: b"[" * 200_000 + b"](" * 100_000,
    "stars.md": lambda: b"*_`" * 300_000,
    "one-endless-word.txt": lambda: b"a" * 1_900_000,
    "one-endless-line.txt": lambda: b"ab " * 600_000,
    "blank-lines.txt": lambda: b"\n \n\t\n" * 300_000 + WORDS.encode(),
    "form-feeds.txt": lambda: b"\f" * 500_000 + WORDS.encode(),
    "hyphens.txt": lambda: b"a-\n" * 400_000,
    "controls.txt": lambda: bytes(range(1, 32)) * 30_000 + WORDS.encode(),
    "half-characters.txt": lambda: "\ud800".encode("utf-8", "surrogatepass") * 10_000 + WORDS.encode(),
    "utf-16-of-odd-length.txt": lambda: b"\xff\xfe" + WORDS.encode("utf-16-le") + b"\x00",
    "nul.txt": lambda: WORDS.encode() + b"\0" * 100,
    "right-to-left.txt": lambda: ("\u202e" + WORDS + "\u2066" * 50_000).encode(),
    "marks-on-marks.txt": lambda: ("a" + "\u0301" * 300_000 + WORDS).encode(),
    "quotes.txt": lambda: b"\"'" * 400_000 + WORDS.encode(),
    "dots.txt": lambda: b"." * 800_000 + b" " + WORDS.encode(),
    "colons-and-spaces.txt": lambda: b": " * 500_000 + WORDS.encode(),
    "picture.png": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 1000,
    "old-office.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000,
    "rich.rtf": lambda: b"{\\rtf1 " + b"{" * 100_000,
    "program.exe": lambda: b"MZ" + random.Random(2).randbytes(50_000),
    "noise.bin": lambda: random.Random(3).randbytes(200_000),
    "letter-without-end.md": lambda: b"[model.weights] a\n" * 20_000 + b"-- end of the form --",
}  # fmt: skip


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return out.getvalue()


def _looping_table() -> bytes:
    made = pdf_page(b"BT (a) Tj ET")
    table = made.rfind(b"xref\n0")
    return made.replace(b"/Root", b"/Prev %d /Root" % table).replace(b"xref\n0 6", b"xref\n0 9")


def damaged(sound: bytes, seed: int) -> bytes:
    """A sound file after an accident: cut off, bytes turned, a stretch lost, doubled, blanked or taken from elsewhere in it."""
    rng = random.Random(seed)
    data = bytearray(sound)
    at, length = rng.randrange(len(data)), rng.randrange(1, max(2, len(data) // 4))
    match seed % 6:
        case 0:
            del data[at:]
        case 1:
            for _ in range(rng.randrange(1, 200)):
                data[rng.randrange(len(data))] = rng.randrange(256)
        case 2:
            del data[at : at + length]
        case 3:
            data[at:at] = data[at : at + length]
        case 4:
            data[at : at + length] = bytes(min(length, len(data) - at))
        case _:
            other = rng.randrange(len(data))
            data[at : at + length] = data[other : other + length]
    return bytes(data)


def malformed() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """(file name, how it is made) of all of them, always the same."""
    yield from ATTACKS.items()
    for seed in range(18):
        yield f"damaged-{seed}.pdf", lambda seed=seed: damaged(sound_pdf(), seed)  # type: ignore[misc]
        yield f"damaged-{seed}.docx", lambda seed=seed: damaged(sound_docx(), seed)  # type: ignore[misc]
