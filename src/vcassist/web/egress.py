"""What a person is told and has decided about words leaving this server, as plain data for the pages and the API."""

from __future__ import annotations

from typing import Any

from vcassist.app import App
from vcassist.interview.receipts import receipts_in
from vcassist.interview.session import Session
from vcassist.settings import Settings


def leaves_when(settings: Settings) -> str:
    """When words go to a model elsewhere: "agreed" (for all assessments), "asked" (each person first), or "" (never)."""
    if settings.reading == "offline" or not settings.model_is_remote:
        return ""
    return "agreed" if settings.model_allowed else "asked"


def egress_of(app: App, session: Session) -> dict[str, Any]:
    """``{"asked", "allowed", "remote", "notice", "agreement", "receipts"}``; ``notice`` is None where no model is used.

    ``asked``: the person is still to be asked. ``allowed``: words may go to the model now.
    """
    from vcassist.llm.agreement import agreement_in, may_leave, must_ask

    receipts = [receipt.as_json() for receipt in receipts_in(session.extra)]
    if app.settings.reading == "offline":
        return {
            "asked": False, "allowed": False, "remote": False, "notice": None, "agreement": None, "receipts": receipts,
        }  # fmt: skip
    told = app.assistant.told
    kept = agreement_in(session.extra, told)
    return {
        "asked": must_ask(app.settings, told, kept),
        "allowed": may_leave(app.settings, told, kept),
        "remote": told.remote,
        "notice": told.as_json(),
        "agreement": kept.as_json() if kept else None,
        "receipts": receipts,
    }
