"""The report of an assessment: findings with decisions, the full report to read, every format to take away."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import Response

from vcassist.errors import BadInput
from vcassist.report.review import review_in
from vcassist.report.seal import resealed
from vcassist.web.decisions import STATES, decide
from vcassist.web.pages import page, see
from vcassist.web.pages_talk import shell
from vcassist.web.parts import ByCookie, TheApp, TheDesk
from vcassist.web.reports import as_download, letters_of, offered_formats, render_report, short_formats, stamp_of
from vcassist.web.views import assessed, progress_of

router = APIRouter()
_STYLE = re.compile(rb"<style[^>]*>(.*?)</style>", re.S)
_BACK = (
    b".stamp{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5rem;align-items:baseline;text-align:left}"
    b".back{margin:0;padding:0;max-width:none}.back a{display:inline-block;padding:.15rem 0;color:inherit}"
    b".back a:focus-visible{outline-color:currentcolor}@media print{.back{display:none}}"
)


@router.get("/a/{session_id}/report")
def report(request: Request, app: TheApp, session: ByCookie) -> Response:
    found = assessed(app, session)
    return page(
        request,
        "report.html",
        **shell(session, "report"),
        found=found,
        progress=progress_of(session, found),
        formats=offered_formats(),
        short_formats=short_formats(),
        states=STATES,
        review=review_in(session.extra),
        stamp=stamp_of(session),
        letters=letters_of(app, session),
    )


@router.get("/a/{session_id}/report/full")
def full_report(app: TheApp, session: ByCookie) -> Response:
    """The report as one self-contained page, with a way back to the assessment. Its own style is allowed by its hash, and nothing else is."""
    made = render_report(app, session, "html")
    content = with_way_back(made.content, f"/a/{session.id}/report")
    response = as_download(made, content, inline=True)
    response.headers["content-security-policy"] = (
        f"default-src 'none'; img-src data:; style-src {style_hashes(content)}; base-uri 'none'; "
        "form-action 'none'; "
        "frame-ancestors 'self'"
    )
    return response


def with_way_back(html: bytes, address: str) -> bytes:
    """A report's page with a link in its bar, which stays in sight however far one reads; a page that is kept has the digest that fits it."""
    bar, link = (
        b'<aside class="stamp',
        f'<nav class="back" aria-label="This assessment"><a href="{address}">Back to the assessment</a></nav>',
    )
    shown = html.replace(b"</head>", b"<style>" + _BACK + b"</style>\n</head>", 1)
    head, mark, rest = shown.partition(bar)
    tag, end, rest = rest.partition(b">")
    return resealed(head + mark + tag + end + link.encode() + rest) if mark else html


def style_hashes(html: bytes) -> str:
    """The CSP sources that allow exactly the style elements of a page."""
    sums = [base64.b64encode(hashlib.sha256(text).digest()).decode() for text in _STYLE.findall(html)]
    return " ".join(f"'sha256-{s}'" for s in sums) or "'none'"


@router.get("/a/{session_id}/report.{format_}")
def download(
    app: TheApp, session: ByCookie, format_: str, supplier: str = "", short: Annotated[bool, Query()] = False
) -> Response:
    return as_download(render_report(app, session, format_, supplier, short))


@router.post("/a/{session_id}/report/review")
def mark_reviewed(
    app: TheApp,
    desk: TheDesk,
    session: ByCookie,
    by: Annotated[str, Form(max_length=200)] = "",
    undo: Annotated[str, Form(max_length=3)] = "",
) -> Response:
    """Puts a name and today's date to the facts as they are now, or takes that back."""
    with desk.alone(session.id):
        app.mark_reviewed(session.id, None if undo else by)
    return see(f"/a/{session.id}/report#review")


@router.post("/a/{session_id}/findings/{finding_id}")
def set_decision(
    app: TheApp,
    desk: TheDesk,
    session: ByCookie,
    finding_id: str,
    state: Annotated[str, Form()] = "open",
    note: Annotated[str, Form(max_length=2000)] = "",
    who: Annotated[str | None, Form(max_length=200)] = None,
    by_when: Annotated[str | None, Form(max_length=40)] = None,
    back: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    if state not in STATES:
        raise BadInput("This decision does not exist.", "", "Choose one of those offered.")
    decide(app, desk, session, finding_id, state, note, who=who, by_when=by_when)
    if back == "why":
        return see(f"/a/{session.id}/findings/{finding_id}")
    return see(f"/a/{session.id}/report#f-{finding_id.replace('@', '-')}")
