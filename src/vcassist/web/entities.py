"""The register's entities in one list, with each one's way up the supply chain. Plain data, for pages and API alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vcassist.assessment.register import (
    Accelerator,
    Edge,
    KnownModel,
    Product,
    Register,
    Source,
    Supplier,
    goes_on,
    name_key,
)
from vcassist.errors import NotFound

Entity = Supplier | KnownModel | Product | Accelerator
EDGE_WORDS = {
    "runs_on": "runs on the cloud of",
    "built_by": "uses models of",
    "made_by": "has chips made by",
    "owned_by": "belongs to",
    "equipped_by": "uses machines of",
    "chips_from": "uses chips of",
}
UPSTREAM = frozenset(EDGE_WORDS)
KIND_WORDS = {"supplier": "Supplier", "model": "Model", "product": "Product", "accelerator": "Chip or board"}


def kind_of_entity(entity: Entity) -> str:
    match entity:
        case Supplier():
            return "supplier"
        case KnownModel():
            return "model"
        case Product():
            return "product"
        case _:
            return "accelerator"


def all_entities(register: Register) -> Iterator[tuple[str, Entity]]:
    """(address, entity), by kind and name. The address is ``kind.id``, as ids may be shared between kinds."""
    tables: tuple[Mapping[str, Entity], ...] = (
        register.suppliers,
        register.models,
        register.products,
        register.accelerators,
    )
    for table in tables:
        for entity in sorted(table.values(), key=lambda e: e.name.lower()):
            yield address_of(entity), entity


def address_of(entity: Entity) -> str:
    return entity.id if isinstance(entity, Supplier) else f"{kind_of_entity(entity)}.{entity.id}"


def entity_at(register: Register, address: str) -> Entity:
    """Raises NotFound."""
    kind, _, rest = address.partition(".")
    tables: dict[str, Any] = {
        "model": register.models,
        "product": register.products,
        "accelerator": register.accelerators,
    }
    found = tables[kind].get(rest) if kind in tables and rest else register.suppliers.get(address)
    if found is None:
        raise NotFound("The register has no such entry.", "", "Search the register by name.")
    entity: Entity = found
    return entity


def search_entities(register: Register, query: str) -> list[tuple[str, Entity]]:
    """Entities one of whose names holds every word of the query, those first that bear it as a name; all of them for an empty one."""
    key = name_key(query)
    found: list[tuple[int, str, Entity]] = []
    for address, entity in all_entities(register):
        own, others = name_key(entity.name), [name_key(n) for n in (*entity.aliases, *getattr(entity, "brands", ()))]
        names = " ".join((own, *others))
        if all(word in names for word in key.split()):
            near = (own == key, key in others, own.startswith(key), any(n.startswith(key) for n in others), True)
            found.append((near.index(True), address, entity))
    return [(address, entity) for _, address, entity in sorted(found, key=lambda one: one[0])]


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a way up, with the supplier it starts from and the one it leads to."""

    start: Supplier
    edge: Edge
    end: Supplier
    source: Source | None
    words: str


def owner_of(register: Register, entity: Entity) -> Supplier | None:
    """The supplier behind an entity: itself, the model's developer, the product's maker, the chip's designer."""
    match entity:
        case Supplier():
            return entity
        case KnownModel():
            return register.suppliers.get(entity.developer)
        case Product():
            return register.suppliers.get(entity.supplier)
        case _:
            return register.suppliers.get(entity.vendor)


def start_of(register: Register, entity: Entity) -> Supplier | None:
    """Where an entity's ways up begin: a product's at the product, any other's at the supplier behind it."""
    return register.standing(entity) if isinstance(entity, Product) else owner_of(register, entity)


def step(register: Register, start: Supplier, edge: Edge) -> Step | None:
    end = register.suppliers.get(edge.to)
    if end is None:
        return None
    return Step(start, edge, end, register.sources.get(edge.source), EDGE_WORDS.get(edge.kind, edge.kind))


def steps_up(register: Register, entity: Entity) -> list[list[Step]]:
    """The way up in levels: what the supplier rests on directly, what those rest on, … to foundry and lithography."""
    start = start_of(register, entity)
    levels: list[list[Step]] = []
    here = [(start, "")] if start else []
    reached, listed = set[tuple[str, str]](), set[tuple[str, Edge]]()
    while here:
        level, onward = [], []
        for supplier, last in here:
            for edge in supplier.edges:
                taken = step(register, supplier, edge) if goes_on(last, edge.kind) else None
                if taken is None or (supplier.id, edge) in listed:
                    continue
                listed.add((supplier.id, edge))
                level.append(taken)
                if (edge.to, edge.kind) not in reached:
                    reached.add((edge.to, edge.kind))
                    onward.append((taken.end, edge.kind))
        if not level:
            break
        levels.append(level)
        here = onward
    return levels
