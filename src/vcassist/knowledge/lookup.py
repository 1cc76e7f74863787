"""One entity of the register in words: what it is, who stands behind it up to the foundry, and who depends on it."""

from __future__ import annotations

from collections.abc import Iterator

from vcassist.assessment.register import Edge, Register, Supplier

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


def entity_text(name: str, register: Register) -> str | None:
    """The entity that a name stands for, as lines for people; None when the register does not know it."""
    chip, product, model, supplier = (
        register.accelerator(name), register.product(name), register.model(name), register.supplier(name),
    )  # fmt: skip
    lines: list[str] = []
    if supplier:
        lines = list(_supplier(supplier, register))
    elif product:
        maker = register.suppliers.get(product.supplier)
        lines = [
            f"{product.name}: an application by {maker.name if maker else product.supplier}",
            f"  source: {_cite(product.source, register)}, as of {product.as_of}",
        ]
        lines += list(_upstream(product.supplier, register))
    elif model:
        developer = register.suppliers.get(model.developer)
        lines = [
            f"{model.name}: a model by {developer.name if developer else model.developer_name or 'nobody the register knows'}",
            f"  weights: {model.weights}; licence: {model.licence or 'not stated'}",
            f"  source: {_cite(model.source, register)}, as of {model.as_of}",
        ]
        if model.disputed:
            lines.append(f"  disputed: {model.disputed}")
        lines += list(_upstream(model.developer, register))
    elif chip:
        makers = (
            ", ".join(register.suppliers[f].name for f in chip.foundries if f in register.suppliers) or "not disclosed"
        )
        vendor = register.suppliers.get(chip.vendor)
        lines = [
            f"{chip.name}: designed by {vendor.name if vendor else chip.vendor}, made at: {makers}",
            f"  export controls: {chip.export.replace('_', ' ')}. {chip.export_basis}",
            f"  source: {_cite(chip.source, register)}, as of {chip.as_of}",
        ]
    return "\n".join(lines) if lines else None


def _cite(source: str, register: Register) -> str:
    known = register.sources.get(source)
    return f"{known.publisher}, {known.title} ({known.date})" if known else source


def _supplier(supplier: Supplier, register: Register) -> Iterator[str]:
    yield f"{supplier.name} ({supplier.country}): {', '.join(r.replace('_', ' ') for r in supplier.roles)}"
    yield f"  source: {_cite(supplier.source, register)}, as of {supplier.as_of}"
    if supplier.brands:
        yield f"  brands: {', '.join(supplier.brands)}"
    if supplier.undisclosed:
        yield f"  does not disclose: {', '.join(supplier.undisclosed)}"
    if supplier.disputed:
        yield f"  disputed: {supplier.disputed}"
    yield from _upstream(supplier.id, register)
    below = register.dependants(supplier.id)
    if below:
        yield f"depends on {supplier.name}:"
        for other, edge in below[:MOST]:
            yield f"  {other.name} {EDGE_WORDS.get(edge.kind, edge.kind)} it (as of {edge.as_of})"
        if len(below) > MOST:
            yield f"  and {len(below) - MOST} more"


def _upstream(supplier_id: str, register: Register) -> Iterator[str]:
    above = register.upstream(supplier_id, ALL_EDGES)
    if above:
        yield "behind it:"
    for target, path in above.items():
        yield f"  {_path(path, register)}" if target in register.suppliers else f"  {target}"


def _path(path: tuple[Edge, ...], register: Register) -> str:
    steps = " → ".join(f"{EDGE_WORDS.get(e.kind, e.kind)} {register.suppliers[e.to].name}" for e in path)
    return f"{steps}  [{_cite(path[-1].source, register)}, as of {path[-1].as_of}]"
