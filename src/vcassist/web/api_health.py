"""Whether the server is well, and which parts are ready."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request, Response

from vcassist import __version__
from vcassist.app import App
from vcassist.errors import SOON, NotReady, VcassistError
from vcassist.web.parts import app_of, problems
from vcassist.web.pulse import Pulse
from vcassist.web.schemas import Health, Ready

router = APIRouter(tags=["health"])


# Seconds: who restarts what does not answer asks often and briefly; who sends people here may wait.
ALIVE, READY = 2.0, 10.0
_NOT_IN_TIME = "It did not answer in time."


class Pulses:
    """What is looked at again and again beside the requests. Both run on the event loop, so that no thread is needed for an answer."""

    def __init__(self, app: App) -> None:
        self.alive = Pulse(lambda: _told(lambda: _touch(app)), _NOT_IN_TIME, ALIVE)
        self.database = Pulse(lambda: _told(lambda: app.store.ready()), _NOT_IN_TIME, READY)
        self.index = Pulse(lambda: _told(lambda: _index(app)), _NOT_IN_TIME, READY)

    def close(self) -> None:
        for each in (self.alive, self.database, self.index):
            each.close()


@router.get("/healthz", response_model=Health, responses=problems())
async def healthz(request: Request) -> dict[str, Any]:
    """Quick: loads nothing that was not needed so far. ``glossary`` and ``reader`` become ready with the first turn."""
    app, pulses = app_of(request), pulses_of(request)
    loaded = app.__dict__
    database = not await pulses.alive.trouble()
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
async def readyz(request: Request, response: Response) -> dict[str, Any]:
    """Whether people can be sent here now: the database answers and has the schema of this version, the index is there."""
    pulses = pulses_of(request)
    database, index = await asyncio.gather(pulses.database.trouble(), pulses.index.trouble())
    parts = {"database": database, "index": index}
    ready = not any(parts.values())
    if not ready:
        response.status_code = 503
        response.headers.update(SOON)
    return {"status": "ready" if ready else "not ready", "trouble": {k: v for k, v in parts.items() if v}}


def pulses_of(request: Request) -> Pulses:
    pulses: Pulses = request.app.state.pulses
    return pulses


def _touch(app: App) -> None:
    app.store.token_hash("0" * 16)


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
