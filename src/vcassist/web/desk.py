"""Where turns are taken for the web: one at a time in each assessment, finished even when nobody listens any more.

A turn runs in a thread of its own and writes its events down; whoever asked reads them from there. So a lost
connection harms nothing, a second submit of the same turn reads the same events, and an error before the
first event is a plain error. Several processes keep the order among themselves through the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from threading import Condition, Lock
from time import perf_counter

from vcassist.app import App
from vcassist.errors import BadInput, Conflict, TooBusy
from vcassist.interview.interviewer import Event, answer_json
from vcassist.interview.session import Session, Turn
from vcassist.web.metrics import numbers
from vcassist.web.room import Room
from vcassist.web.turn_order import TurnOrder

THREADS = 24
# Turns that may wait for a thread; who comes after them is told to come back, before everybody waits for everybody.
MOST_WAITING = 48
MOST_AT_ONCE = THREADS + MOST_WAITING
# Turns of one assessment that may be under way. They are read one after another, and each that waits holds a thread.
EACH = 3
# Who sends a turn again while it is read waits in a request's thread, so these are counted, too.
MOST_AGAIN = 3
# Changes by hand happen in a request's thread: only so many, and they do not wait out a slow model.
BY_HAND = 20
PATIENCE_BY_HAND = 5.0


class Run:
    """One turn under way: its events so far, and whether and how it ended."""

    def __init__(self, said: str) -> None:
        self.said = said
        self.sent_again = 0
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
        self._turns = Room(THREADS + most_waiting, EACH)
        self._by_hand = Room(BY_HAND, EACH)

    @contextmanager
    def alone(self, session_id: str) -> Iterator[None]:
        """Holds the assessment for a change by hand, so that nobody else changes it, in this process or another.

        Raises TooBusy where too many wait already, and after a few seconds; its page holds the form, to be sent again.
        """
        self._by_hand.take(session_id)
        try:
            with ExitStack() as held:
                try:
                    held.enter_context(self._order.alone(session_id, PATIENCE_BY_HAND))
                except Conflict as error:
                    raise TooBusy(
                        "Another message in this assessment is still being read.",
                        "Nothing was changed.",
                        "Wait for its answer, then do this again.",
                    ) from error
                yield
        finally:
            self._by_hand.give_back(session_id)

    def take(self, session_id: str, said: str, key: str | None = None, at: int | None = None) -> Run:
        """Begins a turn, or finds the one that was begun with the same ``key``.

        ``at`` is the turn's number as the sender saw it: a turn that is there already with the same words is not taken
        again. Raises, before anything is yielded, whatever stands against it.
        """
        with self._guard:
            known = self._under_way.get((session_id, key)) if key else None
            if known is None:
                run = Run(said)
                self._reserve(session_id)
                if key:
                    self._under_way[(session_id, key)] = run
            elif known.said != said:
                raise _another_message()
            else:
                _count_again(known)
        if known is not None:
            return known.begun()
        self._submit(run, session_id, lambda: self._work(run, session_id, said, key, at), key)
        return run.begun()

    @property
    def waiting(self) -> int:
        """How many turns are under way or wait for a thread."""
        return self._turns.taken

    @contextmanager
    def place(self, session_id: str) -> Iterator[None]:
        """Takes a place among the turns under way for something that costs as much and stores nothing. Raises TooBusy."""
        self._reserve(session_id)
        try:
            yield
        finally:
            self._free(session_id)

    def _reserve(self, session_id: str) -> None:
        """Takes a place in the queue. Raises TooBusy when there is none."""
        try:
            self._turns.take(session_id)
        except TooBusy:
            numbers().refused.inc()
            raise
        numbers().under_way.inc()

    def _free(self, session_id: str, key: str | None = None) -> None:
        """Gives the place back. From here on the store knows the key; what failed may be tried again."""
        if key:
            with self._guard:
                del self._under_way[(session_id, key)]
        self._turns.give_back(session_id)
        numbers().under_way.dec()

    def _submit(self, run: Run, session_id: str, work: Callable[[], None], key: str | None = None) -> None:
        """Does the work in a thread; then the run ends, and its place in the queue is free."""
        begun = perf_counter()

        def whole() -> None:
            error: Exception | None = None
            try:
                work()
            except Exception as raised:
                error = raised
            self._free(session_id, key)
            numbers().turns.labels("failed" if error else "stored").observe(perf_counter() - begun)
            run.end(error)

        try:
            self._pool.submit(whole)
        except RuntimeError as error:
            self._free(session_id, key)
            raise TooBusy(
                "The server is being stopped.", "Your message was not taken.", "Send it again in a minute."
            ) from error

    def _work(self, run: Run, session_id: str, said: str, key: str | None, at: int | None) -> None:
        with self._order.alone(session_id):
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
        self._reserve(session_id)
        self._submit(run, session_id, lambda: self._read(run, session_id, files))
        return run.begun()

    def _read(self, run: Run, session_id: str, files: Sequence[tuple[str, bytes]]) -> None:
        def told(name: str, page: int, pages: int) -> None:
            run.put(Event("progress", {"name": name, "page": page, "pages": pages}))

        with self._order.alone(session_id):
            turn = self.app.draft_from(self.app.store.load(session_id), files, told)
            run.put(Event("done", answer_json(turn), turn))

    def close(self) -> None:
        """Lets the turns under way finish."""
        self._pool.shutdown(wait=True)
        self._order.close()


def _another_message() -> BadInput:
    return BadInput("This Idempotency-Key was used for another message.", "", "Use a new key a message.")


def _count_again(run: Run) -> None:
    """Counts one more who waits for a turn that was sent already. Raises TooBusy."""
    if run.sent_again >= MOST_AGAIN:
        numbers().refused.inc()
        raise TooBusy(
            "This message is being read, and was sent several times meanwhile.",
            "It is taken once.",
            "Send it again in a few seconds to get its answer.",
        )
    run.sent_again += 1


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


def refuse_another_last(session: Session, at: int | None) -> None:
    """Raises Conflict where another turn than number ``at`` is the last one now."""
    if at is not None and session.next_number != at + 1:
        raise Conflict(
            "Something else was done since.",
            "So this is not the last step any more, and nothing was changed.",
            "Look at the conversation, and take back the last step there.",
        )


def _again(turn: Turn) -> Iterator[Event]:
    """The events of a turn that was taken before."""
    answer = answer_json(turn)
    yield Event("understood", {name: answer[name] for name in ("facts", "suggestions", "conflicts")})
    yield Event("reply", {"text": turn.reply})
    yield Event("done", answer, turn)
