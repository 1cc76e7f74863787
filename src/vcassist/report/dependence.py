"""Who stands behind the chain.

Concentration, single points of failure, jurisdictions, and the nodes and edges of the map.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from vcassist.assessment.concentration import direct, known_suppliers, ultimate, ultimate_owner
from vcassist.assessment.predicates import path_of, stops_application, stops_through
from vcassist.assessment.register import Register, same_jurisdiction
from vcassist.assessment.rules import Scene
from vcassist.chain.facts import Chain
from vcassist.report.findings_view import title_of
from vcassist.report.materials import country_name
from vcassist.report.model import (
    ChainMap,
    ComponentView,
    ConcentrationView,
    FactRow,
    FailurePoint,
    Jurisdiction,
    MapEdge,
    MapNode,
    Sentence,
    Share,
)
from vcassist.report.words import OWN, clean, plural

UPSTREAM_KINDS = frozenset({"built_by", "runs_on", "owned_by", "made_by", "chips_from", "equipped_by"})
EDGE_WORDS = {
    "built_by": "uses models of",
    "runs_on": "runs on",
    "owned_by": "belongs to",
    "made_by": "has chips made by",
    "chips_from": "uses chips of",
    "equipped_by": "is equipped by",
}


def concentration_views(chain: Chain, register: Register) -> tuple[ConcentrationView, ...]:
    """Direct and ultimate concentration with shares and a plain reading; no view where no supplier is known."""
    known = known_suppliers(chain, register)
    if not known:
        return ()
    views = []
    for scope, found in (("direct", direct(chain, register)), ("ultimate", ultimate(chain, register))):
        names = [n if scope == "direct" or n == "self" else ultimate_owner(n, register) for _, n in known]
        count = Counter(names)
        shares = tuple(Share(OWN if n == "self" else clean(n), count[n], share) for n, share in found.shares.items())
        views.append(
            ConcentrationView(scope, found.hhi, len(known), shares, _reading(scope, found.hhi, len(known), shares))
        )
    return tuple(views)


def _reading(scope: str, hhi: int, total: int, shares: tuple[Share, ...]) -> tuple[Sentence, ...]:
    ids = (f"count:{scope}",)
    top = shares[0]
    behind = "stand" if top.name == OWN else "stands"
    owner = "" if scope == "direct" else ", with the suppliers of one group counted together"
    first = (
        f"{top.name[0].upper()}{top.name[1:]} {behind.rstrip('s') + 's' if behind == 'stand' else behind} behind "
        f"{top.count} of "
        f"{plural(total, 'component')} whose supplier is known{owner}."
    )
    second = (
        f"The index is {hhi:,} on a scale that ends at 10,000; with {plural(total, 'component')} it could not be under "
        f"{round(10000 / total):,}."
    )
    return Sentence(first, ids), Sentence(second, ids)


def failure_points(
    chain: Chain, register: Register, rows: Mapping[str, FactRow]
) -> tuple[tuple[FailurePoint, ...], str]:
    """Where the loss of one outside supplier stops an application; and a sentence on what is not settled."""
    scene = Scene(chain, register, "chain")
    found: list[FailurePoint] = []
    open_apps = []
    for app in chain.components("application"):
        outcome = stops_application(scene, app)
        if outcome.truth is None:
            open_apps.append(title_of(app, chain))
        for component in path_of(chain, app) if outcome.truth else ():
            through = stops_through(scene, app, component)
            if through.truth:
                supplier = chain.value(f"{component}.supplier")
                name = clean(register.canonical(supplier)) if supplier else "a supplier that is withheld"
                facts = tuple(rows[ref] for ref in dict.fromkeys(through.because) if ref in rows)
                found.append(FailurePoint(title_of(app, chain), title_of(component, chain), name, facts))
    if open_apps:
        return tuple(found), f"Not settled yet for: {', '.join(open_apps)}. The open questions say what is missing."
    return tuple(
        found
    ), "" if found else "On what is known, the loss of a single outside supplier stops no application."


def jurisdictions(chain: Chain, register: Register) -> tuple[Jurisdiction, ...]:
    """Every country that the chain touches, with what is there.

    Said by the person, or a supplier's home by the register.
    """
    places: dict[str, list[str]] = {}
    for component in chain.all_components():
        code = chain.value(f"{component}.country")
        if code:
            places.setdefault(code, []).append(title_of(component, chain))
    for _, name in known_suppliers(chain, register):
        home_of = register.country(name)
        line = f"{clean(name)} (home country, by the register)"
        if home_of and line not in places.get(home_of, []):
            places.setdefault(home_of, []).append(line)
    home = chain.value("organisation.country")
    return tuple(
        Jurisdiction(
            code, country_name(code), same_jurisdiction(code, home) if home else None, tuple(dict.fromkeys(what))
        )
        for code, what in sorted(places.items(), key=lambda p: (p[0] != home, country_name(p[0])))
    )


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
    return ChainMap(tuple(nodes.values()), tuple(edges), _feedback(chain))


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
                MapNode(f"{kind}*{supplier}", "chain", kind, title, _note(supplier, kind), "dark" if dark else ""),
                outside,
            )
            continue
        for view in members:
            yield (
                MapNode(view.id, "chain", kind, view.title, _note(supplier, kind), "dark" if view.dark else ""),
                outside,
            )


def _note(supplier: str, kind: str) -> str:
    if supplier == OWN:
        return "own"
    return "supplier not known" if not supplier and kind != "monitoring" else ""


def _feedback(chain: Chain) -> tuple[Sentence, ...]:
    found = []
    for component in chain.mentioned("monitoring"):
        ref = f"{component}.feedback_reused"
        value = chain.value(ref)
        if value in ("yes", "partly"):
            part = " partly" if value == "partly" else ""
            found.append(
                Sentence(
                    f"Outputs or corrections flow back{part} into training or the knowledge it uses: a feedback loop.",
                    (ref,),
                )
            )
    return tuple(found)
