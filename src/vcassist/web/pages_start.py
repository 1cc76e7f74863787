"""The start: what this is, privacy, begin, resume, see an example."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import Response

from vcassist.assets import folder
from vcassist.errors import BadInput, NotFound
from vcassist.web.egress import leaves_when
from vcassist.web.imported import checked_import
from vcassist.web.pages import page, see
from vcassist.web.parts import TheApp
from vcassist.web.security import MAX_BODY, enter, keep_token, kept_sessions
from vcassist.web.views import title_of

router = APIRouter()


@router.get("/")
def start(request: Request, app: TheApp) -> Response:
    kept = [
        {"id": s.id, "title": title_of(s), "at": s.turns[-1].at if s.turns else s.created, "facts": len(s.chain.facts)}
        for s in kept_sessions(app, request)
    ]
    return page(request, "start.html", kept=kept[:5], leaves=leaves_when(app.settings), wrong=None)


@router.post("/begin")
def begin(request: Request, app: TheApp, then: Annotated[str, Form()] = "") -> Response:
    """A new assessment; ``then=documents`` goes to its documents first."""
    session, token = app.begin()
    response = see(f"/a/{session.id}/documents" if then == "documents" else f"/a/{session.id}")
    keep_token(response, request, session.id, token)
    return response


@router.post("/import")
def bring_back(request: Request, app: TheApp, file: Annotated[UploadFile | None, File()] = None) -> Response:
    """Takes an exported assessment in, under a new secret link."""
    try:
        data = json.loads(file.file.read(MAX_BODY) if file else b"")
    except (ValueError, RecursionError) as error:
        raise BadInput("This file is no exported assessment.", "", "Choose the file that “Export” gave you.") from error
    session, token = app.take_in(checked_import(data))
    response = see(f"/a/{session.id}")
    keep_token(response, request, session.id, token)
    return response


@router.post("/resume")
def resume(request: Request, app: TheApp, link: Annotated[str, Form(max_length=2000)] = "") -> Response:
    """Opens the assessment of a secret link."""
    session_id, token = parts_of(link)
    try:
        return enter(app, request, session_id, token)
    except NotFound:
        return page(request, "resume.html", 404, forgotten=False, wrong=link)


def parts_of(link: str) -> tuple[str, str]:
    """(session id, token) of a secret link; empty where there is none."""
    try:
        address = urlsplit(link.strip())
    except ValueError:
        return "", ""
    found = re.search(r"/a/([0-9a-f]{16})", address.path)
    return (found[1] if found else ""), parse_qs(address.query).get("key", [""])[0]


@lru_cache(maxsize=1)
def example() -> Any:
    """The packaged example organisation, as an exported session."""
    return json.loads((folder("web") / "example.json").read_text(encoding="utf-8"))


@router.get("/example")
def about_example(request: Request) -> Response:
    return page(request, "example.html", example=example())


@router.post("/example")
def open_example(request: Request, app: TheApp) -> Response:
    """A copy of the example organisation, to look around in and to change at will."""
    session, token = app.take_in(example())
    response = see(f"/a/{session.id}")
    keep_token(response, request, session.id, token)
    return response
