"""Where turns are taken for the web: one at a time in each assessment, finished even when nobody listens any more.

A turn runs in a thread of its own and writes its events down; whoever asked reads them from there. So a lost
connection harms nothing, a second submit of the same turn reads the same events, and an error before the
first event is a plain error. Several processes keep the order among themselves through the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Condition, Lock
from time import perf_counter

from vcassist.app import App
from vcassist.errors import BadInput, Conflict, TooBusy
from vcassist.interview.interviewer import Event, answer_json
from vcassist.interview.session import Session, Turn
from vcassist.web.metrics import numbers
from vcassist.web.turn_order import TurnOrder

THREADS = 24
# Turns that may wait for a thread; who comes after them is told to come back, before everybody waits for everybody.
MOST_WAITING = 48
MOST_AT_ONCE = THREADS + MOST_WAITING


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
        # To the very end, not only to the turn: then it is counted, and its place is free, when the answer goes out.
        turn = None
        for event in self.events():
            turn = event.turn if event is not None and event.turn is not None else turn
        if turn is None:
            raise Conflict("The turn ended without an answer.", "", "Say it again.")
        return turn


class Desk:
    """Takes turns for one App. Holds nothing that is not also in the store, but for the turns under way."""

    def __init__(self, app: App, most_waiting: int = MOST_WAITING) -> None:
        self.app = app
        self._pool = ThreadPoolExecutor(THREADS, "turn")
        self._order = TurnOrder(lambda: app.store)
        self._under_way: dict[tuple[str, str], Run] = {}
        self._guard = Lock()
        self._most = THREADS + most_waiting
        self._count = 0

    @contextmanager
    def alone(self, session_id: str) -> Iterator[None]:
        """Holds the assessment, so that nobody else changes it, in this process or another. Raises Conflict after a while."""
        with self._order.alone(session_id):
            yield

    def take(self, session_id: str, said: str, key: str | None = None, at: int | None = None) -> Run:
        """Begins a turn, or finds the one that was begun with the same ``key``.

        ``at`` is the turn's number as the sender saw it: a turn that is there already with the same words is not taken
        again. Raises, before anything is yielded, whatever stands against it.
        """
        with self._guard:
            known = self._under_way.get((session_id, key)) if key else None
            if known is None:
                run = Run(said)
                self._reserve()
                if key:
                    self._under_way[(session_id, key)] = run
        if known is not None:
            if known.said != said:
                raise _another_message()
            return known.begun()
        self._submit(run, lambda: self._work(run, session_id, said, key, at), (session_id, key) if key else None)
        return run.begun()

    @property
    def waiting(self) -> int:
        """How many turns are under way or wait for a thread."""
        return self._count

    @contextmanager
    def place(self) -> Iterator[None]:
        """Takes a place among the turns under way for something that costs as much and stores nothing. Raises TooBusy."""
        with self._guard:
            self._reserve()
        try:
            yield
        finally:
            self._free(None)

    def _reserve(self) -> None:
        """Takes a place in the queue. Raises TooBusy when there is none."""
        if self._count >= self._most:
            numbers().refused.inc()
            raise TooBusy(
                "More people are writing just now than this server can answer.",
                "Your message was not taken.",
                "Send it again in a few seconds.",
            )
        self._count += 1
        numbers().under_way.inc()

    def _free(self, name: tuple[str, str] | None) -> None:
        """Gives the place back. From here on the store knows the key; what failed may be tried again."""
        with self._guard:
            self._count -= 1
            if name:
                del self._under_way[name]
        numbers().under_way.dec()

    def _submit(self, run: Run, work: Callable[[], None], name: tuple[str, str] | None = None) -> None:
        """Does the work in a thread; then the run ends, and its place in the queue is free."""
        begun = perf_counter()

        def whole() -> None:
            error: Exception | None = None
            try:
                work()
            except Exception as raised:
                error = raised
            self._free(name)
            numbers().turns.labels("failed" if error else "stored").observe(perf_counter() - begun)
            run.end(error)

        try:
            self._pool.submit(whole)
        except RuntimeError as error:
            self._free(name)
            raise TooBusy(
                "The server is being stopped.", "Your message was not taken.", "Send it again in a minute."
            ) from error

    def _work(self, run: Run, session_id: str, said: str, key: str | None, at: int | None) -> None:
        with self.alone(session_id):
            session = self.app.store.load(session_id)
            done = self._answered(session, said, key) or _already(session, said, at)
            for event in _again(done) if done else self.app.turn(session, said, key):
                run.put(event)

    def _answered(self, session: Session, said: str, key: str | None) -> Turn | None:
        """The turn that was stored for this key, by whichever process. Raises BadInput when it answered other words."""
        number = self.app.store.answered(session.id, key) if key else None
        turn = next((t for t in session.turns if t.number == number), None)
        if turn is not None and turn.said != said:
            raise _another_message()
        return turn

    def bring(self, session_id: str, files: Sequence[tuple[str, bytes]]) -> Run:
        """Begins to read documents as a turn, with an event ``progress`` for each page. Raises what stands against it."""
        run = Run("")
        with self._guard:
            self._reserve()
        self._submit(run, lambda: self._read(run, session_id, files))
        return run.begun()

    def _read(self, run: Run, session_id: str, files: Sequence[tuple[str, bytes]]) -> None:
        def told(name: str, page: int, pages: int) -> None:
            run.put(Event("progress", {"name": name, "page": page, "pages": pages}))

        with self.alone(session_id):
            turn = self.app.draft_from(self.app.store.load(session_id), files, told)
            run.put(Event("done", answer_json(turn), turn))

    def close(self) -> None:
        """Lets the turns under way finish."""
        self._pool.shutdown(wait=True)
        self._order.close()


def _another_message() -> BadInput:
    return BadInput("This Idempotency-Key was used for another message.", "", "Use a new key a message.")


def _already(session: Session, said: str, at: int | None) -> Turn | None:
    """The turn that this submit would repeat. Raises Conflict when the conversation has moved on with other words."""
    if at is None or at == session.next_number:
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
