"""At least 500 hostile strings through every text field of the pages, the API and the commands: no fault, no hang, no traceback.

An ordinary run gives each field its share of them; VCASSIST_TEST_PROFILE=thorough gives every field all.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fakes import NamesOnlyGlossary, PhraseReader
from share import share_of
from starlette.testclient import TestClient
from strings import hostile

from vcassist import app as composition
from vcassist.app import App
from vcassist.cli import run
from vcassist.settings import Settings
from vcassist.store.memory import MemoryStore
from vcassist.web.server import create_app

STRINGS = hostile()
# How many fields share the strings among them in an ordinary run (VCASSIST_TEST_PROFILE=thorough: every field gets all).
PARTS = 8
# Every text that a page sends: (method, address, what is fixed, the fields that hold any text).
FIELDS: dict[str, tuple[str, str, dict[str, str], tuple[str, ...]]] = {
    "say": ("POST", "{here}/say", {}, ("say", "quick", "pick", "key")),
    "fact": ("POST", "{here}/facts/organisation.name", {"status": "known"}, ("value", "back", "own")),
    "fact status": ("POST", "{here}/facts/model.weights", {}, ("status", "value")),
    "fact address": ("GET", "{here}/facts/{text}", {}, ("back",)),
    "part address": ("GET", "{here}/parts/{text}", {}, ("back",)),
    "remove page": ("GET", "{here}/parts/model/remove", {}, ("back",)),
    "remove": ("POST", "{here}/parts/model/remove", {}, ("back",)),
    "remove address": ("POST", "{here}/parts/{text}/remove", {}, ()),
    "undo": ("POST", "{here}/undo", {}, ("back",)),
    "finding address": ("GET", "{here}/findings/{text}", {}, ()),
    "decision": ("POST", "{here}/findings/no-fallback@application", {"state": "accepted"}, ("note", "who", "by_when", "back")),
    "dependency": ("POST", "{here}/dependencies", {}, ("from", "to", "back")),
    "review": ("POST", "{here}/report/review", {}, ("by", "on", "undo")),
    "document": ("POST", "{here}/documents/1", {"act": "accept"}, ("ref",)),
    "document part": ("POST", "{here}/documents/1", {"act": "accept-part"}, ("part",)),
    "settings": ("POST", "{here}/settings", {}, ("minutes",)),
    "delete": ("POST", "{here}/delete", {}, ("sure",)),
    "leave": ("POST", "{here}/leave", {}, ("sure",)),
    "link": ("POST", "{here}/links", {"kind": "read"}, ("label",)),
    "link questions": ("POST", "{here}/links", {"kind": "questions"}, ("ref", "label")),
    "link address": ("POST", "{here}/links/{text}", {}, ()),
    "passphrase": ("POST", "{here}/passphrase", {"again": "{text}"}, ("passphrase",)),
    "unlock": ("POST", "{here}/unlock", {}, ("passphrase",)),
    "begin": ("POST", "/begin", {}, ("then",)),
    "egress": ("POST", "{here}/egress", {}, ("answer", "back")),
    "whatif": ("GET", "{here}/whatif", {}, ("set", "ref", "value", "own")),
    "compare": ("GET", "{here}/compare", {}, ("turn", "with")),
    "report format": ("GET", "{here}/report.{text}", {}, ()),
    "report supplier": ("GET", "{here}/report.letter-md", {}, ("supplier",)),
    "key": ("GET", "{here}", {}, ("key",)),
    "resume": ("POST", "/resume", {}, ("link",)),
    "glossary": ("GET", "/glossary", {}, ("q",)),
    "glossary entry": ("GET", "/glossary/{text}", {}, ()),
    "register": ("GET", "/register", {}, ("q", "kind")),
    "register entry": ("GET", "/register/{text}", {}, ()),
    "static": ("GET", "/static/{text}", {}, ("v",)),
    "assessment address": ("GET", "/a/{text}", {}, ()),
}  # fmt: skip
ASKED = ("who", "value:organisation.name", "value:model.weights", "status:model.weights", "value:storage.country")


@pytest.fixture(scope="module")
def vc(tmp_path_factory: pytest.TempPathFactory) -> App:
    app = App(Settings(data=tmp_path_factory.mktemp("strings")))
    app.__dict__.update(reader=PhraseReader(), glossary=NamesOnlyGlossary(), store=MemoryStore())
    return app


@pytest.fixture(scope="module")
def client(vc: App) -> Iterator[TestClient]:
    # What breaks inside is raised here, with its place, and not turned into a 500.
    with TestClient(create_app(vc), follow_redirects=False) as made:
        yield made


def in_address(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="")


def sound(answer: Any, text: str) -> bool:
    """An answer that is no fault of ours, and in which the text stands only as text."""
    assert answer.status_code < 500, (answer.status_code, text)
    assert "Traceback" not in answer.text
    if answer.headers.get("content-type", "").startswith("text/html"):
        body = answer.text
        assert "<script>alert" not in body and "<img src=x" not in body and "<svg/onload" not in body
    return "\n" not in "".join(answer.headers.values())


def test_there_are_enough_of_them_and_all_differ() -> None:
    assert len(set(STRINGS)) == len(STRINGS) >= 500


@pytest.mark.parametrize("name", FIELDS)
def test_no_text_field_of_a_page_breaks(client: TestClient, vc: App, name: str) -> None:
    method, address, fixed, fields = FIELDS[name]
    for number, text in enumerate(share_of(STRINGS, list(FIELDS).index(name), PARTS)):
        if number % 40 == 0:
            # Not one assessment with all of it, whose pages would only be slow; nor a cookie for each there ever was.
            client.cookies.clear()
            here = client.post("/begin").headers["location"]
        at = address.replace("{here}", here).replace("{text}", in_address(text) or "x")
        for field in fields or ("",):
            data = {name: value.replace("{text}", text) for name, value in fixed.items()} | (
                {field: text} if field else {}
            )
            more = {"params": data} if method == "GET" else {"data": data}
            answer = client.request(method, at, **more)
            assert sound(answer, text)
            if name in ("passphrase", "begin") and answer.status_code == 303:
                # Opened with another passphrase, or another assessment: the next text starts from a new one.
                here = client.post("/begin").headers["location"]
                at = address.replace("{here}", here)
        if number % 40 == 39:
            assert sound(client.get(here), text) and sound(client.get(f"{here}/map"), text)
    assert sound(client.get(f"{here}/report"), "") and sound(client.get(f"{here}/report/full"), "")


@pytest.mark.parametrize("field", ASKED)
def test_no_text_field_of_a_colleagues_page_breaks(client: TestClient, vc: App, field: str) -> None:
    client.cookies.clear()
    session, _ = vc.begin()
    refs = ["organisation.name", "model.weights", "storage.country"]
    _, key = vc.doors.add_link(session.id, "questions", refs)
    client.cookies.set(f"vq_{session.id}", key)
    for text in share_of(STRINGS, ASKED.index(field), PARTS):
        data = {"status:model.weights": "unknown", field: text}
        assert sound(client.post(f"/a/{session.id}/asked", data=data), text)
    assert sound(client.get(f"/a/{session.id}/asked"), "")


API = {
    "turn": ("POST", "/turns", {"say": "{text}"}),
    "facts": ("PUT", "/facts", {"facts": [{"ref": "organisation.name", "value": "{text}"}]}),
    "fact ref": ("PUT", "/facts", {"facts": [{"ref": "{text}", "value": "x"}]}),
    "fact set": ("PUT", "/facts", {"facts": [{"ref": "organisation.ai_role", "value": ["{text}"]}]}),
    "decision": (
        "PUT",
        "/findings/no-fallback@application/decision",
        {"state": "accepted", "note": "{text}", "who": "{text}", "by_when": "{text}"},
    ),
    "link": ("POST", "/links", {"kind": "questions", "refs": ["{text}"], "label": "{text}"}),
    "passphrase": ("POST", "/unlock", {"passphrase": "{text}"}),
    "opening": ("POST", "", {"opening": "{text}"}),
}


@pytest.mark.parametrize("name", API)
def test_no_text_of_the_api_breaks(client: TestClient, vc: App, name: str) -> None:
    method, path, body = API[name]
    client.cookies.clear()
    for number, text in enumerate(share_of(STRINGS, list(API).index(name), PARTS)):
        if number % 40 == 0:
            session, token = vc.begin()
        filled = json.loads(json.dumps(body).replace('"{text}"', json.dumps(text)))
        at = f"/api/v1/sessions{f'/{session.id}{path}' if path else ''}"
        answer = client.request(method, at, json=filled, headers={"Authorization": f"Bearer {token}"})
        assert sound(answer, text) and answer.headers["content-type"].endswith("json")
        if number % 40 == 39:
            chain = client.get(f"/api/v1/sessions/{session.id}/chain", headers={"Authorization": f"Bearer {token}"})
            assert sound(chain, text)


@pytest.mark.parametrize(
    ("command", "key"), [("extract", "message"), ("search", "query"), ("ask", "question"), ("assess", "facts")]
)
def test_no_line_of_a_batch_command_breaks(vc: App, monkeypatch, capfd, command: str, key: str) -> None:
    """Each line is answered or refused by itself, in order."""
    lines = []
    for number, text in enumerate(STRINGS):
        value: Any = [{"ref": text, "value": text}] if key == "facts" else text
        lines.append(json.dumps({"id": number, key: value, "asked": None}))
        lines.append(json.dumps({"id": text, key: text, "asked": text, "limit": text}))
    stdin = io.TextIOWrapper(io.BytesIO("\n".join(lines).encode() + b"\n"), "utf-8")
    monkeypatch.setattr("sys.stdin", stdin)
    monkeypatch.setattr(composition, "open_app", lambda settings=None: vc)
    assert run([command, "--jsonl"]) == 0
    out, err = capfd.readouterr()
    answers = [json.loads(line) for line in out.split("\n") if line]
    assert [a["id"] for a in answers[::2]] == list(range(len(STRINGS))) and len(answers) == len(lines)
    assert "Traceback" not in out + err


COMMANDS = {
    "register": ["register", "--", "{text}"],
    "search": ["search", "--", "{text}"],
    "whatif": ["whatif", "CHAIN", "--set={text}"],
    "explain": ["explain", "--chain", "CHAIN", "--", "{text}"],
    "report": ["report", "--", "{text}"],
    "supplier": ["report", "CHAIN", "--format", "letter-md", "--supplier={text}"],
    "delete": ["delete", "--yes", "--", "{text}"],
    "link": ["link", "SESSION", "--read", "--for={text}"],
    "questions": ["link", "SESSION", "--ask={text}"],
    "import": ["import", "--", "{text}"],
    "review": ["review", "SESSION", "--by={text}", "--on={text}"],
    "decide": ["decide", "no-fallback@application", "--session", "SESSION", "--state", "accepted", "--note={text}"],
    "draft": ["draft", "--", "{text}"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_no_argument_of_a_command_breaks(vc: App, monkeypatch, capfd, tmp_path: Path, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(composition, "open_app", lambda settings=None: vc)
    chain = tmp_path / "chain.json"
    chain.write_text('{"facts": [{"ref": "application.name", "value": "ChatGPT"}]}')
    for number, text in enumerate(share_of(STRINGS, list(COMMANDS).index(name), PARTS)):
        if number % 40 == 0:
            session, _ = vc.begin()
        told = {"CHAIN": str(chain), "SESSION": session.id}
        arguments = [told.get(a, a.replace("{text}", text)) for a in COMMANDS[name]]
        code = run(arguments)
        out, err = capfd.readouterr()
        assert code in (0, 1, 2) and "Traceback" not in out + err, (text, err)
        if code:
            assert re.match(r"(?s)vcassist|usage|No |This |There ", err or out or "No "), (text, err)


def text_fields_of(routes: Any) -> Iterator[tuple[str, Any, str]]:
    """(method, pattern of the address, name) of every text that a form or an address of a page takes."""
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            # The API's parts have names in its description; pages have none.
            yield from () if inner.tags else text_fields_of(inner.routes)
        elif hasattr(route, "dependant"):
            taken = [*route.dependant.body_params, *route.dependant.query_params]
            for part in taken:
                kind = str(part.field_info.annotation)
                if ("str" in kind or "Literal" in kind) and "UploadFile" not in kind:
                    for method in route.methods - {"HEAD"}:
                        yield method, route.path_regex, part.alias


def test_every_text_field_of_every_page_is_among_those_that_were_tried(client: TestClient) -> None:
    # The kind of a link and what a button means are one of a few words; these are tried by themselves elsewhere.
    few = {"act", "state"}
    tried = set()
    for method, address, fixed, fields in FIELDS.values():
        at = address.replace("{here}", f"/a/{'0' * 16}").replace("{text}", "model.weights")
        tried |= {(method, at, name) for name in (*fields, *fixed)}
    found = list(text_fields_of(client.app.routes))  # type: ignore[attr-defined]
    missing = {
        (method, pattern.pattern, name)
        for method, pattern, name in found
        if name not in few and not any(m == method and n == name and pattern.match(at) for m, at, n in tried)
    }
    assert len(found) > 30 and not missing, missing
