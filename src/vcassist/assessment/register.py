"""What is publicly known of suppliers, models and chips, as plain data with pure look-ups.

``vcassist.knowledge.register`` fills it from the files of knowledge/register/; nothing here reads a file.
Each fact carries the id of its source and the date it was true.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import MappingProxyType

# Edges along which one organisation rests on another as model developer, cloud or parent company.
RESTS_ON = frozenset({"built_by", "runs_on", "owned_by"})
_OF_CHIPS = frozenset({"chips_from", "made_by", "equipped_by"})
_PUNCTUATION = re.compile(r"[^\w+]+")
_LEGAL_FORM = re.compile(r"\b(?:inc|ltd|limited|llc|gmbh|corp|corporation|plc|s\.?a\.?|b\.?v\.?|ag|co|company|pbc)$")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """A name folded for comparison: case, accents, punctuation and legal form do not count."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    plain = _PUNCTUATION.sub(" ", plain).strip()
    return _LEGAL_FORM.sub("", plain).strip() or plain


@dataclass(frozen=True, slots=True)
class Edge:
    """``kind``: runs_on, built_by, made_by, owned_by, equipped_by or chips_from; ``to`` is a supplier's id."""

    kind: str
    to: str
    source: str
    as_of: str
    note: str = ""


def goes_on(last: str, kind: str) -> bool:
    """True when a way whose last step is an edge of kind ``last`` ("" at its start) may go on with one of ``kind``.

    A host's or an owner's choice of models is not its guest's, and a chip designer's clouds are not its buyer's: who runs
    on a cloud does not rest on the models which that cloud's own products use.
    """
    if last in _OF_CHIPS:
        return kind in ("made_by", "equipped_by", "owned_by")
    return kind != "built_by" or last in ("", "built_by")


@dataclass(frozen=True, slots=True)
class Supplier:
    id: str
    name: str
    country: str
    roles: tuple[str, ...]
    source: str
    as_of: str
    aliases: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    edges: tuple[Edge, ...] = ()
    undisclosed: tuple[str, ...] = ()
    disputed: str = ""


@dataclass(frozen=True, slots=True)
class KnownModel:
    id: str
    name: str
    developer: str
    weights: str
    licence: str
    source: str
    as_of: str
    family: str = ""
    aliases: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    released: str = ""
    disputed: str = ""
    developer_name: str = ""


@dataclass(frozen=True, slots=True)
class Product:
    id: str
    name: str
    supplier: str
    source: str
    as_of: str
    aliases: tuple[str, ...] = ()
    model_developers: tuple[str, ...] = ()
    runs_on: tuple[str, ...] = ()
    generates: tuple[str, ...] = ()
    note: str = ""
    undisclosed: tuple[str, ...] = ()
    disputed: str = ""


@dataclass(frozen=True, slots=True)
class Accelerator:
    """``export``: controlled, not_controlled or undisclosed, under the rules that ``export_basis`` names.

    ``export_source`` is where that stands, as ``source`` is for the rest; empty when no source was read.
    """

    id: str
    name: str
    vendor: str
    foundries: tuple[str, ...]
    export: str
    source: str
    as_of: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    export_basis: str = ""
    export_source: str = ""
    undisclosed: tuple[str, ...] = ()
    disputed: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    title: str
    publisher: str
    date: str
    url: str = ""


