"""What can go wrong with a language model, in kinds that a person can be told and that retries depend on."""

from __future__ import annotations

from typing import Literal

from vcassist.errors import SOON, VcassistError

Kind = Literal[
    "timeout",
    "rate",
    "key",
    "unreachable",
    "server",
    "refused",
    "malformed",
    "truncated",
    "cut",
    "paused",
    "not agreed",
]
_SENTENCES: dict[Kind, tuple[str, str]] = {
    "timeout": ("The language model did not answer in time.", ""),
    "rate": ("The language model's provider is limiting requests just now.", ""),
    "key": ("The language model's provider refused the key.", "Check VCASSIST_MODEL_KEY."),
    "unreachable": ("The language model cannot be reached.", "Check VCASSIST_MODEL_URL and the connection."),
    "server": ("The language model's provider had a failure.", ""),
    "refused": ("The language model's provider refused the request.", "Run `vcassist model` to test it."),
    "malformed": ("The language model's answer was not in the agreed form.", ""),
    "truncated": ("The language model's answer broke off.", ""),
    "cut": ("The language model's answer was cut off half-way.", ""),
    "paused": ("The language model failed several times and is left alone for a while.", ""),
    "not agreed": (
        "Words would leave this machine, and nobody has agreed to that.",
        "Agree first, or use a local model.",
    ),
}
# Worth trying again at once: the same request may succeed a moment later.
PASSING: frozenset[Kind] = frozenset({"rate", "unreachable", "server"})


class ModelTrouble(VcassistError):
    """A language model could not be used. ``wait`` is how many seconds its provider asked to wait, if it did.

    The message never holds what the provider wrote: that may repeat the key or the person's words.
    """

    status = 503
    headers = SOON
    title = "The language model is not available"

    def __init__(self, kind: Kind, wait: float | None = None) -> None:
        self.kind, self.wait = kind, wait
        what, to_do = _SENTENCES[kind]
        super().__init__(what, "", to_do)


def trouble_from(error: BaseException) -> ModelTrouble:
    """Any provider library's error as ours, by HTTP status where there is one, else by the kind of error."""
    for at in _causes(error):
        if isinstance(at, ModelTrouble):
            return at
        status = _status(at)
        if status is not None:
            return _by_status(status, _retry_after(at))
        name = type(at).__name__
        if isinstance(at, TimeoutError) or "Timeout" in name:
            return ModelTrouble("timeout")
        if "LengthFinish" in name:
            return ModelTrouble("truncated")
        if "JSONDecode" in name or "OutputParser" in name or "ValidationError" in name:
            return ModelTrouble("malformed")
    if any(
        isinstance(at, OSError) or "Connect" in type(at).__name__ or "Protocol" in type(at).__name__
        for at in _causes(error)
    ):
        return ModelTrouble("unreachable")
    return ModelTrouble("malformed")


def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in found and len(found) < 8:
        found.append(at)
        at = at.__cause__ or at.__context__
    return found


def _status(error: BaseException) -> int | None:
    for value in (
        getattr(error, "status_code", None),
        getattr(getattr(error, "response", None), "status_code", None),
        getattr(error, "code", None),
    ):
        if isinstance(value, int) and 300 <= value < 600:
            return value
    return None


def _by_status(status: int, wait: float | None) -> ModelTrouble:
    if status == 429:
        return ModelTrouble("rate", wait)
    if status in (401, 403):
        return ModelTrouble("key")
    if status in (408, 504):
        return ModelTrouble("timeout")
    return ModelTrouble("server", wait) if status >= 500 else ModelTrouble("refused")


def _retry_after(error: BaseException) -> float | None:
    headers = getattr(getattr(error, "response", None), "headers", None)
    try:
        return max(0.0, float(headers["retry-after"])) if headers is not None and "retry-after" in headers else None
    except (TypeError, ValueError):
        return None
