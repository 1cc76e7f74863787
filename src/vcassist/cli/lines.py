"""JSON lines in, JSON lines out: the same order, flushed a line at a time, a bad line answered and passed over."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from vcassist.errors import BadInput, BadUsage, VcassistError

MAX_LINE = 4_000_000


def is_file(name: str) -> bool:
    """Whether a file of this name is there; False for what can be no name at all (too long, NUL)."""
    try:
        return Path(name).is_file()
    except OSError:
        return False


def read_bytes(path: str) -> bytes:
    """The content of a file, or of standard input for "-". Raises BadInput when it is missing."""
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise BadInput(
            f"{path} cannot be read.", f"{error.strerror}.", "Check the name and its permissions."
        ) from error


def read_text(path: str) -> str:
    """The text of a file, or of standard input for "-". Raises BadInput when it is missing or no UTF-8 text."""
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{path} is not a text file in UTF-8.", "", "Save it as UTF-8 text.") from error


def read_json(path: str) -> Any:
    """The JSON content of a file. Raises BadInput with line and column when it is none."""
    try:
        return json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise BadInput(f"{path} is not JSON.", f"Line {error.lineno}, column {error.colno}: {error.msg}.") from error
    except (RecursionError, ValueError) as error:
        raise BadInput(f"{path} is nested too deeply, or holds a number without end.") from error


def _lines() -> Iterator[bytes]:
    stream = sys.stdin.buffer
    first = True
    while line := stream.readline(MAX_LINE + 1):
        if len(line) > MAX_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                pass
        if first:
            # Some programs begin a file with a mark of its encoding.
            line, first = line.removeprefix(codecs.BOM_UTF8), False
        if line.strip():
            yield line


def _object(line: bytes) -> dict[str, Any]:
    """Raises BadInput for a line that is no JSON object, whatever Python calls its fault."""
    if len(line) > MAX_LINE:
        raise BadInput(f"The line is longer than {MAX_LINE:,} bytes.")
    try:
        given = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadInput("The line is not UTF-8.") from error
    except json.JSONDecodeError as error:
        raise BadInput(f"The line is not JSON: {error.msg}.") from error
    except (RecursionError, ValueError) as error:
        raise BadInput("The line is not JSON: nested too deeply, or a number without end.") from error
    if not isinstance(given, dict):
        raise BadInput("The line holds no JSON object.")
    return given


def _writable(given: Any) -> bool:
    """Whether it can be written in UTF-8 again: JSON may hold half a character, as \\ud800."""
    try:
        json.dumps(given, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def each_line(work: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    """Answers every line of standard input with ``{"id": …, **work(line)}`` or ``{"id": …, "error": …}``."""
    for line in _lines():
        given: dict[str, Any] | None = None
        try:
            given = _object(line)
            if not _writable(given):
                raise BadInput("The line holds half a character (a lone surrogate).", "", "Write it as UTF-8.")
            out = {"id": given.get("id"), **work(given)}
        except VcassistError as error:
            out = {"id": _id_of(given), "error": str(error)}
        except Exception as error:
            # One line that trips over a mistake of ours must not cost the thousand after it.
            told = f"This line could not be worked on ({type(error).__name__})."
            out = {"id": _id_of(given), "error": f"{told} The fault is in vcassist: please report it."}
        sys.stdout.write(json.dumps(out, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 0


def _id_of(given: dict[str, Any] | None) -> Any:
    id_ = given.get("id") if given else None
    return id_ if _writable(id_) else None


def text_of(given: dict[str, Any], key: str) -> str:
    """A text from a line. Raises BadInput when it is not there or no text."""
    value = given.get(key)
    if not isinstance(value, str):
        raise BadInput(f"The line has no text {key!r}.")
    return value


def needs_jsonl(args: Any, what: str) -> None:
    """Raises BadUsage when neither words nor --jsonl were given."""
    raise BadUsage(
        f"Nothing to {what}.",
        "",
        f"Give the words, or --jsonl and lines on standard input: vcassist {args.command} --help.",
    )


def as_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
