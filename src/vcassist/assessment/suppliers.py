"""Who supplies what: the supplier fields of a chain, and when a supplier counts as an outside one. Pure."""

from __future__ import annotations

from vcassist.assessment.outcome import Outcome, resting_on
from vcassist.assessment.rules import Scene, test_field
from vcassist.chain.facts import Chain, Fact
from vcassist.chain.fields import FIELDS, KINDS

SUPPLIER_KINDS = tuple(kind for kind in KINDS if f"{kind}.supplier" in FIELDS)
SUPPLIER_FIELDS = tuple(f"{kind}.supplier" for kind in SUPPLIER_KINDS)


def supplier_refs(chain: Chain) -> list[str]:
    """The supplier field of every component; a kind never mentioned counts as one open component."""
    return [f"{component}.supplier" for kind in SUPPLIER_KINDS for component in chain.components(kind)]


def withheld_by_supplier(fact: Fact | None) -> bool:
    """True when the supplier will not tell; what the person itself withholds counts as open."""
    return fact is not None and fact.status == "withheld" and fact.by != "person"


def outside(scene: Scene, ref: str) -> Outcome:
    """The supplier field names somebody other than the organisation itself; a withheld supplier is an outside one."""
    fact = scene.chain.get(ref)
    if withheld_by_supplier(fact):
        return resting_on(True, ref)
    return test_field(scene, ref, lambda f: f.value != "self")


def named_suppliers(scene: Scene) -> list[tuple[str, str]]:
    """(reference, key) for every known supplier field; two names of one supplier share a key, "self" is itself."""
    found = []
    for ref in supplier_refs(scene.chain):
        value = scene.chain.value(ref)
        if value:
            found.append((ref, scene.register.same_key(value)))
    return found


def open_suppliers(scene: Scene) -> list[str]:
    """Supplier fields that are unasked, unknown or withheld: anybody could stand there."""
    facts = scene.chain.facts
    return [ref for ref in supplier_refs(scene.chain) if ref not in facts or facts[ref].open]
