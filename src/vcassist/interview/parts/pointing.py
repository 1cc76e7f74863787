"""Which of several a message points at in words ("the second model", "the other data set"). Pure.

A reader places what it reads on the component that is asked about, or on the first. Where the words beside it point at another, it is
meant for that one; where they point at one that is not there, it is left out rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vcassist.chain.facts import Chain, kind_of
from vcassist.chain.fields import SINGLE_KINDS
from vcassist.chain.quote import locate
from vcassist.chain.short_names import says_name
from vcassist.interview.meant import words_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.removals.removing import NOUNS, ORDINALS
from vcassist.interview.sentences import part_begins
from vcassist.interview.session import Session

_COMPARED = re.compile(
    r"\b(?:like|as|than|unlike|from|besides?|beside|next to|along ?side|together with|before|after|on|instead of|replac\w+)\W*$",
    re.I,
)
_DEFINITE = r"\b(?:the|that|this|our|my|your|their)"


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words at ``start`` that point at a component of a ``kind``; None where there is no such one."""

    start: int
    kind: str
    component: str | None


def placed_as_said(reading: Reading, said: str, chain: Chain, asked: str | None) -> Reading:
    """The same with each proposal on the component that its own sentence points at, without those that point at none."""
    found = list(pointers(said, chain, asked, reading.proposals))
    if not found:
        return reading
    kept = (_moved(p, found, said, chain) for p in reading.proposals)
    return replace(reading, proposals=tuple(p for p in kept if p is not None))


def elsewhere(ref: str, said: str, chain: Chain, asked: str | None) -> bool:
    """Whether a message points at components of the kind of ``ref``, and at none that is that of ``ref``."""
    component = ref.partition(".")[0]
    same = [p for p in pointers(said, chain, asked) if p.kind == kind_of(component)]
    return bool(same) and component not in {p.component for p in same}


def of_another(ref: str, said: str, session: Session) -> bool:
    """Whether an answer of one of several parts of a kind is none that a message may set right: it is about another, or about none by name.

    Of several, a message means the one that is asked about, else the one that was spoken of last, and any other only where it says its
    name or a word of its purpose.
    """
    chain, component = session.chain, ref.partition(".")[0]
    several = chain.mentioned(kind_of(component))
    if len(several) < 2 or kind_of(component) in SINGLE_KINDS:
        return False
    asked = (session.asked or "").partition(".")[0]
    if asked not in several:
        told = [f for f in chain.facts.values() if f.component in several]
        asked = max(told, key=lambda f: f.turn).component if told else component
    return component != asked and not _names_it(component, several, said, chain)


def _names_it(component: str, several: Sequence[str], said: str, chain: Chain) -> bool:
    """Whether a message says the name of a part, or a word of its purpose that no other's has."""
    name, purpose = (str(chain.value(f"{component}.{field}") or "") for field in ("name", "purpose"))
    if name and says_name(name, said):
        return True
    others = (str(chain.value(f"{c}.purpose") or "") for c in several if c != component)
    return bool(words_of(said) & (words_of(purpose) - words_of(" ".join(others))))


def pointers(said: str, chain: Chain, asked: str | None, proposals: tuple[Proposal, ...] = ()) -> Iterator[Pointer]:
    """All that a message points at by number or as the other one; ``proposals`` may name components beyond the chain's."""
    for kind, noun in NOUNS.items():
        if kind in SINGLE_KINDS:
            continue
        told = (p.ref.partition(".")[0] for p in proposals if p.ref.endswith(".name"))
        components = list(dict.fromkeys([*chain.mentioned(kind), *(c for c in told if kind_of(c) == kind)]))
        if not components:
            continue
        for at, ordinal in enumerate(ORDINALS):
            for start in _places(f"{ordinal} {noun}", said):
                yield Pointer(start, kind, components[at] if at < len(components) else None)
        # Where only one is noted, "the other system" is none of the chain.
        for start in _places(f"other {noun}", said) if len(components) > 1 else ():
            yield Pointer(start, kind, _other(components, asked))


def _places(words: str, said: str) -> list[int]:
    """Where a message speaks of what is called so, and does not only compare with it."""
    places = (m.start() for m in re.finditer(rf"{_DEFINITE} {words}\b", said, re.I))
    return [at for at in places if not _COMPARED.search(said[:at])]


def _other(components: list[str], asked: str | None) -> str | None:
    """The other one of two: than the one that is asked about, else than the first."""
    if len(components) > 2:
        return None
    here = asked.partition(".")[0] if asked else ""
    return components[0] if here == components[1] else components[1]


def _place_of(proposal: Proposal, said: str) -> tuple[int, int] | tuple[None, None]:
    if proposal.start is not None and proposal.end is not None:
        return proposal.start, proposal.end
    return locate(proposal.quote, said) or (None, None)


def _moved(proposal: Proposal, found: list[Pointer], said: str, chain: Chain) -> Proposal | None:
    """The proposal where the last words before its end point, within its sentence; None where that is nowhere, or two at once."""
    component, _, name = proposal.ref.partition(".")
    start, end = _place_of(proposal, said)
    # Asked for something to fall back on, "the second model" is the answer and not what it is about.
    if start is None or end is None or name == "alternative":
        return proposal
    begins = part_begins(said, start)
    near = [p for p in found if p.kind == kind_of(component) and begins <= p.start < end]
    within = {p.component for p in near if p.start >= start}
    if not near or (name == "name" and chain.value(f"{near[-1].component}.name")):
        return proposal
    meant = max(near, key=lambda p: p.start).component
    if meant is None or len(within) > 1:
        return None
    if name == "name" and meant not in chain.mentioned(kind_of(component)):
        return proposal
    return replace(proposal, ref=f"{meant}.{name}")
