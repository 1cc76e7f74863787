"""Whether the server is well, and which parts are ready."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from vcassist import __version__
from vcassist.errors import VcassistError
from vcassist.web.parts import TheApp, problems
from vcassist.web.schemas import Health

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
