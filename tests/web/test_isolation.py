"""Every route there is, tried by everybody who may not use it: nothing opens, nothing changes, nothing tells what exists.

A route that is added without protection fails here by itself: the routes are taken from the application.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.web.server import create_app

# What anybody may ask for. A new route without an assessment in its address has to be thought about and listed here.
OPEN = {
    "/", "/begin", "/import", "/resume", "/example", "/deleted", "/forgotten", "/healthz", "/readyz", "/metrics", "/static/{name:path}",
    "/glossary", "/glossary/{slug}", "/register", "/register/{address}",
    "/api/v1/sessions", "/api/v1/sessions/import", "/api/v1/openapi.json",
    "/api/v1/glossary", "/api/v1/glossary/search", "/api/v1/glossary/ask", "/api/v1/glossary/{slug}",
    "/api/v1/register", "/api/v1/register/{entity_id}",
}  # fmt: skip
# For colleagues alone: neither the owner's key nor a link for reading opens it.
ASKED = {"/a/{session_id}/asked", "/api/v1/sessions/{session_id}/questions"}
# What takes a key that fits before its passphrase was given.
UNLOCKING = {"/a/{session_id}/unlock", "/api/v1/sessions/{session_id}/unlock"}
# Reading that is for the owner alone.
OWNERS = {
    "/a/{session_id}/settings", "/a/{session_id}/parts/{component}/remove", "/api/v1/sessions/{session_id}/links",
}  # fmt: skip
NOBODY = "0123456789abcdef"
PARTS = {
    "ref": "model.weights", "finding_id": "no-fallback@application", "number": "1", "link_id": "aaaa",
    "component": "model", "part": "model", "format_": "md", "format": "md",
}  # fmt: skip
FORM = {
    "say": "tool: Evil", "minutes": "5", "sure": "yes", "kind": "read", "status": "known", "value": "open", "act": "accept-all",
    "state": "accepted", "one": "model", "other": "compute", "passphrase": "another passphrase", "agree": "yes", "by": "Evil",
    "value:model.weights": "closed",
}  # fmt: skip
BODY = {
    "say": "tool: Evil", "message": "tool: Evil", "facts": [{"ref": "model.weights", "value": "closed"}], "state": "accepted", "agree": True,
    "passphrase": "another passphrase", "kind": "read", "who": "Evil",
}  # fmt: skip


@dataclass(frozen=True)
class Way:
    """One method of one route."""

    method: str
    path: str

    def at(self, session_id: str) -> str:
        def filled(match: re.Match[str]) -> str:
            name = match[1].partition(":")[0]
            return session_id if name == "session_id" else PARTS.get(name, "model")

        return re.sub(r"\{([^}]+)\}", filled, self.path)


def ways_of(routes: Any, prefix: str = "") -> Iterator[Way]:
    """All of them, also within routers that were included."""
    for route in routes:
        inner = getattr(route, "original_router", None) or getattr(route, "router", None)
        if inner is not None and not getattr(route, "methods", None):
            context = getattr(route, "include_context", None)
            yield from ways_of(inner.routes, prefix + (getattr(context, "prefix", "") or ""))
        elif hasattr(route, "methods"):
            for method in sorted(set(route.methods or ()) - {"HEAD", "OPTIONS"}):
                yield Way(method, prefix + route.path)
        else:
            yield Way("MOUNT", prefix + getattr(route, "path", str(route)))


def guarded(client: TestClient) -> list[Way]:
    return [way for way in ways_of(client.app.routes) if "{session_id}" in way.path]  # type: ignore[attr-defined]


@dataclass
class World:
    vc: App
    client: TestClient
    id: str
    owner: str
    read: str
    asked: str
    stale: str
    taken_back: str

    def send(self, way: Way, session_id: str, shown: str | None, cookie: str = "vc") -> Any:
        """The request with this key, as a cookie for pages and as a token for the API."""
        self.client.cookies.clear()
        headers: dict[str, str] = {}
        if way.path.startswith("/api/"):
            headers |= {"Authorization": f"Bearer {shown}"} if shown else {}
        elif shown:
            headers["Cookie"] = f"{cookie}_{session_id}={shown}"
        more: dict[str, Any] = {"headers": headers}
        if way.method in ("POST", "PUT", "PATCH", "DELETE"):
            if way.path.endswith(("/documents", "/compare")):
                more["files"] = {
                    "files" if way.path.endswith("/documents") else "file": ("a.txt", b"tool: Evil is used here.")
                }
            else:
                more |= {"json": BODY} if way.path.startswith("/api/") else {"data": FORM}
        return self.client.request(way.method, way.at(session_id), **more)

    def state(self) -> Any:
        return self.vc.store.load(self.id), self.vc.store.keys(self.id), len(self.vc.store.sessions())


def told(answer: Any) -> Any:
    """What an answer lets somebody know, but for the address that they asked for themselves."""
    headers = {k: v for k, v in answer.headers.items() if k not in ("content-length", "date")}
    return answer.status_code, headers, answer.text


@pytest.fixture
def world(vc: App) -> Iterator[World]:
    web = create_app(vc)
    with TestClient(web, raise_server_exceptions=False, follow_redirects=False) as client:
        session, stale = vc.begin()
        for _ in vc.turn(session, "tool: ChatGPT"):
            pass
        owner = vc.doors.renew(session.id)
        _, read = vc.doors.add_link(session.id, "read")
        _, asked = vc.doors.add_link(session.id, "questions", ["model.weights"])
        gone, taken_back = vc.doors.add_link(session.id, "read")
        vc.store.remove_link(session.id, gone.id)
        yield World(vc, client, session.id, owner, read, asked, stale, taken_back)


def test_every_route_is_one_of_an_assessment_or_is_known_to_be_open_to_all(world: World) -> None:
    ways = list(ways_of(world.client.app.routes))  # type: ignore[attr-defined]
    assert {way.path for way in ways if "{session_id}" not in way.path} <= OPEN
    assert len(guarded(world.client)) >= 50 and {"GET", "POST", "PUT", "DELETE"} <= {way.method for way in ways}
    assert {way.path for way in guarded(world.client)} >= ASKED | UNLOCKING | OWNERS


def test_nobody_without_a_fitting_key_gets_in_or_learns_what_exists(world: World) -> None:
    """No link, another assessment's, a stale one, one that was taken back, a made-up one: as for an assessment that never was."""
    _, others = world.vc.begin()
    before = world.state()
    for way in guarded(world.client):
        for shown in (None, others, world.stale, world.taken_back, "made-up", world.id, f"{world.stale}.{world.owner}"):
            for cookie in ("vc", "vr", "vq") if shown == world.stale else ("vc",):
                there, none = world.send(way, world.id, shown, cookie), world.send(way, NOBODY, shown, cookie)
                assert there.status_code in (401, 404), (way, shown, there.status_code)
                assert told(there) == told(none), (way, shown)
    assert world.state() == before


