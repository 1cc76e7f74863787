"""A place that a message denies tells which country it sets right: "the server with the essays is in Madrid, not Porto". Pure.

A server keeps and computes, so a reader may take the new place for either. Where "Porto" was told of the one, it is that which is put right.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact
from vcassist.interview.heard import Heard
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Session

_DENIED = re.compile(
    r"\b(?:not|no longer|rather than|instead of|never)(?: (?:in|at|to|from))? (?P<place>[A-ZÀ-ÖØ-Þ][\w’'-]+)"
)


def of_the_denied_place(heard: Heard, said: str, session: Session) -> Heard:
    """The same with each country that was read for one part on that part of which the denied place was told."""
    moved: dict[str, tuple[Fact, Fact]] = {}
    for fact in heard.facts:
        if fact.field.type != "country" or fact.status != "known" or fact.ref == session.asked:
            continue
        stands = session.chain.get(fact.ref)
        old = _told_with_it(fact, said, session)
        if old is None or old.ref == fact.ref or (stands is not None and stands.status == "known"):
            continue
        if any(f.ref == old.ref for f in heard.facts):
            continue
        moved[fact.ref] = (old, replace(fact, ref=old.ref))
    if not moved:
        return heard
    pairs = [(old, new) for old, new in moved.values() if not old.says_the_same(new)]
    others = tuple(f for f in heard.facts if f.ref not in moved)
    left = tuple(pair for pair in heard.replaced if pair[1].ref not in moved)
    return replace(heard, facts=(*others, *(new for _, new in moved.values())), replaced=(*left, *pairs))


def _told_with_it(fact: Fact, said: str, session: Session) -> Fact | None:
    """The one noted country in whose message a place was told that the sentence of a new one denies."""
    part = around(PART, said, fact.start or 0)
    denied = {m["place"].casefold() for m in _DENIED.finditer(part[0])} if part is not None else set()
    if not denied:
        return None
    said_then = {turn.number: turn.said for turn in session.live}

    def words(old: Fact) -> set[str]:
        return {w.casefold() for w in re.findall(r"[\w’'-]+", f"{old.quote} {said_then.get(old.turn, '')}")}

    countries = (f for f in session.chain.facts.values() if f.field.type == "country" and f.status == "known")
    told = [old for old in countries if denied & words(old)]
    return told[0] if len(told) == 1 else None
