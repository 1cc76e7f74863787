"""The process that opens one document: it bounds itself first, then reads bytes from its input and writes the text to its output.

``bounded.py`` starts it. It gets no settings, no keys and no place to write to, so that a file that takes the parser over finds nothing there.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

# What a process may use beside memory and time, which come with the call.
MOST_FILES = 64


def main(arguments: list[str]) -> int:
    """``NAME MEMORY SECONDS``: bytes of memory, seconds of computing."""
    name, memory, seconds = arguments
    bound(int(memory), int(seconds))
    data = sys.stdin.buffer.read()
    with os.fdopen(os.dup(1), "wb") as out:
        # What a parser prints goes nowhere: the output holds our answer alone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        out.write(json.dumps(opened(data, name)).encode("ascii"))
    return 0


def bound(memory: int, seconds: int) -> None:
    """Limits memory, computing time, open files, new processes and writing for the rest of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_NOFILE, MOST_FILES),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        # A second more for computing before the hard end, so that the end tells what it was.
        resource.setrlimit(what, (most, most + 1 if what == resource.RLIMIT_CPU and most != hard else most))


def opened(data: bytes, name: str) -> dict[str, Any]:
    """``{"pages": [text], "form": text or null}`` (the form of one of our letters), or ``{"error": …}`` in its words."""
    from vcassist.errors import BadInput, TooLarge
    from vcassist.reading.files.documents import read_document
    from vcassist.reading.files.letters import form_in

    try:
        document = read_document(data, name)
        return {"pages": [page.text for page in document.pages], "form": form_in(data, name, document.text)}
    except BadInput as error:
        kind = "TooLarge" if isinstance(error, TooLarge) else "BadInput"
        return {"error": [kind, error.what, error.why, error.to_do]}
    except MemoryError:
        return {"error": ["memory"]}
    except Exception as error:
        # Whatever a parser trips over, the person hears the same: the file is broken.
        return {"error": ["broken", type(error).__name__]}
