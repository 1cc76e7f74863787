"""Documents of an assessment: bring them, see what was read on which page, accept or refuse each fact."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, Header, Request, UploadFile
from starlette.responses import Response

from vcassist.chain.facts import split_ref
from vcassist.errors import VcassistError
from vcassist.interview.session import Session
from vcassist.web.brought import accept, brought, refuse
from vcassist.web.events import stream, wants_events
from vcassist.web.pages import page, refused, see
from vcassist.web.pages_talk import shell
from vcassist.web.parts import ByCookie, TheApp, TheDesk, anew
from vcassist.web.problems import problem_response
from vcassist.web.reports import read_uploads

router = APIRouter()


def _documents(request: Request, session: Session, error: VcassistError | None = None) -> Response:
    data = {**shell(session, "documents"), "read": brought(session)}
    if error is not None:
        return refused(request, "documents.html", error, **data)
    return page(request, "documents.html", **data, problem=None)


@router.get("/a/{session_id}/documents")
def documents(request: Request, session: ByCookie) -> Response:
    return _documents(request, session)


@router.post("/a/{session_id}/documents")
def bring(
    request: Request,
    app: TheApp,
    desk: TheDesk,
    session: ByCookie,
    files: Annotated[list[UploadFile] | None, File()] = None,
    accept: Annotated[str | None, Header()] = None,
) -> Response:
    """Reads files into the assessment. Who asks for events is told of each page as it is read."""
    try:
        given = read_uploads(files or [])
        run = desk.bring(session.id, given)
        if wants_events(accept):
            return stream(run)
        run.turn()
    except VcassistError as error:
        if wants_events(accept):
            return problem_response(error)
        return _documents(request, anew(app, session), error)
    return see(f"/a/{session.id}/documents#read")


@router.post("/a/{session_id}/documents/{number}")
def judge(
    request: Request,
    app: TheApp,
    desk: TheDesk,
    session: ByCookie,
    number: int,
    act: Annotated[Literal["accept", "refuse", "accept-all"], Form()],
    ref: Annotated[str, Form(max_length=80)] = "",
) -> Response:
    """Accepts or refuses a fact that was read; ``accept-all`` accepts the whole reading."""
    try:
        if act != "accept-all":
            split_ref(ref)
        with desk.alone(session.id):
            fresh = app.store.load(session.id)
            if act == "refuse":
                refuse(app, fresh, number, ref)
            else:
                accept_these = None if act == "accept-all" else [ref]
                accept(app, fresh, number, accept_these)
    except VcassistError as error:
        return _documents(request, anew(app, session), error)
    return see(f"/a/{session.id}/documents#read")
