"""What routes ask for: the App, the desk where turns are taken, and the assessment that a request may open."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from vcassist.app import App
from vcassist.interview.session import Session
from vcassist.web.desk import Desk
from vcassist.web.limits import Limiter
from vcassist.web.problems import PROBLEM
from vcassist.web.schemas import Problem
from vcassist.web.security import SAFE, opened_here, session_with

_bearer = HTTPBearer(auto_error=False, description="The token that creating the assessment answered with.")


def app_of(request: Request) -> App:
    app: App = request.app.state.vcassist
    return app


def desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


TheApp = Annotated[App, Depends(app_of)]
TheDesk = Annotated[Desk, Depends(desk_of)]


def limiter_of(request: Request) -> Limiter:
    limiter: Limiter = request.app.state.limiter
    return limiter


def _counted(request: Request, session: Session) -> Session:
    """The same session. Changes are counted only for who holds a key, so that nobody else can use them up."""
    if request.method not in SAFE:
        limiter_of(request).spend("assessment", session.id, "Very many changes were made here in a short time.")
    return session


def _by_token(
    session_id: str,
    request: Request,
    app: TheApp,
    shown: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> Session:
    return _counted(request, session_with(app, session_id, shown.credentials if shown else None))


def _by_cookie(session_id: str, app: TheApp, request: Request) -> Session:
    return _counted(request, opened_here(app, request, session_id))


ByToken = Annotated[Session, Depends(_by_token)]
ByCookie = Annotated[Session, Depends(_by_cookie)]

_MEANINGS = {
    400: "The body is malformed",
    401: "No token",
    403: "Sent from another site",
    404: "Unknown, or the token does not fit",
    409: "Changed meanwhile",
    413: "Too large",
    422: "The input cannot be used",
    429: "Too many requests for now; `Retry-After` says in how many seconds to try again",
    500: "A fault of ours",
    503: "Not available now",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The error answers of a route, for its OpenAPI description."""
    return {
        status: {"description": _MEANINGS[status], "content": {PROBLEM: {"schema": Problem.model_json_schema()}}}
        for status in (*statuses, 422, 429, 500, 503)
    }


READS = problems(401, 404)
WRITES = problems(400, 401, 403, 404, 409, 413)
OPEN_READS = problems(404)
OPEN_WRITES = problems(400, 403, 413)
