"""A further place beside the noted one: "the pictures are also on Google Drive", "a copy lies in Dublin too". Pure.

Data is often kept, and a tool often run, in more than one place. Who says "also" contradicts nothing: what they tell is of a second place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, checked_value, split_ref
from vcassist.interview.heard import Heard
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Awaiting, Contradiction, Session

# The kinds of parts that are places, and what tells one from another.
PLACES = frozenset({"storage", "compute"})
_TELLS_APART = frozenset({"supplier", "country", "hosting"})
_FURTHER = re.compile(
    r"\b(?:also|too|elsewhere|plus|overflow|on top|in addition|additional(?:ly)?|as well(?: as)?|besides|alongside|(?:add|note|put|have|use|is|with|there['’]s|it['’]s) (?:also )?an?(?:other)? (?:second|further|extra)|(?:a|the) second (?:\w+ )?(?:entry|host|supplier|provider|cloud|site|place|part|server|copy)|second (?:entry|host|supplier|provider)|another (?:copy|host|entry|supplier|provider|cloud|site|place|part|server)|"
    r"(?:a|an extra|some) cop(?:y|ies)|hybrid|burst(?:s|ing)?|spill(?:s|over)?|fail-?over|both|partly .{2,40} partly|half .{2,40} half|the rest)\b",
    re.I,
)
# These put something in the place of what stands, whatever is beside it.
_INSTEAD = re.compile(
    r"\b(?:no longer|not|instead|any ?more|moved|replaced|switched|correction|wrong|sorry|meant|rather|only (?!for\b|when\b|overflow)(?=\w+\W*$))\b|n['’]t\b",
    re.I,
)


def with_another_place(heard: Heard, said: str, session: Session, number: int) -> Heard:
    """The same, with what a message tells of one more place put under a part of its own instead of against what stands."""
    chain = session.chain
    moved: dict[str, str] = {}
    if session.awaiting is not None and session.awaiting.manner == "conflict":
        # Which of two counts was asked, and is settled there.
        return heard
    for ref, start in _clashes(heard, said):
        component, kind, name = split_ref(ref)
        if kind in PLACES and name in _TELLS_APART and _beside_the_first(said, start):
            moved.setdefault(component, chain.another(kind))
    if not moved:
        return heard
    against = [c for c in heard.conflicts if split_ref(c.ref)[0] in moved]
    told = [*heard.facts, *(_as_fact(c, said, number) for c in against)]
    facts = {f.ref: f for f in (_in_its_place(f, moved, said) for f in told)}
    return replace(
        heard,
        facts=tuple(facts.values()),
        replaced=tuple(pair for pair in heard.replaced if pair[1].component not in moved),
        conflicts=tuple(c for c in heard.conflicts if c not in against),
    )


def second_place(said: str, awaiting: Awaiting, chain: Chain, number: int) -> Fact | None:
    """The second of two places of which it was asked which is right, for who says that both are: under a part of its own. None where only one of
    the kind can be told.
    """
    _, kind, name = split_ref(awaiting.ref)
    if kind not in PLACES or name not in _TELLS_APART or awaiting.new is None:
        return None
    ref = f"{chain.another(kind)}.{name}"
    return Fact(ref, "known", checked_value(ref, awaiting.new), said, 0, len(said), number)


def _clashes(heard: Heard, said: str) -> Iterator[tuple[str, int]]:
    for _, new in heard.replaced:
        yield new.ref, new.start or 0
    for conflict in heard.conflicts:
        yield conflict.ref, max(said.find(conflict.new_quote), 0)


def _as_fact(conflict: Contradiction, said: str, number: int) -> Fact:
    start = max(said.find(conflict.new_quote), 0)
    value = checked_value(conflict.ref, conflict.new)
    return Fact(conflict.ref, "known", value, conflict.new_quote, start, start + len(conflict.new_quote), number)


def _beside_the_first(said: str, at: int) -> bool:
    part = around(PART, said, at)
    words = part[0] if part else said
    return _FURTHER.search(words) is not None and not _INSTEAD.search(words)


def _in_its_place(fact: Fact, moved: dict[str, str], said: str) -> Fact:
    """What the part of a message that speaks of a further place tells is of that; what another part tells is of the first."""
    if fact.component not in moved or not _beside_the_first(said, fact.start or 0):
        return fact
    return replace(fact, ref=f"{moved[fact.component]}.{fact.field.name}")
