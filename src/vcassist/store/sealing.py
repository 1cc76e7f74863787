"""Encryption at rest: what people said and what was understood is written to the database only as Fernet tokens.

The keys stay outside the database (``VCASSIST_ENCRYPTION_KEYS``). The first one encrypts, all of them decrypt, so that a new
key can be put in front and the old one taken away once ``vcassist rekey`` has written everything anew. Ids, times, the
number of turns and the hashes of tokens stay readable.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from vcassist.errors import BadUsage, NotReady

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

# What is not encrypted is JSON and begins with a brace.
MARK = "fernet:"


class Seal(Protocol):
    """Between what is kept and what is written into the database."""

    def close(self, text: str) -> str: ...

    def open(self, stored: str) -> str:
        """Raises NotReady for what was closed with a key that is not here."""
        ...


class NoSeal:
    """Writes what is kept as it is; what was once encrypted cannot be read."""

    def close(self, text: str) -> str:
        # A title that somebody made to look encrypted must not keep its assessment from being read.
        return f" {text}" if text.startswith(MARK) else text

    def open(self, stored: str) -> str:
        if stored.startswith(MARK):
            raise _no_key("no key is set")
        return stored


class FernetSeal:
    """Encrypts with the first key. Raises BadUsage for what is no key."""

    def __init__(self, keys: str) -> None:
        self._keys = [each.strip() for each in keys.split(",") if each.strip()]
        _ = self._fernet

    @cached_property
    def _fernet(self) -> MultiFernet:
        from cryptography.fernet import Fernet, MultiFernet

        try:
            return MultiFernet([Fernet(key) for key in self._keys])
        except ValueError as error:
            raise BadUsage(
                "VCASSIST_ENCRYPTION_KEYS holds something that is no key.",
                "A key is 32 random bytes in URL-safe base64.",
                "Make one with `vcassist rekey --new`.",
            ) from error

    def close(self, text: str) -> str:
        return MARK + self._fernet.encrypt(text.encode("utf-8", "surrogatepass")).decode("ascii")

    def open(self, stored: str) -> str:
        if not stored.startswith(MARK):
            # From before encryption was switched on.
            return stored
        from cryptography.fernet import InvalidToken

        try:
            return self._fernet.decrypt(stored.removeprefix(MARK)).decode("utf-8", "surrogatepass")
        except InvalidToken as error:
            raise _no_key("none of the keys that are set fits") from error


def seal_of(keys: str) -> Seal:
    return FernetSeal(keys) if keys.strip(" ,") else NoSeal()


def new_key() -> str:
    """A fresh key, to be kept where the database is not."""
    from cryptography.fernet import Fernet

    return Fernet.generate_key().decode("ascii")


def _no_key(why: str) -> NotReady:
    return NotReady(
        "This assessment is encrypted and cannot be read.",
        f"It was written with another key; {why}.",
        "Put the key that it was written with into VCASSIST_ENCRYPTION_KEYS.",
    )
