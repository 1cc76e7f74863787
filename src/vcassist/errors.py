"""One base for every error that is meant for a person: what happened, why, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Programs and proxies send it again after so many seconds.
SOON = MappingProxyType({"Retry-After": "5"})


class VcassistError(Exception):
    """An expected failure, told in plain words.

    ``status`` is the HTTP status it maps to, ``headers`` go with it; ``exit_code`` is the command's (1: the work failed, 2: wrong
    usage).
    The message reads ``{what} {why} {what to do}`` and is shown as it is.
    """

    status = 500
    headers: Mapping[str, str] = MappingProxyType({})
    exit_code = 1
    title = "Something went wrong"

    def __init__(self, what: str, why: str = "", to_do: str = "") -> None:
        self.what, self.why, self.to_do = what, why, to_do
        super().__init__(" ".join(part for part in (what, why, to_do) if part))


class BadInput(VcassistError):
    """What came in cannot be used as it is."""

    status = 422
    title = "This input cannot be used"


class BadUsage(BadInput):
    """A command was called with words it does not know."""

    exit_code = 2
    title = "Wrong usage"


class TooLarge(BadInput):
    """What came in is over a bound."""

    status = 413
    title = "Too large"


class NotFound(VcassistError):
    """What was asked for is not here (or not for this token)."""

    status = 404
    title = "Not found"


class NotAllowed(VcassistError):
    """No key to this was shown."""

    status = 401
    title = "A token is needed"


class Conflict(VcassistError):
    """Somebody else changed it meanwhile."""

    status = 409
    title = "Changed meanwhile"


class StorageTrouble(VcassistError):
    """The database cannot be read or written just now."""

    status = 503
    headers = SOON
    title = "Storage is not available"


class TooBusy(VcassistError):
    """More was asked at once than can be done; nothing was taken in, and a few seconds later there may be room."""

    status = 503
    title = "Too much at once"
    headers = SOON


class NotReady(VcassistError):
    """A part that this needs has not been set up."""

    status = 503
    # Somebody has to do something first.
    headers = MappingProxyType({"Retry-After": "60"})
    title = "Not set up yet"


class BrokenAsset(VcassistError):
    """A file of knowledge/ or prompts/ does not hold what its form asks for."""

    title = "A knowledge file is broken"
