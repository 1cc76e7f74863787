"""Sessions and turns as rows of the tables, and back; what people wrote goes through the seal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from vcassist.interview.session import Session, Turn, turn_as_json, turn_from_json
from vcassist.store.sealing import Seal


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes and reads rows with one seal. Reading raises NotReady where the seal has not the right key."""

    seal: Seal

    def of_session(self, session: Session, token_hash: str, changed: str) -> dict[str, Any]:
        return {
            "id": session.id,
            "created": session.created,
            "token_hash": token_hash,
            "minutes": session.minutes,
            "title": self.seal.close(session.title),
            "extra": self.closed(session.extra),
            "changed": changed,
        }

    def of_turn(self, session_id: str, turn: Turn) -> dict[str, Any]:
        return {
            "session_id": session_id,
            "number": turn.number,
            "body": self.closed(turn_as_json(turn)),
            "at": turn.at,
        }

    def session(self, kept: Any, bodies: Iterable[str]) -> Session:
        return Session(
            id=kept["id"],
            created=kept["created"],
            turns=tuple(turn_from_json(self.opened(body)) for body in bodies),
            minutes=kept["minutes"],
            title=self.seal.open(kept["title"]),
            extra=self.opened(kept["extra"]),
        )

    def closed(self, data: Mapping[str, Any]) -> str:
        return self.seal.close(json.dumps(dict(data)))

    def opened(self, stored: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.seal.open(stored))
        return found
