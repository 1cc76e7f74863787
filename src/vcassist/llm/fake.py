"""A scripted language model that ships with the package: for tests, demonstrations and VCASSIST_MODEL=fake:script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vcassist.llm.trouble import ModelTrouble

Reply = Mapping[str, Any] | str | Exception | Callable[[str, str], Mapping[str, Any]]
NOTHING: Mapping[str, Any] = {"intent": "answer", "facts": []}


@dataclass
class FakeChat:
    """Gives its replies in turn, the last one for ever; keeps what it was asked in ``calls`` as (system, user).

    A reply is an object, words (for ``stream``, cut at blanks), an error to raise, or a function of (system, user).
    """

    replies: Sequence[Reply] = (NOTHING,)
    name: str = "fake:script"
    remote: bool = False
    calls: list[tuple[str, str]] = field(default_factory=list)

    def _next(self, system: str, user: str) -> Any:
        reply = self.replies[min(len(self.calls), len(self.replies) - 1)]
        self.calls.append((system, user))
        if isinstance(reply, Exception):
            raise reply
        return reply(system, user) if callable(reply) else reply

    def structured(self, system: str, user: str, schema: Mapping[str, Any], max_tokens: int) -> dict[str, Any]:
        reply = self._next(system, user)
        if not isinstance(reply, Mapping):
            raise ModelTrouble("malformed")
        return dict(reply)

    def stream(self, system: str, user: str) -> Iterator[str]:
        reply = self._next(system, user)
        for word in str(reply).split(" "):
            yield word + " "
