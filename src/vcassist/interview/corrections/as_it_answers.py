"""What sets a choice right is what the message answers to its question, as it was learnt from answers and corrections. Pure but for its ports.

Forms of words find that something is set right, and often of what; what it becomes they read in single words ("its only a draft so not really there"
became a no). The encoder for answers reads the message together with the question. Where a message was heard to set a choice right it has a word on
which; where it was heard to do nothing, though it plainly touches a note, it tells what the note becomes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import log

from vcassist.chain.facts import Fact, checked_value
from vcassist.chain.fields import ALONE, CHOICE_TYPES
from vcassist.interview.corrections.gone_back_to import comes_from_somewhere, is_unsure
from vcassist.interview.heard import LONGEST_QUOTE, Heard, came_to_nothing, taken_instead
from vcassist.interview.ports import Touch
from vcassist.interview.reading import merged_set
from vcassist.interview.session import Contradiction, Session
from vcassist.interview.tools import Tools
from vcassist.interview.touching import touched_by

# The encoder learnt on messages of no more words; of one or two it knows nothing without the question.
LONGEST, LEAST = 45, 4
# How much likelier another choice must be than the one that was heard (logarithm), and how sure it must be at least.
LIKELIER, SURE = 1.0, 0.5
# How sure it must be of what a note becomes of which nothing was heard, and how surely the note is touched.
FOUND, TOUCHED, CLEARLY = 0.6, 0.5, 0.75
# What joins a list must be so likely, against the likeliest that joins it.
JOINS, AGAINST_THE_BEST = 0.03, 0.1
_LEAST = 1e-4


def as_it_answers(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same with what is set right as the message answers it."""
    waits = session.awaiting
    if heard.late or heard.decided or heard.merged or not LEAST <= len(said.split()) <= LONGEST:
        return heard
    heard = _chosen(heard, said, tools)
    nothing = came_to_nothing(replace(heard, vague=False, unplaced="", move=None, change=None))
    if waits is None or not waits.is_open or not nothing:
        return heard
    return _found(heard, said, session, number, tools)


def _chosen(heard: Heard, said: str, tools: Tools) -> Heard:
    """The same with each choice that was set right as the encoder has it, where it is surer of another."""
    for old, new in heard.replaced:
        if new.field.type not in CHOICE_TYPES or new.status != "known" or old.status != "known" or new.source != "said":
            continue
        told = dict(tools.answers(said, new.field.key))
        if not told:
            continue
        other = _list_of(old, new, told) if new.field.type == "set" else _one_of(new, told)
        if other is None:
            continue
        put = replace(new, value=checked_value(new.ref, other))
        same = put.says_the_same(old)
        facts = tuple(put if f is new else f for f in heard.facts if not (same and f is new))
        pairs = tuple((o, put) if n is new else (o, n) for o, n in heard.replaced if not (same and n is new))
        heard = replace(heard, facts=facts, replaced=pairs, restated=old if same and not facts else heard.restated)
    return heard


def _one_of(new: Fact, told: Mapping[str, float]) -> str | None:
    """Another choice of which the encoder is surer."""
    best = max((v for v in told if v), key=lambda v: told[v], default="")
    if not best or best == new.value or told[best] < SURE:
        return None
    return best if log(told[best] / max(told.get(str(new.value), 0.0), _LEAST)) > LIKELIER else None


def _list_of(old: Fact, new: Fact, told: Mapping[str, float]) -> list[str] | None:
    """A list without what joined it by words that hardly state it."""
    joined = [v for v in new.values if v not in old.values]
    if not joined or ALONE & {*old.values, *new.values}:
        return None
    best = max((c for v, c in told.items() if v and v not in old.values), default=0.0)
    left = [v for v in joined if told.get(v, 0.0) < max(JOINS, AGAINST_THE_BEST * best)]
    return [v for v in new.values if v not in left] if left and len(left) < len(new.values) else None


def _found(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same with what becomes of the note that a message touches of which nothing was heard."""
    if is_unsure(said):
        return heard
    notes = [f for f in session.chain.facts.values() if _may_become(f, session)]
    best: tuple[float, Fact, Touch] | None = None
    for old, touch in touched_by(said, notes, session, tools):
        if touch.changes >= TOUCHED and (best is None or touch.changes > best[0]):
            best = (touch.changes, old, touch)
    if best is None:
        return heard
    _, old, touch = best
    told = dict(tools.answers(said, old.field.key))
    value = max((v for v in told if v), key=lambda v: told[v], default="")
    if not value or told[value] < FOUND or value in old.values:
        return heard
    start = len(said) - len(said.lstrip())
    end = min(len(said.rstrip()), start + LONGEST_QUOTE)
    is_list = old.field.type == "set"
    new = Fact(old.ref, "known", checked_value(old.ref, [value] if is_list else value), said[start:end], start, end, number)  # fmt: skip
    if is_list:
        if ALONE & {*old.values, value} or touch.more + touch.otherwise < touch.wrong:
            return heard
        new = merged_set(old, new)
    if touch.changes >= CLEARLY or comes_from_somewhere(said):
        reading = replace(heard.reading, intent="correction")
        return replace(
            taken_instead(heard, [(old, new)]), reading=reading, vague=False, unplaced="", move=None, change=None
        )
    return replace(
        heard, conflicts=(Contradiction.between(old, new),), vague=False, unplaced="", move=None, change=None
    )


def _may_become(fact: Fact, session: Session) -> bool:
    """Whether a note is a choice that may be set right while another question is open."""
    return fact.status == "known" and fact.field.type in CHOICE_TYPES and fact.ref != session.asked and fact.ref not in session.put  # fmt: skip
