"""What a colleague answers to questions that were handed over: facts of their own source, weighed against what stands. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.session import Contradiction

SOURCE = "colleague"
UNNAMED = "a colleague"


def from_colleague(facts: Sequence[Fact], who: str) -> tuple[Fact, ...]:
    """The facts with where they come from: ``note`` says who, as they named themselves or were named."""
    return tuple(replace(fact, source=SOURCE, note=who) for fact in facts)


def weighed(chain: Chain, facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[Contradiction, ...]]:
    """What is noted of the answers, and what contradicts something else that was said: that stands until the owner decides.

    A colleague may set their own earlier answer right, and not knowing never outweighs knowing.
    """
    noted, conflicts = [], []
    for fact in facts:
        old = chain.get(fact.ref)
        if old is None or old.open or (old.source == SOURCE and old.note == fact.note):
            noted.append(fact)
        elif not fact.open and not old.says_the_same(fact):
            said = fact.note or UNNAMED
            conflicts.append(
                Contradiction(fact.ref, old.as_json()["value"], fact.as_json()["value"], old.quote, f"({said})")
            )
    return tuple(noted), tuple(conflicts)
