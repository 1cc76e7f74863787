"""Documents of an assessment: bring them, see what was read on which page, accept or refuse each fact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, File, Form, Header, Request, UploadFile
from starlette.responses import Response

from vcassist.chain.facts import split_ref
from vcassist.errors import VcassistError
from vcassist.interview.session import Session
from vcassist.web.brought import Brought, accept, brought, go_on_at, reading, refuse
from vcassist.web.events import stream, wants_events
from vcassist.web.pages import is_part, page, refused, see
from vcassist.web.pages_talk import shell
from vcassist.web.parts import ByCookie, TheApp, TheDesk, anew
from vcassist.web.problems import problem_response
from vcassist.web.reports import read_uploads

router = APIRouter()


def _shown(session: Session, read: Sequence[Brought] | None = None) -> dict[str, Any]:
    """What the page shows; ``read``: what was brought, where it is at hand."""
    return {**shell(session, "documents"), "read": brought(session) if read is None else read}


def _documents(request: Request, session: Session, error: VcassistError | None = None) -> Response:
    if error is None:
        return page(request, "documents.html", **_shown(session), problem=None)
    return refused(request, "error-part.html" if is_part(request) else "documents.html", error, **_shown(session))


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
    act: Annotated[Literal["accept", "refuse", "accept-part", "accept-all"], Form()],
    ref: Annotated[str, Form(max_length=80)] = "",
    part: Annotated[str, Form(max_length=40)] = "",
) -> Response:
    """Accepts or refuses a fact that was read; ``accept-part`` accepts all that was read of a component, ``accept-all`` the whole reading.

    It goes on at the next fact. A script that asked for a piece of the page gets what was read, and in ``X-Place`` where to go on.
    """
    try:
        if act in ("accept", "refuse"):
            split_ref(ref)
        with desk.alone(session.id):
            fresh = app.store.load(session.id)
            meant = part if act == "accept-part" else ref
            judged = [
                f.ref for f in reading(fresh, number).facts if act == "accept-all" or meant in (f.component, f.ref)
            ]
            if act == "refuse":
                refuse(app, fresh, number, ref)
            else:
                accept(app, fresh, number, judged)
            now = app.store.load(session.id)
    except VcassistError as error:
        return _documents(request, anew(app, session), error)
    read = brought(now)
    place = go_on_at(brought(fresh), read, number, judged)
    if is_part(request):
        response = page(request, "documents-read.html", **_shown(now, read))
        response.headers["X-Place"] = place
        return response
    return see(f"/a/{session.id}/documents#{place}")
