"""Every error as an answer: problem+json for programs, a page for people, in the words of the error itself."""

from __future__ import annotations

import json
import logging
import re
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from vcassist.access import Locked
from vcassist.errors import VcassistError

PROBLEM = "application/problem+json"
# What looks after the server asks here, on the machine itself; none of it says anything of an assessment.
OPERATING = ("/healthz", "/readyz", "/metrics")
_log = logging.getLogger("vcassist.web")
_OWN = {
    404: ("Not found", "There is nothing at this address. The link may be wrong or out of date."),
    405: ("This cannot be done here", "This address exists, but not for this kind of request."),
    413: ("Too large", "What was sent is larger than this address takes. Send less at once."),
    400: (
        "This request cannot be read",
        "The request is malformed. Check that its body is valid JSON or a valid form.",
    ),
}


def kind_slug(error: Exception) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", type(error).__name__).lower()


def problem_of(error: Exception) -> dict[str, Any]:
    """``{"type", "title", "status", "detail"}`` for any exception; what is no VcassistError says nothing of itself."""
    if isinstance(error, VcassistError):
        return {
            "type": f"urn:vcassist:{kind_slug(error)}",
            "title": error.title,
            "status": error.status,
            "detail": str(error),
        }
    if isinstance(error, RequestValidationError):
        return {
            "type": "urn:vcassist:bad-input",
            "title": "This input cannot be used",
            "status": 422,
            "detail": " ".join(_complaint(e) for e in error.errors()[:5]),
        }
    if isinstance(error, HTTPException):
        title, detail = _OWN.get(error.status_code, (HTTPStatus(error.status_code).phrase, str(error.detail)))
        return {"type": "about:blank", "title": title, "status": error.status_code, "detail": detail}
    return {
        "type": "about:blank",
        "title": "Something went wrong",
        "status": 500,
        "detail": "This is a fault of ours. What was stored before is safe. "
        "Try again; if it stays so, tell whoever runs this server.",
    }


def _complaint(error: Any) -> str:
    where = ".".join(str(part) for part in error.get("loc", ()) if part != "body") or "The request"
    return f"{where}: {str(error.get('msg', 'cannot be used')).rstrip('.')}."


def problem_response(error: Exception) -> Response:
    problem = problem_of(error)
    headers = dict(getattr(error, "headers", None) or {})
    if problem["status"] == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(json.dumps(problem), problem["status"], headers, PROBLEM)


def for_programs(request: Request) -> bool:
    """True where a problem+json is wanted: by the API, and by the script of a page that waits for events."""
    events = "text/event-stream" in request.headers.get("accept", "")
    return events or request.url.path.startswith("/api/") or request.url.path in ("/api", *OPERATING)


async def answer_to(request: Request, error: Exception) -> Response:
    """The answer to an error: for a program, or a page. A form that was refused for now is in the page, to be sent again."""
    from vcassist.web.limits import kept_form
    from vcassist.web.pages import error_page, page

    if for_programs(request):
        return problem_response(error)
    problem = problem_of(error)
    if isinstance(error, Locked):
        return page(request, "locked.html", error.status, at=f"/a/{error.session_id}", problem=None)
    again = await kept_form(request) if problem["status"] in (429, 503) else None
    return error_page(request, problem, getattr(error, "headers", None), again)


def install(api: FastAPI) -> None:
    """One handler for all errors."""
    from vcassist.web.metrics import method_of, route_of
    from vcassist.web.security import HEADERS

    async def handle(request: Request, error: Exception) -> Response:
        problem = problem_of(error)
        if problem["status"] >= 500:
            told = {"method": method_of(request.scope), "route": route_of(request.scope), "status": problem["status"]}
            _log.error("%s %s failed", told["method"], told["route"], exc_info=error, extra=told)
        response = await answer_to(request, error)
        # An unexpected error is answered outside the guard, so its headers are put on here.
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    for kind in (VcassistError, RequestValidationError, HTTPException, Exception):
        api.add_exception_handler(kind, handle)
