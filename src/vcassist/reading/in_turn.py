"""Lets only so many threads read at once, so that those who store and answer meanwhile get their turn.

The threads of a process share one interpreter, which passes from one to the next every few milliseconds: with twenty that read,
whoever stores a turn waits for twenty before each statement, with a transaction open. Reading itself gets no faster by it.
"""

from __future__ import annotations

from threading import BoundedSemaphore

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Reader, Reading

# Two, since the neural part runs beside the interpreter for about half of the time.
AT_ONCE = 2
# Characters. Longer texts take seconds: they wait for one another, and no message waits for them.
LONG = 4_000


class InTurn:
    """A reader that lets two messages in at once, and one long text beside them; the others wait."""

    def __init__(self, inner: Reader) -> None:
        self._inner = inner
        self._messages, self._texts = BoundedSemaphore(AT_ONCE), BoundedSemaphore(1)

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        """As the reader within. Raises what it raises."""
        with self._texts if len(message) > LONG else self._messages:
            return self._inner.read(message, asked, chain)
