"""The pages without any script: forms, redirects, and nothing lost or said twice."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.web.pages_start import parts_of

TURN = re.compile(r'name="at" value="(\d+)"')


def say(client: TestClient, here: str, text: str, **more: object):
    at = TURN.search(client.get(here).text)[1]
    return client.post(f"{here}/say", data={"say": text, "at": at, **more})


def turns(vc: App, here: str) -> list:
    return list(vc.store.load(here[3:]).turns)


def test_beginning_leads_to_a_conversation_that_shows_its_secret_link(client: TestClient, here: str) -> None:
    text = client.get(here).text
    assert "What do you use AI for" in text or "what do you use AI for" in text
    assert re.search(rf'value="http://testserver{here}\?key=[\w-]{{32}}"', text)
    assert client.post("/begin", data={"then": "documents"}).headers["location"].endswith("/documents")


def test_saying_something_comes_back_with_what_was_noted(client: TestClient, here: str) -> None:
    done = say(client, here, "tool: AfyaChat")
    assert done.status_code == 303 and done.headers["location"] == f"{here}#latest"
    text = client.get(here).text
    assert "tool: <mark>AfyaChat</mark>" in text
    assert '<span class="soft">Application name</span> <b dir="auto">AfyaChat</b>' in text
    assert '<q class="words" dir="auto">AfyaChat</q>' in client.get(f"{here}/parts/application").text


def test_reloading_a_sent_form_says_nothing_twice(client: TestClient, vc: App, here: str) -> None:
    form = {"say": "tool: AfyaChat", "at": "1", "key": "k"}
    for _ in range(3):
        assert client.post(f"{here}/say", data=form).status_code == 303
    assert client.post(f"{here}/say", data={**form, "key": "another"}).status_code == 303
    assert len(turns(vc, here)) == 2


def test_a_second_window_is_told_and_keeps_its_text(client: TestClient, vc: App, here: str) -> None:
    client.post(f"{here}/say", data={"say": "tool: One", "at": "1"})
    late = client.post(f"{here}/say", data={"say": "tool: Two <b>", "at": "1"})
    assert late.status_code == 409
    assert "another window" in late.text and "tool: Two &lt;b&gt;</textarea>" in late.text
    assert len(turns(vc, here)) == 2


def test_an_error_keeps_the_text_and_says_what_to_do(client: TestClient, vc: App, here: str, monkeypatch) -> None:
    from vcassist.errors import StorageTrouble

    def full(*_: object) -> None:
        raise StorageTrouble("There is no room left on the disk.", "", "Free some space.")

    monkeypatch.setattr(vc.store, "append", full)
    failed = say(client, here, "a long story of mine")
    assert failed.status_code == 503
    assert "Free some space." in failed.text and ">a long story of mine</textarea>" in failed.text


def test_an_empty_message_is_refused_kindly(client: TestClient, here: str) -> None:
    assert "The message is empty" in say(client, here, "   ").text


def test_the_quick_replies_answer_the_question_asked(client: TestClient, vc: App, here: str) -> None:
    say(client, here, "tool: AfyaChat")
    for _ in range(6):
        text = client.get(here).text
        pressed = re.search(r'class="choice" type="submit" name="quick" value="([^"]+)"', text)
        ticked = re.search(r'name="pick" value="([^"]+)"', text)
        asked = vc.store.load(here[3:]).asked
        if pressed or ticked:
            break
        say(client, here, "something in our own words")
    assert pressed or ticked
    say(client, here, "", **({"quick": unescape(pressed[1])} if pressed else {"pick": unescape(ticked[1])}))
    assert vc.store.load(here[3:]).chain.get(asked).status == "known"


@pytest.mark.parametrize(
    ("label", "status"), [("I don&#39;t know", "unknown"), ("That does not apply to us", "not_applicable")]
)
def test_the_ways_around_a_question_are_offered_and_work(
    client: TestClient, vc: App, here: str, label: str, status: str
) -> None:
    say(client, here, "tool: AfyaChat")
    asked = vc.store.load(here[3:]).asked
    assert f'name="quick" value="{label}"' in client.get(here).text
    say(client, here, "", quick=unescape(label))
    assert vc.store.load(here[3:]).chain.get(asked).status == status


def test_typed_words_are_not_lost_when_a_quick_reply_is_pressed(client: TestClient, vc: App, here: str) -> None:
    say(client, here, "tool: AfyaChat")
    say(client, here, "since last May", quick="I don't know")
    assert turns(vc, here)[-1].said == "I don't know. since last May"


def test_the_last_step_can_be_taken_back(client: TestClient, vc: App, here: str) -> None:
    say(client, here, "tool: AfyaChat")
    assert client.post(f"{here}/undo").status_code == 303
    assert len(turns(vc, here)) == 1


def test_a_fact_can_be_changed_and_keeps_its_history(client: TestClient, vc: App, here: str) -> None:
    say(client, here, "tool: AfyaChat")
    assert 'value="AfyaChat"' in client.get(f"{here}/facts/application.name").text
    kept = client.post(f"{here}/facts/application.name", data={"status": "known", "value": "AfyaTriage"})
    assert kept.headers["location"] == f"{here}#latest"
    assert "AfyaTriage" in client.get(here).text
    text = client.get(f"{here}/parts/application").text
    assert "AfyaTriage" in text and "Before: AfyaChat" in text


def test_what_does_not_fit_a_field_is_refused_with_its_form(client: TestClient, here: str) -> None:
    refused = client.post(f"{here}/facts/model.weights", data={"status": "known", "value": "ajar"})
    assert refused.status_code == 422 and "It is one of: open, closed" in refused.text
    assert client.post(f"{here}/facts/model.weights", data={"status": "known"}).status_code == 422
    assert client.get(f"{here}/facts/model.nothing").status_code == 404


def test_several_values_and_ourselves_can_be_chosen(client: TestClient, vc: App, here: str) -> None:
    client.post(f"{here}/facts/application.affected_people", data={"status": "known", "value": ["staff", "children"]})
    client.post(f"{here}/facts/model.supplier", data={"status": "known", "own": "1", "value": ""})
    client.post(f"{here}/facts/organisation.country", data={"status": "known", "value": "TZ"})
    chain = vc.store.load(here[3:]).chain
    assert chain.get("application.affected_people").value == ("children", "staff")
    assert chain.get("model.supplier").value == "self"
    assert "Tanzania" in client.get(f"{here}/parts/organisation").text


def test_a_form_leads_back_to_where_it_was_opened_and_nowhere_else(client: TestClient, here: str) -> None:
    def back(name: str) -> str:
        sent = client.post(f"{here}/facts/model.weights", data={"status": "unknown", "back": name})
        return sent.headers["location"]

    assert back("part:model-2") == f"{here}/parts/model-2" and back("map") == f"{here}/map"
    assert back("https://evil.example/") == back("part:../x") == f"{here}#latest"


def test_what_is_missing_can_be_added_and_another_component_begun(client: TestClient, here: str) -> None:
    say(client, here, "model: GPT-4o")
    assert f'href="{here}/parts/model-2"' in client.get(f"{here}/parts/model").text
    assert f'href="{here}/facts/model-2.weights?back=part:model-2"' in client.get(f"{here}/parts/model-2").text
    for wrong in ("nothing", "governance-2", "model-0", "model-x"):
        assert client.get(f"{here}/parts/{wrong}").status_code == 404


def test_the_persons_text_is_never_markup(client: TestClient, here: str) -> None:
    nasty = "tool: A <script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} http://evil.example"
    say(client, here, nasty)
    client.post(f"{here}/facts/organisation.name", data={"status": "known", "value": "<b>Bold & Co</b>"})
    for path in ("", "/map", "/parts/organisation", "/report", "/settings", "/facts/organisation.name", "/documents"):
        text = client.get(here + path).text
        assert "<script>alert" not in text and "<img src=x" not in text and "<b>Bold" not in text
        assert ('href="http://evil' not in text and "{{ 7*7 }}" in text) or path


def test_the_example_opens_as_a_copy_with_facts_findings_and_quotes(client: TestClient, vc: App) -> None:
    assert client.get("/example").status_code == 200
    at = client.post("/example").headers["location"]
    session = vc.store.load(at[3:])
    assert len(session.facts) >= 25
    for turn in session.turns:
        for fact in turn.facts:
            assert turn.said[fact.start : fact.end] == fact.quote != ""
    assert sum(f.verdict == "raised" for f in vc.findings(session.chain)) >= 5
    assert client.post("/example").headers["location"] != at


def test_a_decision_is_kept_and_shown(client: TestClient) -> None:
    at = client.post("/example").headers["location"]
    done = client.post(f"{at}/findings/no-policy@governance", data={"state": "in_progress", "note": "Neema, by May"})
    assert done.status_code == 303
    text = client.get(f"{at}/report").text
    assert "In progress" in text and "Neema, by May" in text
    assert client.post(f"{at}/findings/no-policy@governance", data={"state": "x"}).status_code == 422


def test_every_format_of_the_report_is_offered_and_can_be_taken(client: TestClient) -> None:
    from vcassist.report import FORMATS

    at = client.post("/example").headers["location"]
    text = client.get(f"{at}/report").text
    assert FORMATS and all(f'href="{at}/report.{name}"' in text for name in FORMATS)
    assert "attachment" in client.get(f"{at}/report.md").headers["content-disposition"]
    assert client.get(f"{at}/report.hologram").status_code == 422


def test_the_full_report_brings_its_own_style_and_may_do_nothing_else(client: TestClient) -> None:
    at = client.post("/example").headers["location"]
    full = client.get(f"{at}/report/full")
    assert full.status_code == 200 and "Lindi Coast Health Network" in full.text
    policy = full.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "style-src 'sha256-" in policy and "unsafe" not in policy
    assert " style=" not in full.text


def test_the_time_budget_is_set_and_lifted(client: TestClient, vc: App, here: str) -> None:
    client.post(f"{here}/settings", data={"minutes": "12"})
    assert vc.store.load(here[3:]).minutes == 12
    client.post(f"{here}/settings", data={"minutes": ""})
    assert vc.store.load(here[3:]).minutes is None
    assert client.post(f"{here}/settings", data={"minutes": "soon"}).status_code == 422


def test_export_holds_everything(client: TestClient, here: str) -> None:
    say(client, here, "tool: AfyaChat")
    assert json.loads(client.get(f"{here}/export").text)["turns"][1]["said"] == "tool: AfyaChat"


def test_an_exported_file_can_be_brought_back(client: TestClient, vc: App, here: str) -> None:
    say(client, here, "tool: AfyaChat")
    file = client.get(f"{here}/export").content
    came = client.post("/import", files={"file": ("a.json", file)})
    assert came.status_code == 303 and came.headers["location"] != here
    assert "AfyaChat" in client.get(came.headers["location"]).text
    for wrong in (b"", b"[" * 100_000, b"\xff\xfe", b"{}"):
        assert "no exported" in client.post("/import", files={"file": ("a.json", wrong)}).text or wrong == b"{}"
    assert client.post("/import", files={"file": ("a.json", b"{}")}).status_code == 422


def test_deleting_needs_a_tick_and_is_then_real(client: TestClient, vc: App, here: str) -> None:
    refused = client.post(f"{here}/delete")
    assert refused.status_code == 422 and "Nothing was deleted" in refused.text
    assert client.post(f"{here}/delete", data={"sure": "yes"}).headers["location"] == "/deleted"
    assert vc.store.sessions() == [] and client.get(here).status_code == 404


def test_the_start_offers_to_go_on_and_a_secret_link_opens_again(client: TestClient, here: str) -> None:
    say(client, here, "tool: AfyaChat")
    assert f'href="{here}#latest"' in client.get("/").text
    link = unescape(re.search(r'value="(http://[^"]+\?key=[^"]+)"', client.get(f"{here}/settings").text)[1])
    left = client.post(f"{here}/leave", data={"sure": "yes"})
    assert "its secret link opens it again" in client.get(left.headers["location"]).text
    client.cookies.clear()
    assert client.get(here).status_code == 404
    assert client.post("/resume", data={"link": f" {link} "}).headers["location"] == here
    assert client.get(here).status_code == 200
    wrong = client.post("/resume", data={"link": "http://[half a link"})
    assert wrong.status_code == 404 and "opens nothing here" in wrong.text


def test_forgetting_here_is_asked_first(client: TestClient, here: str) -> None:
    asked = client.post(f"{here}/leave")
    assert (
        asked.status_code == 422
        and "Nothing was forgotten" in asked.text
        and '<details id="forget" open>' in asked.text
    )
    assert client.get(here).status_code == 200


def test_a_link_that_opens_nothing_says_so_at_the_top_of_a_page_of_its_own(client: TestClient) -> None:
    text = client.post("/resume", data={"link": "hello"}).text
    assert "<title>This link opens nothing" in text and 'value="hello"' in text and "autofocus" in text
    assert text.index("opens nothing here") - text.index("<h1>") < 400


def test_a_link_is_taken_apart() -> None:
    assert parts_of("https://x.org/a/0123456789abcdef?key=K-k_1") == ("0123456789abcdef", "K-k_1")
    assert parts_of("nonsense") == ("", "")


def test_the_glossary_is_browsed_searched_and_cited(client: TestClient) -> None:
    assert "Foundations" in client.get("/glossary").text
    assert client.get("/glossary?q=gpu").text.count('href="/glossary/gpu"') >= 2
    part = client.get("/glossary?q=gpu", headers={"HX-Request": "true"}).text
    assert "<html" not in part and "/glossary/gpu" in part
    assert "does not cover that" in client.get("/glossary?q=xyzzyxyzzy").text
    assert (
        "Sources" in client.get("/glossary/gpu").text
        and "<html" not in client.get("/glossary/gpu", headers={"HX-Request": "true"}).text
    )
    assert client.get("/glossary/none").status_code == 404


def test_a_products_page_says_what_the_product_itself_rests_on(client: TestClient) -> None:
    text = client.get("/register/product.ulangizi").text
    assert "What UlangiziAI rests on directly" in text and 'href="/register/openai"' in text
    assert "The model developer is named in press reports" in text


def test_the_register_lists_first_what_bears_the_name(client: TestClient) -> None:
    for name, first in (("openai", "openai"), ("Azure", "microsoft"), ("gpt-4", "model.gpt-4")):
        listed = re.findall(r'href="/register/([^"]+)"', client.get("/register", params={"q": name}).text)
        assert listed[0] == first


def test_a_question_that_the_register_answers_is_sent_there_from_the_glossary(client: TestClient) -> None:
    text = client.get("/glossary", params={"q": "who owns openai"}).text
    assert 'href="/register?q=OpenAI"' in text
    assert "/register?q=" not in client.get("/glossary", params={"q": "ChatGPT price"}).text


def test_a_short_question_is_answered_too_before_the_entries_are_listed(client: TestClient) -> None:
    text = client.get("/glossary", params={"q": "what are deepfakes"}).text
    assert text.index("In the words of") < text.index('class="plain list results"')


def test_the_register_leads_up_to_the_foundry_with_sources(client: TestClient) -> None:
    text = client.get("/register/openai").text
    assert "TSMC" in text and "as of" in text and "Who depends on OpenAI" in text
    assert 'href="/register/openai"' in client.get("/register?q=open+ai").text
    assert "does not have it" in client.get("/register?q=xyzzyxyzzy").text


def test_every_entity_and_every_entry_has_a_page(client: TestClient, vc: App) -> None:
    from vcassist.knowledge.glossary import load_entries
    from vcassist.web.entities import all_entities

    broken = [a for a, _ in all_entities(vc.register) if client.get(f"/register/{a}").status_code != 200]
    broken += [s for s in load_entries() if client.get(f"/glossary/{s}").status_code != 200]
    assert broken == []


def test_documents_say_what_is_wrong(client: TestClient, here: str) -> None:
    assert "No file was chosen" in client.post(f"{here}/documents").text


def test_an_unknown_address_is_a_page_with_a_way_on(client: TestClient) -> None:
    lost = client.get("/nowhere")
    assert lost.status_code == 404 and 'href="/"' in lost.text and "text/html" in lost.headers["content-type"]


def test_pages_ask_no_other_host_and_stay_small(client: TestClient) -> None:
    at = client.post("/example").headers["location"]
    total = 0
    text = client.get(at).text
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', text):
        total += int(client.get(address, headers={"Accept-Encoding": "gzip"}).headers["content-length"])
    assert not re.findall(r'(?:src|action)="https?://', text) and " style=" not in text and "<style" not in text
    assert total + len(text.encode()) <= 120_000


def test_an_entry_names_the_findings_that_use_it_and_its_shelf(client: TestClient, vc: App) -> None:
    text = client.get("/glossary/vendor-lock-in").text
    used = [rule.title for rule in vc.rules if "vendor-lock-in" in rule.terms]
    assert used and all(title in text for title in used)
    assert 'href="/glossary#shelf-foundations"' in text and 'id="shelf-foundations"' in client.get("/glossary").text


def test_a_question_to_the_glossary_page_is_answered_in_the_words_of_an_entry(client: TestClient) -> None:
    text = client.get("/glossary", params={"q": "what on earth are deepfakes?"}).text
    assert "In the words of" in text and "not advice on law or medicine" in text
    assert "In the words of" not in client.get("/glossary", params={"q": "deepfakes"}).text


def test_every_fact_of_the_shipped_example_was_said_and_what_it_says_of_the_data_speaks_of_the_data() -> None:
    from vcassist.web.pages_start import example

    facts = {}
    for turn in example()["turns"]:
        for fact in turn["facts"]:
            assert fact["quote"].strip() and turn["said"][fact["start"] : fact["end"]] == fact["quote"], fact["ref"]
            facts[fact["ref"]] = fact
    assert "data it was built on" in facts["data.representative"]["quote"]
    assert "children" in facts["data.sensitive_data"]["quote"]
