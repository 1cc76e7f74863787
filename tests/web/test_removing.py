"""Taking away a part or a single answer: what goes, what stays, what can be put back, and that no id is given twice."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.interview.drawn import drawn_in
from vcassist.report import render


@pytest.fixture
def two(client: TestClient, begun: dict[str, str], key: dict[str, str]) -> dict[str, str]:
    """An assessment with two models, a drawn dependency on the second, and a decision about each."""
    facts = [
        {"ref": "model.name", "value": "GPT-4o"}, {"ref": "model.weights", "value": "closed"}, {"ref": "model.alternative", "value": "no"},
        {"ref": "model-2.name", "value": "Mistake-7"}, {"ref": "model-2.weights", "value": "closed"},
        {"ref": "model-2.alternative", "value": "no"}, {"ref": "application.name", "value": "AfyaChat"},
    ]  # fmt: skip
    assert client.put(f"{begun['at']}/facts", json={"facts": facts}, headers=key).status_code == 200
    for component in ("model", "model-2"):
        decision = f"{begun['at']}/findings/proprietary-model-dependence@{component}/decision"
        assert client.put(decision, json={"state": "accepted", "note": component}, headers=key).status_code == 200
    return begun


def chain_of(client: TestClient, begun: dict[str, str], key: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"{begun['at']}/chain", headers=key).json()
    return found


def findings_of(client: TestClient, begun: dict[str, str], key: dict[str, str]) -> dict[str, Any]:
    return {f["id"]: f for f in client.get(f"{begun['at']}/findings", headers=key).json()["findings"]}


# --- by the API -----------------------------------------------------------------------------------------------------------


def test_a_part_goes_with_all_that_was_noted_of_it_and_the_others_keep_their_ids(
    client: TestClient, two, key, vc: App
) -> None:
    before = findings_of(client, two, key)
    left = client.delete(f"{two['at']}/components/model", headers=key)
    assert left.status_code == 200 and left.json()["removed"] == ["model"]
    assert {f["ref"] for f in left.json()["facts"]} == {
        "model-2.name", "model-2.weights", "model-2.alternative", "application.name",
    }  # fmt: skip
    after = findings_of(client, two, key)
    assert not any(id_.endswith("@model") for id_ in after)
    kept = "proprietary-model-dependence@model-2"
    assert after[kept]["decision"]["note"] == "model-2" and after[kept] == before[kept]
    report = client.get(f"{two['at']}/report?format=json", headers=key).text
    assert "GPT-4o" not in report and "Mistake-7" in report
    session = vc.store.load(two["id"])
    assert any("GPT-4o" in str(f.value) for turn in session.turns for f in turn.facts), "what was said stays"


def test_an_id_is_not_given_again_so_that_no_decision_finds_another_part(client: TestClient, two, key) -> None:
    client.delete(f"{two['at']}/components/model-2", headers=key)
    again = client.put(f"{two['at']}/facts", json={"facts": [{"ref": "model-2.name", "value": "Other-1"}]}, headers=key)
    assert again.status_code == 422 and "model-3" in again.json()["detail"]
    third = {"name": "Other-1", "weights": "closed", "alternative": "no"}
    facts = [{"ref": f"model-3.{name}", "value": value} for name, value in third.items()]
    assert client.put(f"{two['at']}/facts", json={"facts": facts}, headers=key).status_code == 200
    assert "decision" not in findings_of(client, two, key)["proprietary-model-dependence@model-3"]


def test_the_last_of_a_kind_leaves_an_open_part_of_a_new_id(client: TestClient, two, key) -> None:
    client.delete(f"{two['at']}/components/application", headers=key)
    assert any(id_.endswith("@application-2") for id_ in findings_of(client, two, key))
    client.put(f"{two['at']}/facts", json={"facts": [{"ref": "application-2.name", "value": "New"}]}, headers=key)
    assert "application-2.name" in {f["ref"] for f in chain_of(client, two, key)["facts"]}


def test_undo_puts_a_part_back_by_either_way(client: TestClient, two, key) -> None:
    before = chain_of(client, two, key)
    client.delete(f"{two['at']}/components/model-2", headers=key)
    assert client.delete(f"{two['at']}/turns/last", headers=key).status_code == 200
    assert chain_of(client, two, key) == before
    client.delete(f"{two['at']}/components/model-2", headers=key)
    told = client.post(f"{two['at']}/turns", json={"say": "undo"}, headers=key).json()
    assert "Mistake-7" in told["reply"]
    assert chain_of(client, two, key) == before


def test_it_stays_away_through_export_and_import(client: TestClient, two, key) -> None:
    client.delete(f"{two['at']}/components/model-2", headers=key)
    client.delete(f"{two['at']}/facts/model.weights", headers=key)
    file = client.get(f"{two['at']}/export", headers=key).json()
    made = client.post("/api/v1/sessions/import", json=file).json()
    there = {"id": made["id"], "at": f"/api/v1/sessions/{made['id']}"}
    other = {"Authorization": f"Bearer {made['token']}"}
    assert chain_of(client, there, other) == chain_of(client, two, key)
    refs = {f["ref"] for f in chain_of(client, there, other)["facts"]}
    assert refs == {"model.name", "model.alternative", "application.name"}


@pytest.mark.parametrize(
    "removed", [["spaceship"], ["organisation"], ["model-1"], ["model.colour"], [7], [["model"]], "model"]
)
def test_a_file_that_takes_away_what_cannot_be_is_refused(client: TestClient, two, key, removed: Any) -> None:
    file = client.get(f"{two['at']}/export", headers=key).json()
    file["turns"][-1]["removed"] = removed
    assert client.post("/api/v1/sessions/import", json=file).status_code == 422


def test_a_single_answer_is_open_again(client: TestClient, two, key) -> None:
    left = client.delete(f"{two['at']}/facts/model.weights", headers=key)
    assert left.status_code == 200 and "removed" not in left.json()
    assert "model.weights" not in {f["ref"] for f in left.json()["facts"]}
    assert findings_of(client, two, key)["proprietary-model-dependence@model"]["verdict"] == "unknown"
    client.put(f"{two['at']}/facts", json={"facts": [{"ref": "model.weights", "value": "open"}]}, headers=key)
    fact = next(f for f in chain_of(client, two, key)["facts"] if f["ref"] == "model.weights")
    assert (fact["value"], fact["history"]) == ("open", [])


def test_what_was_asked_of_a_part_that_goes_is_asked_no_more(client: TestClient, two, key, vc: App) -> None:
    asked = vc.ask_again(vc.store.load(two["id"]), "model-2.weights")
    assert asked.awaiting
    client.delete(f"{two['at']}/components/model-2", headers=key)
    session = vc.store.load(two["id"])
    assert session.asked and not session.asked.startswith("model-2.") and session.turns[-1].reply


def test_a_confirmed_record_that_is_taken_back_is_not_offered_again(client: TestClient, begun, key, vc: App) -> None:
    from dataclasses import replace

    from vcassist.interview.interviewer import state_fact

    session = vc.store.load(begun["id"])
    named = state_fact("model.name", "known", "GPT-4o", 1)
    made = replace(state_fact("model.weights", "known", "closed", 1), source="confirmed")
    vc.set_facts(session, (named, made))
    client.delete(f"{begun['at']}/facts/model.weights", headers=key)
    told = client.post(f"{begun['at']}/turns", json={"say": "tool: AfyaChat"}, headers=key).json()
    offered = {s["ref"] for s in told["suggestions"]}
    assert "model.supplier" in offered and "model.weights" not in offered


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("components/model-7", 404), ("components/organisation", 422), ("components/spaceship", 422),
        ("components/model-1", 422), ("components/model.name", 422), ("facts/model.licence", 404), ("facts/model.colour", 422), ("facts/model", 422),
    ],
)  # fmt: skip
def test_what_is_not_there_cannot_be_taken_away(client: TestClient, two, key, path: str, status: int) -> None:
    before = client.get(two["at"], headers=key).json()
    answer = client.delete(f"{two['at']}/{path}", headers=key)
    assert answer.status_code == status and answer.headers["content-type"] == "application/problem+json"
    assert client.get(two["at"], headers=key).json() == before


def test_taking_the_same_part_away_twice_does_it_once(client: TestClient, two, key) -> None:
    assert client.delete(f"{two['at']}/components/model-2", headers=key).status_code == 200
    assert client.delete(f"{two['at']}/components/model-2", headers=key).status_code == 404


def test_a_colleague_is_no_more_asked_about_a_part_that_is_gone(client: TestClient, two, key, vc: App) -> None:
    _, asked = vc.doors.add_link(two["id"], "questions", ["model-2.licence", "model.licence"])
    client.delete(f"{two['at']}/components/model-2", headers=key)
    head = {"Authorization": f"Bearer {asked}"}
    questions = client.get(f"{two['at']}/questions", headers=head).json()["questions"]
    assert [q["ref"] for q in questions] == ["model.licence"]
    late = {"facts": [{"ref": "model-2.licence", "value": "MIT"}]}
    assert client.post(f"{two['at']}/questions", json=late, headers=head).status_code == 422
    assert "model-2" not in json.dumps(chain_of(client, two, key)["facts"])


def test_a_suppliers_letter_about_a_part_that_is_gone_is_told_as_strange(client: TestClient, two, key, vc: App) -> None:
    from vcassist.reading.files.replies import Answer, Reply

    client.delete(f"{two['at']}/components/model", headers=key)
    reply = Reply("letter.txt", "OpenAI", two["id"], (Answer("model.weights", 1, ("Closed",), ""),))
    turn = vc.take_replies(vc.store.load(two["id"]), [reply])
    assert turn.facts == () and "not part of this assessment: model.weights" in turn.reply


def test_refusing_a_fact_of_a_document_brings_nothing_back(client: TestClient, begun, key, vc: App) -> None:
    from vcassist.web.brought import refuse

    text = b"tool: AfyaChat is used here. It runs on the model: North-4, as the contract says."
    client.post(f"{begun['at']}/documents", files={"files": ("a.txt", text)}, headers=key)
    read = vc.store.load(begun["id"]).turns[-1]
    assert {f.ref for f in read.facts} == {"application.name", "model.name"}
    client.delete(f"{begun['at']}/components/model", headers=key)
    refuse(vc, vc.store.load(begun["id"]), read.number, "application.name")
    assert chain_of(client, begun, key)["facts"] == []


# --- in the pages ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def example(client: TestClient) -> str:
    return client.post("/example").headers["location"]


def test_a_part_is_taken_away_after_a_question_and_put_back_from_the_map(
    client: TestClient, vc: App, example: str
) -> None:
    before = vc.store.load(example[3:])
    assert f'href="{example}/parts/model/remove?back=map"' in client.get(f"{example}/map").text
    asked = client.get(f"{example}/parts/model/remove?back=map").text
    assert "Take this part away?" in asked and "GPT-4o" in asked and "answers noted of it" in asked
    assert vc.store.load(example[3:]) == before, "looking changes nothing"
    gone = client.post(f"{example}/parts/model/remove", data={"back": "map"})
    assert gone.headers["location"] == f"{example}/map"
    page = client.get(f"{example}/map").text
    assert "Taken away:" in page and "GPT-4o" not in page.replace("Model: GPT-4o", "")
    assert client.get(f"{example}/parts/model").status_code == 404
    assert "You took away" in client.get(example).text
    at = re.findall(r'name="at" value="(\d+)"', page)[0]
    back = client.post(f"{example}/undo", data={"at": at, "back": "map"})
    assert back.headers["location"] == f"{example}/map"
    assert vc.store.load(example[3:]).chain == before.chain


def test_putting_back_is_refused_once_something_else_was_done(client: TestClient, vc: App, example: str) -> None:
    client.post(f"{example}/parts/model/remove")
    at = vc.store.load(example[3:]).turns[-1].number
    client.post(f"{example}/say", data={"say": "tool: Other"})
    late = client.post(f"{example}/undo", data={"at": str(at), "back": "map"})
    assert late.status_code == 409 and "Something else was done since" in late.text
    assert "model" in vc.store.load(example[3:]).retired


def test_a_drawn_dependency_goes_with_its_part_and_comes_back_with_it(
    client: TestClient, vc: App, example: str
) -> None:
    client.post(f"{example}/dependencies", data={"from": "application", "to": "model"})
    assert "rests on" in client.get(f"{example}/parts/model/remove").text
    client.post(f"{example}/parts/model/remove")
    assert "drawn by you" not in client.get(f"{example}/map").text
    client.post(f"{example}/undo")
    assert drawn_in(vc.store.load(example[3:]).extra) == (("application", "model"),)
    assert "drawn by you" in client.get(f"{example}/map").text


def test_an_answer_is_taken_back_on_its_form_and_struck_out_where_it_was_noted(
    client: TestClient, vc: App, here: str
) -> None:
    client.post(f"{here}/say", data={"say": "tool: AfyaChat"})
    assert "Take this answer back" in client.get(f"{here}/facts/application.name?back=part:application").text
    gone = client.post(f"{here}/facts/application.name", data={"act": "remove", "back": "part:application"})
    assert gone.headers["location"] == f"{here}/parts/application"
    assert vc.store.load(here[3:]).chain.get("application.name") is None
    talk = client.get(here).text
    assert "gone" in talk and "(taken away since)" in talk
    assert "Take this answer back" not in client.get(f"{here}/facts/application.name").text


@pytest.mark.parametrize("component", ["organisation", "governance"])
def test_what_there_is_always_one_of_cannot_be_taken_away_as_a_whole(
    client: TestClient, vc: App, example: str, component: str
) -> None:
    assert f"/parts/{component}/remove" not in client.get(f"{example}/map").text
    before = vc.store.load(example[3:])
    assert client.post(f"{example}/parts/{component}/remove").status_code == 422
    assert vc.store.load(example[3:]) == before


def test_every_page_and_every_format_stands_without_the_first_of_each_kind(
    client: TestClient, vc: App, example: str
) -> None:
    """Whatever took the first of a kind for granted would fall here."""
    session = vc.store.load(example[3:])
    for component in [c for c in session.chain.all_components() if c not in ("organisation", "governance")]:
        assert client.post(f"{example}/parts/{component}/remove").status_code == 303, component
        for place in ("", "/map", "/documents", "/report", "/whatif", "/compare", "/settings", "/parts/organisation"):
            assert client.get(f"{example}{place}").status_code == 200, (component, place)
        session = vc.store.load(example[3:])
        for format_ in ("json", "md", "cyclonedx", "csv"):
            made = render(app=vc, chain=session.chain, session=session, format=format_).content
            assert made
    assert session.chain.all_components() and all(
        c in ("organisation", "governance") for c in session.chain.all_components()
    )
    text = client.get(f"{example}/map").text
    assert "Application 2" not in text and "/parts/application-2" in text
    said = client.post(f"{example}/say", data={"say": "tool: NewOne. model: Fresh-1"})
    assert said.status_code == 303
    assert vc.store.load(example[3:]).chain.value("application-2.name") == "NewOne"
