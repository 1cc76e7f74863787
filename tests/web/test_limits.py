"""How often an address and an assessment may ask, what is said when it is too often, and that no words are lost by it."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from sockets import free_port
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.errors import BadUsage
from vcassist.settings import Settings, read_settings
from vcassist.web.limits import Limiter, TooMany, in_words, network_of
from vcassist.web.server import create_app


def limited(vc: App, **limits: str) -> TestClient:
    """A client of the same App with limits in force; those not named are wide."""
    wide = {"limit_address": "1000/minute", "limit_assessment": "1000/minute", "limit_begin": "1000/minute"}
    app = App(replace(vc.settings, limits="on", **{**wide, **limits}))
    app.__dict__.update(store=vc.store, reader=vc.reader, glossary=vc.glossary)
    return TestClient(create_app(app), raise_server_exceptions=False, follow_redirects=False)


def is_refusal(answer) -> bool:
    """A 429 that says when to try again and that the text is kept, with the headers that every answer has."""
    assert answer.status_code == 429, answer.text
    assert 1 <= int(answer.headers["retry-after"]) <= 120
    assert "What you wrote is kept." in answer.text and re.search(
        r"Wait \d+ (?:second|minute)s?, then send it again", answer.text
    )
    return "content-security-policy" in answer.headers and answer.headers["cache-control"] == "no-store"


def test_an_address_that_asks_too_often_is_refused_and_told_when_to_come_back(vc: App) -> None:
    client = limited(vc, limit_address="3/minute")
    assert [client.get("/").status_code for _ in range(3)] == [200] * 3
    assert is_refusal(client.get("/"))
    problem = client.get("/api/v1/glossary")
    assert is_refusal(problem) and problem.headers["content-type"] == "application/problem+json"
    assert problem.json()["status"] == 429 and problem.json()["type"] == "urn:vcassist:too-many"


def test_what_pages_are_made_of_and_the_health_check_are_not_counted(vc: App) -> None:
    client = limited(vc, limit_address="1/minute")
    client.get("/")
    assert client.get("/static/style.css").status_code == 200 and client.get("/healthz").status_code == 200
    assert client.get("/").status_code == 429


def test_one_address_does_not_use_up_what_another_has(vc: App) -> None:
    client = limited(vc, limit_address="1/minute")
    client.get("/")
    other = TestClient(client.app, client=("203.0.113.7", 5000))
    assert client.get("/").status_code == 429 and other.get("/").status_code == 200


def test_beginning_assessments_has_a_limit_of_its_own_however_they_are_begun(vc: App) -> None:
    client = limited(vc, limit_begin="2/minute")
    assert client.post("/begin").status_code == 303
    assert client.post("/api/v1/sessions", json={}).status_code == 201
    for refused in (
        client.post("/begin"),
        client.post("/example"),
        client.post("/import", files={"file": ("a.json", b"{}")}),
        client.post("/api/v1/sessions", json={}),
        client.post("/api/v1/sessions/import", json={}),
    ):
        assert is_refusal(refused)
    assert len(vc.store.sessions()) == 2 and client.get("/").status_code == 200


def test_a_key_makes_only_so_many_changes_from_all_addresses_together(vc: App) -> None:
    client = limited(vc, limit_assessment="2/minute")
    made, other = (client.post("/api/v1/sessions", json={}).json() for _ in range(2))
    elsewhere = TestClient(client.app, client=("203.0.113.7", 5000))

    def turn(where: TestClient, which: dict[str, str], **more: str):
        key = {"Authorization": f"Bearer {which['token']}", **more}
        return where.post(f"/api/v1/sessions/{which['id']}/turns", json={"say": "tool: ChatGPT"}, headers=key)

    assert [turn(client, made).status_code, turn(elsewhere, made).status_code] == [200, 200]
    assert is_refusal(turn(client, made)) and is_refusal(turn(elsewhere, made))
    assert is_refusal(turn(client, made, Accept="text/event-stream"))
    assert turn(client, other).status_code == 200
    assert len(vc.store.load(made["id"]).turns) == 3


def test_nobody_without_the_key_can_use_up_what_an_assessment_takes(vc: App) -> None:
    client = limited(vc, limit_assessment="2/minute")
    made = client.post("/api/v1/sessions", json={}).json()
    for _ in range(5):
        client.post(
            f"/api/v1/sessions/{made['id']}/turns", json={"say": "x"}, headers={"Authorization": "Bearer wrong"}
        )
        client.post(f"/a/{made['id']}/say", data={"say": "x"})
    key = {"Authorization": f"Bearer {made['token']}"}
    said = client.post(f"/api/v1/sessions/{made['id']}/turns", json={"say": "tool: X1"}, headers=key)
    assert said.status_code == 200


def test_a_link_for_questions_cannot_use_up_what_the_owner_may_change(vc: App) -> None:
    client = limited(vc, limit_assessment="2/minute")
    made = client.post("/api/v1/sessions", json={}).json()
    at, key = f"/api/v1/sessions/{made['id']}", {"Authorization": f"Bearer {made['token']}"}
    ask = {"kind": "questions", "refs": ["model.weights"]}
    link = client.post(f"{at}/links", json=ask, headers=key).json()["token"]
    sent = {"who": "Amina", "facts": [{"ref": "model.weights", "value": "closed"}]}
    answers = [client.post(f"{at}/questions", json=sent, headers={"Authorization": f"Bearer {link}"}) for _ in range(3)]
    assert [a.status_code for a in answers] == [200, 200, 429]
    assert client.post(f"{at}/turns", json={"say": "tool: Afya"}, headers=key).status_code == 200


@pytest.mark.parametrize("where", ["api", "page"])
def test_a_key_can_be_taken_back_and_all_be_deleted_however_much_was_changed(vc: App, where: str) -> None:
    client = limited(vc, limit_assessment="2/minute")
    here = client.post("/begin").headers["location"]
    at, token = f"/api/v1/sessions/{here[3:]}", client.cookies[f"vc_{here[3:]}"]
    key = {"Authorization": f"Bearer {token}"}
    link = client.post(f"{at}/links", json={"kind": "read"}, headers=key).json()["id"]
    client.post(f"{here}/say", data={"say": "tool: Afya"})
    assert is_refusal(client.post(f"{here}/say", data={"say": "tool: Afya"}))
    if where == "page":
        assert client.post(f"{here}/links/{link}").status_code == 303
        assert client.post(f"{here}/renew").status_code == 303
        assert client.post(f"{here}/delete", data={"sure": "yes"}).status_code == 303
    else:
        assert client.delete(f"{at}/links/{link}", headers=key).status_code == 204
        key = {"Authorization": f"Bearer {client.post(f'{at}/token', headers=key).json()['token']}"}
        assert client.delete(at, headers=key).status_code == 204
    assert vc.store.sessions() == []


@pytest.mark.parametrize("which", ["limit_address", "limit_assessment"])
def test_without_a_script_the_words_are_in_the_page_and_can_be_sent_again_from_there(vc: App, which: str) -> None:
    here = limited(vc).post("/begin")
    client = limited(vc, **{which: "1/minute"})
    client.cookies.update(here.cookies)
    at = here.headers["location"]
    client.post(f"{at}/say", data={"say": "first"})
    words = 'Ours is <b>"ChatGPT"</b> & more\nsecond line'
    refused = client.post(f"{at}/say", data={"say": words, "key": "k1", "at": "2"})
    assert is_refusal(refused)
    kept = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", refused.text, re.S)[1]
    assert html.unescape(kept) == words
    assert f'action="{at}/say"' in refused.text and 'name="key" value="k1"' in refused.text


def test_who_waits_for_events_gets_a_problem_that_the_pages_script_can_show(vc: App) -> None:
    client = limited(vc, limit_address="1/minute")
    at = client.post("/begin").headers["location"]
    refused = client.post(f"{at}/say", data={"say": "x"}, headers={"Accept": "text/event-stream"})
    assert is_refusal(refused) and refused.json()["title"] == "Too many requests for now"


def test_limits_hold_in_hosted_mode_and_not_on_ones_own_machine_unless_set(tmp_path: Path) -> None:
    assert Settings(data=tmp_path, mode="hosted").limits_hold and not Settings(data=tmp_path).limits_hold
    assert Settings(data=tmp_path, limits="on").limits_hold
    assert not Settings(data=tmp_path, mode="hosted", limits="off").limits_hold


def test_on_ones_own_machine_nothing_is_counted(client: TestClient) -> None:
    assert {client.get("/healthz").status_code for _ in range(5)} == {200}
    limiter = Limiter(client.app.state.vcassist.settings)  # type: ignore[attr-defined]
    for _ in range(10_000):
        limiter.spend("address", "a", "")


def test_wrong_passphrases_are_counted_in_both_modes(tmp_path: Path) -> None:
    limiter = Limiter(Settings(data=tmp_path))
    for _ in range(10):
        limiter.look("passphrase", "a", "")
        limiter.spend("passphrase", "a", "")
    with pytest.raises(TooMany):
        limiter.look("passphrase", "a", "Wrong passphrases.")


@pytest.mark.parametrize("given", ["0/minute", "60", "60/fortnight", "-1/minute", "60/minute;", "60/0 minutes", "x"])
def test_a_limit_that_is_none_is_refused_and_named(given: str) -> None:
    with pytest.raises(BadUsage, match="VCASSIST_LIMIT_BEGIN"):
        read_settings({"VCASSIST_LIMIT_BEGIN": given})


def test_several_limits_can_stand_together(vc: App) -> None:
    given = read_settings({"VCASSIST_LIMIT_ADDRESS": "2/2 seconds;3/hour", "VCASSIST_LIMITS": "on"})
    limiter = Limiter(given)
    limiter.spend("address", "a", "")
    limiter.spend("address", "a", "")
    with pytest.raises(TooMany):
        limiter.spend("address", "a", "")


@pytest.mark.parametrize(
    ("address", "counts_as"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("testclient", "testclient"),
    ],
)
def test_an_ipv6_household_counts_as_one_address(address: str, counts_as: str) -> None:
    assert network_of(address) == counts_as


def test_waiting_is_told_in_words_that_are_long_enough() -> None:
    assert [in_words(n) for n in (1, 40, 100, 121)] == ["1 second", "40 seconds", "2 minutes", "3 minutes"]


def test_the_address_that_the_trusted_proxy_names_counts_and_no_other_is_believed(tmp_path: Path) -> None:
    """A real hosted server on loopback: behind the proxy each caller has a count of its own, whatever a caller claims."""
    port = free_port()
    env = {k: v for k, v in os.environ.items() if not k.startswith("VCASSIST_")}
    env |= {
        "VCASSIST_DATA": str(tmp_path),
        "VCASSIST_MODE": "hosted",
        "VCASSIST_SECRET": "3f9c1e7a5b2d8046" * 3,
        "VCASSIST_TRUSTED_PROXY": "127.0.0.1",
        "VCASSIST_LIMIT_ADDRESS": "2/hour",
        "VCASSIST_PORT": str(port),
    }
    server = subprocess.Popen([sys.executable, "-m", "vcassist", "serve"], env=env, stderr=subprocess.PIPE)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False) as client:

            def asked(forwarded: str) -> int:
                return client.get(
                    "/register", headers={"X-Forwarded-For": forwarded, "X-Forwarded-Proto": "https"}
                ).status_code

            for _ in range(600):
                try:
                    client.get("/healthz")
                    break
                except httpx.TransportError:
                    assert server.poll() is None, server.stderr
                    time.sleep(0.1)
            # What stands before the proxy's own entry is what the caller made up.
            assert [asked("198.51.100.1"), asked("203.0.113.9, 198.51.100.1")] == [200, 200]
            assert [asked("203.0.113.8, 198.51.100.1"), asked("198.51.100.2")] == [429, 200]
    finally:
        server.terminate()
        server.communicate(timeout=30)
