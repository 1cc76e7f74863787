"""Which questions are not asked: passed over, refused, of a kind that somebody is tired of, or only for a technician. Pure."""

from __future__ import annotations

from vcassist.chain.fields import KINDS, fields_of
from vcassist.interview.heard import Heard
from vcassist.interview.person import TECHNICAL
from vcassist.interview.questions.asking import sentences
from vcassist.interview.remarks.addressed import PEOPLE, tired_of
from vcassist.interview.remarks.manner import wants_easier
from vcassist.interview.session import Session

OF_PEOPLE = frozenset(
    {
        "application.affected_people",
        "application.appeal",
        "application.tells_people",
        "governance.people_consulted",
        "monitoring.bias_tested",
    }
)
# What so many know needs no technician (0 to 1).
PLAIN = 0.8


def skipped_refs(session: Session) -> frozenset[str]:
    """References not to ask again: passed over by the person, or asked and left unanswered."""
    return frozenset(t.skipped for t in session.live if t.skipped)


def not_to_ask(session: Session, heard: Heard) -> frozenset[str]:
    """The same with this turn's, and with all of a kind that the person is tired of; a colleague may still be asked for those."""
    kinds = heard.tired_of.union(*(tired_of(t.said) for t in session.live))
    tired = {
        f"{c}.{spec.name}"
        for kind in KINDS
        for c in session.chain.components(kind)
        for spec in fields_of(kind)
        if kind in kinds or (PEOPLE in kinds and spec.key in OF_PEOPLE)
    }
    said = [heard.asks, *(t.said for t in session.live)]
    if any(wants_easier(text, sentences(text)) for text in said):
        tired |= {
            f"{c}.{spec.name}"
            for kind in TECHNICAL
            for c in session.chain.components(kind)
            for spec in fields_of(kind)
            if spec.known_by < PLAIN
        }
    return skipped_refs(session) | tired | ({heard.skipped} if heard.skipped else frozenset())


def refused_refs(session: Session) -> frozenset[str]:
    """References whose suggestion the person refused."""
    return frozenset(ref for t in session.live for ref in t.refused)
