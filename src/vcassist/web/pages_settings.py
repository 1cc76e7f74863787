"""The settings of an assessment: its link, its time budget, what leaves this machine, export, and deleting really."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from vcassist.app import App
from vcassist.interview.session import Session, session_as_json
from vcassist.store.retention import deleted_on
from vcassist.web.egress import egress_of
from vcassist.web.pages import page, see
from vcassist.web.pages_links import links_data
from vcassist.web.pages_talk import secret_link, shell
from vcassist.web.parts import ByCookie, EndingByCookie, OwnerByCookie, TheApp, TheDesk
from vcassist.web.security import drop_token

router = APIRouter()


def settings_page(request: Request, app: App, session: Session, status: int = 200, **more: Any) -> Response:
    """The page; ``more`` is what a form that came back adds: ``problem`` with ``wrong``, the section it is about, and
    ``given``, what was typed there; ``made`` (a new link); ``asked_delete``, ``asked_leave``.
    """
    data = {
        **shell(session, "settings"),
        **links_data(app, session),
        "link": secret_link(request, session),
        "egress": egress_of(app, session),
        "deleted_on": _deleted_on(app, session),
        "asked_delete": False,
        "asked_leave": False,
        "problem": None,
        "wrong": "",
        "given": "",
    }
    return page(request, "settings.html", status, **{**data, **more})


@router.get("/a/{session_id}/settings")
def settings(request: Request, app: TheApp, session: OwnerByCookie) -> Response:
    return settings_page(request, app, session)


def _deleted_on(app: App, session: Session) -> str:
    """The day from which it is deleted by itself if nobody changes it; empty where nothing is deleted by age."""
    days = app.settings.retention_days
    return deleted_on(app.store.changed(session.id), days) if days else ""


@router.post("/a/{session_id}/settings")
def set_minutes(
    app: TheApp, desk: TheDesk, session: ByCookie, minutes: Annotated[int | None, Form(ge=0, le=600)] = None
) -> Response:
    """Sets the time budget; none or 0 lifts it."""
    with desk.alone(session.id):
        app.store.set_minutes(session.id, minutes or None)
    return see(f"/a/{session.id}/settings")


@router.get("/a/{session_id}/export")
def export(session: ByCookie) -> Response:
    text = json.dumps(session_as_json(session), indent=1, ensure_ascii=False)
    name = f'attachment; filename="assessment-{session.id}.json"'
    return Response(text, media_type="application/json", headers={"Content-Disposition": name})


@router.post("/a/{session_id}/delete")
def delete(
    request: Request, app: TheApp, desk: TheDesk, session: EndingByCookie, sure: Annotated[str, Form()] = ""
) -> Response:
    """Deletes everything of the assessment, once the person has ticked that it is meant."""
    if sure != "yes":
        return settings_page(request, app, session, 422, asked_delete=True)
    with desk.alone(session.id):
        app.store.delete(session.id)
    response = see("/deleted")
    drop_token(response, request, session.id)
    return response


@router.post("/a/{session_id}/leave")
def leave(request: Request, app: TheApp, session: ByCookie, sure: Annotated[str, Form()] = "") -> Response:
    """Forgets the key in this browser, once the person has ticked that they kept the link: it alone opens the assessment again."""
    if sure != "yes":
        return settings_page(request, app, session, 422, asked_leave=True)
    response = see("/forgotten")
    drop_token(response, request, session.id)
    return response


@router.get("/forgotten")
def forgotten(request: Request) -> Response:
    return page(request, "resume.html", forgotten=True, wrong=None)


@router.get("/deleted")
def deleted(request: Request) -> Response:
    return page(request, "deleted.html")
