"""What routes ask for: the App, the desk where turns are taken, and the assessment that a request may open."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from vcassist.access import Access
from vcassist.app import App
from vcassist.errors import StorageTrouble
from vcassist.interview.ports import Link
from vcassist.interview.session import Session
from vcassist.store.memory import unknown_session
from vcassist.web.desk import Desk
from vcassist.web.limits import Limiter
from vcassist.web.problems import PROBLEM
from vcassist.web.schemas import Problem
from vcassist.web.security import SAFE, access_here, access_with, may, not_open_here

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


def _shown(shown: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]) -> str | None:
    return shown.credentials if shown else None


TheLimiter = Annotated[Limiter, Depends(limiter_of)]
Shown = Annotated[str | None, Depends(_shown)]


def _in(request: Request, app: App, session_id: str, access: Access, *, counted: bool = True) -> Session:
    """The session, for who may come in. Pages show by ``request.state.role`` what can be done. Changes are counted only for
    who holds a key, and for each key by itself, so that nobody else can use them up.
    """
    request.state.role = access.role
    if counted and request.method not in SAFE:
        limiter_of(request).spend(
            "assessment", _key_of(session_id, access), "Very many changes were made here in a short time."
        )
    return app.store.load(session_id)


def _key_of(session_id: str, access: Access) -> str:
    """What counts as one key of an assessment: its owner's, or a link."""
    return f"{session_id} {access.link.id if access.link else access.role}"


def count_passphrase(limiter: Limiter, session_id: str, access: Access) -> None:
    """Counts a try for its key, and those of all links together. Raises TooMany.

    The owner has a count of their own: no link, and no number of them, can keep them out.
    """
    what = "Very many passphrases were tried here."
    limiter.spend("passphrase", _key_of(session_id, access), what)
    if access.link is not None:
        limiter.spend("passphrase-links", session_id, what)


def anew(app: App, session: Session) -> Session:
    """The session as it is now; where the store does not answer, as it was when the request came in."""
    try:
        return app.store.load(session.id)
    except StorageTrouble:
        return session


# Reading takes the owner's key or a link for reading; changing, which is what every other method is for, the owner's key. A route
# that shows what only the owner may see asks for the owner by name; a route for colleagues' questions takes their links alone.


def _by_token(session_id: str, request: Request, app: TheApp, shown: Shown) -> Session:
    access = access_with(app, session_id, shown)
    may(access, change=request.method not in SAFE)
    return _in(request, app, session_id, access)


def _owner_by_token(session_id: str, request: Request, app: TheApp, shown: Shown) -> Session:
    access = access_with(app, session_id, shown)
    may(access, change=True)
    return _in(request, app, session_id, access)


def _ending_by_token(session_id: str, request: Request, app: TheApp, shown: Shown) -> Session:
    """For taking a key back, or everything: that must be possible however much was changed before."""
    access = access_with(app, session_id, shown)
    may(access, change=True)
    return _in(request, app, session_id, access, counted=False)


def _asked_by_token(session_id: str, request: Request, app: TheApp, shown: Shown) -> tuple[Session, Link]:
    access = access_with(app, session_id, shown)
    if access.link is None or access.role != "questions":
        raise unknown_session()
    return _in(request, app, session_id, access), access.link


def by_cookie(session_id: str, app: TheApp, request: Request) -> Session:
    access = access_here(app, request, session_id)
    may(access, change=request.method not in SAFE)
    return _in(request, app, session_id, access)


def _owner_by_cookie(session_id: str, app: TheApp, request: Request) -> Session:
    access = access_here(app, request, session_id)
    may(access, change=True)
    return _in(request, app, session_id, access)


def _ending_by_cookie(session_id: str, app: TheApp, request: Request) -> Session:
    access = access_here(app, request, session_id)
    may(access, change=True)
    return _in(request, app, session_id, access, counted=False)


def _asked_by_cookie(session_id: str, app: TheApp, request: Request) -> tuple[Session, Link]:
    access = access_here(app, request, session_id, ("questions",))
    if access.link is None:
        raise not_open_here()
    return _in(request, app, session_id, access), access.link


ByToken = Annotated[Session, Depends(_by_token)]
OwnerByToken = Annotated[Session, Depends(_owner_by_token)]
EndingByToken = Annotated[Session, Depends(_ending_by_token)]
AskedByToken = Annotated[tuple[Session, Link], Depends(_asked_by_token)]
ByCookie = Annotated[Session, Depends(by_cookie)]
OwnerByCookie = Annotated[Session, Depends(_owner_by_cookie)]
EndingByCookie = Annotated[Session, Depends(_ending_by_cookie)]
AskedByCookie = Annotated[tuple[Session, Link], Depends(_asked_by_cookie)]

_MEANINGS = {
    400: "The body is malformed",
    401: "No token",
    403: "Sent from another site, or by a link that is for reading only",
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
OWNER_READS = problems(401, 403, 404)
WRITES = problems(400, 401, 403, 404, 409, 413)
OPEN_READS = problems(404)
OPEN_WRITES = problems(400, 403, 413)
