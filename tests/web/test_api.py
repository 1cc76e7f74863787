"""The API as other programs call it: shapes, status codes, events, and every error a problem."""

from __future__ import annotations

import json
import threading

import pytest
from starlette.testclient import TestClient

from vcassist.app import App


def events_of(text: str) -> list[tuple[str, dict]]:
    blocks = [b for b in text.split("\n\n") if b.startswith("event: ")]
    return [(b.split("\n")[0][7:], json.loads(b.split("\n", 1)[1][6:])) for b in blocks]


def test_a_session_begins_with_a_greeting_and_a_token(client: TestClient) -> None:
    made = client.post("/api/v1/sessions", json={})
    assert made.status_code == 201
    assert set(made.json()) == {"id", "token", "reply", "asked"}
    assert made.json()["asked"] is None


def test_an_opening_is_answered_at_once(client: TestClient) -> None:
    made = client.post("/api/v1/sessions", json={"opening": "our tool: AfyaChat"}).json()
    assert [f["ref"] for f in made["facts"]] == ["application.name"]
    assert made["asked"] and made["done"] is False


def test_an_opening_that_cannot_be_used_leaves_no_session(client: TestClient, vc: App) -> None:
    assert client.post("/api/v1/sessions", json={"opening": "  "}).status_code == 422
    assert vc.store.sessions() == []


def test_a_turn_answers_with_its_quote_in_place(client: TestClient, begun, key) -> None:
    said = "our tool: Äfya"
    answer = client.post(f"{begun['at']}/turns", json={"say": said}, headers=key).json()
    assert set(answer) == {"reply", "asked", "facts", "suggestions", "conflicts", "citations", "done"}
    (fact,) = answer["facts"]
    assert said[fact["start"] : fact["end"]] == fact["quote"] == "Äfya"
    assert client.get(f"{begun['at']}/chain", headers=key).json()["facts"][0]["turn"] == 1


def test_the_same_turn_comes_as_events_that_end(client: TestClient, begun, key) -> None:
    streamed = client.post(
        f"{begun['at']}/turns", json={"say": "tool: Afya"}, headers={**key, "Accept": "text/event-stream"}
    )
    assert streamed.headers["content-type"].startswith("text/event-stream")
    events = events_of(streamed.text)
    assert events[0][0] == "understood" and events[-1][0] == "done"
    assert "".join(d["text"] for k, d in events if k == "reply").strip() == events[-1][1]["reply"]
    assert len(client.get(begun["at"], headers=key).json()["turns"]) == 2


def test_what_stands_against_a_turn_before_it_streams_is_a_real_status(client: TestClient, begun, key) -> None:
    stream = {"Accept": "text/event-stream"}
    say = f"{begun['at']}/turns"
    assert client.post(say, json={"say": " "}, headers={**key, **stream}).status_code == 422
    assert client.post(say, json={"say": "x"}, headers=stream).status_code == 401
    assert client.post(say, json={"say": "x"}, headers={"Authorization": "Bearer wrong", **stream}).status_code == 404


def test_an_error_within_a_stream_is_its_last_event_and_stores_nothing(
    client: TestClient, vc: App, begun, key, monkeypatch
) -> None:
    from vcassist.errors import StorageTrouble

    def full(*_: object) -> None:
        raise StorageTrouble("There is no room left on the disk.")

    monkeypatch.setattr(vc.store, "append", full)
    text = client.post(
        f"{begun['at']}/turns", json={"say": "tool: A"}, headers={**key, "Accept": "text/event-stream"}
    ).text
    kind, problem = events_of(text)[-1]
    assert (kind, problem["status"]) == ("error", 503)
    assert "no room left" in problem["detail"]
    assert len(client.get(begun["at"], headers=key).json()["turns"]) == 1


def test_the_same_idempotency_key_is_taken_once_and_answers_the_same(client: TestClient, begun, key) -> None:
    send = {**key, "Idempotency-Key": "k1"}
    first = client.post(f"{begun['at']}/turns", json={"say": "tool: Afya"}, headers=send).json()
    again = client.post(f"{begun['at']}/turns", json={"say": "tool: Afya"}, headers=send).json()
    assert first == again
    assert len(client.get(begun["at"], headers=key).json()["turns"]) == 2
    assert client.post(f"{begun['at']}/turns", json={"say": "other"}, headers=send).status_code == 422


