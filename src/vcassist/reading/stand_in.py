"""A message with the name of a tool that everybody knows in the place of an unknown one, and what was read of it back in its own words. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vcassist.interview.ports import Proposal

KNOWN = "ChatGPT"
# What a reader may know of that tool, and so was not told of the other.
OF_THE_TOOL = ("application.generates", "application.decision_role", "application.supplier", "application.sourcing")


@dataclass(frozen=True, slots=True)
class StandIn:
    """``message`` with a name everybody knows instead of what stands at ``start``–``end``."""

    message: str
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.message[: self.start] + KNOWN + self.message[self.end :]

    def back(self, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
        """The proposals with their places and quotes in the message. What was known of the name alone is left out."""
        for p in proposals:
            begins, ends = self._place(p.start or 0), self._place(p.end or 0)
            if KNOWN in str(p.value) or p.ref in OF_THE_TOOL or p.ref.startswith(("model.", "compute.")):
                continue
            if (p.start or 0) >= self.start and (p.end or 0) <= self.start + len(KNOWN):
                continue
            yield replace(p, start=begins, end=ends, quote=self.message[begins:ends])

    def _place(self, at: int) -> int:
        if at <= self.start:
            return at
        return max(self.end, at - len(KNOWN) + self.end - self.start)
