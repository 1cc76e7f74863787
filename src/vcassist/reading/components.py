"""Places what was proposed on the components of the chain: the asked one, a known one of that name, or a further one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vcassist.assessment.register import name_key
from vcassist.chain.facts import Chain, split_ref
from vcassist.chain.fields import SINGLE_KINDS, fields_of
from vcassist.interview.ports import Proposal


def placed(proposals: Iterable[Proposal], asked: str | None, chain: Chain) -> Iterator[Proposal]:
    """Gives each proposal for a ``kind.field`` its component, one proposal a reference, in the order of the message."""
    by_kind: dict[str, str] = {}
    if asked:
        component, kind, _ = split_ref(asked)
        by_kind[kind] = component
    taken: set[str] = set()
    called: dict[str, dict[str, str]] = {}
    for proposal in sorted(proposals, key=lambda p: p.start or 0):
        kind, _, name = proposal.ref.partition(".")
        component = by_kind.get(kind) or chain.first(kind)
        if name == "name" and kind not in SINGLE_KINDS and isinstance(proposal.value, str):
            names, value = called.setdefault(kind, {}), proposal.value
            again = next((c for c, known in names.items() if _same_name(known, value)), None)
            component = again or _component_for(kind, value, component, chain, taken)
            by_kind[kind] = component
            names[component] = value
        ref = f"{component}.{name}"
        if ref not in taken:
            taken.add(ref)
            yield replace(proposal, ref=ref)


def _component_for(kind: str, name: str, default: str, chain: Chain, taken: set[str]) -> str:
    """The component that bears a name already, else the default one while it has no name, else a further one."""
    for component in chain.mentioned(kind):
        known = chain.value(f"{component}.name")
        if known and _same_name(known, name):
            return component
    first = f"{default}.name"
    if chain.value(first) is None and first not in taken:
        return default
    return chain.another(kind, {ref.partition(".")[0] for ref in taken})


def _same_name(one: str, other: str) -> bool:
    """True when one name is the other, perhaps with a version or edition behind it."""
    first, second = sorted((name_key(one), name_key(other)), key=len)
    return second == first or second.startswith(first + " ")


def with_absent(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Adds to placed proposals what follows from them: where nobody labels, no other field of that labelling applies."""
    found = list(proposals)
    yield from found
    taken = {p.ref for p in found}
    for nobody in found:
        component, kind, name = split_ref(nobody.ref)
        if (kind, name) == ("labelling", "done_by") and nobody.value == ("nobody",):
            for spec in fields_of(kind):
                ref = f"{component}.{spec.name}"
                if ref not in taken:
                    yield replace(nobody, ref=ref, status="not_applicable", value=None)
