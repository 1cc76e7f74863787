"""Takes decisions about findings: one at a time in each assessment, and only about findings that it has."""

from __future__ import annotations

from vcassist.app import App
from vcassist.clock import utc_now
from vcassist.errors import NotFound
from vcassist.interview.decisions import STATES as STATES
from vcassist.interview.decisions import decisions_in, with_decision
from vcassist.interview.session import Session
from vcassist.web.desk import Desk


def decisions_of(session: Session) -> dict[str, dict[str, str]]:
    """Finding id → ``{"state", "note", "at"}``."""
    return decisions_in(session.extra)


def decide(
    app: App,
    desk: Desk,
    session: Session,
    finding_id: str,
    state: str,
    note: str,
    *,
    who: str | None = None,
    by_when: str | None = None,
) -> dict[str, str]:
    """Keeps a decision, with who does it by when; what of these is None stays as it was. "open" takes a decision back.

    Raises NotFound for a finding that this assessment does not have.
    """
    if finding_id not in {f.id for f in app.findings(session.chain)}:
        raise NotFound(
            "This assessment has no such finding.", "Facts may have changed meanwhile.", "Look at the findings again."
        )
    before = decisions_of(session).get(finding_id, {})
    made = {"state": state, "note": note.strip(), "at": utc_now()}
    for part, said in (("who", who), ("by_when", by_when)):
        kept = before.get(part, "") if said is None else said.strip()
        made |= {part: kept} if kept else {}
    with desk.alone(session.id):
        app.store.change_extra(session.id, lambda extra: with_decision(extra, finding_id, made))
    return made if state != "open" else {"state": "open", "note": "", "at": ""}
