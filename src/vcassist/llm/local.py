"""A language model from a GGUF file on this machine, run by llama.cpp inside this process; nothing leaves it."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

from vcassist.errors import BadUsage, NotReady
from vcassist.llm.chat import LangChainChat
from vcassist.llm.providers import PROVIDERS

CONTEXT = 8192
_SHA = re.compile(r"(.*)#sha256=([0-9a-fA-F]{64})")
_LOCK = threading.Lock()


def split_path(model: str) -> tuple[Path, str]:
    """``llamacpp:/path/file.gguf#sha256=…`` → (path, digest or ""). Raises BadUsage for a bad digest or no path."""
    rest = model.removeprefix("llamacpp:")
    found = _SHA.fullmatch(rest)
    path, digest = (found[1], found[2].lower()) if found else (rest, "")
    if not path or (not found and "#sha256=" in rest):
        raise BadUsage(
            "VCASSIST_MODEL names no model file.",
            "",
            "Write llamacpp:/path/file.gguf, or with #sha256= and its 64 hexadecimal digits.",
        )
    return Path(path).expanduser(), digest


def checked_file(model: str) -> Path:
    """The model file, if it is one and has the digest that was given. Raises NotReady."""
    path, digest = split_path(model)
    if not path.is_file():
        raise NotReady(f"The model file {path.name} does not exist.", "", "Check the path in VCASSIST_MODEL.")
    with path.open("rb") as file:
        if file.read(4) != b"GGUF":
            raise NotReady(f"The file {path.name} is not a GGUF model.", "", "Choose a file that ends in .gguf.")
        file.seek(0)
        if digest and hashlib.file_digest(file, "sha256").hexdigest() != digest:
            raise NotReady(
                f"The model file {path.name} is not the one expected.",
                "Its SHA-256 differs.",
                "Fetch it again from where you trust it.",
            )
    return path


def open_local(model: str, seconds: float) -> LangChainChat:
    """The model of a ``llamacpp:`` setting, loaded at most once in this process. Raises NotReady, BadUsage."""
    path = checked_file(model)
    with _LOCK:
        address, key = _served(path)
    return LangChainChat(
        PROVIDERS["openai"], "local", address, key, remote=False, seconds=seconds, name=f"llamacpp:{path.name}"
    )


@lru_cache(maxsize=1)
def _served(path: Path) -> tuple[str, str]:
    """Starts the runtime's server on a free loopback port with a random key; returns (base URL, key)."""
    try:
        import xllamacpp
    except ImportError as error:
        raise NotReady(
            "The runtime for local models is not installed.", "", "Run: pip install 'vcassist[llamacpp]'"
        ) from error
    key = secrets.token_urlsafe(24)
    parameters: Any = xllamacpp.CommonParams()
    parameters.model.path = str(path)
    parameters.n_ctx, parameters.n_parallel, parameters.use_jinja = CONTEXT, 1, True
    parameters.cpuparams.n_threads = os.cpu_count() or 2
    parameters.api_keys = [key]
    try:
        server: Any = xllamacpp.Server(parameters)
    except RuntimeError as error:
        raise NotReady(
            f"The model file {path.name} cannot be loaded.",
            "It is broken or too new for the runtime.",
            "Choose another model file.",
        ) from error
    _KEPT.append(server)
    return f"{server.listening_address}/v1", key


# The server stops when it is collected, so it is held for the life of the process.
_KEPT: list[Any] = []
