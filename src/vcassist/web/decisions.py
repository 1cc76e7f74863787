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
    kept = session.extra.get("decisions")
    return {str(k): dict(v) for k, v in kept.items()} if isinstance(kept, Mapping) else {}


def decide(app: App, desk: Desk, session: Session, finding_id: str, state: str, note: str) -> dict[str, Any]:
    """Keeps a decision; "open" takes one back. Raises NotFound for a finding that this assessment does not have."""
    if finding_id not in {f.id for f in app.findings(session.chain)}:
        raise NotFound(
            "This assessment has no such finding.", "Facts may have changed meanwhile.", "Look at the findings again."
        )
    with desk.alone(session.id):
        fresh = app.store.load(session.id)
        decisions = decisions_of(fresh)
        if state == "open":
            decisions.pop(finding_id, None)
        else:
            decisions[finding_id] = {"state": state, "note": note.strip(), "at": utc_now()}
        app.store.set_extra(session.id, {**fresh.extra, "decisions": decisions})
    return decisions.get(finding_id, {"state": "open", "note": "", "at": ""})
