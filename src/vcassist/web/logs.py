"""What the server logs: lines for people or JSON, with no word of what people wrote, whoever wrote the log line.

Only what this project and its server wrote themselves is logged as it is. Of every other logger, and of every exception, stand
the name, the kind and the place in the code: their messages may quote what they were given.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from vcassist.settings import Settings

OUR_LOGGERS = ("vcassist", "uvicorn")
REQUESTS = "vcassist.requests"
# Fields that a line of ours may have beside its sentence.
FIELDS = ("method", "route", "status", "ms")
_ROOTS = tuple(sorted((str(Path(p)) for p in sys.path if p), key=len, reverse=True))


def configure_logs(settings: Settings, stream: TextIO | None = None) -> None:
    """Sends everything that is logged in this process to standard error, in the form that the settings ask for."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines() if settings.log == "json" else Lines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(REQUESTS).setLevel(logging.INFO if settings.log == "json" else logging.WARNING)
    logging.captureWarnings(True)


def parts_of(record: logging.LogRecord) -> dict[str, Any]:
    """What may be told of a record."""
    ours = record.name.split(".")[0] in OUR_LOGGERS
    told: dict[str, Any] = {
        "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "logger": record.name,
        "event": record.getMessage() if ours else f"logged at {_short(record.pathname)}:{record.lineno}",
    }
    told |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
    if record.exc_info and record.exc_info[1] is not None:
        told |= _error(record.exc_info[1])
    return told


def _error(error: BaseException) -> dict[str, Any]:
    """The kinds of an error and of what caused it, and where it was raised; not its message."""
    kinds: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(kinds) < 5:
        kinds.append(_kind(cause))
        cause = cause.__cause__ or cause.__context__
    frames = traceback.extract_tb(error.__traceback__)[-12:]
    return {"error": " < ".join(kinds), "where": [f"{_short(f.filename)}:{f.lineno} in {f.name}" for f in frames]}


def _kind(error: BaseException) -> str:
    """Its class; of an error of the operating system also its number, which says what no words of ours could."""
    number = error.errno if isinstance(error, OSError) else None
    return type(error).__name__ + (f" {number}" if number else "")


def _short(path: str) -> str:
    """The file without where it is installed."""
    return next((path[len(root) + 1 :] for root in _ROOTS if path.startswith(root + "/")), Path(path).name)


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(parts_of(record), default=str)


class Lines(logging.Formatter):
    """One line for people, and one more for each place of an error."""

    def format(self, record: logging.LogRecord) -> str:
        told = parts_of(record)
        line = f"{told['at']} {told['level']} {told['logger']}: {told['event']}"
        if "error" in told:
            line += "".join(f"\n    {each}" for each in (told["error"], *told["where"]))
        return line
