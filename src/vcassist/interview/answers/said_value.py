"""A choice that somebody says they said: "I said sometimes, didn't I", "and partly, I said". It stands, whatever was noted. Forms only. Pure.

Who has to say it again says it in the very word. It answers the open question where that has such a choice, else it sets right the note of the last few
messages that has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vcassist.chain.facts import Fact, field_of
from vcassist.chain.fields import Field
from vcassist.interview.heard import Heard, set_anew, whole, without_told
from vcassist.interview.sentences import PART
from vcassist.interview.session import Session

# So many messages back it may be of.
LATELY = 3
_VALUE = r"(?P<value>yes|no|partly|partially|sometimes|always|never)"
_SAID = re.compile(
    rf"\bI(?:['’]ve| have| did)?(?: already| just)? (?:said|say|told you|wrote)(?: it(?: was|['’]s)?| that(?: it['’]?s| it is)?)?[\s,:“\"'‘]+{_VALUE}\b(?!-| (?:one|idea|more|way|such|\w+ing)\b)|(?:^|[^\w\s]|\band|\bso|\bbut)\s*{_VALUE.replace('value', 'word')}\W{{1,3}}(?:as |like )?I(?:['’]ve| have| did)? (?:already )?(?:said|told you|wrote)\b",
    re.I,
)
_SAME = {"partially": "partly"}


def with_the_value_said(heard: Heard, said: str, session: Session, number: int) -> Heard:
    """The same with a choice that the person says they said."""
    if heard.decided or heard.late or heard.merged or heard.reading.intent in ("stop", "undo"):
        return heard
    for part in PART.finditer(said):
        found = _SAID.search(part[0])
        if found is None:
            continue
        word = (found["value"] or found["word"]).lower()
        told = _fact_of(_SAME.get(word, word), part, heard, session, number)
        if told is not None:
            return _with(heard, told, session)
    return heard


def _fact_of(value: str, part: re.Match[str], heard: Heard, session: Session, number: int) -> Fact | None:
    ref = next(_meant(value, heard, session), None)
    if ref is None:
        return None
    return whole(part[0], ref, "known", value, number).moved(part.start())


def _meant(value: str, heard: Heard, session: Session) -> Iterator[str]:
    """The references of which a value may be said, the likeliest first."""
    waits = session.awaiting
    if waits is not None and waits.is_open and _has(field_of(waits.ref), value):
        yield waits.ref
        return
    changed = {new.ref for _, new in heard.replaced}
    for turn in reversed(session.live[-LATELY:]):
        for fact in turn.facts:
            there = session.chain.get(fact.ref)
            if there is not None and _has(fact.field, value) and fact.ref not in changed and there.value != value:
                yield fact.ref


def _has(spec: Field, value: str) -> bool:
    return spec.type in ("yesno", "enum") and value in spec.values


def _with(heard: Heard, told: Fact, session: Session) -> Heard:
    old = session.chain.get(told.ref)
    if any(f.ref == told.ref and f.value == told.value for f in heard.facts) or (
        old is not None and old.says_the_same(told)
    ):
        return heard
    left = without_told(heard, {told.ref})
    left = replace(
        left, facts=(*left.facts, told), conflicts=tuple(c for c in left.conflicts if c.ref != told.ref), vague=False
    )
    return left if old is None else set_anew(left, [(old, told)])
