"""Contradictions that came in without being asked about at once, such as those between documents: each is asked back once. Pure."""

from __future__ import annotations

from vcassist.chain.facts import Chain
from vcassist.interview.session import Contradiction, Session


def unsettled(session: Session, chain: Chain) -> Contradiction | None:
    """The first contradiction of the live turns that was neither asked back nor overtaken by a later word on its field."""
    asked = {t.awaiting.ref for t in session.live if t.awaiting and t.awaiting.manner == "conflict"}
    for turn in session.live:
        for conflict in turn.conflicts:
            fact = chain.get(conflict.ref)
            if conflict.ref not in asked and fact is not None and fact.turn <= turn.number:
                return conflict
    return None
