"""What the organisation decided about its findings: kept beside the turns, so that the findings stay pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vcassist.app import App, utc_now
from vcassist.errors import NotFound
from vcassist.interview.session import Session
from vcassist.web.desk import Desk

# State → how it is said to people.
STATES: Mapping[str, str] = {
    "open": "not decided yet",
    "planned": "we will act on it",
    "done": "done",
    "accepted": "we accept it",
    "disputed": "it does not fit us",
}


def decisions_of(session: Session) -> dict[str, dict[str, str]]:
    """Finding id → ``{"state", "note", "at"}``."""
    return _kept(session.extra)


def _kept(extra: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    kept = extra.get("decisions")
    return {str(k): dict(v) for k, v in kept.items()} if isinstance(kept, Mapping) else {}


def decide(app: App, desk: Desk, session: Session, finding_id: str, state: str, note: str) -> dict[str, Any]:
    """Keeps a decision; "open" takes one back. Raises NotFound for a finding that this assessment does not have."""
    if finding_id not in {f.id for f in app.findings(session.chain)}:
        raise NotFound(
            "This assessment has no such finding.", "Facts may have changed meanwhile.", "Look at the findings again."
        )
    with desk.alone(session.id):
        made: dict[str, Any] = {"state": state, "note": note.strip(), "at": utc_now()}

        def decided(extra: Mapping[str, Any]) -> Mapping[str, Any]:
            others = {k: v for k, v in _kept(extra).items() if k != finding_id}
            return {**extra, "decisions": others if state == "open" else {**others, finding_id: made}}

        app.store.change_extra(session.id, decided)
    return made if state != "open" else {"state": "open", "note": "", "at": ""}
