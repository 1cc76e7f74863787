"""Whose silence an answer tells of: nobody but the organisation itself can say what it does, so a supplier that "won't say" was asked
about something else. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact
from vcassist.chain.fields import CHOICE_TYPES, Field
from vcassist.interview.heard import Heard
from vcassist.interview.session import Session

# What an organisation does itself, no supplier keeps from it.
OWN_KINDS = frozenset({"organisation", "application", "governance"})
# From this on (see Field.known_by) ordinary people know it of themselves.
OWN_FROM = 0.8
# So many turns back something may have been spoken of that "they won't say that" means.
BACK = 2
# Words that point at what was spoken of ("her lips are sealed on that").
_POINTS = re.compile(r"\b(?:that|this|it|those|them|either|neither)\b", re.I)


def of_what_was_spoken_of(session: Session, said: str, heard: Heard) -> Heard:
    """The same, with a supplier's silence moved from a question that only the person can answer to what they did not know just before."""
    fact = next((f for f in heard.facts if f.ref == session.asked and _supplier_is_silent(f)), None)
    if fact is None or not _own(fact.field) or not _POINTS.search(said):
        return heard
    lately = (f for turn in reversed(session.live[-BACK:]) for f in reversed(turn.facts))
    meant = next((f for f in lately if f.status == "unknown" and not _own(f.field)), None)
    if meant is None or session.chain.get(meant.ref) != meant:
        return heard
    moved = replace(fact, ref=meant.ref)
    return replace(heard, facts=tuple(moved if f is fact else f for f in heard.facts), vague=False, skipped=None)


def _supplier_is_silent(fact: Fact) -> bool:
    return fact.status == "withheld" and fact.by != "person"


def _own(field: Field) -> bool:
    return field.kind in OWN_KINDS and field.type in CHOICE_TYPES and field.known_by >= OWN_FROM
