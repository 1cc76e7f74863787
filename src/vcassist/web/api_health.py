"""Whether the server is well, and which parts are ready."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Response

from vcassist import __version__
from vcassist.app import App
from vcassist.errors import NotReady, VcassistError
from vcassist.web.parts import TheApp, problems
from vcassist.web.schemas import Health, Ready

router = APIRouter(tags=["health"])


@router.get("/healthz", response_model=Health, responses=problems())
def healthz(app: TheApp) -> dict[str, Any]:
    """Quick: loads nothing that was not needed so far. ``glossary`` and ``reader`` become ready with the first turn."""
    loaded = app.__dict__
    try:
        app.store.token_hash("0" * 16)
        database = True
    except VcassistError:
        database = False
    return {
        "status": "ok" if database else "trouble",
        "version": __version__,
        "ready": {
            "database": database,
            "glossary": "glossary" in loaded,
            "reader": "reader" in loaded,
            "model": app.settings.model_allowed,
        },
    }


@router.get("/readyz", response_model=Ready, responses={503: {"model": Ready, "description": "Not ready"}})
def readyz(app: TheApp, response: Response) -> dict[str, Any]:
    """Whether people can be sent here now: the database answers and has the schema of this version, the index is there."""
    parts = {"database": _told(lambda: app.store.ready()), "index": _told(lambda: _index(app))}
    ready = not any(parts.values())
    response.status_code = 200 if ready else 503
    return {"status": "ready" if ready else "not ready", "trouble": {k: v for k, v in parts.items() if v}}


def _told(check: Callable[[], None]) -> str:
    """Nothing when it is well, else our own sentence about it."""
    try:
        check()
    except VcassistError as error:
        return str(error)
    return ""


def _index(app: App) -> None:
    if "glossary" not in app.__dict__:
        raise NotReady("The index is being loaded.")
    app.glossary.reachable()
