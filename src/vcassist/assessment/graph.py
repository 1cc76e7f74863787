"""The chain as a graph: organisations that several suppliers share upstream, and opacity. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vcassist.assessment.concentration import known_suppliers
from vcassist.assessment.predicates import DARK_KINDS
from vcassist.assessment.register import Edge, Register
from vcassist.assessment.suppliers import withheld_by_supplier
from vcassist.chain.facts import Chain


@dataclass(frozen=True, slots=True)
class Way:
    """How one supplier of the chain comes to rest on an organisation; no ``edges``: it is that organisation itself.

    ``components`` are those that it supplies.
    """

    supplier: str
    components: tuple[str, ...]
    edges: tuple[Edge, ...]

    def as_json(self, register: Register) -> dict[str, Any]:
        return {
            "supplier": self.supplier,
            "components": list(self.components),
            "edges": [
                {"kind": e.kind, "to": name_of(e.to, register), "source": e.source, "as_of": e.as_of}
                for e in self.edges
            ],
        }


@dataclass(frozen=True, slots=True)
class SharedUpstream:
    """An organisation (register id) on which two or more different suppliers of the chain rest, with the way from each."""

    organisation: str
    ways: tuple[Way, ...]


def name_of(supplier_id: str, register: Register) -> str:
    known = register.suppliers.get(supplier_id)
    return known.name if known else supplier_id


def shared_upstream(chain: Chain, register: Register) -> tuple[SharedUpstream, ...]:
    """Where suppliers meet, the place that most rest on first.

    Beyond a meeting place only what somebody reaches by another way is listed.
    """
    supplied: dict[str, list[str]] = {}
    for component, name in known_suppliers(chain, register):
        known = register.supplier(name)
        if known is not None:
            supplied.setdefault(known.id, []).append(component)
    ways: dict[str, dict[str, tuple[Edge, ...]]] = {}
    for supplier_id in supplied:
        for organisation, path in {supplier_id: (), **register.upstream(supplier_id)}.items():
            ways.setdefault(organisation, {})[supplier_id] = path
    meeting = {organisation: paths for organisation, paths in ways.items() if len(paths) > 1}
    found = [
        SharedUpstream(
            organisation,
            tuple(
                Way(name_of(supplier_id, register), tuple(supplied[supplier_id]), path)
                for supplier_id, path in sorted(paths.items(), key=lambda item: (len(item[1]), item[0]))
            ),
        )
        for organisation, paths in meeting.items()
        if not _beyond(paths, meeting)
    ]
    return tuple(sorted(found, key=lambda shared: (-len(shared.ways), shared.organisation)))


def _beyond(paths: Mapping[str, Sequence[Edge]], meeting: Mapping[str, Mapping[str, object]]) -> bool:
    """Whether all of the paths run through one earlier place where the same suppliers meet."""
    through = set(meeting)
    for supplier_id, path in paths.items():
        through &= {supplier_id, *(edge.to for edge in path[:-1])} if path else set()
    return any(set(meeting[place]) == set(paths) for place in through)


def opacity(chain: Chain) -> dict[str, float]:
    """Share (0 to 1) of what was asked on each component of the path that is unknown or withheld; "chain" is all of it."""
    asked: dict[str, list[int]] = {}
    for fact in chain.facts.values():
        kept_back = fact.status == "withheld" and not withheld_by_supplier(fact)
        if fact.status != "not_applicable" and not kept_back and fact.kind in DARK_KINDS:
            count = asked.setdefault(fact.component, [0, 0])
            count[0] += fact.open
            count[1] += 1
    if not asked:
        return {}
    total = [sum(column) for column in zip(*asked.values(), strict=True)]
    return {name: round(dark / of, 4) for name, (dark, of) in [("chain", total), *sorted(asked.items())]}
