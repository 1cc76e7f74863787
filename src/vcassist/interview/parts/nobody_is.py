"""What a message names and nobody is or uses: a field of work that is denied, a house called by what it is, a tool called only a different one, and
the system that data comes from. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vcassist.chain.facts import Chain, Fact, field_of
from vcassist.interview.meant import HOUSE_NAME
from vcassist.interview.session import Session
from vcassist.interview.turns_of_phrase import ONLY_ANOTHER

_I = re.I
SECTOR = "organisation.sector"
_ANOTHER = re.compile(ONLY_ANOTHER, _I)
_WE_ARE_A = re.compile(r"\b(?:we|i)(?:['’]re| are|['’]m| am)\s+(?:only |just )?an?\s+$", _I)
# Asked for these, people name the systems that their data comes from.
_WHERE_FROM = frozenset({"data.sources", "data.supplier", "data.provenance"})
_IS_USED = re.compile(
    r"\b(?:(?:we|i|they) (?:also |now |even )?(?:use|run|have|built|made|bought|got)|also use|second|another|other tool|chatbot|ai)\b",
    _I,
)


def without_what_nobody_is(facts: Iterable[Fact], said: str, session: Session) -> tuple[Fact, ...]:
    """The facts of a message without these."""
    chain = session.chain
    kept = (f for f in facts if not (called_only_another(f) or _denied(f, said) or _told_as_a_kind(f, said, chain)))
    if session.asked is None or field_of(session.asked).key not in _WHERE_FROM or _IS_USED.search(said):
        return tuple(kept)
    # "From our own student information system, PowerSchool": no further tool.
    there = chain.all_components()
    return tuple(f for f in kept if f.kind != "application" or f.component in there or not there)


def called_only_another(fact: Fact) -> bool:
    """Whether a name is none: "that's a different app"."""
    return fact.field.name == "name" and _ANOTHER.fullmatch(str(fact.value or "")) is not None


def _denied(fact: Fact, said: str) -> bool:
    """Whether a field of work is denied where it was read: "we're not government, in case you have us as a county council"."""
    if fact.ref != SECTOR or fact.status != "known":
        return False
    label = re.escape(str(fact.field.options.get(str(fact.value), fact.value)))
    not_it = rf"(?:\bnot|n['’]t|\bnever|\bno)\s+(?:(?:in|the|a|an|any|part of)\s+)*{label}\b"
    return re.search(not_it, said, _I) is not None


def _told_as_a_kind(fact: Fact, said: str, chain: Chain) -> bool:
    """Whether what somebody says they are was taken for a second name: "we're a Catholic parish"."""
    second = fact.ref == HOUSE_NAME and chain.value(HOUSE_NAME) is not None
    return second and _WE_ARE_A.search(said[: fact.start or 0]) is not None
