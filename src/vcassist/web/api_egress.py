"""The API's say over what leaves this server: what would be sent to whom, the agreement, and the receipts of what was sent."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from vcassist.web.egress import egress_of
from vcassist.web.parts import READS, WRITES, ByToken, TheApp
from vcassist.web.schemas import EgressIn, EgressOut

router = APIRouter(tags=["what leaves"])


@router.get("/sessions/{session_id}/egress", response_model=EgressOut, responses=READS)
def get_egress(app: TheApp, session: ByToken) -> dict[str, Any]:
    """What would be sent, to whom and in which country; whether that was agreed; and a receipt of each call.

    Until a remote model is agreed to, turns are read on this server and nothing leaves it.
    """
    return egress_of(app, session)


@router.put("/sessions/{session_id}/egress", response_model=EgressOut, responses=WRITES)
def put_egress(app: TheApp, session: ByToken, body: EgressIn) -> dict[str, Any]:
    """Agrees to the notice that `GET` shows, or refuses it. Counts from the next call to the model on, also within a turn."""
    app.decide_egress(session.id, agreed=body.agree, redact=body.redact, count=body.count)
    return egress_of(app, app.store.load(session.id))