def test_turns_sent_together_are_all_taken_one_after_another(client: TestClient, begun, key) -> None:
    def send(n: int) -> None:
        assert client.post(f"{begun['at']}/turns", json={"say": f"tool: A{n}"}, headers=key).status_code == 200

    threads = [threading.Thread(target=send, args=(n,)) for n in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    turns = client.get(begun["at"], headers=key).json()["turns"]
    assert [t["number"] for t in turns] == list(range(4))
    assert {t["said"] for t in turns[1:]} == {f"tool: A{n}" for n in range(3)}


def test_undo_gives_the_session_as_it_was(client: TestClient, begun, key) -> None:
    client.post(f"{begun['at']}/turns", json={"say": "tool: Afya"}, headers=key)
    undone = client.delete(f"{begun['at']}/turns/last", headers=key)
    assert undone.status_code == 200 and len(undone.json()["turns"]) == 1
    assert client.delete(f"{begun['at']}/turns/last", headers=key).status_code == 409


def test_an_undo_that_is_sent_again_takes_back_no_other_turn(client: TestClient, begun, key) -> None:
    for said in ("tool: Afya", "model: GPT"):
        client.post(f"{begun['at']}/turns", json={"say": said}, headers=key)
    at = f"{begun['at']}/turns/last"
    first, again = (client.delete(at, params={"at": 2}, headers=key) for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 409) and "not the last step" in again.json()["detail"]
    assert [t["said"] for t in client.get(begun["at"], headers=key).json()["turns"]] == ["", "tool: Afya"]


def test_a_token_is_needed_and_a_wrong_one_looks_like_an_unknown_id(client: TestClient, begun) -> None:
    wrong = {"Authorization": "Bearer nope"}
    for path in ("", "/chain", "/findings", "/report", "/export"):
        assert client.get(begun["at"] + path).status_code == 401
        assert client.get("/api/v1/sessions/unknown" + path).status_code == 401
        there = client.get(begun["at"] + path, headers=wrong)
        for other in ("0" * 16, "unknown", "a%00b"):
            gone = client.get(f"/api/v1/sessions/{other}{path}", headers=wrong)
            assert (there.status_code, there.json()) == (gone.status_code, gone.json()) == (404, there.json())


def test_deleting_is_for_good(client: TestClient, begun, key) -> None:
    assert client.delete(begun["at"], headers=key).status_code == 204
    assert client.get(begun["at"], headers=key).status_code == 404


def test_export_and_import_make_the_same_conversation_under_a_new_key(client: TestClient, begun, key) -> None:
    client.post(f"{begun['at']}/turns", json={"say": "tool: Afya"}, headers=key)
    exported = client.get(f"{begun['at']}/export", headers=key)
    assert "attachment" in exported.headers["content-disposition"]
    made = client.post("/api/v1/sessions/import", json=exported.json()).json()
    assert made["id"] != begun["id"] and made["token"] != begun["token"]
    copy = client.get(
        f"/api/v1/sessions/{made['id']}/export", headers={"Authorization": f"Bearer {made['token']}"}
    ).json()
    assert copy["turns"] == exported.json()["turns"]


@pytest.mark.parametrize(
    "spoil",
    [
        {"format": 2},
        {"turns": []},
        {"turns": "x"},
        {"minutes": "ten"},
        {"minutes": 10**30},
        {"extra": [1]},
        {"extra": {"decisions": 5}},
        {
            "turns": [
                {
                    "number": 10**40,
                    "said": "",
                    "facts": [],
                    "intent": "answer",
                    "reply": "",
                    "suggestions": [],
                    "conflicts": [],
                    "citations": [],
                    "done": False,
                    "at": "",
                }
            ]
        },
    ],
)
def test_a_file_that_is_no_session_is_refused_and_nothing_is_stored(
    client: TestClient, vc: App, begun, key, spoil
) -> None:
    data = {**client.get(f"{begun['at']}/export", headers=key).json(), **spoil}
    refused = client.post("/api/v1/sessions/import", json=data)
    assert refused.status_code == 422 and refused.headers["content-type"] == "application/problem+json"
    assert len(vc.store.sessions()) == 1


@pytest.mark.parametrize(
    "awaiting",
    [
        {"ref": "nonsense", "manner": "question"},
        {"ref": "model.weights", "manner": "hum"},
        {"ref": "model.weights", "manner": "confirm", "new": "ajar"},
    ],
)
def test_an_imported_session_never_waits_for_what_does_not_exist(client: TestClient, begun, key, awaiting) -> None:
    data = client.get(f"{begun['at']}/export", headers=key).json()
    data["turns"][0]["awaiting"] = {"old": None, "new": None, **awaiting}
    assert client.post("/api/v1/sessions/import", json=data).status_code == 422


def test_facts_set_by_hand_say_so(client: TestClient, begun, key) -> None:
    chain = client.put(
        f"{begun['at']}/facts", json={"facts": [{"ref": "model.weights", "value": "closed"}]}, headers=key
    ).json()
    assert [(f["value"], f["source"], f["quote"]) for f in chain["facts"]] == [("closed", "form", "")]
    for wrong in (
        {"ref": "model.weights", "value": "ajar"},
        {"ref": "nope", "value": "x"},
        {"ref": "model.weights", "status": "known"},
    ):
        assert client.put(f"{begun['at']}/facts", json={"facts": [wrong]}, headers=key).status_code == 422


def test_a_field_that_stands_twice_in_one_call_is_refused_and_nothing_is_set(client: TestClient, begun, key) -> None:
    facts = [{"ref": "model.weights", "value": "open"}, {"ref": "model.weights", "value": "closed"}]
    said = client.put(f"{begun['at']}/facts", json={"facts": facts}, headers=key)
    assert said.status_code == 422 and "model.weights stands twice" in said.text
    assert client.get(f"{begun['at']}/chain", headers=key).json()["facts"] == []


def test_findings_come_with_concentration_and_decisions(client: TestClient, begun, key) -> None:
    client.put(f"{begun['at']}/facts", json={"facts": [{"ref": "governance.policy", "value": "no"}]}, headers=key)
    found = client.get(f"{begun['at']}/findings", headers=key).json()
    assert set(found["concentration"]) == {"direct", "ultimate"}
    (raised,) = [f for f in found["findings"] if f["id"] == "no-policy@governance"]
    assert raised["verdict"] == "raised" and "decision" not in raised
    at = f"{begun['at']}/findings/no-policy@governance/decision"
    assert client.put(at, json={"state": "in_progress", "note": "by May"}, headers=key).json()["state"] == "in_progress"
    found = client.get(f"{begun['at']}/findings", headers=key).json()
    (raised,) = [f for f in found["findings"] if f["id"] == "no-policy@governance"]
    assert raised["decision"]["note"] == "by May"
    assert client.put(at.replace("no-policy", "no-such"), json={"state": "in_progress"}, headers=key).status_code == 404
    assert client.put(at, json={"state": "whatever"}, headers=key).status_code == 422


def test_an_unknown_report_format_is_refused(client: TestClient, begun, key) -> None:
    assert client.get(f"{begun['at']}/report?format=hologram", headers=key).status_code in (422, 503)


def test_the_glossary_lists_searches_and_answers_with_citations(client: TestClient) -> None:
    assert {"term": "gpu", "title": "GPU", "category": "infrastructure"} in client.get("/api/v1/glossary").json()[
        "terms"
    ]
    found = client.get("/api/v1/glossary/search", params={"query": "gpu"}).json()
    assert found["covered"] and found["results"][0]["term"] == "gpu"
    answer = client.post("/api/v1/glossary/ask", json={"question": "GPU?"}).json()
    assert answer["citations"][0]["quote"] in client.get("/api/v1/glossary/gpu").json()["body"]
    assert client.get("/api/v1/glossary/none").status_code == 404


def test_the_register_gives_each_step_up_with_source_and_date(client: TestClient) -> None:
    entity = client.get("/api/v1/register/openai").json()
    assert entity["name"] == "OpenAI"
    assert all(edge["source"] and edge["as_of"] for level in entity["upstream"] for edge in level)
    assert client.get("/api/v1/register", params={"query": "chatgpt"}).json()["entities"]
    assert client.get("/api/v1/register/none").status_code == 404


def test_health_tells_what_is_ready(client: TestClient) -> None:
    assert client.get("/healthz").json()["status"] == "ok"
    assert client.get("/healthz").json()["ready"]["database"] is True


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/api/v1/nothing", None, 404),
        ("PATCH", "/api/v1/sessions", None, 405),
        ("POST", "/api/v1/sessions", b"{", 422),
        ("POST", "/api/v1/sessions", b'{"minutes": "soon"}', 422),
        ("POST", "/api/v1/sessions", b"x" * 2_100_000, 413),
        ("POST", "/api/v1/sessions", b'{"opening": "\\ud800"}', 422),
        ("GET", "/api/v1/glossary/search", None, 422),
    ],
)
def test_every_error_is_a_problem(client: TestClient, method, path, body, status) -> None:
    answer = client.request(method, path, content=body, headers={"Content-Type": "application/json"} if body else None)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.json()) == {"type", "title", "status", "detail"} and answer.json()["status"] == status