@dataclass(frozen=True)
class Register:
    """All entities by id, with look-ups by any name that people use."""

    suppliers: Mapping[str, Supplier] = field(default_factory=dict)
    models: Mapping[str, KnownModel] = field(default_factory=dict)
    products: Mapping[str, Product] = field(default_factory=dict)
    accelerators: Mapping[str, Accelerator] = field(default_factory=dict)
    vendor_foundries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cpu_only: tuple[str, ...] = ()
    restricted: frozenset[str] = frozenset()
    sources: Mapping[str, Source] = field(default_factory=dict)
    as_of: str = ""

    @cached_property
    def _supplier_ids(self) -> dict[str, str]:
        return _index((s.id, (s.name, *s.aliases, *s.brands, s.id)) for s in self.suppliers.values())

    @cached_property
    def _model_ids(self) -> dict[str, str]:
        return _index((m.id, (m.name, *m.aliases, m.id)) for m in self.models.values())

    @cached_property
    def _product_ids(self) -> dict[str, str]:
        return _index((p.id, (p.name, *p.aliases)) for p in self.products.values())

    @cached_property
    def _accelerator_ids(self) -> dict[str, str]:
        return _index((a.id, (a.name, *a.aliases, a.id)) for a in self.accelerators.values())

    def supplier(self, name: str | None) -> Supplier | None:
        """The supplier that a name, alias or brand stands for."""
        found = self._supplier_ids.get(name_key(name)) if name else None
        return self.suppliers[found] if found else None

    def canonical(self, name: str) -> str:
        """The name that facts store and that suppliers are compared by; an unknown name stays as it is."""
        if name == "self":
            return name
        known = self.supplier(name)
        return known.name if known else name

    def same_key(self, name: str) -> str:
        """What two names must share to be one supplier: the canonical name, folded."""
        return name if name == "self" else name_key(self.canonical(name))

    def country(self, name: str | None) -> str | None:
        known = self.supplier(name)
        return known.country if known else None

    def model(self, name: str | None) -> KnownModel | None:
        """The model that a name stands for; a longer name ("Llama 3 8B instruct") falls back on the family it begins with."""
        return self.models[found] if (found := _longest(self._model_ids, name)) else None

    def product(self, name: str | None) -> Product | None:
        return self.products[found] if (found := _longest(self._product_ids, name)) else None

    def accelerator(self, name: str | None) -> Accelerator | None:
        """The chip or board that a text names, wherever in the text ("two A100 cards")."""
        if not name:
            return None
        words = name_key(name).split()
        for size in range(min(len(words), 6), 0, -1):
            for at in range(len(words) - size + 1):
                found = self._accelerator_ids.get(" ".join(words[at : at + size]))
                if found:
                    return self.accelerators[found]
        return None

    def is_cpu_only(self, name: str | None) -> bool:
        """True when a text says that no accelerator is used."""
        if not name:
            return False
        key = f" {name_key(name)} "
        return key in (" cpu ", " cpus ") or any(f" {name_key(alias)} " in key for alias in self.cpu_only)

    def foundries(self, vendor: str | None) -> tuple[str, ...]:
        """Ids of the foundries that make a vendor's accelerators; empty when not known."""
        known = self.supplier(vendor)
        return self.vendor_foundries.get(known.id, ()) if known else ()

    def upstream(self, supplier_id: str, kinds: frozenset[str] = RESTS_ON) -> Mapping[str, tuple[Edge, ...]]:
        """Every organisation that one rests on, directly or through others, with the shortest way of edges to it.

        Which edge may follow which is told by ``goes_on``.
        """
        kept = self._upstream.get((supplier_id, kinds))
        if kept is None:
            start = self.suppliers.get(supplier_id)
            kept = MappingProxyType(self.reached(start, kinds) if start else {})
            self._upstream[supplier_id, kinds] = kept
        return kept

    @cached_property
    def _upstream(self) -> dict[tuple[str, frozenset[str]], Mapping[str, tuple[Edge, ...]]]:
        """What was looked up before: the same few suppliers stand behind many components."""
        return {}

    def standing(self, product: Product) -> Supplier:
        """A product as an entity with edges of its own: what it is said to rest on, and for the rest its maker's edges."""
        maker = self.suppliers.get(product.supplier)
        named = (("built_by", "model_developer", product.model_developers), ("runs_on", "runs_on", product.runs_on))
        own = tuple(Edge(kind, to, product.source, product.as_of) for kind, _, ids in named for to in ids)
        told = {kind for kind, field_name, ids in named if ids or field_name in product.undisclosed}
        rest = tuple(e for e in maker.edges if e.kind not in told) if maker else ()
        country = maker.country if maker else ""
        return Supplier(
            f"product.{product.id}", product.name, country, (), product.source, product.as_of, edges=own + rest
        )

    def reached(self, start: Supplier, kinds: frozenset[str]) -> dict[str, tuple[Edge, ...]]:
        """Every organisation that an entity rests on, with the shortest way of edges to it."""
        reached: dict[str, tuple[Edge, ...]] = {}
        queue: list[tuple[Supplier, tuple[Edge, ...]]] = [(start, ())]
        # An organisation is looked at once for each kind of step that leads to it, as the step decides how a way goes on.
        seen: set[tuple[str, str]] = set()
        for at, path in queue:
            last = path[-1].kind if path else ""
            for edge in at.edges:
                if edge.kind not in kinds or edge.to == start.id or (edge.to, edge.kind) in seen:
                    continue
                if goes_on(last, edge.kind):
                    seen.add((edge.to, edge.kind))
                    way = (*path, edge)
                    reached.setdefault(edge.to, way)
                    queue.append((self.suppliers[edge.to], way))
        return reached

    def behind(self, supplier_id: str) -> tuple[str, ...]:
        """A supplier and every organisation that it rests on, by id."""
        return (supplier_id, *self.upstream(supplier_id))

    def shared(self, organisation: str) -> bool:
        """True when two suppliers or more are, or rest on, an organisation."""
        resting = (s for s in self.suppliers if organisation in self.behind(s))
        return next(resting, None) is not None and next(resting, None) is not None

    def dependants(self, supplier_id: str) -> list[tuple[Supplier, Edge]]:
        """Who rests directly on a supplier, with the edge that says so."""
        return [(s, e) for s in self.suppliers.values() for e in s.edges if e.to == supplier_id]

    def names(self) -> Iterator[tuple[str, str, str]]:
        """All names as (folded name, what it names: supplier, model, product or accelerator, id)."""
        for what, table in (
            ("supplier", self._supplier_ids),
            ("model", self._model_ids),
            ("product", self._product_ids),
            ("accelerator", self._accelerator_ids),
        ):
            for key, entity in table.items():
                yield key, what, entity

    def public_names(self) -> Iterator[str]:
        """All names as they are written: of suppliers with their brands, of models, products and accelerators."""
        for supplier in self.suppliers.values():
            yield from (supplier.name, *supplier.aliases, *supplier.brands)
        for table in (self.models, self.products, self.accelerators):
            for named in table.values():
                yield from (named.name, *named.aliases)


def _index(entries: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    table: dict[str, str] = {}
    for entity, names in entries:
        for name in names:
            # A name of symbols only folds to nothing and would name everything.
            if key := name_key(name):
                table.setdefault(key, entity)
    return table


def _longest(table: Mapping[str, str], name: str | None) -> str | None:
    words = name_key(name).split() if name else []
    for size in range(len(words), 0, -1):
        found = table.get(" ".join(words[:size]))
        if found:
            return found
    return None
