"""Takes a colleague's answers: only to the questions of their link, as facts that say who answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vcassist.access import plain_label
from vcassist.app import App
from vcassist.errors import BadInput
from vcassist.interview.colleague import UNNAMED, from_colleague, weighed
from vcassist.interview.interviewer import state_fact
from vcassist.interview.ports import Link
from vcassist.interview.session import Session
from vcassist.web.desk import Desk


@dataclass(frozen=True, slots=True)
class Answered:
    ref: str
    status: str
    value: Any


def questions_in(session: Session, link: Link) -> tuple[str, ...]:
    """The questions of a link that still have their part of the chain."""
    return tuple(ref for ref in link.refs if ref.partition(".")[0] not in session.retired)


def take_answers(app: App, desk: Desk, session_id: str, link: Link, who: str, answers: Sequence[Answered]) -> int:
    """Notes the answers as one turn. Gives how many were taken. Raises BadInput for a question that was not handed over, or
    for an answer that does not fit; then none is noted.
    """
    handed = questions_in(app.store.load(session_id), link)
    strange = [a.ref for a in answers if a.ref not in handed]
    if strange:
        raise BadInput(f"{strange[0][:80]} is not among your questions.", "", "Answer only those that are listed.")
    if not answers:
        raise BadInput("Nothing was answered yet.", "", "Choose or write an answer to at least one question.")
    name = plain_label(who) or link.label or UNNAMED
    with desk.alone(session_id):
        session = app.store.load(session_id)
        facts = [state_fact(a.ref, a.status, a.value, session.next_number) for a in answers]
        noted, conflicts = weighed(session.chain, from_colleague(facts, name))
        if noted or conflicts:
            app.set_facts(session, noted, f"Answered by {name}.", conflicts)
    return len(answers)
