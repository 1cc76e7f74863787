"""The nodes and edges of the chain map: components, their suppliers, and what these rest on by the register."""

from __future__ import annotations

from collections.abc import Iterator

from vcassist.assessment.concentration import known_suppliers
from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain
from vcassist.interview.words import to_you
from vcassist.report.facts_view import SETTLED
from vcassist.report.model import ChainMap, ComponentView, MapEdge, MapNode
from vcassist.report.words import OWN, clean

# The answers that say whence a part comes where no supplier has to be asked for, each with the word that leads to it.
WHENCE = {("data", "sources"): "from", ("labelling", "done_by"): "by", ("compute", "hosting"): "runs"}
UPSTREAM_KINDS = frozenset({"built_by", "runs_on", "owned_by", "made_by", "chips_from", "equipped_by"})
EDGE_WORDS = {
    "built_by": "uses models of",
    "runs_on": "runs on",
    "owned_by": "belongs to",
    "made_by": "has chips made by",
    "chips_from": "uses chips of",
    "equipped_by": "is equipped by",
}


def chain_map(chain: Chain, register: Register, views: tuple[ComponentView, ...]) -> ChainMap:
    """Three columns.

    The chain's components (alike ones together), their suppliers, and what these rest on by the register.
    """
    nodes: dict[str, MapNode] = {}
    edges: list[MapEdge] = []
    for node, supplier in _component_nodes(views):
        nodes[node.id] = node
        if supplier:
            name = "the supplier is withheld" if supplier == "?" else clean(register.canonical(supplier))
            target = f"supplier:{name}"
            nodes.setdefault(
                target,
                MapNode(
                    target,
                    "supplier",
                    "",
                    name,
                    register.country(supplier) or "",
                    "withheld" if supplier == "?" else "",
                ),
            )
            edges.append(MapEdge(node.id, target, "supplied by", "said"))
    for name in sorted({clean(register.canonical(n)) for _, n in known_suppliers(chain, register) if n != "self"}):
        for edge in _upstream(name, register):
            rests_on = register.suppliers[edge.end].name
            target = f"supplier:{rests_on}" if f"supplier:{rests_on}" in nodes else f"upstream:{rests_on}"
            nodes.setdefault(target, MapNode(target, "upstream", "", rests_on, register.suppliers[edge.end].country))
            edges.append(MapEdge(f"supplier:{name}", target, edge.what, "register", edge.source, edge.as_of))
    return ChainMap(tuple(nodes.values()), tuple(edges))


def _upstream(name: str, register: Register) -> Iterator[MapEdge]:
    """One edge to each organisation that a supplier rests on directly, several relations joined in words."""
    known = register.supplier(name)
    together: dict[str, list[MapEdge]] = {}
    for edge in known.edges if known else ():
        if edge.kind in UPSTREAM_KINDS and edge.to in register.suppliers and known and edge.to != known.id:
            together.setdefault(edge.to, []).append(
                MapEdge("", edge.to, EDGE_WORDS[edge.kind], "register", edge.source, edge.as_of)
            )
    for to, found in together.items():
        what = " and ".join(dict.fromkeys(e.what for e in found))
        yield MapEdge("", to, what, "register", found[0].source, found[0].as_of)


def _component_nodes(views: tuple[ComponentView, ...]) -> Iterator[tuple[MapNode, str]]:
    """(node, supplier or "" or "?" for withheld); from four alike (kind and supplier) on, one node stands for them."""
    alike: dict[tuple[str, str], list[ComponentView]] = {}
    for view in views:
        if view.kind not in ("organisation", "governance") and not view.absent:
            supplier = "?" if view.supplier_status == "withheld" else view.supplier
            alike.setdefault((view.kind, supplier), []).append(view)
    for (kind, supplier), members in alike.items():
        outside = "" if supplier in ("", OWN) else supplier
        if len(members) >= 4:
            dark = sum(m.dark for m in members)
            title = f"{members[0].kind_title}: {len(members)} of them"
            yield (
                MapNode(
                    f"{kind}*{supplier}", "chain", kind, title, _note(members[0], supplier), "dark" if dark else ""
                ),
                outside,
            )
            continue
        for view in members:
            yield (
                MapNode(view.id, "chain", kind, view.title, _note(view, supplier), "dark" if view.dark else ""),
                outside,
            )


def _note(view: ComponentView, supplier: str) -> str:
    """What stands under a part's name: "own", that nobody knows its supplier, or whence it comes where nobody has to supply it."""
    if supplier == OWN:
        return "own"
    if supplier or view.kind == "monitoring":
        return ""
    if view.supplier_status != SETTLED:
        return "supplier not known"
    told = {f"{view.id}.{name}": lead for (kind, name), lead in WHENCE.items() if kind == view.kind}
    row = next((row for row in view.rows if row.ref in told and row.status == "known"), None)
    return f"{told[row.ref]} {to_you(row.ref, row.value)}" if row else ""
