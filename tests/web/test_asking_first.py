"""Before words leave the server a person is told and asked, once; the answer counts at once and can be changed; receipts show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import NamesOnlyGlossary, PhraseReader
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.llm.circuit import GuardedChat
from vcassist.llm.fake import FakeChat
from vcassist.settings import Settings

ADDS = {"facts": [{"ref": "model.name", "quote": "GPT-4o", "status": "known", "value": "GPT-4o"}], "intent": "answer"}


@pytest.fixture
def chat() -> FakeChat:
    return FakeChat([ADDS], name="openai:gpt-4o-mini", remote=True)


@pytest.fixture
def vc(tmp_path: Path, chat: FakeChat) -> Iterator[App]:
    """An App with a remote model to which nobody has agreed."""
    app = App(Settings(data=tmp_path, model="openai:gpt-4o-mini", model_key="sk-secret", speaker="templates"))
    app.__dict__.update(reader=PhraseReader(), glossary=NamesOnlyGlossary())
    app.assistant.__dict__["_chat"] = GuardedChat(chat)
    yield app
    app.store.close()  # type: ignore[attr-defined]


def say(client: TestClient, here: str, text: str) -> None:
    at = re.search(r'name="at" value="(\d+)"', client.get(here).text)[1]
    assert client.post(f"{here}/say", data={"say": text, "at": at}).status_code == 303


def test_the_page_says_what_goes_to_whom_and_where_before_anything_is_sent(client: TestClient, here: str) -> None:
    text = client.get(here).text
    assert "May your words leave this server?" in text
    for told in ("OpenAI (api.openai.com)", "gpt-4o-mini", "your message", "US (", "No, read them here"):
        assert told in text
    assert "sk-secret" not in text


def test_messages_go_on_without_an_answer_and_nothing_leaves(client: TestClient, here: str, chat: FakeChat) -> None:
    say(client, here, "tool: AfyaChat with GPT-4o")
    assert chat.calls == []
    assert "May your words leave this server?" in client.get(here).text


@pytest.mark.parametrize(("answer", "calls"), [("yes", 1), ("masked", 1), ("no", 0)])
def test_it_is_asked_once_and_the_answer_counts(
    client: TestClient, vc: App, here: str, chat: FakeChat, answer: str, calls: int
) -> None:
    assert client.post(f"{here}/egress", data={"answer": answer}).headers["location"] == here
    assert "May your words leave this server?" not in client.get(here).text
    say(client, here, "tool: AfyaChat with GPT-4o, says Dr. Maria Lopez")
    assert len(chat.calls) == calls
    assert ("model.name" in vc.store.load(here[3:]).chain.facts) is bool(calls)
    if calls:
        assert ("Maria Lopez" in chat.calls[0][1]) is (answer == "yes")


def test_the_settings_show_the_decision_and_the_receipts_and_change_it(
    client: TestClient, here: str, chat: FakeChat
) -> None:
    client.post(f"{here}/egress", data={"answer": "yes"})
    say(client, here, "tool: AfyaChat with GPT-4o")
    text = client.get(f"{here}/settings").text
    assert "Your messages go to OpenAI" in text and "Receipts: what left (1)" in text
    changed = client.post(f"{here}/egress", data={"answer": "no", "back": "settings"})
    assert changed.headers["location"] == f"{here}/settings#leaves"
    text = client.get(f"{here}/settings").text
    assert "You refused to send" in text and "Receipts: what left (1)" in text
    say(client, here, "and more")
    assert len(chat.calls) == 1


def test_an_answer_that_is_none_is_refused(client: TestClient, here: str) -> None:
    assert client.post(f"{here}/egress", data={"answer": "perhaps"}).status_code == 422


def test_the_start_page_says_that_one_is_asked_first(client: TestClient) -> None:
    assert "You are asked first." in client.get("/").text


def test_the_api_tells_asks_and_keeps_receipts(client: TestClient, begun, key, chat: FakeChat) -> None:
    at = f"{begun['at']}/egress"
    before = client.get(at, headers=key).json()
    assert (before["asked"], before["allowed"], before["receipts"]) == (True, False, [])
    assert before["notice"]["to"] == "OpenAI" and before["notice"]["country"] == "US"
    client.post(f"{begun['at']}/turns", json={"say": "tool: One"}, headers=key)
    assert chat.calls == []
    after = client.put(at, json={"agree": True, "redact": True}, headers=key).json()
    assert (after["asked"], after["allowed"], after["agreement"]["redact"]) == (False, True, True)
    answer = client.post(f"{begun['at']}/turns", json={"say": "with GPT-4o"}, headers=key).json()
    assert "model.name" in {f["ref"] for f in answer["facts"]}
    (receipt,) = client.get(at, headers=key).json()["receipts"]
    assert receipt["to"] == "OpenAI" and receipt["bytes"] > 0
    assert client.get(f"{begun['at']}/export", headers=key).json()["extra"]["egress"] == [receipt]


def test_a_message_that_is_only_read_leaves_no_sooner_than_a_turn_and_has_its_receipt(
    client: TestClient, begun, key, chat: FakeChat
) -> None:
    body = {"message": "It runs on GPT-4o"}
    before = client.post(f"{begun['at']}/read", json=body, headers=key).json()
    assert chat.calls == [] and before["facts"] == []
    client.put(f"{begun['at']}/egress", json={"agree": True, "redact": False}, headers=key)
    after = client.post(f"{begun['at']}/read", json=body, headers=key).json()
    assert [f["ref"] for f in after["facts"]] == ["model.name"] and len(chat.calls) == 1
    assert len(client.get(f"{begun['at']}/egress", headers=key).json()["receipts"]) == 1
    assert len(client.get(begun["at"], headers=key).json()["turns"]) == 1


def test_the_counted_provider_stays_away_once_a_person_took_it_out_of_the_chain(client: TestClient, begun, key) -> None:
    client.put(f"{begun['at']}/facts", json={"facts": [{"ref": "model.name", "value": "Own-1"}]}, headers=key)
    client.put(f"{begun['at']}/egress", json={"agree": True, "count": True}, headers=key)
    client.post(f"{begun['at']}/turns", json={"say": "tool: One"}, headers=key)

    def names() -> list[str]:
        facts = client.get(f"{begun['at']}/chain", headers=key).json()["facts"]
        return [f["value"] for f in facts if f["ref"].endswith(".name") and f["ref"].startswith("model")]

    assert names() == ["Own-1", "gpt-4o-mini"]
    assert client.delete(f"{begun['at']}/components/model-2", headers=key).status_code == 200
    client.post(f"{begun['at']}/turns", json={"say": "tool: One"}, headers=key)
    assert names() == ["Own-1"]


def test_the_api_asks_for_the_token_and_describes_the_routes(client: TestClient, begun) -> None:
    assert client.get(f"{begun['at']}/egress").status_code == 401
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert set(paths["/api/v1/sessions/{session_id}/egress"]) == {"get", "put"}


def test_receipts_in_a_file_that_are_none_trip_no_page(client: TestClient, vc: App, begun, key) -> None:
    exported = client.get(f"{begun['at']}/export", headers=key).json()
    exported["extra"]["egress"] = ["x", {"time": 1}, {"bytes": "many"}, {"time": "t" * 999, "bytes": 1}]
    made = client.post("/api/v1/sessions/import", json=exported).json()
    own = {"Authorization": f"Bearer {made['token']}"}
    assert client.get(f"/api/v1/sessions/{made['id']}/egress", headers=own).json()["receipts"] == []
