"""What rests on what among the components: what holds by their kinds, and what a person drew. Pure.

An application rests on every model, store, machine and data of its chain anyway. What a person draws therefore tells something
new in two ways: one application that rests on another stops with it, and a circle can be closed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from vcassist.assessment.resilience import PATH_KINDS
from vcassist.chain.facts import Chain, kind_of

Pair = tuple[str, str]
# By default a component of a kind rests on every component of these kinds.
RESTS_ON: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "monitoring": ("application",),
        "application": ("model", "compute", "data", "storage"),
        "model": ("compute", "data"),
        "data": ("labelling", "storage"),
    }
)


def of_chain(chain: Chain, drawn: Sequence[Pair]) -> tuple[Pair, ...]:
    """Those of the pairs (what rests, what it rests on) whose ends are two different components that the chain still has."""
    if not drawn:
        return ()
    there = {component for component in chain.all_components() if not chain.absent(component)}
    return tuple(dict.fromkeys((a, b) for a, b in drawn if a != b and a in there and b in there))


def circles(chain: Chain, drawn: Sequence[Pair]) -> Iterator[tuple[str, ...]]:
    """The shortest circle that each drawn pair closes, as things flow: the first component is last again. Each circle once."""
    pairs = of_chain(chain, drawn)
    seen: set[frozenset[str]] = set()
    for one, other in pairs:
        way = _way(chain, pairs, other, one)
        if way and frozenset(way) not in seen:
            seen.add(frozenset(way))
            # What rests is fed by what it rests on: things flow against the direction of resting.
            yield (*reversed(way), one)


def _way(chain: Chain, pairs: Sequence[Pair], start: str, end: str) -> tuple[str, ...]:
    """The shortest way from what rests to what it rests on, both ends named; empty where there is none."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    queue = [start]
    for at in queue:
        by_kind = (c for kind in RESTS_ON.get(kind_of(at), ()) for c in chain.mentioned(kind) if not chain.absent(c))
        for beneath in (*(b for a, b in pairs if a == at), *by_kind):
            if beneath not in ways:
                ways[beneath] = (*ways[at], beneath)
                queue.append(beneath)
        if end in ways:
            return ways[end]
    return ()


def applications_on(chain: Chain, drawn: Sequence[Pair]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Application → each other application that rests on it by drawn pairs, with the way from the first to the second.

    A way may run through components, but through no third application: whether that one has a fallback is its own matter.
    """
    pairs = of_chain(chain, drawn)
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for start in dict.fromkeys(b for _, b in pairs if kind_of(b) == "application"):
        ways: dict[str, tuple[str, ...]] = {start: (start,)}
        queue = [start]
        for at in queue:
            above = [a for a, b in pairs if b == at]
            if kind_of(at) in PATH_KINDS:
                above += chain.mentioned("application")
            for one in above:
                if one not in ways:
                    ways[one] = (*ways[at], one)
                    queue += () if kind_of(one) == "application" else (one,)
        found[start] = {c: way for c, way in ways.items() if c != start and kind_of(c) == "application"}
    return found
