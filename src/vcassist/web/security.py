"""What guards the web application: headers, a check of where a request comes from, and the key of an assessment."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vcassist.access import Access, Locked, Role, no_token
from vcassist.app import App
from vcassist.errors import NotFound, TooLarge, VcassistError
from vcassist.interview.session import Session
from vcassist.store.memory import unknown_session
from vcassist.web.compression import shows_key

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
        upload = scope["path"].endswith("/documents")
        keyless = upload and not _shows_key(scope["path"], headers)
        # What is read before any key is looked at may be large only for who shows one.
        limit = MAX_UPLOAD if upload and not keyless else MAX_BODY
        declared = headers.get("content-length", "0")
        if not declared.isdigit() or int(declared) > limit:
            error = _keyless(scope["path"]) if keyless else too_large(limit)
            await _refusal(scope, error)(scope, receive, with_headers)
            return
        await self.app(scope, _counted(receive, limit), with_headers)


def _shows_key(path: str, headers: Headers) -> bool:
    """True where a key of the assessment comes along, whether it fits or not: a cookie named after it, or a token."""
    if path.startswith("/api/"):
        return "authorization" in headers
    session_id = path.removeprefix("/a/").partition("/")[0]
    return f"{COOKIES['owner']}_{session_id}=" in headers.get("cookie", "")


def _keyless(path: str) -> VcassistError:
    return no_token() if path.startswith("/api/") else not_open_here()


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


class OnlyReading(VcassistError):
    """A change, asked for by a link that is for reading."""

    status = 403
    title = "This link is for reading"

    def __init__(self) -> None:
        super().__init__(
            "You came by a link that is for reading only.", "Nothing was changed.", "Ask whoever sent it to change it."
        )


def access_with(app: App, session_id: str, shown: str | None) -> Access:
    """As what a key lets somebody in. An id that cannot be one is as unknown as any other. Raises NotAllowed, NotFound, Locked."""
    if shown and not SESSION_ID.fullmatch(session_id):
        raise unknown_session()
    return app.doors.access(session_id, shown)


def may(access: Access, *, change: bool) -> None:
    """Raises OnlyReading, or NotFound for a link that opens single questions and nothing else."""
    if access.role == "questions":
        raise unknown_session()
    if change and access.role != "owner":
        raise OnlyReading


# --- the browser's keys -----------------------------------------------------------------------------------------------

# A link for reading never takes the place of the owner's key in the owner's own browser: each kind has its cookie.
COOKIES: Mapping[Role, str] = {"owner": "vc", "read": "vr", "questions": "vq"}
# What a link opens, after /a/{id}.
PATHS: Mapping[Role, str] = {"owner": "", "read": "", "questions": "/asked"}


# Over https browsers hold such a cookie to this host alone, to secure lines and to the whole site.
HOST_ONLY = "__Host-"


def _prefix(request: Request) -> str:
    return HOST_ONLY if request.url.scheme == "https" else ""


def cookie_name(request: Request, session_id: str, role: Role = "owner") -> str:
    return f"{_prefix(request)}{COOKIES[role]}_{session_id}"


def cookie_of(request: Request, session_id: str, role: Role = "owner") -> str | None:
    return request.cookies.get(cookie_name(request, session_id, role))


def keep_token(response: Response, request: Request, session_id: str, token: str, role: Role = "owner") -> None:
    """Keeps the token in a cookie of its own that scripts cannot read and other sites cannot send."""
    response.set_cookie(
        cookie_name(request, session_id, role),
        token,
        max_age=COOKIE_DAYS * 86_400,
        path="/",
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def drop_token(response: Response, request: Request, session_id: str) -> None:
    for role in COOKIES:
        response.delete_cookie(
            cookie_name(request, session_id, role),
            path="/",
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )


def token_in(request: Request, session_id: str) -> str | None:
    """The owner's key in this browser."""
    return cookie_of(request, session_id)


def link_with(request: Request, session_id: str, key: str) -> str:
    """The link that a key is given away in; what it opens follows from the key. The answer that shows it is not compressed."""
    shows_key(request)
    return f"{request.base_url}a/{session_id}?key={key}"


def enter(app: App, request: Request, session_id: str, key: str) -> Response:
    """Leads to what a link opens; its key goes into a cookie and out of the address. Raises NotFound."""
    try:
        role = access_with(app, session_id, key or "-").role
    except Locked as locked:
        # The page that it leads to asks for the passphrase.
        role = locked.role
    response = RedirectResponse(f"/a/{session_id}{PATHS[role]}", 303)
    keep_token(response, request, session_id, key, role)
    return response


def access_here(app: App, request: Request, session_id: str, roles: Sequence[Role] = ("owner", "read")) -> Access:
    """As what this browser may come in, by the first of its keys that fits. Raises Locked, NotFound for everything else alike."""
    locked = None
    for role in roles:
        if shown := cookie_of(request, session_id, role):
            try:
                access = access_with(app, session_id, shown)
            except Locked as error:
                locked = locked or error
                continue
            except NotFound:
                continue
            if access.role in roles:
                return access
    if locked is not None:
        raise locked
    raise not_open_here()


def not_open_here() -> NotFound:
    return NotFound(
        "This assessment is not open in this browser.",
        "It needs its secret link, or it was deleted.",
        "Open the secret link that you kept, or begin a new assessment.",
    )


def opened_here(app: App, request: Request, session_id: str) -> Session:
    """The session that this browser may read. Raises Locked, NotFound."""
    access_here(app, request, session_id)
    return app.store.load(session_id)


def kept_sessions(app: App, request: Request) -> list[Session]:
    """The assessments that this browser holds keys to, the latest first."""
    found: list[Session] = []
    prefix = f"{_prefix(request)}{COOKIES['owner']}_"
    names: list[Any] = [name for name in request.cookies if name.startswith(prefix)]
    for name in names[-KEPT_COOKIES:]:
        try:
            found.append(_own(app, name.removeprefix(prefix), request.cookies[name]))
        except (NotFound, Locked):
            continue
    return sorted(found, key=lambda s: s.turns[-1].at if s.turns else s.created, reverse=True)


def _own(app: App, session_id: str, shown: str) -> Session:
    if access_with(app, session_id, shown).role != "owner":
        raise unknown_session()
    return app.store.load(session_id)