def test_a_key_opens_nothing_but_its_own_assessment(world: World) -> None:
    other, _ = world.vc.begin()
    before = world.vc.store.load(other.id)
    for way in guarded(world.client):
        for shown in (world.owner, world.read, world.asked):
            there, none = world.send(way, other.id, shown), world.send(way, NOBODY, shown)
            assert there.status_code in (401, 404) and told(there) == told(none), (way, shown)
    assert world.vc.store.load(other.id) == before


def test_a_link_for_reading_reads_and_can_change_nothing_by_any_route(world: World) -> None:
    before, read = world.state(), 0
    for way in guarded(world.client):
        answer = world.send(way, world.id, world.read, "vr")
        if way.path in ASKED:
            assert answer.status_code == 404, way
        elif way.path in UNLOCKING:
            assert answer.status_code in (200, 303), way
        elif way.method != "GET" or way.path in OWNERS:
            assert answer.status_code == 403 and "for reading only" in answer.text, (way, answer.status_code)
        else:
            # A part of the address that is made up may be unknown; what is refused is said otherwise.
            assert answer.status_code in (200, 404) and "for reading only" not in answer.text, (way, answer.status_code)
            read += answer.status_code == 200
        assert world.owner not in answer.text and world.owner.partition(".")[0] not in str(answer.headers)
    assert world.state() == before and read >= 15


def test_a_link_for_questions_opens_its_questions_and_nothing_else(world: World) -> None:
    before = world.state()
    for way in guarded(world.client):
        if way.path in ASKED | UNLOCKING:
            continue
        for cookie in ("vq", "vc"):
            there = world.send(way, world.id, world.asked, cookie)
            none = world.send(way, NOBODY, world.asked, cookie)
            assert there.status_code == 404 and told(there) == told(none), (way, there.status_code)
    assert world.state() == before
    for way in guarded(world.client):
        if way.path in ASKED:
            assert world.send(way, world.id, world.asked, "vq").status_code in (200, 303), way
    changed = world.vc.store.load(world.id)
    assert {f.ref for t in changed.turns[2:] for f in t.facts} == {"model.weights"}


def test_without_the_passphrase_no_key_opens_anything_and_every_route_says_the_same(world: World) -> None:
    world.vc.doors.set_passphrase(world.id, world.owner, "a good passphrase")
    _, old = world.vc.doors.add_link(world.id, "read")
    before = world.state()
    for shown, cookie in ((world.owner, "vc"), (world.read, "vr"), (old, "vr"), (f"{world.owner}.made-up", "vc")):
        answers = set()
        for way in guarded(world.client):
            if way.path in ASKED | UNLOCKING:
                continue
            answer = world.send(way, world.id, shown, cookie)
            assert answer.status_code == 401, (way, answer.status_code)
            assert "ChatGPT" not in answer.text
            answers.add(answer.text if not way.path.startswith("/api/") else json.dumps(answer.json()))
        # One page and one problem.
        assert len(answers) == 2
    for way in guarded(world.client):
        if way.path in ASKED:
            assert world.send(way, world.id, world.asked, "vq").status_code == 401, way
        # Nor does a wrong key learn that there is a passphrase.
        wrong, none = world.send(way, world.id, "made-up"), world.send(way, NOBODY, "made-up")
        assert told(wrong) == told(none), way
    assert world.state() == before


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_new_route_that_forgot_its_protection_would_be_found(vc: App, method: str) -> None:
    """The check itself, tried on an application with such a route."""
    web = create_app(vc)

    @web.api_route("/a/{session_id}/forgotten", methods=[method])
    def forgotten(session_id: str) -> dict[str, int]:
        return {"turns": len(vc.store.load(session_id).turns)}

    @web.get("/everything")
    def everything() -> list[str]:
        return [session.id for session in vc.store.sessions()]

    session, token = vc.begin()
    with TestClient(web, raise_server_exceptions=False, follow_redirects=False) as client:
        world = World(vc, client, session.id, token, token, token, "stale", "gone")
        with pytest.raises(AssertionError, match="forgotten"):
            test_nobody_without_a_fitting_key_gets_in_or_learns_what_exists(world)
        with pytest.raises(AssertionError, match="everything"):
            test_every_route_is_one_of_an_assessment_or_is_known_to_be_open_to_all(world)
