"""What-if, what changed and why, as pages without any script."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.assessment.leverage import leverage
from vcassist.chain.facts import Fact


@pytest.fixture
def example(client: TestClient) -> str:
    """A copy of the example organisation."""
    return client.post("/example").headers["location"].partition("#")[0]


def chain_of(vc: App, at: str) -> Any:
    return vc.store.load(at[3:]).chain


def section(text: str, heading: str) -> str:
    """What stands between a heading and the next one of its level."""
    found = re.search(rf"<h(\d)[^>]*>{heading}.*?(?=<h\1|</main>)", text, re.S)
    assert found, heading
    return found[0]


# --- what if ----------------------------------------------------------------------------------------------------------
def test_a_change_in_the_address_shows_what_is_gone_and_new_and_notes_nothing(
    client: TestClient, vc: App, here: str
) -> None:
    facts = (
        Fact("model.weights", "known", "closed"),
        Fact("model.alternative", "known", "no"),
        Fact("application.works_offline", "known", "no"),
    )
    vc.set_facts(vc.store.load(here[3:]), facts)
    text = client.get(f"{here}/whatif", params={"set": ["model.weights=open"]}).text
    assert "Closed model without a replacement" in section(text, "Gone")
    assert "findings/run-on-device@application" in section(text, "New")
    assert "<s>closed</s>" in text and "your own cases and languages" in section(text, "It takes")
    assert chain_of(vc, here).value("model.weights") == "closed"


def test_a_change_is_chosen_step_by_step_with_forms_alone(client: TestClient, here: str) -> None:
    text = client.get(f"{here}/whatif", params={"ref": "model.weights"}).text
    assert '<input type="radio" name="value" value="open">' in text
    tried = client.get(f"{here}/whatif", params={"ref": "model.weights", "value": "open"})
    assert tried.status_code == 303 and tried.headers["location"] == f"{here}/whatif?set=model.weights%3Dopen#then"
    more = client.get(f"{here}/whatif", params={"set": "model.weights=open", "ref": "application.generates"}).text
    assert (
        '<input type="hidden" name="set" value="model.weights=open">' in more
        and 'type="checkbox" name="value" value="image"' in more
    )
    both = client.get(
        f"{here}/whatif",
        params={"set": "model.weights=open", "ref": "application.generates", "value": ["image", "text"]},
    )
    assert unescape(both.headers["location"]).count("set=") == 2
    text = client.get(both.headers["location"].partition("#")[0]).text
    assert f'href="{here}/whatif?set=application.generates%3Dtext%2Cimage"' in text, (
        "each change can be taken out alone"
    )


def test_a_supplier_can_be_ourselves_and_a_country_is_chosen_by_name(client: TestClient, here: str) -> None:
    own = client.get(f"{here}/whatif", params={"ref": "storage.supplier", "value": "", "own": "1"})
    assert "storage.supplier%3Dself" in own.headers["location"]
    assert '<option value="KE">Kenya</option>' in client.get(f"{here}/whatif", params={"ref": "storage.country"}).text
    nothing = client.get(f"{here}/whatif", params={"ref": "storage.country", "value": ""})
    assert nothing.status_code == 200 and 'id="choice"' in nothing.text


@pytest.mark.parametrize(
    ("params", "told"),
    [
        ({"set": "model.weights=ajar"}, "It is one of: open, closed"),
        ({"set": "model.wieghts=open"}, "The nearest is model.weights"),
        ({"set": "<script>alert(1)</script>"}, "is not a change"),
        ({"ref": "model.nothing"}, "There is no field"),
        ({"ref": "storage.country", "value": "Kenya"}, "two-letter country code"),
        ({"set": [f"model-{n}.weights=open" for n in range(2, 30)]}, "more than 20 changes"),
    ],
)
def test_a_change_that_cannot_be_is_told_on_the_page_which_stays_usable(
    client: TestClient, here: str, params: dict[str, Any], told: str
) -> None:
    kept = {
        **params,
        "set": [
            *([params["set"]] if isinstance(params.get("set"), str) else params.get("set", [])),
            "governance.policy=no",
        ],
    }
    answer = client.get(f"{here}/whatif", params=kept)
    assert answer.status_code == 422 and told in unescape(answer.text) and "<script>alert" not in answer.text
    assert 'id="own-h"' in answer.text


def test_the_changes_that_clear_most_are_offered_each_a_link_that_tries_it(
    client: TestClient, vc: App, example: str
) -> None:
    text = client.get(f"{example}/whatif").text
    best = leverage(chain_of(vc, example), vc.rules, vc.register, 1)[0]
    links = re.findall(r'class="offer" href="([^"]+)"', text)
    assert len(links) == 5 and best.as_setting.replace("=", "%3D") in links[0]
    then = client.get(unescape(links[0]).partition("#")[0]).text
    titles = {r.id: r.title for r in vc.rules}
    assert all(titles[id_.partition("@")[0]] in unescape(section(then, "Gone")) for id_ in best.gone)
    assert links[0] not in then, "what was tried is not offered again"


def test_a_single_point_of_failure_is_shown_with_the_change_that_ends_it(
    client: TestClient, vc: App, here: str
) -> None:
    told = {"application.alternative": "no", "application.outage_effect": "stops", "storage.supplier": "Hetzner"}
    vc.set_facts(vc.store.load(here[3:]), tuple(Fact(r, "known", v) for r, v in told.items()))
    text = client.get(f"{here}/whatif").text
    points = section(text, "Where one loss stops the service")
    assert "Hetzner" in points
    ended = client.get(unescape(re.search(r'href="([^"]+)#then"', points)[1])).text  # type: ignore[index]
    assert "Where one loss stops the service" not in ended and "One lost supplier stops the service" in section(
        ended, "Gone"
    )


# --- what changed -----------------------------------------------------------------------------------------------------
def test_an_earlier_step_is_compared_with_today_and_each_finding_names_its_answer(
    client: TestClient, vc: App, here: str
) -> None:
    for value in ("yes", "no"):
        vc.set_facts(vc.store.load(here[3:]), (Fact("governance.policy", "known", value, f"<b>{value}</b>"),))
    text = client.get(f"{here}/compare").text
    assert "Step 1" in text and "Step 2" not in text, "today is not compared with itself"
    text = client.get(f"{here}/compare", params={"turn": 1}).text
    row = re.search(r'<tr><th scope="row"><a[^>]*no-policy@governance.*?</tr>', text, re.S)[0]  # type: ignore[index]
    assert "ruled out" in row and "raised, medium" in row and f'href="{here}/facts/governance.policy"' in row
    assert "Nothing changed." in client.get(f"{here}/compare", params={"turn": 2}).text


def test_another_assessment_is_compared_only_if_this_browser_holds_its_key(
    client: TestClient, vc: App, here: str
) -> None:
    other = client.post("/begin").headers["location"].partition("#")[0]
    vc.set_facts(
        vc.store.load(other[3:]), (Fact("storage.encrypted", "known", "no"), Fact("data.personal_data", "known", "yes"))
    )
    assert f'<option value="{other[3:]}">' in client.get(f"{here}/compare").text
    compared = client.get(f"{here}/compare", params={"with": other[3:]}).text
    assert "unencrypted-storage@storage" in compared and f'href="{here}/facts/storage.encrypted"' in compared
    stranger = vc.begin()[0].id
    refused = client.get(f"{here}/compare", params={"with": stranger})
    unknown = client.get(f"{here}/compare", params={"with": "feedfeedfeedfeed"})
    assert (refused.status_code, unknown.status_code) == (404, 404)
    assert refused.text.replace(stranger, "") == unknown.text.replace("feedfeedfeedfeed", "")


def test_a_report_taken_away_shows_what_the_rules_and_the_register_changed(
    client: TestClient, vc: App, here: str
) -> None:
    told = {"application.supplier": "OpenAI", "storage.supplier": "Microsoft", "governance.policy": "no"}
    vc.set_facts(vc.store.load(here[3:]), tuple(Fact(r, "known", v) for r, v in told.items()))
    old = json.loads(client.get(f"{here}/report.json").content)

    def compared() -> str:
        return client.post(f"{here}/compare", files={"file": ("old.json", json.dumps(old), "application/json")}).text

    assert "Nothing changed." in compared()
    judged = old["inputs"]["judged"]
    judged["outcomes"]["hidden-shared-upstream@chain"] = ["clear", ""]
    judged["digests"]["register:microsoft"] = "another"
    judged["outcomes"]["no-policy@governance"] = ["clear", ""]
    judged["digests"]["rule:no-policy"] = "another"
    text = compared()
    assert '<a href="/register/microsoft" dir="auto">the register’s entry “Microsoft”</a>' in text
    assert "the rule itself was changed" in text and "2 findings moved" in text and "changed</caption>" not in text


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "not JSON"), (b"\xff\xfe", "not JSON"), (b"[" * 100_000, "not JSON"), (b"[]", "no report, session or chain"),
     (b'{"facts": [{"ref": "model.x"}]}', "Fact 1 cannot be used"), (b'{"report": {}, "inputs": {"chain": {"facts": []}}}', "how its chain was judged")],
)  # fmt: skip
def test_a_file_that_cannot_be_compared_is_told_in_a_sentence(
    client: TestClient, here: str, content: bytes, told: str
) -> None:
    answer = client.post(f"{here}/compare", files={"file": ("x.json", content, "application/json")})
    assert answer.status_code == 422 and told in answer.text and 'name="file"' in answer.text
    assert "No file was chosen" in client.post(f"{here}/compare").text


# --- why --------------------------------------------------------------------------------------------------------------
def test_why_shows_the_words_that_made_it_so_and_what_would_change_it(client: TestClient, vc: App, here: str) -> None:
    vc.set_facts(
        vc.store.load(here[3:]),
        (Fact("model.weights", "known", "closed", "it is <closed>"), Fact("model.alternative", "known", "no", "none")),
    )
    text = client.get(f"{here}/findings/proprietary-model-dependence@model").text
    assert "it is &lt;closed&gt;" in section(text, "What made it so")
    changes = section(text, "What would change it")
    assert "it is ruled out with" in changes and f'href="{here}/whatif?set=model.weights%3Dopen#then"' in changes
    open_one = client.get(f"{here}/findings/no-policy@governance").text
    assert f'href="{here}/facts/governance.policy"' in section(open_one, "Open, and able to change it")


def test_why_shows_with_which_other_answers_an_open_one_decides_and_offers_to_try_them_together(
    client: TestClient, here: str
) -> None:
    text = unescape(client.get(f"{here}/findings/single-point-of-failure@chain").text)
    assert "It decides together with others. With" in section(text, "Open, and able to change it")
    together = {
        link for link in re.findall(r'href="([^"]+)#then"', text) if link.count("set=") > 1 and "outage_effect" in link
    }
    assert together
    for link in together:
        assert client.get(link).status_code == 200, link


def test_every_finding_has_its_page_and_every_link_on_it_leads_somewhere(
    client: TestClient, vc: App, example: str
) -> None:
    for finding in vc.findings(chain_of(vc, example)):
        answer = client.get(f"{example}/findings/{finding.id}")
        assert answer.status_code == 200, finding.id
    text = client.get(f"{example}/findings/unreviewed-decisions@application").text
    for link in {unescape(a).partition("#")[0] for a in re.findall(r'href="(/a/[^"]+)"', text)}:
        assert client.get(link).status_code == 200, link
    missing = client.get(f"{example}/findings/no-polcy@governance")
    assert missing.status_code == 404 and "Did you mean no-policy@governance" in missing.text


def test_a_decision_taken_there_outlives_the_answers_that_come_after_it(client: TestClient, vc: App, here: str) -> None:
    at = f"{here}/findings/no-policy@governance"
    kept = client.post(at, data={"state": "accepted", "note": "we are three", "back": "why"})
    assert kept.headers["location"] == at
    for value in ("no", "yes", "partly"):
        vc.set_facts(vc.store.load(here[3:]), (Fact("governance.policy", "known", value),))
        text = client.get(at).text
        assert '<option value="accepted" selected>' in text and 'value="we are three"' in text
    vc.set_facts(vc.store.load(here[3:]), (Fact("model-2.weights", "known", "open"),))
    assert "we are three" in client.get(at).text


def test_the_report_leads_to_all_three(client: TestClient, example: str) -> None:
    text = client.get(f"{example}/report").text
    assert (
        f'href="{example}/whatif"' in text
        and f'href="{example}/compare"' in text
        and f'href="{example}/findings/' in text
    )


@pytest.mark.parametrize("path", ["whatif", "compare", "findings/no-policy@governance"])
def test_without_the_key_they_are_as_unknown_as_any_other_page(vc: App, client: TestClient, path: str) -> None:
    stranger = vc.begin()[0].id
    assert (
        client.get(f"/a/{stranger}/{path}").status_code == client.get(f"/a/feedfeedfeedfeed/{path}").status_code == 404
    )


def test_the_page_of_a_refusal_says_that_the_suppliers_answer_would_change_it(client: TestClient, example: str) -> None:
    text = unescape(client.get(f"{example}/findings/opaque-supplier@chain").text)
    assert "The supplier's answer to “May the supplier train on what you send it?” (GPT-4o)" in section(
        text, "What would change it"
    )
    assert f'href="{example}/report#letters-h"' in text


def test_only_what_can_be_done_is_offered_and_in_words(client: TestClient, example: str) -> None:
    offered = section(client.get(f"{example}/whatif").text, "What would clear most")
    assert "decision_role" not in offered
    assert "Give the people affected a way to contest an outcome (Application: AfyaTriage)" in offered
