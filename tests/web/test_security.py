"""Who gets in, what other sites can make a browser do, and what the headers forbid."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient


def test_the_key_of_a_secret_link_goes_into_a_cookie_and_out_of_the_address(client: TestClient, begun) -> None:
    came = client.get(f"/a/{begun['id']}?key={begun['token']}")
    assert came.status_code == 303 and came.headers["location"] == f"/a/{begun['id']}"
    cookie = came.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie
    assert client.get(f"/a/{begun['id']}").status_code == 200


def test_the_cookie_is_for_secure_lines_where_the_line_is(vc) -> None:
    from vcassist.web.server import create_app

    with TestClient(create_app(vc), base_url="https://testserver", follow_redirects=False) as client:
        begun = client.post("/begin")
        cookie = begun.headers["set-cookie"]
        assert "; secure" in cookie.lower() and cookie.startswith("__Host-vc_")
        assert "path=/;" in cookie.lower() and "domain" not in cookie.lower()
        here = begun.headers["location"]
        assert client.get(here).status_code == 200 and here in client.get("/").text
        client.post(f"{here}/leave", data={"sure": "yes"})
        assert client.get(here).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/report",
        "/settings",
        "/documents",
        "/facts/model.weights",
        "/parts/model",
        "/export",
        "/report.md",
        "/report/full",
    ],
)
def test_without_the_key_an_assessment_is_as_unknown_as_none(client: TestClient, begun, path) -> None:
    there, none = client.get(f"/a/{begun['id']}{path}"), client.get(f"/a/{'0' * 16}{path}")
    assert (there.status_code, there.text) == (none.status_code, none.text)
    assert there.status_code == 404


def test_one_assessments_key_does_not_open_another(client: TestClient, begun, here: str) -> None:
    client.cookies.set(f"vc_{begun['id']}", client.cookies[f"vc_{here[3:]}"])
    assert client.get(f"/a/{begun['id']}").status_code == 404


def test_a_wrong_key_sets_no_cookie(client: TestClient, begun) -> None:
    came = client.get(f"/a/{begun['id']}?key=wrong")
    assert came.status_code == 404 and "set-cookie" not in came.headers


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Origin": "http://testserver"}, 303),
        ({}, 303),
    ],
)
def test_unsafe_requests_from_other_sites_are_refused(client: TestClient, headers, status) -> None:
    assert client.post("/begin", headers=headers).status_code == status


def test_a_foreign_request_to_the_api_is_a_problem(client: TestClient) -> None:
    refused = client.post("/api/v1/sessions", json={}, headers={"Origin": "https://evil.example"})
    assert refused.status_code == 403 and refused.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path", ["/", "/glossary", "/register/openai", "/nothing", "/api/v1/nothing", "/static/style.css", "HERE"]
)
def test_every_answer_forbids_foreign_content(client: TestClient, here: str, path: str) -> None:
    headers = client.get(here if path == "HERE" else path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'self'") and "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"


def test_what_belongs_to_an_assessment_is_never_cached(client: TestClient, here: str) -> None:
    assert client.get(here).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/api/v1/sessions", "/api/v1/glossary", "HERE"])
def test_no_other_site_may_read_an_answer(client: TestClient, here: str, path: str) -> None:
    at = here if path == "HERE" else path
    asks = {"Origin": "https://evil.example", "Access-Control-Request-Method": "GET"}
    for answer in (client.get(at, headers=asks), client.options(at, headers=asks)):
        assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("path", ["/", "/static/", "/static/style.css", "/api/v1/sessions", "HERE"])
def test_what_was_sent_is_never_sent_back_by_trace(client: TestClient, here: str, path: str) -> None:
    answer = client.request("TRACE", here if path == "HERE" else path, headers={"X-Planted": "planted"})
    assert answer.status_code in (404, 405) and "planted" not in answer.text


def test_static_files_cannot_be_left(client: TestClient) -> None:
    for path in (
        "/static/../example.json",
        "/static/%2e%2e/example.json",
        "/static/..%2fexample.json",
        "/static/style.py",
        "/static/.css",
    ):
        assert client.get(path).status_code == 404


def test_static_files_are_kept_long_only_under_their_own_digest(client: TestClient) -> None:
    import re

    address = re.search(r'href="(/static/style.css\?v=\w+)"', client.get("/").text)[1]
    assert "immutable" in client.get(address).headers["cache-control"]
    assert "immutable" not in client.get("/static/style.css?v=other").headers["cache-control"]
    etag = client.get(address).headers["etag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