def test_a_body_that_does_not_tell_its_length_is_cut_off_too(client: TestClient) -> None:
    pieces = (b"x" * 100_000 for _ in range(30))
    assert (
        client.post("/api/v1/sessions", content=pieces, headers={"Content-Type": "application/json"}).status_code == 413
    )


def test_much_is_taken_in_only_from_who_shows_a_key(client: TestClient, begun, key, here: str) -> None:
    """Whoever shows none is told so before anything is read, in the words that they would hear for less."""
    much = [("files", (f"{name}.txt", b"tool: AfyaChat. " * 70_000)) for name in "ab"]
    for at, headers in ((f"{begun['at']}/documents", {}), (f"/a/{begun['id']}/documents", {})):
        little = client.post(at, files={"files": ("a.txt", b"tool: AfyaChat.")}, headers=headers)
        refused = client.post(at, files=much, headers=headers)
        assert (refused.status_code, refused.text) == (little.status_code, little.text)
        assert refused.status_code in (401, 404)
        pieces = (b"x" * 100_000 for _ in range(30))
        assert (
            client.post(at, content=pieces, headers={"Content-Type": "multipart/form-data; boundary=x"}).status_code
            == 413
        )
    assert client.post(f"{begun['at']}/documents", files=much, headers=key).status_code == 200
    assert client.post(f"{here}/documents", files=much).status_code == 303


