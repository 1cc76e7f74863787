"""What guards the web application: headers, a check of where a request comes from, and the key of an assessment."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vcassist.app import App
from vcassist.errors import NotFound, TooLarge, VcassistError
from vcassist.interview.session import Session
from vcassist.store.memory import unknown_session

CSP = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # same-origin, not no-referrer: with the latter browsers send "Origin: null" with our own forms.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
SESSION_ID = re.compile(r"[0-9a-f]{16}")
MAX_BODY = 2_000_000
MAX_UPLOAD = 25_000_000
COOKIE_DAYS = 180
KEPT_COOKIES = 12


class ForeignRequest(VcassistError):
    """An unsafe request that another site sent."""

    status = 403
    title = "Sent from another site"


_FOREIGN = ("This was sent from another site.", "It was not carried out.", "Open the page here and do it again.")


class Guard:
    """ASGI middleware: refuses unsafe requests from other sites and puts the security headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith(("/static/", "/glossary", "/register")):
                    headers.setdefault("cache-control", "no-store")
            await send(message)

        headers = Headers(scope=scope)
        if scope["method"] not in SAFE and is_foreign(headers):
            await _refusal(scope, ForeignRequest(*_FOREIGN))(scope, receive, with_headers)
            return
        limit = MAX_UPLOAD if scope["path"].endswith("/documents") else MAX_BODY
        declared = headers.get("content-length", "0")
        if not declared.isdigit() or int(declared) > limit:
            await _refusal(scope, too_large(limit))(scope, receive, with_headers)
            return
        await self.app(scope, _counted(receive, limit), with_headers)


def too_large(limit: int) -> TooLarge:
    return TooLarge(
        "This is too large to take in.", f"At most {limit // 1_000_000} MB are taken at once.", "Send it in parts."
    )


def _counted(receive: Receive, limit: int) -> Receive:
    """The same body, cut off with TooLarge when it grows over the limit without having said so."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise HTTPException(413)
        return message

    return counted


def is_foreign(headers: Headers) -> bool:
    """True when a browser says that another site sent this. Programs that say nothing of it are let through."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def _refusal(scope: Scope, error: VcassistError) -> Response:
    from vcassist.web.pages import error_page
    from vcassist.web.problems import for_programs, problem_of, problem_response

    request = Request(scope)
    return problem_response(error) if for_programs(request) else error_page(request, problem_of(error))


def session_with(app: App, session_id: str, token: str | None) -> Session:
    """The session that id and token open. An id that cannot be one is as unknown as any other."""
    if token and not SESSION_ID.fullmatch(session_id):
        raise unknown_session()
    return app.opened(session_id, token)


# --- the browser's key ------------------------------------------------------------------------------------------------


def cookie_name(session_id: str) -> str:
    return f"vc_{session_id}"


def keep_token(response: Response, request: Request, session_id: str, token: str) -> None:
    """Keeps the token in a cookie of its own that scripts cannot read and other sites cannot send."""
    response.set_cookie(
        cookie_name(session_id),
        token,
        max_age=COOKIE_DAYS * 86_400,
        path="/",
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def drop_token(response: Response, session_id: str) -> None:
    response.delete_cookie(cookie_name(session_id), path="/", httponly=True, samesite="lax")


def token_in(request: Request, session_id: str) -> str | None:
    return request.cookies.get(cookie_name(session_id))


def opened_here(app: App, request: Request, session_id: str) -> Session:
    """The session that this browser holds the key to. Without a key it is as unknown as one that does not exist."""
    token = token_in(request, session_id)
    if not token:
        raise NotFound(
            "This assessment is not open in this browser.",
            "It needs its secret link, or it was deleted.",
            "Open the secret link that you kept, or begin a new assessment.",
        )
    return session_with(app, session_id, token)


def kept_sessions(app: App, request: Request) -> list[Session]:
    """The assessments that this browser holds keys to, the latest first."""
    found: list[Session] = []
    names: list[Any] = [name for name in request.cookies if name.startswith("vc_")]
    for name in names[-KEPT_COOKIES:]:
        try:
            found.append(session_with(app, name.removeprefix("vc_"), request.cookies[name]))
        except NotFound:
            continue
    return sorted(found, key=lambda s: s.turns[-1].at if s.turns else s.created, reverse=True)
