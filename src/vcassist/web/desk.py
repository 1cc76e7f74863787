"""Where turns are taken for the web: one at a time in each assessment, finished even when nobody listens any more.

A turn runs in a thread of its own and writes its events down; whoever asked reads them from there. So a lost
connection harms nothing, a second submit of the same turn reads the same events, and an error before the
first event is a plain error.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Condition, Lock
from weakref import WeakValueDictionary

from vcassist.app import App
from vcassist.errors import BadInput, Conflict
from vcassist.interview.interviewer import Event, answer_json
from vcassist.interview.session import Session, Turn

PATIENCE = 120.0
REMEMBERED = 2000
THREADS = 24
_log = logging.getLogger("vcassist.web")


class _Key:
    """A lock that a weak dictionary can hold."""

    __slots__ = ("__weakref__", "lock")

    def __init__(self) -> None:
        self.lock = Lock()


class Run:
    """One turn under way: its events so far, and whether and how it ended."""

    def __init__(self, said: str) -> None:
        self.said = said
        self._events: list[Event] = []
        self._error: Exception | None = None
        self._ended = False
        self._changed = Condition()

    def put(self, event: Event) -> None:
        with self._changed:
            self._events.append(event)
            self._changed.notify_all()

    def end(self, error: Exception | None = None) -> None:
        with self._changed:
            self._error, self._ended = error, True
            self._changed.notify_all()

    @property
    def failed(self) -> bool:
        return self._error is not None

    def begun(self) -> Run:
        """Waits for the first event. Raises what went wrong before it."""
        with self._changed:
            self._changed.wait_for(lambda: self._events or self._ended)
            if not self._events and self._error is not None:
                raise self._error
        return self

    def events(self, beat: float | None = None) -> Iterator[Event | None]:
        """All events from the first; None whenever ``beat`` seconds passed without one. Raises what went wrong."""
        at = 0
        while True:
            with self._changed:
                there = self._changed.wait_for(lambda: len(self._events) > at or self._ended, beat)  # noqa: B023
                fresh, ended = self._events[at:], self._ended
            yield from fresh
            at += len(fresh)
            if not there:
                yield None
            elif ended and not fresh:
                if self._error is not None:
                    raise self._error
                return

    def turn(self) -> Turn:
        """Waits for the end and gives the turn. Raises what went wrong."""
        turn = next((e.turn for e in self.events() if e is not None and e.turn is not None), None)
        if turn is None:
            raise Conflict("The turn ended without an answer.", "", "Say it again.")
        return turn


class Desk:
    """Takes turns for one App. Holds nothing that is not also in the store, but for the keys of recent submits."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._pool = ThreadPoolExecutor(THREADS, "turn")
        self._locks: WeakValueDictionary[str, _Key] = WeakValueDictionary()
        self._runs: OrderedDict[tuple[str, str], Run] = OrderedDict()
        self._guard = Lock()

    @contextmanager
    def alone(self, session_id: str) -> Iterator[None]:
        """Holds the assessment, so that nobody else in this process changes it. Raises Conflict after a while."""
        with self._guard:
            key = self._locks.setdefault(session_id, _Key())
        if not key.lock.acquire(timeout=PATIENCE):
            raise Conflict(
                "Another message in this assessment is still being read.",
                "",
                "Wait for its answer, then send yours again.",
            )
        try:
            yield
        finally:
            key.lock.release()

    def take(self, session_id: str, said: str, key: str | None = None, at: int | None = None) -> Run:
        """Begins a turn, or finds the one that was begun with the same ``key``.

        ``at`` is the turn's number as the sender saw it: a turn that is there already with the same words is not taken
        again. Raises, before anything is yielded, whatever stands against it.
        """
        with self._guard:
            known = self._runs.get((session_id, key)) if key else None
            if known is None or known.failed:
                known = None
                run = Run(said)
                if key:
                    self._runs[(session_id, key)] = run
                    while len(self._runs) > REMEMBERED:
                        self._runs.popitem(last=False)
        if known is not None:
            if known.said != said:
                raise BadInput("This Idempotency-Key was used for another message.", "", "Use a new key a message.")
            return known.begun()
        self._pool.submit(self._work, run, session_id, said, at)
        return run.begun()

    def _work(self, run: Run, session_id: str, said: str, at: int | None) -> None:
        try:
            with self.alone(session_id):
                session = self.app.store.load(session_id)
                done = _already(session, said, at)
                for event in _again(done) if done else self.app.turn(session, said):
                    run.put(event)
            run.end()
        except Exception as error:
            run.end(error)

    def bring(self, session_id: str, files: Sequence[tuple[str, bytes]]) -> Run:
        """Begins to read documents as a turn, with an event ``progress`` for each page. Raises what stands against it."""
        run = Run("")
        self._pool.submit(self._read, run, session_id, files)
        return run.begun()

    def _read(self, run: Run, session_id: str, files: Sequence[tuple[str, bytes]]) -> None:
        def told(name: str, page: int, pages: int) -> None:
            run.put(Event("progress", {"name": name, "page": page, "pages": pages}))

        try:
            with self.alone(session_id):
                turn = self.app.draft_from(self.app.store.load(session_id), files, told)
                run.put(Event("done", answer_json(turn), turn))
            run.end()
        except Exception as error:
            run.end(error)

    def forget(self, session_id: str) -> None:
        """Drops the remembered answers of an assessment that was deleted."""
        with self._guard:
            for known in [k for k in self._runs if k[0] == session_id]:
                del self._runs[known]

    def close(self) -> None:
        """Lets the turns under way finish."""
        self._pool.shutdown(wait=True)


def _already(session: Session, said: str, at: int | None) -> Turn | None:
    """The turn that this submit would repeat. Raises Conflict when the conversation has moved on with other words."""
    if at is None or at >= session.next_number:
        return None
    there = next((t for t in session.turns if t.number == at), None)
    if there is not None and there.said == said:
        return there
    raise Conflict(
        "The conversation moved on in another window.",
        "Your message was not sent; it is still in the box below.",
        "Read what was said meanwhile, then send it again if it still fits.",
    )


def _again(turn: Turn) -> Iterator[Event]:
    """The events of a turn that was taken before."""
    answer = answer_json(turn)
    yield Event("understood", {name: answer[name] for name in ("facts", "suggestions", "conflicts")})
    yield Event("reply", {"text": turn.reply})
    yield Event("done", answer, turn)
