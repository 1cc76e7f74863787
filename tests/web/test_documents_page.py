"""Documents: what was read on which page, and the person's word on each fact of it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.chain.facts import Fact
from vcassist.interview.session import Session
from vcassist.web.brought import Brought, ReadFact, ReadPart
from vcassist.web.views import fact_view

TEXT = "Rules for AI.\n\ntool: AfyaChat is used by nurses.\n\fPage two.\n\nmodel: GPT-4o stands behind it."

MORE = (
    Fact("application-2.human_review", "known", "never", "nobody looks", 0, 12, 2, source="document"),
    Fact("application.name", "known", "LejerBot", "LejerBot", 0, 8, 2, source="document"),
    Fact("application-2.name", "known", "Otter", "Otter", 0, 5, 2, source="document"),
)


@pytest.fixture
def read(client: TestClient, here: str) -> str:
    """An assessment with one document read; its number of the reading is 1."""
    sent = client.post(f"{here}/documents", files={"files": ("policy.txt", TEXT.encode())})
    assert sent.headers["location"] == f"{here}/documents#read"
    return here


def facts(vc: App, here: str) -> dict[str, object]:
    return {ref: f.value for ref, f in vc.store.load(here[3:]).chain.facts.items()}


def number(client: TestClient, here: str) -> str:
    return re.search(rf'action="{here}/documents/(\d+)"', client.get(f"{here}/documents").text)[1]


def test_each_fact_shows_its_words_and_its_page(client: TestClient, read: str) -> None:
    text = client.get(f"{read}/documents").text
    assert "policy.txt, page 1" in text and "policy.txt, page 2" in text
    assert '<q class="words" dir="auto">GPT-4o</q>' in text and "<b>2</b> of 2 still to be looked at" in text


def test_a_refused_fact_is_gone_and_the_others_stay(client: TestClient, vc: App, read: str) -> None:
    client.post(f"{read}/documents/1", data={"act": "refuse", "ref": "model.name"})
    assert facts(vc, read) == {"application.name": "AfyaChat"}
    text = client.get(f"{read}/documents").text
    assert '<q class="words" dir="auto">GPT-4o' not in text and '<q class="words" dir="auto">AfyaChat' in text
    talk = client.get(read).text
    assert "taken back" not in talk and talk.count("Read in") == 1


def test_all_can_be_refused_one_after_the_other(client: TestClient, vc: App, read: str) -> None:
    for ref in ("model.name", "application.name"):
        client.post(f"{read}/documents/{number(client, read)}", data={"act": "refuse", "ref": ref})
    assert facts(vc, read) == {} and "Nothing of it is noted" in client.get(f"{read}/documents").text


def test_accepting_is_kept_and_survives_refusing_another(client: TestClient, read: str) -> None:
    client.post(f"{read}/documents/1", data={"act": "accept", "ref": "application.name"})
    assert "<b>1</b> of 2 still to be looked at" in client.get(f"{read}/documents").text
    client.post(f"{read}/documents/1", data={"act": "refuse", "ref": "model.name"})
    assert "You accepted all of it" in client.get(f"{read}/documents").text


def test_everything_can_be_accepted_at_once(client: TestClient, vc: App, read: str) -> None:
    client.post(f"{read}/documents/1", data={"act": "accept-all"})
    assert "You accepted all of it" in client.get(f"{read}/documents").text
    assert len(facts(vc, read)) == 2


def test_each_fact_names_its_tool_and_all_of_one_tool_are_accepted_at_once(
    client: TestClient, vc: App, here: str
) -> None:
    client.post(f"{here}/documents", files={"files": ("policy.txt", TEXT.encode())})
    vc.store.append(here[3:], replace(vc.store.load(here[3:]).turns[1], number=2, facts=MORE))
    text = client.get(f"{here}/documents").text
    assert re.findall(r'<summary><span dir="auto">([^<]+)', text)[:2] == ["Application: LejerBot", "Application: Otter"]
    assert '<span class="hide"> Human review: never (Application: Otter)</span>' in text
    went = client.post(f"{here}/documents/2", data={"act": "accept-part", "part": "application-2"})
    assert went.headers["location"].endswith("#f-2-application-name")
    text = client.get(f"{here}/documents").text
    assert "<b>1</b> of 3 still to be looked at" in text and "2 accepted" in text
    # Without a part nothing is accepted.
    client.post(f"{here}/documents/2", data={"act": "accept-part"})
    assert "<b>1</b> of 3 still to be looked at" in client.get(f"{here}/documents").text


def test_it_goes_on_at_the_next_fact_wherever_the_last_one_was(client: TestClient, read: str) -> None:
    def act(act: str, ref: str) -> str:
        went = client.post(f"{read}/documents/{number(client, read)}", data={"act": act, "ref": ref})
        place = went.headers["location"].rpartition("#")[2]
        assert f'id="{place}"' in client.get(f"{read}/documents").text
        return place

    assert act("accept", "application.name") == "f-1-model-name"
    assert act("refuse", "model.name") == "read-1"
    # Places stay although the reading is noted anew.
    assert act("accept", "application.name") == "read-1"


def test_a_reading_keeps_its_place_when_a_fact_of_it_is_refused(client: TestClient, read: str) -> None:
    client.post(f"{read}/documents", files={"files": ("later.txt", b"tool: Otter")})
    client.post(f"{read}/documents/1", data={"act": "refuse", "ref": "model.name"})
    assert re.findall(r"<h3 [^>]*>([^<]+)", client.get(f"{read}/documents").text) == ["later.txt", "policy.txt"]


def test_a_script_gets_what_was_read_and_where_to_go_on(client: TestClient, read: str) -> None:
    asks = {"HX-Request": "true"}
    done = client.post(f"{read}/documents/1", data={"act": "accept", "ref": "application.name"}, headers=asks)
    assert done.status_code == 200 and "<html" not in done.text and done.headers["X-Place"] == "f-1-model-name"
    late = client.post(f"{read}/documents/9", data={"act": "accept-all"}, headers=asks)
    assert late.status_code == 409 and "<html" not in late.text and 'role="alert"' in late.text


def test_of_a_long_reading_one_part_lies_open_at_a_time() -> None:
    def part(component: str, facts: int, accepted: bool) -> ReadPart:
        view = fact_view(Fact(f"{component}.supplier", "known", "X"), Session("a", "2026-11-28T10:00:00+00:00"))
        return ReadPart(component, component, component, (ReadFact(view, accepted, True),) * facts)

    short = Brought(1, 1, "p", "", (part("application", 3, True), part("model", 3, False), part("data", 3, False)))
    assert list(short.laid_open) == ["model", "data"]
    long = replace(short, parts=(*short.parts, part("storage", 9, False)))
    assert list(long.laid_open) == ["model"]


def test_who_changes_a_fact_comes_back_to_it(client: TestClient, read: str) -> None:
    at = f"{read}/facts/model.name?back=documents:f-1-model-name"
    assert at in client.get(f"{read}/documents").text
    went = client.post(f"{read}/facts/model.name", data={"value": "GPT-5", "back": "documents:f-1-model-name"})
    assert went.headers["location"] == f"{read}/documents#f-1-model-name"
    away = client.post(f"{read}/facts/model.name", data={"value": "GPT-6", "back": 'documents:f-1-"><x'})
    assert away.headers["location"] == f"{read}#latest"


def test_refusing_twice_in_two_windows_is_told_and_harms_nothing(client: TestClient, vc: App, read: str) -> None:
    client.post(f"{read}/documents/1", data={"act": "refuse", "ref": "model.name"})
    late = client.post(f"{read}/documents/1", data={"act": "refuse", "ref": "application.name"})
    assert late.status_code == 409 and "changed meanwhile" in late.text
    assert facts(vc, read) == {"application.name": "AfyaChat"}


def test_what_was_asked_before_stays_asked(client: TestClient, vc: App, read: str) -> None:
    asked = vc.store.load(read[3:]).asked
    client.post(f"{read}/documents/1", data={"act": "refuse", "ref": "model.name"})
    assert asked is not None and vc.store.load(read[3:]).asked == asked
    assert 'class="question"' in client.get(read).text


def test_nonsense_is_refused(client: TestClient, read: str) -> None:
    assert client.post(f"{read}/documents/1", data={"act": "burn"}).status_code == 422
    assert client.post(f"{read}/documents/1", data={"act": "refuse", "ref": "x.y"}).status_code == 422
    assert client.post(f"{read}/documents/9", data={"act": "accept-all"}).status_code == 409


def test_who_asks_for_events_is_told_each_page(client: TestClient, here: str) -> None:
    with client.stream(
        "POST", f"{here}/documents", files={"files": ("p.txt", TEXT.encode())}, headers={"Accept": "text/event-stream"}
    ) as answer:
        text = "".join(answer.iter_text())
    assert re.findall(r"event: (\w+)", text)[-1] == "done"
    assert '"name": "p.txt", "page": 2, "pages": 2' in text


def test_a_broken_file_among_good_ones_leaves_nothing_behind(client: TestClient, vc: App, here: str) -> None:
    files = [("files", ("good.txt", TEXT.encode())), ("files", ("bad.pdf", b"%PDF-1.4 broken"))]
    failed = client.post(f"{here}/documents", files=files)
    assert failed.status_code in (422, 413) and "bad.pdf" in failed.text and facts(vc, here) == {}
