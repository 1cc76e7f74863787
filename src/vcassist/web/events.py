"""Server-sent events of one turn: understood, reply pieces, then done or error; the stream always ends."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

from starlette.responses import StreamingResponse

from vcassist.errors import VcassistError
from vcassist.web.desk import Run
from vcassist.web.problems import problem_of

BEAT = 15.0
_log = logging.getLogger("vcassist.web")


def one_event(kind: str, data: dict[str, Any]) -> str:
    """One event as text. JSON keeps line breaks out of the data line."""
    return f"event: {kind}\ndata: {json.dumps(data)}\n\n"


def lines(run: Run, understood: Callable[[dict[str, Any]], dict[str, Any]] = dict) -> Iterator[str]:
    """The events of a run as text, with a comment now and then so that nothing in between closes a quiet line.

    ``understood`` may add to the data of what was understood.
    """
    try:
        for event in run.events(BEAT):
            if event is None:
                yield ": still at it\n\n"
            else:
                yield one_event(event.kind, understood(event.data) if event.kind == "understood" else event.data)
    except Exception as error:
        if not isinstance(error, VcassistError):
            _log.error("a turn failed within its stream", exc_info=error)
        yield one_event("error", problem_of(error))


def stream(run: Run, understood: Callable[[dict[str, Any]], dict[str, Any]] = dict) -> StreamingResponse:
    return StreamingResponse(
        lines(run, understood),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


def wants_events(accept: str | None) -> bool:
    return "text/event-stream" in (accept or "")