def test_documents_that_cannot_be_used_are_refused(client: TestClient, begun, key) -> None:
    at = f"{begun['at']}/documents"
    assert client.post(at, headers=key).status_code == 422
    assert client.post(at, headers=key, files={"files": ("a.txt", b"")}).status_code == 422


def test_a_fault_of_ours_says_nothing_of_itself(client: TestClient, vc: App, begun, key, monkeypatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(vc.store, "load", broken)
    answer = client.get(begun["at"], headers=key)
    assert answer.status_code == 500 and "secret detail" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_description_names_every_route_and_only_the_api(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert all(p.startswith("/api/v1/") or p in ("/healthz", "/readyz") for p in paths)
    for path, methods in paths.items():
        for method, route in methods.items():
            kinds = {k for s, r in route["responses"].items() if int(s) >= 400 for k in r.get("content", {})}
            assert kinds <= {"application/problem+json"} or path == "/readyz", (method, path)


def test_a_message_is_read_for_a_question_and_no_turn_is_taken(client: TestClient, begun, key) -> None:
    before = client.get(begun["at"], headers=key).json()
    said = "It is closed, I think."
    read = client.post(f"{begun['at']}/read", json={"message": said, "asked": "model.weights"}, headers=key)
    assert read.status_code == 200 and set(read.json()) == {"facts", "intent"}
    (fact,) = read.json()["facts"]
    assert (fact["ref"], fact["value"]) == ("model.weights", "closed")
    assert said[fact["start"] : fact["end"]] == fact["quote"]
    assert client.post(f"{begun['at']}/read", json={"message": said}, headers=key).json()["facts"] == []
    assert client.get(begun["at"], headers=key).json() == before


@pytest.mark.parametrize(
    "body",
    [{"message": " "}, {"message": "x" * 20_001}, {"message": "x", "asked": "model.colour"}, {"message": "a\x00b"}, {}],
)
def test_what_cannot_be_read_is_a_problem(client: TestClient, begun, key, body) -> None:
    answer = client.post(f"{begun['at']}/read", json=body, headers=key)
    assert answer.status_code == 422 and answer.headers["content-type"] == "application/problem+json"


def test_reading_takes_a_place_among_the_turns_and_gives_it_back(client: TestClient, begun, key) -> None:
    desk = client.app.state.desk  # type: ignore[attr-defined]
    for _ in range(3):
        client.post(f"{begun['at']}/read", json={"message": "hello"}, headers=key)
    assert desk.waiting == 0
    desk._turns._most = 0
    busy = client.post(f"{begun['at']}/read", json={"message": "hello"}, headers=key)
    assert busy.status_code == 503 and desk.waiting == 0


def test_the_api_takes_who_withholds_an_answer(client: TestClient, begun, key) -> None:
    fact = {"ref": "model.weights", "status": "withheld", "by": "person"}
    made = client.put(f"{begun['at']}/facts", json={"facts": [fact]}, headers=key).json()
    assert made["facts"][0]["by"] == "person"


@pytest.mark.parametrize("manner", ["vague", "change", "conflict"])
def test_an_exported_session_comes_back_whatever_it_waits_for(client: TestClient, begun, key, manner: str) -> None:
    data = client.get(f"{begun['at']}/export", headers=key).json()
    new = None if manner == "conflict" else "open"
    data["turns"][0]["awaiting"] = {"ref": "model.weights", "manner": manner, "old": "closed", "new": new}
    data["turns"][0]["conflicts"] = [
        {"ref": "model.weights", "old": "closed", "new": None, "old_quote": "", "new_quote": ""}
    ]
    assert client.post("/api/v1/sessions/import", json=data).status_code == 201
