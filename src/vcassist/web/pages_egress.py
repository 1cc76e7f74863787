"""The question whether words may leave this server, asked once an assessment and changeable in its settings."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from starlette.responses import Response

from vcassist.web.pages import see
from vcassist.web.parts import ByCookie, TheApp

router = APIRouter()


@router.post("/a/{session_id}/egress")
def decide(
    app: TheApp,
    session: ByCookie,
    answer: Annotated[Literal["yes", "masked", "no"], Form()],
    count: Annotated[bool, Form()] = False,
    back: Annotated[str, Form()] = "",
) -> Response:
    """Keeps the decision and goes back to where it was taken."""
    app.decide_egress(session.id, agreed=answer != "no", redact=answer == "masked", count=count)
    return see(f"/a/{session.id}/settings#leaves" if back == "settings" else f"/a/{session.id}")
