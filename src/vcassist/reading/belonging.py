"""Tells whose data, storage or machines a message speaks of, where it names several tools and they differ in them.

"BedFinder's data sit in Finland, Clerky's in Ireland" tells of two places of storage. One part serves all tools until somebody says that
one of them has another; whose it is then stands in the quotes of what was said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from vcassist.chain.facts import Chain, kind_of
from vcassist.interview.ports import Proposal

# The kinds of which each tool may have its own; models have names and are told apart by them where one is named.
KINDS = ("data", "labelling", "storage", "compute", "model", "monitoring")

Told = Mapping[str, Mapping[str, Proposal]]


def told_by_tool(
    kind: str, told: Told, proposals: Sequence[Proposal], asked: str | None, chain: Chain
) -> tuple[list[Proposal], list[Proposal]]:
    """(what is to be placed as ever, what is placed on its component already) of the proposals of one kind.

    ``told``: for each tool what the parts of the message say of it, by ``kind.field``. Where no tool has a part of its own, nothing
    is changed.
    """
    component = asked.partition(".")[0] if asked else ""
    homes = dict(_homes(kind, told, component if kind_of(component) == kind else "", chain))
    usual = component if kind_of(component) == kind else chain.first(kind)
    if all(home == usual for home in homes.values()):
        return [_with_its_name(p, told) for p in proposals], []
    fixed: dict[str, Proposal] = {}
    for tool, found in told.items():
        for ref, proposal in found.items():
            placed = f"{homes[tool]}.{ref.partition('.')[2]}"
            fixed.setdefault(placed, replace(proposal, ref=placed))
    refs = {ref for found in told.values() for ref in found}
    return [p for p in proposals if p.ref not in refs], list(fixed.values())


def _with_its_name(proposal: Proposal, told: Told) -> Proposal:
    """A proposal of the whole message quoted with the name of the only tool of which that was said, so that it stays known whose it is."""
    same = [p for found in told.values() if (p := found.get(proposal.ref)) and p.value == proposal.value]
    one = same[0] if len(same) == 1 and same[0].status == proposal.status else None
    return replace(proposal, quote=one.quote, start=one.start, end=one.end) if one else proposal


def _homes(kind: str, told: Told, asked: str, chain: Chain) -> Iterator[tuple[str, str]]:
    """Each tool with the component that is its own, or that it shares with others."""
    order = {tool: at for at, tool in enumerate(chain.mentioned("application"))}
    owners = {c: owner for c in chain.mentioned(kind) if (owner := chain.tool_of(c))}
    given: dict[str, dict[str, Proposal]] = {}
    for tool in sorted(told, key=lambda t: order.get(t, len(order))):
        own = next((c for c, owner in owners.items() if owner == tool), None)
        first = order.get(tool, 0) == 0
        usual = asked if owners.get(asked, tool) == tool and asked else chain.first(kind)
        free = owners.get(usual, tool) == tool
        if own is None and free and (_agrees(usual, told[tool], given, chain) or (first and usual not in given)):
            own = usual
        if own is None:
            own = next((c for c in given if c not in owners and _agrees(c, told[tool], given, chain)), None)
        home = own or chain.another(kind, given)
        given.setdefault(home, {}).update(told[tool])
        yield tool, home


def _agrees(
    component: str, found: Mapping[str, Proposal], given: Mapping[str, Mapping[str, Proposal]], chain: Chain
) -> bool:
    """Whether nothing that is said of a tool differs from what is known or was just said of a component."""
    for ref, proposal in found.items():
        before = given.get(component, {}).get(ref) or chain.get(f"{component}.{ref.partition('.')[2]}")
        if before is not None and (before.status, before.value) != (proposal.status, proposal.value):
            return False
    return True
