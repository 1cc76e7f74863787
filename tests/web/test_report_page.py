"""The report's page: who does what by when, letters to suppliers and their way back, and the mark that somebody reviewed it."""

from __future__ import annotations

import base64
import hashlib
import io
import re

import pytest
from pypdf import PdfReader
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.report import verify


@pytest.fixture
def example(client: TestClient) -> str:
    """The address of a copy of the example assessment."""
    at: str = client.post("/example").headers["location"]
    return at


def test_who_does_it_by_when_is_kept_shown_and_stands_in_the_action_plan(client: TestClient, example: str) -> None:
    decided = {"state": "in_progress", "note": "", "who": "Neema <b>", "by_when": "2027-05-31"}
    client.post(f"{example}/findings/no-policy@governance", data=decided)
    # The page of the finding asks for state and note only: the rest stays.
    client.post(
        f"{example}/findings/no-policy@governance", data={"state": "in_progress", "note": "begun", "back": "why"}
    )
    text = client.get(f"{example}/report").text
    assert "Neema &lt;b&gt;, by 2027-05-31" in text and "Neema <b>" not in text
    plan = client.get(f"{example}/report.md").content.decode().partition("## Action plan")[2]
    assert "in progress" in plan and "| Neema \\<b\\> | 2027-05-31 |" in plan


def test_the_report_is_a_draft_until_a_person_reviews_these_very_facts(client: TestClient, example: str) -> None:
    def stamps() -> set[str]:
        pages = PdfReader(io.BytesIO(client.get(f"{example}/report.pdf").content)).pages
        return {page.extract_text().splitlines()[0] for page in pages}

    assert all(stamp.startswith("DRAFT") for stamp in stamps())
    assert client.post(f"{example}/report/review", data={"by": "  "}).status_code == 422
    assert client.post(f"{example}/report/review", data={"by": "Amina W."}).status_code == 303
    assert len(stamps()) == 1 and next(iter(stamps())).startswith("Reviewed by Amina W. on 20")
    assert "Reviewed by Amina W." in client.get(f"{example}/report").text
    client.post(f"{example}/facts/organisation.name", data={"status": "known", "value": "Another name"})
    assert all(stamp.startswith("DRAFT: facts have changed since Amina W.") for stamp in stamps())
    client.post(f"{example}/report/review", data={"undo": "yes"})
    assert all(stamp == "DRAFT: no person has reviewed this report yet" for stamp in stamps())


def test_a_letter_is_offered_for_each_supplier_and_its_answers_are_taken_in(
    client: TestClient, example: str, vc: App
) -> None:
    links = re.findall(r'href="([^"]+report\.letter-md\?supplier=[^"]+)"', client.get(f"{example}/report").text)
    assert links
    letter = client.get(links[0]).content.decode()
    ref = re.search(r"\\\[([a-z\\_.0-9-]+)\\\]", letter)[1].replace("\\", "")  # type: ignore[index]
    filled = letter.replace("[ ] we do not disclose this", "[x] we do not disclose this", 1)
    client.post(f"{example}/documents", files=[("files", ("reply.md", filled.encode(), "text/markdown"))])
    fact = vc.store.load(example[3:]).chain.facts[ref]
    assert (fact.status, fact.by, fact.source, fact.note) == (
        "withheld",
        "supplier",
        "supplier",
        "reply.md, question 1",
    )
    assert client.get(f"{example}/report.letter-md?supplier=Nobody").status_code == 404


def test_a_short_version_to_send_is_offered_where_a_format_has_one(client: TestClient, example: str) -> None:
    page = client.get(f"{example}/report").text
    for name in ("html", "pdf", "docx", "md"):
        assert f'href="{example}/report.{name}?short=1"' in page
    assert "report.csv?short=1" not in page
    short = client.get(f"{example}/report.md?short=1")
    assert "-report-short.md" in short.headers["content-disposition"] and "short version" in short.text
    assert client.get(f"{example}/report.csv?short=1").status_code == 422


def test_the_full_report_leads_back_and_a_kept_copy_of_it_is_still_as_it_was_made(
    client: TestClient, example: str
) -> None:
    full = client.get(f"{example}/report/full")
    assert full.text.count(f'<a href="{example}/report">Back to the assessment</a>') == 1
    assert verify(full.content)
    assert not verify(full.content.replace(b"Back to the assessment", b"Back to an assessment"))
    # The style that came with the link is allowed, and the file to take away has none of it.
    policy = full.headers["content-security-policy"]
    assert all(f"'sha256-{digest}'" in policy for digest in digests(full.content)) and len(digests(full.content)) == 2
    assert b"Back to the assessment" not in client.get(f"{example}/report.html").content


def digests(html: bytes) -> list[str]:
    styles = re.findall(rb"<style>(.*?)</style>", html, re.S)
    return [base64.b64encode(hashlib.sha256(style).digest()).decode() for style in styles]
