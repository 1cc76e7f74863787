"""Links: a new secret link, reading along, questions for a colleague, and a passphrase; in pages without a script and over the API."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from vcassist.access import Locked
from vcassist.app import App
from vcassist.errors import NotFound

REFS = ("model.weights", "storage.country", "application.supplier")


def stranger(client: TestClient) -> TestClient:
    """Another browser, which holds no key."""
    return TestClient(client.app, raise_server_exceptions=False, follow_redirects=False)


def shown_link(text: str) -> str:
    """The new link on a page, as a path."""
    link = html.unescape(re.search(r'value="([^"]+)" aria-label="The new link"', text)[1])
    address = urlsplit(link)
    return f"{address.path}?{address.query}"


def secret_link(client: TestClient, here: str) -> str:
    link = re.search(r'value="([^"]+)" aria-label="Your secret link"', client.get(f"{here}/settings").text)[1]
    address = urlsplit(html.unescape(link))
    return f"{address.path}?{address.query}"


def made(client: TestClient, here: str, kind: str, **more: object) -> str:
    answer = client.post(f"{here}/links", data={"kind": kind, **more})
    assert answer.status_code == 200, answer.text
    return shown_link(answer.text)


# --- the secret link ------------------------------------------------------------------------------------------------------


def test_after_renewing_the_old_link_opens_nothing_and_the_new_one_everything(client, here: str) -> None:
    old, other = secret_link(client, here), stranger(client)
    other.get(old)
    assert other.get(here).status_code == 200
    assert client.post(f"{here}/renew").status_code == 303
    new = secret_link(client, here)
    assert new != old and client.get(here).status_code == 200
    assert other.get(here).status_code == other.get(old).status_code == 404
    assert other.get(new).status_code == 303 and other.get(here).status_code == 200


def test_renewing_over_the_api_kills_the_old_token_at_once(client, begun, key) -> None:
    token = client.post(f"{begun['at']}/token", headers=key).json()["token"]
    assert client.get(begun["at"], headers=key).status_code == 404
    assert client.get(begun["at"], headers={"Authorization": f"Bearer {token}"}).status_code == 200


# --- reading along --------------------------------------------------------------------------------------------------------


def test_who_reads_along_sees_the_pages_and_is_offered_nothing_to_send(client, vc: App, here: str) -> None:
    client.post(f"{here}/say", data={"say": "tool: ChatGPT"})
    reader = stranger(client)
    came = reader.get(made(client, here, "read", label="Board"))
    assert came.status_code == 303 and came.headers["location"] == here
    for path in ("", "/map", "/report", "/report/full", "/report.md", "/documents", "/whatif", "/parts/application"):
        answer = reader.get(f"{here}{path}")
        assert answer.status_code == 200, path
    page = reader.get(here).text
    assert "ChatGPT" in page and 'class="reading-only"' in page and "/settings" not in page
    assert "Your secret link" not in page


def test_who_reads_along_is_led_to_no_form(client, here: str) -> None:
    client.post(f"{here}/say", data={"say": "tool: ChatGPT"})
    reader = stranger(client)
    reader.get(made(client, here, "read"))
    for path in ("", "/report", "/parts/application", "/parts/model", "/documents"):
        offered = set(re.findall(r'href="([^"]+)"', reader.get(f"{here}{path}").text))
        hidden = set(re.findall(r'<a class="change" href="([^"]+)"', reader.get(f"{here}{path}").text))
        assert not [a for a in offered - hidden if "/facts/" in a or a == "#review"], path
    report = reader.get(f"{here}/report").text
    assert "<summary>Decide" not in report and "/facts/" in client.get(f"{here}/report").text


def test_who_reads_along_changes_nothing_and_is_told_why(client, vc: App, here: str) -> None:
    reader = stranger(client)
    reader.get(made(client, here, "read"))
    before = vc.store.load(here[3:]), vc.store.keys(here[3:])
    for path, data in (("/say", {"say": "x"}), ("/undo", {}), ("/renew", {}), ("/delete", {"sure": "yes"})):
        refused = reader.post(f"{here}{path}", data=data)
        assert refused.status_code == 403 and "for reading only" in refused.text
    assert reader.get(f"{here}/settings").status_code == 403
    assert (vc.store.load(here[3:]), vc.store.keys(here[3:])) == before


def test_a_link_for_reading_never_takes_the_owners_key_out_of_the_owners_browser(client, here: str) -> None:
    client.get(made(client, here, "read"))
    assert client.post(f"{here}/say", data={"say": "tool: ChatGPT"}).status_code == 303
    assert client.get(f"{here}/settings").status_code == 200


def test_a_link_that_is_taken_back_is_dead_at_once(client, vc: App, here: str) -> None:
    link, reader = made(client, here, "read", label="Board"), stranger(client)
    reader.get(link)
    listed = client.get(f"{here}/settings").text
    assert "for reading" in listed and "Board" in listed and link.partition("=")[2] not in listed
    (kept,) = vc.store.keys(here[3:]).links
    assert client.post(f"{here}/links/{kept.id}").status_code == 303
    assert reader.get(here).status_code == reader.get(link).status_code == 404


def test_a_link_is_kept_only_as_a_hash(client, vc: App, here: str) -> None:
    key = made(client, here, "read").partition("key=")[2]
    (kept,) = vc.store.keys(here[3:]).links
    assert len(key) >= 32 and key not in str(kept) and kept.token_hash == vc.doors.hash_of(key)


def test_an_export_holds_no_key(client, here: str) -> None:
    key = made(client, here, "read", label="Board of trustees").partition("key=")[2]
    text = client.get(f"{here}/export").text
    assert key not in text and "Board of trustees" not in text and "token" not in text


# --- questions for a colleague --------------------------------------------------------------------------------------------


@pytest.fixture
def colleague(client: TestClient, here: str) -> TestClient:
    """A browser that came by a link for two questions."""
    other = stranger(client)
    came = other.get(made(client, here, "questions", ref=["model.weights", "storage.country"], label="Amina"))
    assert came.headers["location"] == f"{here}/asked"
    return other


def test_a_colleague_sees_the_chosen_questions_and_nothing_else(client, colleague, here: str) -> None:
    client.post(f"{here}/say", data={"say": "tool: SecretTool"})
    page = colleague.get(f"{here}/asked")
    assert page.status_code == 200 and 'value="Amina"' in page.text
    assert set(re.findall(r'name="value:([a-z.]+)"', page.text)) == {"model.weights", "storage.country"}
    assert "SecretTool" not in page.text
    for path in ("", "/map", "/report", "/settings", "/export", "/documents", "/facts/model.weights"):
        assert colleague.get(f"{here}{path}").status_code == 404


def test_answers_come_back_as_facts_that_say_who_answered(client, vc: App, colleague, here: str) -> None:
    sent = colleague.post(
        f"{here}/asked",
        data={"who": "Amina Otieno", "value:model.weights": "closed", "status:storage.country": "unknown"},
    )
    assert sent.headers["location"] == f"{here}/asked?thanks=2"
    assert "2 answers were noted" in colleague.get(sent.headers["location"]).text
    facts = vc.store.load(here[3:]).chain.facts
    assert (facts["model.weights"].value, facts["storage.country"].status) == ("closed", "unknown")
    assert {(f.source, f.note) for f in facts.values()} == {("colleague", "Amina Otieno")}
    assert "Answered by Amina Otieno." in client.get(here).text
    assert "Answered by Amina Otieno" in client.get(f"{here}/parts/model").text
    assert "the answer of Amina Otieno" in client.get(f"{here}/report.json").text


def test_who_does_not_say_who_they_are_is_who_the_link_is_for(client, vc: App, here: str) -> None:
    for ref, label, name in (("model.weights", "Amina", "Amina"), ("model.access", "", "a colleague")):
        other = stranger(client)
        other.get(made(client, here, "questions", ref=[ref], label=label))
        other.post(f"{here}/asked", data={f"status:{ref}": "unknown", "who": " "})
        assert vc.store.load(here[3:]).turns[-1].note == f"Answered by {name}."


def test_an_answer_that_contradicts_stands_back_until_the_owner_decides(client, vc: App, colleague, here: str) -> None:
    client.post(f"{here}/facts/model.weights", data={"status": "known", "value": "open"})
    colleague.post(f"{here}/asked", data={"value:model.weights": "closed"})
    session = vc.store.load(here[3:])
    assert session.chain.value("model.weights") == "open"
    assert [(c.ref, c.old, c.new) for c in session.turns[-1].conflicts] == [("model.weights", "open", "closed")]
    client.post(f"{here}/say", data={"say": "tool: ChatGPT"})
    assert vc.store.load(here[3:]).awaiting.manner == "conflict"


def test_a_colleague_can_set_their_own_answer_right(client, vc: App, colleague, here: str) -> None:
    for value in ("closed", "open"):
        colleague.post(f"{here}/asked", data={"value:model.weights": value, "who": "Amina"})
    assert vc.store.load(here[3:]).chain.value("model.weights") == "open"


def test_a_colleague_reaches_no_other_question(client, vc: App, colleague, here: str) -> None:
    sent = colleague.post(f"{here}/asked", data={"value:organisation.name": "Evil", "value:model.access": "api"})
    assert sent.status_code == 422 and vc.store.load(here[3:]).chain.facts == {}
    link = vc.store.keys(here[3:]).links[0]
    token = client.post(f"/api/v1/sessions/{here[3:]}/links", json={})
    assert token.status_code == 401 and link.refs == ("model.weights", "storage.country")


def test_an_answer_that_does_not_fit_is_told_and_what_was_typed_stays(client, vc: App, colleague, here: str) -> None:
    sent = colleague.post(
        f"{here}/asked", data={"who": "Amina", "value:model.weights": "nonsense", "value:storage.country": "KE"}
    )
    assert sent.status_code == 422 and 'id="problem"' in sent.text
    assert '<option value="KE" selected>' in sent.text and vc.store.load(here[3:]).chain.facts == {}


def test_no_question_or_one_that_does_not_exist_makes_no_link(client, vc: App, here: str) -> None:
    for refs in ([], ["model.nonsense"], ["../../x"]):
        assert client.post(f"{here}/links", data={"kind": "questions", "ref": refs}).status_code == 422
    assert vc.store.keys(here[3:]).links == ()


def test_a_link_without_a_question_keeps_the_name_that_was_typed_and_tells_it_beside_the_form(
    client, here: str
) -> None:
    page = client.post(f"{here}/links", data={"kind": "questions", "label": "Tom from IT"}).text
    links = page[page.index('id="links"') : page.index('id="p-h"')]
    assert 'id="problem"' in links and 'value="Tom from IT"' in links and "<details open>" in links


def test_questions_that_sound_alike_are_listed_with_the_part_that_they_are_about(client, here: str) -> None:
    for part, name in (("application", "Alpha"), ("application-2", "Beta")):
        client.post(f"{here}/facts/{part}.name", data={"status": "known", "value": name})
    refs = ["application.affected_people", "application-2.affected_people", "organisation.ai_role"]
    made(client, here, "questions", ref=refs)
    listed = client.get(f"{here}/settings").text
    assert "Affected people (Application: Alpha), Affected people (Application: Beta), AI role" in listed


# --- the passphrase -------------------------------------------------------------------------------------------------------

WORDS = "correct horse Grüße"


def twice(words: str) -> dict[str, str]:
    """The form where a passphrase is set, filled in as it asks."""
    return {"passphrase": words, "again": words}


TWICE = twice(WORDS)


def test_with_a_passphrase_no_link_opens_anything_by_itself(client, vc: App, here: str) -> None:
    link, reading = secret_link(client, here), made(client, here, "read")
    assert client.post(f"{here}/passphrase", data=TWICE).status_code == 303
    assert client.get(here).status_code == 200 and secret_link(client, here) == link
    for address in (link, reading):
        other = stranger(client)
        came = other.get(address)
        asked = other.get(came.headers["location"])
        assert asked.status_code == 401 and f'action="{here}/unlock"' in asked.text
        assert 'type="password"' in asked.text and 'autocomplete="current-password"' in asked.text
        assert other.post(f"{here}/unlock", data={"passphrase": "wrong words"}).status_code == 422
        assert other.get(here).status_code == 401
        assert other.post(f"{here}/unlock", data={"passphrase": WORDS}).status_code == 303
        assert other.get(here).status_code == 200
    assert other.post(f"{here}/say", data={"say": "x"}).status_code == 403


def test_the_passphrase_is_kept_slow_and_salted(vc: App) -> None:
    from vcassist.access import fits, kept_passphrase

    one, other = kept_passphrase(WORDS), kept_passphrase(WORDS)
    assert one != other and one.startswith("scrypt$16384$8$5$") and "horse" not in one
    assert fits(WORDS, one) and fits("correct horse Gru\u0308ße", one)
    assert not fits(WORDS.lower(), one) and not fits("", one) and not fits(WORDS, "") and not fits(WORDS, "scrypt$x")


def test_another_passphrase_shuts_out_everybody_who_gave_the_old_one(client, here: str) -> None:
    link, other = secret_link(client, here), stranger(client)
    client.post(f"{here}/passphrase", data=TWICE)
    other.get(link)
    other.post(f"{here}/unlock", data={"passphrase": WORDS})
    client.post(f"{here}/passphrase", data=twice("something else now"))
    assert client.get(here).status_code == 200 and other.get(here).status_code == 401
    client.post(f"{here}/passphrase", data={"act": "remove"})
    assert other.get(here).status_code == 200


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({}, "No passphrase was typed"),
        ({"passphrase": "", "again": ""}, "No passphrase was typed"),
        ({"passphrase": WORDS}, "The two passphrases differ"),
        ({"passphrase": WORDS, "again": "correct horse Grusse"}, "The two passphrases differ"),
    ],
)
@pytest.mark.parametrize("locked", [False, True])
def test_neither_a_slip_nor_an_empty_field_changes_the_passphrase(
    client, vc: App, here: str, form, told, locked
) -> None:
    if locked:
        client.post(f"{here}/passphrase", data=twice("the one before"))
    before = vc.store.keys(here[3:]).passphrase
    answer = client.post(f"{here}/passphrase", data=form)
    assert answer.status_code == 422 and told in answer.text
    assert vc.store.keys(here[3:]).passphrase == before and bool(before) == locked


@pytest.mark.parametrize("given", ["short", "x" * 201])
def test_a_passphrase_that_is_too_short_or_too_long_is_refused(client, vc: App, here: str, given: str) -> None:
    assert client.post(f"{here}/passphrase", data=twice(given)).status_code == 422
    assert vc.store.keys(here[3:]).passphrase == ""


def test_wrong_passphrases_are_limited_and_the_right_one_too_then(client, here: str) -> None:
    client.post(f"{here}/passphrase", data=TWICE)
    link, other = secret_link(client, here), stranger(client)
    other.get(link)
    tried = [other.post(f"{here}/unlock", data={"passphrase": f"wrong words {n}"}).status_code for n in range(11)]
    assert tried == [422] * 10 + [429]
    late = other.post(f"{here}/unlock", data={"passphrase": WORDS})
    assert late.status_code == 429 and WORDS not in late.text and int(late.headers["retry-after"]) > 60


def test_whoever_has_a_link_cannot_use_up_the_owners_tries(client, here: str) -> None:
    reading = [made(client, here, "read") for _ in range(6)]
    own = secret_link(client, here)
    client.post(f"{here}/passphrase", data=TWICE)
    tried = []
    for link in reading:
        other = stranger(client)
        other.get(link)
        tried += [other.post(f"{here}/unlock", data={"passphrase": f"wrong words {n}"}).status_code for n in range(11)]
    # Ten for each link, and fifty for all of them.
    assert tried == ([422] * 10 + [429]) * 5 + [429] * 11
    owner = stranger(client)
    owner.get(own)
    assert owner.post(f"{here}/unlock", data={"passphrase": WORDS}).status_code == 303


def test_over_the_api_each_key_has_tries_of_its_own(client, begun, key) -> None:
    link = client.post(f"{begun['at']}/links", json={"kind": "read"}, headers=key).json()["token"]
    client.put(f"{begun['at']}/passphrase", json={"passphrase": WORDS}, headers=key)

    def tried(token: str, words: str) -> int:
        header = {"Authorization": f"Bearer {token}"}
        return client.post(f"{begun['at']}/unlock", json={"passphrase": words}, headers=header).status_code

    assert [tried(link, "wrong words") for _ in range(11)] == [422] * 10 + [429]
    assert tried(begun["token"], WORDS) == 200


def test_without_a_link_that_fits_a_passphrase_cannot_even_be_tried(client, here: str) -> None:
    client.post(f"{here}/passphrase", data=TWICE)
    other = stranger(client)
    there = other.post(f"{here}/unlock", data={"passphrase": WORDS})
    none = other.post(f"/a/{'0' * 16}/unlock", data={"passphrase": WORDS})
    assert (there.status_code, there.text) == (none.status_code, none.text) and there.status_code == 404


def test_a_passphrase_over_the_api(client, vc: App, begun, key) -> None:
    new = client.put(f"{begun['at']}/passphrase", json={"passphrase": WORDS}, headers=key).json()["token"]
    locked = client.get(begun["at"], headers=key)
    assert locked.status_code == 401 and locked.json()["type"] == "urn:vcassist:locked"
    assert client.get(begun["at"], headers={"Authorization": f"Bearer {new}"}).status_code == 200
    assert client.post(f"{begun['at']}/unlock", json={"passphrase": "wrong words"}, headers=key).status_code == 422
    assert client.post(f"{begun['at']}/unlock", json={"passphrase": WORDS}, headers=key).json() == {"token": new}
    with pytest.raises(Locked):
        vc.opened(begun["id"], begun["token"])
    with pytest.raises(NotFound):
        vc.opened(begun["id"], "wrong." + new.partition(".")[2])


def test_links_over_the_api(client, vc: App, begun, key) -> None:
    at = begun["at"]
    read = client.post(f"{at}/links", json={"kind": "read", "label": "Board"}, headers=key).json()
    ask = client.post(f"{at}/links", json={"kind": "questions", "refs": ["model.weights"]}, headers=key).json()
    reader, asked = ({"Authorization": f"Bearer {made['token']}"} for made in (read, ask))
    assert client.get(f"{at}/findings", headers=reader).status_code == 200
    assert client.post(f"{at}/turns", json={"say": "x"}, headers=reader).status_code == 403
    assert client.get(f"{at}/links", headers=reader).status_code == 403
    assert client.get(f"{at}/questions", headers=asked).json()["questions"][0]["ref"] == "model.weights"
    body = {"who": "Juma", "facts": [{"ref": "model.weights", "value": "closed"}]}
    assert client.post(f"{at}/questions", json=body, headers=asked).json() == {"taken": 1}
    assert client.get(at, headers=asked).status_code == 404
    strange = {"facts": [{"ref": "model.access", "value": "api"}]}
    assert client.post(f"{at}/questions", json=strange, headers=asked).status_code == 422
    assert vc.store.load(begun["id"]).chain.get("model.weights").note == "Juma"
    listed = client.get(f"{at}/links", headers=key).json()["links"]
    assert {(x["kind"], x["label"]) for x in listed} == {("read", "Board"), ("questions", "")}
    assert all("token" not in each for each in listed)
    assert client.delete(f"{at}/links/{read['id']}", headers=key).status_code == 204
    assert client.get(f"{at}/findings", headers=reader).status_code == 404
    assert stranger(client).get(ask["path"]).headers["location"] == f"/a/{begun['id']}/asked"


def test_a_key_that_is_no_text_of_ours_is_only_a_wrong_key(client, begun) -> None:
    for odd in ("ü" * 40, ".", "..", "a.b.c", "x" * 5000):
        assert client.get(f"/a/{begun['id']}", params={"key": odd}).status_code == 404
        client.cookies.set(f"vc_{begun['id']}", odd.encode("ascii", "ignore").decode() or "x")
        assert client.get(f"/a/{begun['id']}").status_code == 404
