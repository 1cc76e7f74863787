"""What is set right takes with it what was drawn from the same words: no machines are one's own that "on a computer in our office" made so. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from vcassist.chain.facts import Fact
from vcassist.interview.heard import Heard
from vcassist.interview.sayings import said_back
from vcassist.interview.session import Session
from vcassist.interview.words import Country, listed

# Choices by which oneself supplies a part, and the fields that say so.
_OWN: Mapping[str, tuple[frozenset[str], str]] = MappingProxyType({
    "compute.hosting": (frozenset({"own_premises", "device"}), "supplier"),
    "application.sourcing": (frozenset({"in_house"}), "supplier"),
})  # fmt: skip
SELF = "self"


def without_what_followed(heard: Heard, session: Session, country: Country = str) -> Heard:
    """The same, with each noted part of one's own taken away that was read in the answer which is set right, and said again by nobody."""
    gone = [own for old, new in heard.replaced if (own := _followed(old, new, heard, session)) is not None]
    if not gone or heard.merged:
        return heard
    note = listed([*filter(None, [heard.reading.note]), *(said_back(f, session.chain, country) for f in gone)])
    removed = (*heard.removed, *(f.ref for f in gone))
    return replace(heard, removed=removed, reading=replace(heard.reading, note=note))


def _followed(old: Fact, new: Fact, heard: Heard, session: Session) -> Fact | None:
    own, name = _OWN.get(old.field.key, (frozenset(), ""))
    if old.ref != new.ref or old.value not in own or new.value in own or new.status != "known":
        return None
    fact = session.chain.get(f"{old.component}.{name}")
    said_again = any(f.ref == f"{old.component}.{name}" for f in heard.facts)
    return fact if fact is not None and fact.value == SELF and fact.turn == old.turn and not said_again else None
