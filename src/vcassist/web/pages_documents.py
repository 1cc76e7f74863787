"""Documents of an assessment: bring them, and see what was read in them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Request, UploadFile
from starlette.responses import Response

from vcassist.errors import VcassistError
from vcassist.web.pages import page, see
from vcassist.web.pages_talk import exchanges, shell
from vcassist.web.parts import ByCookie, TheApp, TheDesk
from vcassist.web.problems import problem_of
from vcassist.web.reports import draft_from, read_uploads

router = APIRouter()


@router.get("/a/{session_id}/documents")
def documents(request: Request, session: ByCookie) -> Response:
    read = [e for e in exchanges(session) if e["turn"].document]
    return page(request, "documents.html", **shell(session, "documents"), read=read, problem=None)


@router.post("/a/{session_id}/documents")
def bring(
    request: Request,
    app: TheApp,
    desk: TheDesk,
    session: ByCookie,
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    try:
        brought = read_uploads(files or [])
        with desk.alone(session.id):
            draft_from(app, app.store.load(session.id), brought)
    except VcassistError as error:
        read = [e for e in exchanges(session) if e["turn"].document]
        return page(
            request, "documents.html", error.status, **shell(session, "documents"), read=read, problem=problem_of(error)
        )
    return see(f"/a/{session.id}/documents#read")
