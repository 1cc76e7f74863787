"""Opens documents in a process of their own, bounded in time and memory, so that no file can harm or hold up the server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore, Thread, Timer
from typing import Any

from vcassist.errors import BadInput, TooBusy, TooLarge, VcassistError
from vcassist.reading.files.documents import Document, assembled, safe_name

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv.pop(1)); "
    "from vcassist.reading.files.opening import main; raise SystemExit(main(sys.argv[1:]))"
)
_AGAIN = "Save it again, or give its text."


@dataclass(frozen=True, slots=True)
class Bounds:
    """What opening one file may take: seconds by the clock and of computing (a busy machine makes the first longer), bytes of
    memory (address space), bytes of text that come back."""

    seconds: float = 90.0
    computing: int = 45
    memory: int = 1_000_000_000
    answer: int = 30_000_000


BOUNDS = Bounds()
# How many files are opened at the same time; the others wait, and give up after as long as one may take.
AT_ONCE = max(2, os.cpu_count() or 1)
_slots = BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Opened:
    """One file, opened. ``form`` is its text where it is one of our letters that came back."""

    document: Document
    form: str | None


def open_document(data: bytes, filename: str, bounds: Bounds | None = None) -> Opened:
    """The file's text. Raises BadInput or TooLarge naming the file, TooBusy when too many files are being opened."""
    name, bounds = safe_name(filename), bounds or BOUNDS
    with _slot(bounds.seconds):
        answer = _answer(data, name, bounds)
    if "error" in answer:
        raise _told(name, *answer["error"])
    form = answer["form"]
    return Opened(assembled(name, [str(page) for page in answer["pages"]]), form and str(form))


@contextmanager
def _slot(seconds: float) -> Iterator[None]:
    if not _slots.acquire(timeout=seconds):
        raise TooBusy(
            "Too many documents are being read just now.", "Nothing was stored.", "Send yours again in a minute."
        )
    try:
        yield
    finally:
        _slots.release()


def _answer(data: bytes, name: str, bounds: Bounds) -> dict[str, Any]:
    """What the process says of the file, as ``opening.opened`` gives it; one that was killed or died says nothing."""
    late = False

    def stop() -> None:
        nonlocal late
        late = True
        _kill(process)

    where = json.dumps([str(Path(path or ".").resolve()) for path in sys.path])
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module; the file's name is one argument, no shell
        # -I: neither the environment nor the current folder has a say in what is loaded.
        [sys.executable, "-I", "-c", _START, where, name, str(bounds.memory), str(bounds.computing)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
    )
    timer = Timer(bounds.seconds, stop)
    timer.start()
    feeder = Thread(target=_feed, args=(process, data), daemon=True)
    feeder.start()
    try:
        assert process.stdout is not None
        text = process.stdout.read(bounds.answer + 1)
    finally:
        timer.cancel()
        # Once the process is waited for, its number may be another's: nobody may still be about to end it then.
        timer.join()
        _kill(process)
        code = process.wait()
        feeder.join()
        process.stdout.close()  # type: ignore[union-attr]
    if late or code == -getattr(signal, "SIGXCPU", 0):
        return {"error": ["late"]}
    if len(text) > bounds.answer:
        return {"error": ["memory"]}
    try:
        answer = json.loads(text)
        return answer if isinstance(answer, dict) else {"error": ["broken", "no answer"]}
    except ValueError:
        return {"error": ["broken", "the reader of such files stopped"]}


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin is not None
    with suppress(OSError):
        process.stdin.write(data)
    with suppress(OSError):
        process.stdin.close()


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and whatever it may have started; one that has ended already is left alone."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _environment() -> dict[str, str]:
    """Next to nothing: no settings, no keys."""
    return {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ} | {"LANG": "C.UTF-8"}


def _told(name: str, kind: str, *words: str) -> VcassistError:
    """The sentence for what the process said."""
    if kind == "late":
        return TooLarge(f"{name} takes too long to read.", "It is unusually built.", _AGAIN)
    if kind == "memory":
        return TooLarge(f"{name} takes too much memory to read.", "It is unusually built.", _AGAIN)
    if kind in ("TooLarge", "BadInput"):
        return (TooLarge if kind == "TooLarge" else BadInput)(*words)
    return BadInput(f"{name} cannot be read.", f"The file is broken ({words[0] if words else kind}).", _AGAIN)
