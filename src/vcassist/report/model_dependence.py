"""What the report says of dependence as data: concentration, shared suppliers, weak points, countries, changes, the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vcassist.report.model_basis import FactRow, Sentence


@dataclass(frozen=True, slots=True)
class Share:
    name: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class ConcentrationView:
    """``scope``: direct (the supplier named) or ultimate (the head of its group). ``hhi`` is 0 to 10,000."""

    scope: str
    hhi: int
    total: int
    shares: tuple[Share, ...]
    reading: tuple[Sentence, ...]


def told_apart(views: Sequence[ConcentrationView]) -> Sequence[ConcentrationView]:
    """The ways of counting that differ: just the first one where no group makes one supplier of two."""
    return [view for n, view in enumerate(views) if not n or view.shares != views[0].shares]


@dataclass(frozen=True, slots=True)
class SharedWay:
    """How ``supplier``, which stands behind ``parts``, comes to rest on the organisation: steps with their dates."""

    supplier: str
    parts: tuple[str, ...]
    steps: str


@dataclass(frozen=True, slots=True)
class SharedView:
    """An organisation on which two or more different suppliers rest."""

    organisation: str
    ways: tuple[SharedWay, ...]


@dataclass(frozen=True, slots=True)
class FailurePoint:
    """Losing ``supplier``, which stands behind ``parts``, stops ``applications``; ``clears`` is the smallest change that ends it."""

    supplier: str
    applications: tuple[str, ...]
    parts: tuple[str, ...]
    clears: tuple[str, ...]
    facts: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True)
class LoopView:
    """A feedback loop: the parts that it runs through, first and last the same, and whether it is guarded."""

    name: str
    path: tuple[str, ...]
    guarded: str
    facts: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True)
class DarkPart:
    """``share`` (0 to 1) of what was asked about a part is unknown or withheld."""

    part: str
    share: float


@dataclass(frozen=True, slots=True)
class JurisdictionView:
    """A country that ``data`` or ``service`` pass through, part by part or supplier by supplier."""

    code: str
    country: str
    at_home: bool | None
    data: tuple[str, ...]
    service: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A change worth considering. ``risks`` and ``weight`` (likelihood times impact, summed) are before and after.

    ``now`` is how it is today, in words; ``setting`` is what ``vcassist whatif --set`` takes; ``ends`` are labels of findings; ``takes`` what has to be true first.
    """

    change: str
    now: str
    setting: str
    ends: tuple[str, ...]
    starts: tuple[str, ...]
    takes: tuple[str, ...]
    risks: tuple[int, int]
    weight: tuple[int, int]


@dataclass(frozen=True, slots=True)
class MapNode:
    """``column``: chain (a component or several alike), supplier (said) or upstream (from the register)."""

    id: str
    column: str
    kind: str
    title: str
    note: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class MapEdge:
    """``origin``: said (by the person) or register (public record, with source and date)."""

    start: str
    end: str
    what: str
    origin: str
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class ChainMap:
    nodes: tuple[MapNode, ...]
    edges: tuple[MapEdge, ...]
    loop: bool = False
