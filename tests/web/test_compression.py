"""Pages are compressed where a browser takes it, and never where their length could tell a key."""

from __future__ import annotations

import re
from gzip import decompress

import pytest
from starlette.testclient import TestClient

from vcassist.web.compression import MOST_PADDING, padded_gzip, takes_gzip

ASKS = {"Accept-Encoding": "gzip, deflate, br"}


def encoding(client: TestClient, address: str, accepted: str = "gzip, deflate, br") -> str:
    answer = client.get(address, headers={"Accept-Encoding": accepted})
    assert answer.status_code == 200 and "accept-encoding" in answer.headers.get("vary", "").lower()
    return answer.headers.get("content-encoding", "")


def test_pages_come_compressed_and_are_the_same_pages(client: TestClient, here: str) -> None:
    client.post(f"{here}/say", data={"say": "tool: AfyaChat"})
    for path in ("/", here, f"{here}/map", f"{here}/report", f"{here}/report/full", "/glossary"):
        assert encoding(client, path) == "gzip", path
        assert encoding(client, path, "identity") == ""
    plain, small = (client.get(f"{here}/report/full", headers={"Accept-Encoding": a}) for a in ("identity", "gzip"))
    assert "no-store" in small.headers["cache-control"] and len(small.text) == len(plain.text)
    assert int(small.headers["content-length"]) < int(plain.headers["content-length"]) / 3


def test_a_page_that_shows_a_key_is_not_compressed(client: TestClient, here: str) -> None:
    for path in (here, f"{here}/settings"):
        text = client.get(path, headers=ASKS).text
        assert "?key=" in text and encoding(client, path) == "", path
    made = client.post(f"{here}/links", data={"kind": "read"}, headers=ASKS)
    assert "?key=" in made.text and "content-encoding" not in made.headers


def test_no_page_of_an_assessment_shows_its_key_compressed(client: TestClient, here: str) -> None:
    key = re.search(r"\?key=([\w-]+)", client.get(f"{here}/settings").text)[1]
    client.post(f"{here}/say", data={"say": "tool: AfyaChat"})
    for path in (
        "",
        "/map",
        "/documents",
        "/report",
        "/whatif",
        "/settings",
        "/compare",
        "/facts/model.weights",
        "/parts/model",
    ):
        answer = client.get(f"{here}{path}", headers=ASKS)
        assert answer.status_code == 200 and (key in answer.text) <= ("content-encoding" not in answer.headers), path


@pytest.mark.parametrize(
    "path", ["/whatif?set=model.weights:open", "/facts/model.weights?back=map", "/report.letter-html?x=1"]
)
def test_what_an_address_brings_along_stands_in_no_compressed_page(client: TestClient, here: str, path: str) -> None:
    assert "content-encoding" not in client.get(f"{here}{path}", headers=ASKS).headers


def test_files_and_answers_for_programs_stay_as_they_are(client: TestClient, here: str, begun, key) -> None:
    assert "content-encoding" not in client.get(f"{here}/report.md", headers=ASKS).headers
    assert "content-encoding" not in client.get(begun["at"], headers={**ASKS, **key}).headers


def test_the_length_is_different_each_time() -> None:
    page = b"<p>the same page</p>" * 200
    lengths = {len(padded_gzip(page)) for _ in range(60)}
    assert len(lengths) > 10 and max(lengths) - min(lengths) < MOST_PADDING
    assert decompress(padded_gzip(page)) == page


@pytest.mark.parametrize(
    ("accepted", "takes"),
    [("gzip", True), ("br, GZIP;q=0.5", True), ("gzip;q=1.0", True), ("gzip; q=0", False), ("gzip;q=0.0", False), ("br", False), ("", False), ("identity", False)],
)  # fmt: skip
def test_who_rules_gzip_out_gets_none(accepted: str, takes: bool) -> None:
    assert takes_gzip(accepted) is takes
