"""The map's pages: the drawing with its list, parts in place and as pages, dependencies drawn and taken away."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.interview.drawn import drawn_in


@pytest.fixture
def example(client: TestClient) -> str:
    return client.post("/example").headers["location"]


def test_the_map_and_its_list_name_the_same_things(client: TestClient, example: str) -> None:
    text = client.get(f"{example}/map").text
    svg = text[text.index('<svg class="map"') : text.index("</svg>", text.index('<svg class="map"'))]
    after = text.replace(svg, "")
    for address in set(re.findall(r'href="([^"]+)"', svg)) - {f"{example}/map#beneath"}:
        assert f'href="{address}"' in after or "/register?q=" in address, address
    for name in ("Tiba Labs", "OpenAI", "TSMC", "AfyaTriage", "GPT-4o"):
        assert name in svg and name in after


def test_a_part_shows_the_persons_words_and_opens_in_place(client: TestClient, example: str) -> None:
    page = client.get(f"{example}/parts/application").text
    part = client.get(f"{example}/parts/application?back=talk", headers={"HX-Request": "true"}).text
    for text in (page, part):
        assert '<q class="words" dir="auto">AfyaTriage</q>' in text
    assert "<html" in page and "<html" not in part
    assert f'href="{example}/facts/application.name?back=talk"' in part


def test_the_suppliers_public_record_is_a_click_away_and_dated(client: TestClient, example: str) -> None:
    text = client.get(f"{example}/parts/model").text
    assert 'href="/register/openai"' in text and re.search(r"as of 20\d\d", text)


def test_a_dependency_is_drawn_once_shown_and_taken_away(client: TestClient, vc: App, example: str) -> None:
    pair = {"from": "application", "to": "storage", "back": "map"}
    for _ in range(2):
        assert client.post(f"{example}/dependencies", data=pair).headers["location"] == f"{example}/map"
    assert drawn_in(vc.store.load(example[3:]).extra) == (("application", "storage"),)
    assert "AfyaTriage rests on Storage, drawn by you" in client.get(f"{example}/map").text
    assert "rests on Storage" in client.get(f"{example}/parts/application").text
    client.post(f"{example}/dependencies", data={**pair, "act": "erase"})
    assert drawn_in(vc.store.load(example[3:]).extra) == ()
    assert "drawn by you" not in client.get(f"{example}/map").text


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [("application", "application", 422), ("application", "model-7", 422), ("nothing", "model", 422), ("", "", 422)],
)
def test_what_cannot_be_drawn_is_refused(
    client: TestClient, vc: App, example: str, one: str, other: str, status: int
) -> None:
    assert client.post(f"{example}/dependencies", data={"from": one, "to": other}).status_code == status
    assert drawn_in(vc.store.load(example[3:]).extra) == ()


def test_what_was_drawn_enters_the_graph_and_the_report(client: TestClient, vc: App, example: str) -> None:
    from vcassist.assessment.figures import figures
    from vcassist.report.build import build

    before = len(build(vc, vc.store.load(example[3:]).chain, vc.store.load(example[3:])).loops)
    client.post(f"{example}/dependencies", data={"from": "storage", "to": "application"})
    session = vc.store.load(example[3:])
    found = figures(session.chain, vc.rules, vc.register, drawn=drawn_in(session.extra))
    assert ["storage", "application", "storage"] in [list(loop.path) for loop in found.loops]
    assert len(build(vc, session.chain, session).loops) == before + 1


def test_drawn_dependencies_travel_with_the_exported_file(client: TestClient, example: str) -> None:
    client.post(f"{example}/dependencies", data={"from": "application", "to": "storage"})
    file = client.get(f"{example}/export").content
    back = client.post("/import", files={"file": ("a.json", file)}).headers["location"]
    assert "drawn by you" in client.get(f"{back}/map").text
    wrong = file.replace(b'"application",\n    "storage"', b'"application", 7')
    wrong = wrong if wrong != file else file.replace(b'"dependencies": [', b'"dependencies": [7, ')
    assert client.post("/import", files={"file": ("a.json", wrong)}).status_code == 422


def test_a_window_can_ask_whether_another_one_went_on(client: TestClient, here: str) -> None:
    assert client.get(f"{here}/at").json() == {"at": 1}
    client.post(f"{here}/say", data={"say": "tool: AfyaChat", "at": "1"})
    assert client.get(f"{here}/at").json() == {"at": 2}


def test_a_question_answered_by_hand_is_asked_no_more(client: TestClient, vc: App, here: str) -> None:
    client.post(f"{here}/say", data={"say": "tool: AfyaChat", "at": "1"})
    asked = vc.store.load(here[3:]).asked
    assert 'class="question"' in client.get(here).text
    client.post(f"{here}/facts/{asked}", data={"status": "unknown"})
    from vcassist.chain.facts import field_of

    session = vc.store.load(here[3:])
    assert session.asked != asked
    question = re.findall(r'class="question" dir="auto">([^<]*)<', client.get(here).text)
    assert field_of(asked).question not in question


def test_a_value_put_beside_a_status_or_a_tick_that_stood_before_is_the_newer_word(
    client: TestClient, vc: App, here: str
) -> None:
    def value(ref: str) -> object:
        return vc.store.load(here[3:]).chain.value(ref)

    client.post(f"{here}/facts/governance.policy", data={"status": "unknown"})
    client.post(f"{here}/facts/governance.policy", data={"status": "unknown", "value": "yes"})
    assert value("governance.policy") == "yes"
    client.post(f"{here}/facts/model.supplier", data={"status": "known", "own": "yes"})
    client.post(f"{here}/facts/model.supplier", data={"status": "known", "own": "yes", "value": "Acme Ltd"})
    assert value("model.supplier") == "Acme Ltd"
    client.post(f"{here}/facts/governance.policy", data={"status": "unknown", "value": "yes"})
    assert value("governance.policy") is None, "a status that is newly chosen counts"


def test_the_question_lies_open_however_much_was_set_by_hand_since(client: TestClient, vc: App, here: str) -> None:
    client.post(f"{here}/say", data={"say": "tool: AfyaChat", "at": "1"})
    asked = vc.store.load(here[3:]).asked
    for ref in [r for r in ("model.weights", "governance.policy", "data.consent", "model.access") if r != asked]:
        client.post(f"{here}/facts/{ref}", data={"status": "unknown"})
    text = client.get(here).text
    assert vc.store.load(here[3:]).asked == asked
    opened = text[text.index('<ol class="talk" id="talk">') :]
    assert 'class="question"' in opened and 'id="latest"' in opened


def test_the_last_step_is_taken_back_only_where_it_is_the_one_that_is_shown(
    client: TestClient, vc: App, here: str
) -> None:
    client.post(f"{here}/say", data={"say": "tool: AfyaChat", "at": "1"})
    form = re.search(r'action="[^"]*/undo"[^>]*>(.*?)</form>', client.get(here).text)
    assert form and (at := re.search(r'name="at" value="(\d+)"', form[1]))
    client.post(f"{here}/facts/model.weights", data={"status": "unknown"})
    assert client.post(f"{here}/undo", data={"at": at[1]}).status_code == 409
    assert vc.store.load(here[3:]).chain.get("model.weights") is not None


def test_an_answer_to_a_question_that_was_taken_back_elsewhere_is_not_noted(
    client: TestClient, vc: App, here: str
) -> None:
    client.post(f"{here}/say", data={"say": "tool: AfyaChat", "at": "1"})
    client.post(f"{here}/say", data={"say": "skip", "at": "2"})
    client.post(f"{here}/undo")
    late = client.post(f"{here}/say", data={"say": "yes", "at": "3"})
    assert late.status_code == 409 and ">yes</textarea>" in late.text
    assert vc.store.load(here[3:]).next_number == 2
