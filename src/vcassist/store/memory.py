"""Keeps sessions in memory: for tests, evals and commands that leave nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import RLock
from time import monotonic
from typing import Any

from vcassist.clock import utc_now
from vcassist.errors import Conflict, NotFound
from vcassist.interview.ports import Keys, Link
from vcassist.interview.session import Session, Turn


@dataclass(slots=True)
class _Kept:
    session: Session
    token_hash: str
    answered: dict[str, int] = field(default_factory=dict)
    holder: str = ""
    until: float = 0.0
    passphrase: str = ""
    links: tuple[Link, ...] = ()
    changed: str = ""

    def change(self, session: Session) -> None:
        self.session, self.changed = session, utc_now()


class MemoryStore:
    """The Store port on a dictionary. Safe for threads; gone with the process."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}
        self._lock = RLock()

    def create(self, session: Session, token_hash: str) -> None:
        with self._lock:
            if session.id in self._kept:
                raise Conflict("An assessment with this id exists already.", "", "Import it again; it gets a new id.")
            self._kept[session.id] = _Kept(session, token_hash, changed=utc_now())

    def load(self, session_id: str) -> Session:
        with self._lock:
            return self._one(session_id).session

    def token_hash(self, session_id: str) -> str | None:
        with self._lock:
            kept = self._kept.get(session_id)
            return kept.token_hash if kept else None

    def keys(self, session_id: str) -> Keys | None:
        with self._lock:
            kept = self._kept.get(session_id)
            return Keys(kept.token_hash, kept.passphrase, kept.links) if kept else None

    def set_token_hash(self, session_id: str, token_hash: str) -> None:
        with self._lock:
            self._one(session_id).token_hash = token_hash

    def set_passphrase(self, session_id: str, kept: str) -> None:
        with self._lock:
            self._one(session_id).passphrase = kept

    def add_link(self, session_id: str, link: Link) -> None:
        with self._lock:
            one = self._one(session_id)
            one.links = tuple(sorted((*one.links, link), key=lambda each: (each.at, each.id)))

    def remove_link(self, session_id: str, link_id: str) -> None:
        with self._lock:
            one = self._kept.get(session_id)
            if one is None or link_id not in {link.id for link in one.links}:
                raise unknown_link()
            one.links = tuple(link for link in one.links if link.id != link_id)

    def append(self, session_id: str, turn: Turn, key: str | None = None, rewritten: Sequence[Turn] = ()) -> None:
        with self._lock:
            kept = self._one(session_id)
            if turn.number != kept.session.next_number or key in kept.answered:
                raise moved_on()
            kept.change(kept.session.after(turn, rewritten))
            if key:
                kept.answered[key] = turn.number

    def answered(self, session_id: str, key: str) -> int | None:
        with self._lock:
            kept = self._kept.get(session_id)
            return kept.answered.get(key) if kept else None

    def hold(self, session_id: str, holder: str, seconds: float) -> bool:
        with self._lock:
            kept = self._one(session_id)
            if kept.holder not in ("", holder) and monotonic() < kept.until:
                return False
            kept.holder, kept.until = holder, monotonic() + seconds
            return True

    def hold_on(self, holder: str, seconds: float) -> None:
        with self._lock:
            for kept in self._kept.values():
                if kept.holder == holder:
                    kept.until = monotonic() + seconds

    def let_go(self, session_id: str, holder: str) -> None:
        with self._lock:
            kept = self._kept.get(session_id)
            if kept and kept.holder == holder:
                kept.holder = ""

    def drop_last(self, session_id: str) -> None:
        with self._lock:
            kept = self._one(session_id)
            if len(kept.session.turns) < 2:
                raise nothing_to_undo()
            gone = kept.session.turns[-1].number
            kept.change(replace(kept.session, turns=kept.session.turns[:-1]))
            kept.answered = {key: number for key, number in kept.answered.items() if number != gone}

    def change_extra(self, session_id: str, change: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
        with self._lock:
            kept = self._one(session_id)
            kept.change(replace(kept.session, extra=dict(change(kept.session.extra))))

    def set_minutes(self, session_id: str, minutes: int | None) -> None:
        with self._lock:
            kept = self._one(session_id)
            kept.change(replace(kept.session, minutes=minutes))

    def delete(self, session_id: str, unchanged_since: str | None = None) -> None:
        with self._lock:
            kept = self._one(session_id)
            if unchanged_since is not None and kept.changed >= unchanged_since:
                raise came_back()
            del self._kept[session_id]

    def changed(self, session_id: str) -> str:
        with self._lock:
            return self._one(session_id).changed

    def unchanged_since(self, moment: str) -> Sequence[str]:
        with self._lock:
            return [name for name, kept in self._kept.items() if kept.changed < moment]

    def sessions(self) -> Sequence[Session]:
        with self._lock:
            kept = list(self._kept.values())
        return sorted((k.session for k in kept), key=lambda s: (s.created, s.id), reverse=True)

    def ready(self) -> None:
        """Always."""

    def _one(self, session_id: str) -> _Kept:
        if session_id not in self._kept:
            raise unknown_session()
        return self._kept[session_id]


def unknown_session() -> NotFound:
    """The same sentence for an id that never was, one that is gone, and one that is somebody else's."""
    """The same sentence for an id that never was, one that is gone, and one that is somebody else's."""
    return NotFound("There is no such assessment.", "The link may be wrong, or it was deleted.")


def unknown_link() -> NotFound:
    return NotFound("There is no such link.", "It was taken back already.", "Look at the links that there are.")


def came_back() -> Conflict:
    return Conflict("Somebody came back to this assessment.", "It was changed meanwhile and is not old any more.")


def moved_on() -> Conflict:
    return Conflict(
        "The conversation has moved on meanwhile.",
        "Another window or a second click was first; this turn was not stored.",
        "Look at the conversation as it is now, then say it again if it is still needed.",
    )


def nothing_to_undo() -> Conflict:
    return Conflict("There is nothing to take back.", "Only the greeting is left.", "Go on with the conversation.")
