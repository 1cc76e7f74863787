"""The port to a language model: one structured answer, or a stream of words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol


class ChatPort(Protocol):
    """A language model. ``name`` is "provider:model"; ``remote`` is True when words leave this machine."""

    @property
    def name(self) -> str: ...

    @property
    def remote(self) -> bool: ...

    def structured(self, system: str, user: str, schema: Mapping[str, Any], max_tokens: int) -> dict[str, Any]:
        """An object of the JSON schema. Raises ModelTrouble; what is returned is an object, but not checked further."""
        ...

    def stream(self, system: str, user: str) -> Iterator[str]:
        """The answer in pieces. Raises ModelTrouble, also half-way ("cut")."""
        ...
