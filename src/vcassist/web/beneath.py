"""What the suppliers of a chain rest on by the register, with every way there and its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vcassist.assessment.register import Edge, Register
from vcassist.web.entities import UPSTREAM, step


@dataclass(frozen=True, slots=True)
class Beneath:
    """One organisation of the public record, with the way to it from each supplier of the chain that rests on it."""

    id: str
    name: str
    country: str
    ways: Mapping[str, tuple[Edge, ...]]

    @property
    def depth(self) -> int:
        """How many steps the shortest way has."""
        return min(len(way) for way in self.ways.values())


def shared_beneath(register: Register, suppliers: Iterable[str]) -> list[Beneath]:
    """What suppliers rest on by public record: first what most of them share, then what most others there rest on, then the nearest."""
    ways: dict[str, dict[str, tuple[Edge, ...]]] = {}
    for name in suppliers:
        known = register.supplier(name)
        for organisation, way in register.upstream(known.id, UPSTREAM).items() if known else ():
            if organisation in register.suppliers:
                ways.setdefault(organisation, {})[name] = way
    carried = Counter(to for id_ in ways for to in {e.to for e in register.suppliers[id_].edges if e.to != id_})
    found = [Beneath(id_, (s := register.suppliers[id_]).name, s.country, to) for id_, to in ways.items()]
    return sorted(found, key=lambda b: (-len(b.ways), -carried[b.id], b.depth, b.name))


def shown_of(beneath: Sequence[Beneath], most: int) -> list[Beneath]:
    """Those that the drawing has room for, the nearest on top and what all of it stands on at the bottom."""
    return sorted(beneath[:most], key=lambda b: (b.depth, -len(b.ways), b.name))


def ways_told(beneath: Sequence[Beneath], register: Register) -> list[dict[str, Any]]:
    """What the suppliers rest on, for the list: each with its ways, step by step with their sources."""
    found = []
    for each in beneath:
        ways = []
        for name, edges in each.ways.items():
            here, steps = register.supplier(name), []
            for edge in edges:
                taken = step(register, here, edge) if here else None
                if taken is not None:
                    steps.append(taken)
                    here = taken.end
            ways.append(steps)
        found.append({"id": each.id, "name": each.name, "country": each.country, "ways": ways})
    return found
