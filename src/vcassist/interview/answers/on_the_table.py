"""The question that the last reply put, and what becomes of it: put again, decided, or left for something else. Pure."""

from __future__ import annotations

from dataclasses import replace

from vcassist.chain.facts import Chain
from vcassist.interview.heard import Heard
from vcassist.interview.remarks.moves import ASIDES
from vcassist.interview.session import Awaiting, Contradiction, Session

# How often at most a contradiction is put to somebody who answers with asides.
MOST_ASKED = 3


def put_again(session: Session, heard: Heard, chain: Chain) -> Awaiting | None:
    """The same question again: after a question back or an aside, or as the one follow-up to an answer that told nothing."""
    awaiting = session.awaiting
    if awaiting is None or heard.skipped == awaiting.ref or awaiting.ref in heard.refused:
        return None
    if awaiting.ref.partition(".")[0] in heard.removed:
        return None
    if awaiting.manner == "change" and chain.get(awaiting.ref) is not None and heard.reading.intent != "question":
        # It stays as it is: nobody is asked twice in a row what it should be instead.
        return None
    if undecided(session, heard):
        return awaiting
    if heard.vague and awaiting.manner == "more":
        return replace(awaiting, old="yes")
    open_still = chain.get(awaiting.ref) is None or awaiting.manner in ("change", "vague")
    if not open_still or any(f.ref == awaiting.ref for f in heard.facts):
        return None
    if heard.vague:
        return Awaiting(awaiting.ref, "vague")
    aside = heard.reading.intent == "question" or bool(heard.replaced or heard.asks)
    if awaiting.manner == "confirm" and aside and not any(r in chain.facts for r in awaiting.offered):
        # What was offered from public records still waits for a yes or no.
        return awaiting
    return Awaiting(awaiting.ref, "change" if awaiting.manner == "change" else "again")


def said_in_vain(session: Session, said: str, heard: Heard) -> Heard:
    """The same, with the question left open where somebody says the very same words to it once more and is not understood again: no third
    time would help.
    """
    awaiting, before = session.awaiting, session.live[-1:]
    if awaiting is None or awaiting.manner not in ("again", "vague") or heard.reading.intent in ("stop", "undo"):
        return heard
    again = any(turn.said.split() == said.split() for turn in before) and bool(said.strip())
    told = {f.ref for f in heard.facts} | {c.ref for c in heard.conflicts}
    if not again or awaiting.ref in told or heard.skipped or heard.replaced:
        return heard
    return replace(heard, skipped=awaiting.ref, vague=False)


def asked_just_now(session: Session, ref: str) -> bool:
    """Whether it was asked in the last reply what an answer should be instead."""
    awaiting = session.awaiting
    return awaiting is not None and awaiting.manner == "change" and awaiting.ref == ref


def undecided(session: Session, heard: Heard) -> bool:
    """Whether a contradiction that was put to the person still waits for their word, after a question back or an aside."""
    awaiting = session.awaiting
    if awaiting is None or awaiting.manner != "conflict" or heard.decided or heard.removed:
        return False
    if any(fact.ref == awaiting.ref for fact in heard.facts):
        # Set right beside something else, it is decided.
        return False
    if heard.reading.intent == "question" and heard.move not in ASIDES:
        return True
    # Who never decides is not asked for ever.
    asked = sum(t.awaiting == awaiting for t in session.turns[-MOST_ASKED:])
    aside = heard.move in ASIDES or any(old.ref != awaiting.ref for old, _ in heard.replaced)
    return aside and heard.reading.intent != "skip" and asked < MOST_ASKED


def keeps_the_old(awaiting: Awaiting | None, heard: Heard) -> bool:
    """Whether the person said that the earlier of two values stands."""
    decided = awaiting is not None and awaiting.manner == "conflict" and heard.decided
    return decided and not heard.replaced and heard.change is None and not heard.reading.note


def left_between(session: Session, heard: Heard, chain: Chain) -> Awaiting | None:
    """The contradiction that is left, because something else was said than a word on it."""
    awaiting = session.awaiting
    if awaiting is None or awaiting.manner != "conflict" or heard.decided or chain.get(awaiting.ref) is None:
        return None
    word = heard.removed or any(f.ref == awaiting.ref for f in heard.facts)
    return None if word or heard.conflicts or undecided(session, heard) else awaiting


def conflict_of(session: Session, awaiting: Awaiting) -> Contradiction | None:
    """The contradiction that is waited for, with what was said on both sides."""
    said = (c for turn in reversed(session.live) for c in turn.conflicts if c.ref == awaiting.ref)
    return next(said, None)
