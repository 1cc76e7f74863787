"""One entity of the register in words: what it is, who stands behind it up to the foundry, and who depends on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vcassist.assessment.register import Accelerator, Edge, KnownModel, Product, Register, Supplier, name_key

ALL_EDGES = frozenset({"built_by", "runs_on", "owned_by", "chips_from", "made_by", "equipped_by"})
EDGE_WORDS = {
    "built_by": "uses models of",
    "runs_on": "runs on",
    "owned_by": "is owned by",
    "chips_from": "uses chips of",
    "made_by": "has chips made by",
    "equipped_by": "has machines from",
}
MOST = 12
_HELD = re.compile(
    r"\b(?:own(?:s|ed|ers?)?|belong(?:s|ed)?|behind|makes|makers?|made|builds|built|develop(?:s|ed|ers?)|runs|run by|host(?:s|ed)"
    r"|suppl(?:y|ies|iers?)|provid(?:es?|ers?)|parent|subsidiary|based|depends?|rests?)\b",
    re.I,
)
LONGEST_NAME, SHORTEST_LOWER, MOST_NAMED = 4, 4, 2


def entity_text(name: str, register: Register) -> str | None:
    """The entity that a name stands for, as lines for people; None when the register does not know it.

    A name that a company shares with its product or model tells of that first. A name that only begins with one ("Llama 3
    8B instruct") stands for it when nothing bears the whole name.
    """
    key, supplier = name_key(name), register.supplier(name)
    named = [x for x in (register.product(name), register.model(name)) if x]
    thing = next((x for x in named if _is_called(x, key)), None if supplier else next(iter(named), None))
    lines: list[str] = []
    if isinstance(thing, Product):
        lines += _product(thing, register)
        lines += [] if supplier else _upstream(register.standing(thing), register)
    elif thing:
        lines += _model(thing, register)
        lines += [] if supplier else _upstream(register.suppliers.get(thing.developer), register)
    if supplier:
        lines += _supplier(supplier, register)
    elif not thing and (chip := register.accelerator(name)):
        lines += _chip(chip, register)
    return "\n".join(lines) if lines else None


def asked_of(question: str, register: Register) -> tuple[str, ...]:
    """What a question names that the register can tell of, as the register writes it: the longest names first, two at most.

    Only a question on what the register holds (who makes, owns, runs or supplies it, and where) is one for it. Short names in lower
    case may be any word and are passed over.
    """
    if not _HELD.search(question):
        return ()
    written = {name_key(name): name for name in reversed(list(register.public_names()))}
    words = re.findall(r"[^\s,;:?!()\"“”]+", question)
    found: dict[int, str] = {}
    for size in range(LONGEST_NAME, 0, -1):
        for at in range(len(words) - size + 1):
            said = " ".join(words[at : at + size]).strip(".'’")
            name = written.get(name_key(said.removesuffix("'s").removesuffix("’s")))
            telling = len(said) >= SHORTEST_LOWER or said != said.lower()
            if name and telling and not found.keys() & set(range(at, at + size)):
                found |= dict.fromkeys(range(at, at + size), name)
    return tuple(dict.fromkeys(found.values()))[:MOST_NAMED]


def _is_called(entity: Product | KnownModel, key: str) -> bool:
    """True when a folded name is the entity's own, and not a longer one that begins with it."""
    return key in {name_key(n) for n in (entity.name, *entity.aliases)}


def _product(product: Product, register: Register) -> Iterator[str]:
    yield f"{product.name}: an application by {_named((product.supplier,), register)}"
    if product.model_developers:
        yield f"  uses models of: {_named(product.model_developers, register)}"
    if product.runs_on:
        yield f"  runs on: {_named(product.runs_on, register)}"
    if product.note:
        yield f"  note: {product.note}"
    yield from _open_points(product)
    yield f"  source: {_cite(product.source, register)}, as of {product.as_of}"


def _model(model: KnownModel, register: Register) -> Iterator[str]:
    developer = register.suppliers.get(model.developer)
    yield f"{model.name}: a model by {developer.name if developer else model.developer_name or 'nobody the register knows'}"
    yield f"  weights: {model.weights}; licence: {model.licence or 'not stated'}"
    yield f"  source: {_cite(model.source, register)}, as of {model.as_of}"
    yield from _open_points(model)


def _chip(chip: Accelerator, register: Register) -> Iterator[str]:
    makers = _named(chip.foundries, register) or "not disclosed"
    yield f"{chip.name}: designed by {_named((chip.vendor,), register)}, made at: {makers}"
    yield f"  export controls: {chip.export.replace('_', ' ')}. {chip.export_basis}"
    if chip.export_source:
        yield f"  source of the export status: {_cite(chip.export_source, register)}"
    yield f"  source: {_cite(chip.source, register)}, as of {chip.as_of}"
    yield from _open_points(chip)


def _open_points(entity: Supplier | Product | KnownModel | Accelerator) -> Iterator[str]:
    """What is not disclosed or disputed about an entity."""
    if undisclosed := getattr(entity, "undisclosed", ()):
        yield f"  does not disclose: {', '.join(undisclosed).replace('_', ' ')}"
    if entity.disputed:
        yield f"  disputed: {entity.disputed}"


def _named(ids: Iterable[str], register: Register) -> str:
    return ", ".join(register.suppliers[i].name if i in register.suppliers else i for i in ids)


def _cite(source: str, register: Register) -> str:
    known = register.sources.get(source)
    return f"{known.publisher}, {known.title} ({known.date})" if known else source


def _supplier(supplier: Supplier, register: Register) -> Iterator[str]:
    yield f"{supplier.name} ({supplier.country}): {', '.join(r.replace('_', ' ') for r in supplier.roles)}"
    yield f"  source: {_cite(supplier.source, register)}, as of {supplier.as_of}"
    if supplier.brands:
        yield f"  brands: {', '.join(supplier.brands)}"
    yield from _open_points(supplier)
    yield from _upstream(supplier, register)
    below = register.dependants(supplier.id)
    if below:
        yield f"depends on {supplier.name}:"
        for other, edge in below[:MOST]:
            yield f"  {other.name} {EDGE_WORDS.get(edge.kind, edge.kind)} it (as of {edge.as_of})"
        if len(below) > MOST:
            yield f"  and {len(below) - MOST} more"


def _upstream(start: Supplier | None, register: Register) -> Iterator[str]:
    above = register.reached(start, ALL_EDGES) if start else {}
    if above:
        yield "behind it:"
    for target, path in above.items():
        yield f"  {_path(path, register)}" if target in register.suppliers else f"  {target}"


def _path(path: tuple[Edge, ...], register: Register) -> str:
    steps = " → ".join(f"{EDGE_WORDS.get(e.kind, e.kind)} {register.suppliers[e.to].name}" for e in path)
    return f"{steps}  [{_cite(path[-1].source, register)}, as of {path[-1].as_of}]"
