"""Documents are opened in a process of their own that is ended when it takes too much, and that knows nothing worth taking."""

from __future__ import annotations

import io
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from vcassist.errors import BadInput, TooBusy, TooLarge
from vcassist.reading.files import bounded
from vcassist.reading.files.bounded import Bounds, open_document
from vcassist.reading.files.documents import read_document
from vcassist.reading.files.letters import form_in

sys.path.insert(0, str(Path(__file__).parents[2] / "hostile"))
from malformed import docx_with, paragraph, pdf_page, sound_docx, sound_pdf

SLOW_PDF = pdf_page(b"BT /F 9 Tf " + b"(We use ChatGPT.) Tj T* " * 300_000 + b"ET")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the bounds are those of Linux")


@pytest.mark.parametrize(
    ("name", "made"),
    [("a.txt", lambda: "Münster: we use ChatGPT.\fPage two.".encode()), ("a.docx", sound_docx), ("a.pdf", sound_pdf)],
)
def test_what_comes_out_is_what_reading_it_here_gives(name: str, made) -> None:
    opened, here = open_document(made(), name), read_document(made(), name)
    assert (opened.document, opened.form) == (here, form_in(made(), name))


def test_errors_come_through_in_their_own_words() -> None:
    for data, name in (
        (b"", "a.txt"),
        (b"\x89PNG\r\n", "p.png"),
        (b"%PDF-1.4 broken", "b.pdf"),
        (b"a " * 2_000_000, "l.txt"),
    ):
        with pytest.raises(BadInput) as here:
            read_document(data, name)
        with pytest.raises(type(here.value)) as there:
            open_document(data, name)
        assert str(there.value) == str(here.value)


def test_a_file_that_takes_too_long_is_given_up_and_nothing_goes_on_in_the_background(monkeypatch) -> None:
    started = []
    begin = bounded.subprocess.Popen
    monkeypatch.setattr(bounded.subprocess, "Popen", lambda *a, **k: started.append(begin(*a, **k)) or started[-1])
    with pytest.raises(TooLarge, match=r"^slow\.pdf takes too long to read\."):
        open_document(SLOW_PDF, "slow.pdf", Bounds(seconds=1.0))
    assert [process.poll() for process in started] == [-9]


@linux
def test_computing_is_bounded_too_for_when_the_server_itself_is_gone() -> None:
    with pytest.raises(TooLarge, match="takes too long to read"):
        open_document(SLOW_PDF, "slow.pdf", Bounds(computing=1))


@linux
def test_a_file_that_takes_too_much_memory_is_given_up() -> None:
    swollen = docx_with("".join(paragraph(f"We use tool {n}.") for n in range(200_000)))
    with pytest.raises(BadInput, match=r"^swollen\.docx "):
        open_document(swollen, "swollen.docx", Bounds(memory=120_000_000))
    assert open_document(docx_with(paragraph("We use it.")), "a.docx", Bounds(memory=120_000_000)).document.text


def test_an_answer_that_does_not_end_is_cut_off() -> None:
    with pytest.raises(TooLarge, match="too much memory"):
        open_document(b"We use ChatGPT. " * 1000, "a.txt", Bounds(answer=1000))


@linux
def test_the_process_can_write_no_file_start_no_other_and_sees_no_setting(monkeypatch, tmp_path: Path) -> None:
    """A parser that was taken over, played by a module of ours that is found first."""
    (tmp_path / "docx.py").write_text(
        "import os, resource\n"
        "found = [n for n in os.environ if 'VCASSIST' in n or 'KEY' in n]\n"
        "bounds = [resource.getrlimit(getattr(resource, 'RLIMIT_' + n)) for n in ('FSIZE', 'NPROC', 'CORE')]\n"
        f"try:\n    os.write(os.open({str(tmp_path / 'out')!r}, os.O_CREAT | os.O_WRONLY), b'x'); wrote = True\n"
        "except OSError:\n    wrote = False\n"
        "print('noise on the output')\n"
        "raise ValueError(f'{found} {bounds} {wrote}')\n"
    )
    monkeypatch.setenv("VCASSIST_SECRET", "not for parsers")
    monkeypatch.setenv("OPENAI_API_KEY", "not for parsers")
    monkeypatch.syspath_prepend(str(tmp_path))
    seen = bounded._answer(sound_docx(), "a.docx", Bounds())
    assert seen == {"error": ["broken", "ValueError"]}
    assert not (tmp_path / "out").exists() or (tmp_path / "out").read_bytes() == b""
    monkeypatch.setattr(bounded, "_START", bounded._START.replace("raise SystemExit", "sys.exit"))
    (tmp_path / "docx.py").write_text(
        (tmp_path / "docx.py").read_text().replace(
            "raise ValueError(", "from vcassist.errors import BadInput\nraise BadInput("
        )
    )  # fmt: skip
    kind, what, *_ = bounded._answer(sound_docx(), "a.docx", Bounds())["error"]
    assert (kind, what) == ("BadInput", "[] [(0, 0), (0, 0), (0, 0)] False")


def test_a_process_that_dies_is_a_broken_file_and_not_an_error_of_ours(monkeypatch, tmp_path: Path) -> None:
    (tmp_path / "docx.py").write_text("import os; os.abort()")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(BadInput, match=r"^a\.docx cannot be read\. .*broken"):
        open_document(sound_docx(), "a.docx")


def test_only_so_many_files_are_opened_at_once_and_who_waits_too_long_is_told(monkeypatch) -> None:
    from threading import BoundedSemaphore

    monkeypatch.setattr(bounded, "_slots", BoundedSemaphore(1))
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(open_document, SLOW_PDF, "slow.pdf", Bounds(seconds=4.0))
        while bounded._slots.acquire(blocking=False):
            bounded._slots.release()
            time.sleep(0.01)
        with pytest.raises(TooBusy, match="Send yours again"):
            open_document(b"We use ChatGPT.", "a.txt", Bounds(seconds=0.1))
        with pytest.raises(TooLarge):
            first.result()
    assert open_document(b"We use ChatGPT.", "a.txt").document.text == "We use ChatGPT."


@pytest.mark.parametrize("where", ["file:///etc/passwd", "FILE", "http://127.0.0.1:9/a"])
def test_xml_loads_nothing_from_elsewhere(where: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("planted")
    address = secret.as_uri() if where == "FILE" else where
    made = docx_with(paragraph("&a; We use it."), f"<!DOCTYPE x [<!ENTITY a SYSTEM '{address}'>]>")
    try:
        text = open_document(made, "a.docx").document.text
    except BadInput as refused:
        text = str(refused)
    assert "planted" not in text and "root:" not in text


def test_a_name_is_only_a_name() -> None:
    assert open_document(b"We use it.", "-c; $(touch x) \n../../a.txt").document.name == "a.txt"
    assert open_document(b"We use it.", "--help").document.name == "--help"


def test_bytes_reach_the_process_whole_however_many_they_are() -> None:
    text = "".join(f"Sentence number {n} is here. " for n in range(60_000))
    out = io.StringIO(open_document(text.encode(), "a.txt").document.text).read()
    assert out == read_document(text.encode(), "a.txt").text and "number 59999" in out
