"""Named pure predicates: the conditions of the catalogue that look across components or into the register.

Each takes a Scene and gives an Outcome. The docstring is the condition in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from vcassist.assessment.jurisdictions import same_jurisdiction
from vcassist.assessment.outcome import Outcome, Refs, all_of, any_of, resting_on
from vcassist.assessment.resilience import path_of, some_stops, stops_application, stops_through
from vcassist.assessment.rules import Scene, is_open, test_field
from vcassist.assessment.suppliers import (
    SUPPLIER_FIELDS,
    SUPPLIER_KINDS,
    named_suppliers,
    open_suppliers,
    outside,
    supplier_refs,
    withheld_by_supplier,
)
from vcassist.chain.fields import FIELDS, fields_of

__all__ = [
    "PREDICATES",
    "READS",
    "SUPPLIER_KINDS",
    "path_of",
    "predicate",
    "stops_application",
    "stops_through",
    "supplier_refs",
]

DARK_KINDS = ("data", "storage", "compute", "model")
MIN_ASKED = 6

Predicate = Callable[[Scene], Outcome]
_REGISTERED: dict[str, Predicate] = {}
READS: dict[str, frozenset[str]] = {}


def predicate(*reads: str) -> Callable[[Predicate], Predicate]:
    """Registers a predicate under its function's name; ``reads`` lists the fields (kind.field) that can decide it."""

    def register(function: Predicate) -> Predicate:
        _REGISTERED[function.__name__] = function
        READS[function.__name__] = frozenset(reads)
        return function

    return register


@predicate(*SUPPLIER_FIELDS)
def has_outside_supplier(scene: Scene) -> Outcome:
    """Some component has an outside supplier."""
    refs = supplier_refs(scene.chain)
    return scene.once("has_outside_supplier", lambda: any_of([outside(scene, ref) for ref in refs]))


@predicate(*SUPPLIER_FIELDS)
def hidden_shared_upstream(scene: Scene) -> Outcome:
    """Two components' different outside suppliers rest, by the register, on one organisation (a third, or one of the two)."""
    first_ref: dict[str, str] = {}
    for ref, key in named_suppliers(scene):
        if key != "self":
            first_ref.setdefault(key, ref)
    rests_on_it: dict[str, str] = {}
    unregistered = False
    for ref in first_ref.values():
        known = scene.register.supplier(scene.chain.value(ref))
        unregistered = unregistered or known is None
        for organisation in scene.register.behind(known.id) if known else ():
            if organisation in rests_on_it:
                return resting_on(True, rests_on_it[organisation], ref)
        rests_on_it |= dict.fromkeys(scene.register.behind(known.id) if known else (), ref)
    because = tuple(first_ref.values())
    unclear = open_suppliers(scene)
    several = len(first_ref) + len(unclear) > 1
    if not unclear or not several:
        return Outcome(None if unregistered and several else False, (), because, because)
    # Where the register leaves it open anyhow, one more name matters only if it could share something with a known one.
    stuck = unregistered and len(first_ref) > 1 and len(unclear) == 1
    could_share = not stuck or any(scene.register.shared(organisation) for organisation in rests_on_it)
    return Outcome(None, tuple(unclear) if could_share else (), because)


@predicate(*SUPPLIER_FIELDS)
def supplier_concentration(scene: Scene) -> Outcome:
    """One outside supplier stands behind at least half of the components whose supplier is known, and behind two or more."""
    named = named_suppliers(scene)
    total = len(named)
    count = Counter(key for _, key in named if key != "self")
    most = max(count.values(), default=0)
    if most >= 2 and 2 * most >= total:
        return resting_on(True, *(ref for ref, key in named if count[key] == most))
    because = tuple(ref for ref, _ in named)
    unclear = open_suppliers(scene)
    # The furthest that open fields can go is that all of them name the supplier that stands behind most already.
    possible = most + len(unclear)
    if unclear and possible >= 2 and 2 * possible >= total + len(unclear):
        return Outcome(None, tuple(unclear), because)
    return resting_on(False, *because)


@predicate("compute.accelerator", "compute.accelerator_vendor")
def single_foundry(scene: Scene) -> Outcome:
    """The accelerator, or while it is open its vendor's accelerators, come from a single foundry."""
    chip_ref, vendor_ref = f"{scene.component}.accelerator", f"{scene.component}.accelerator_vendor"
    chip, vendor = scene.chain.get(chip_ref), scene.chain.get(vendor_ref)
    if chip is not None and not chip.open:
        named = scene.chain.value(chip_ref)
        if chip.status == "not_applicable" or scene.register.is_cpu_only(named):
            return resting_on(False, chip_ref)
        known = scene.register.accelerator(named)
        # A named chip decides alone: where the register does not know it, its vendor's other chips say nothing about it.
        return _one_of(known.foundries if known else (), chip_ref)
    if vendor is None or vendor.open:
        return Outcome(None, (chip_ref, vendor_ref))
    found = _one_of(scene.register.foundries(scene.chain.value(vendor_ref)), vendor_ref)
    return found if found.truth is not None else found._replace(lacks=(chip_ref,))


def _one_of(foundries: tuple[str, ...], ref: str) -> Outcome:
    """Whether there is exactly one foundry; open where none is known."""
    return resting_on(len(foundries) == 1 if foundries else None, ref)


@predicate(*SUPPLIER_FIELDS, "application.alternative", "application.outage_effect", "compute.alternative",
           "compute.outage_effect", "model.alternative")  # fmt: skip
def single_point_of_failure(scene: Scene) -> Outcome:
    """For some application without a ready fallback, losing one outside supplier of it or of a component stops it."""
    return some_stops(scene, scene.chain.components("application"))


@predicate(*SUPPLIER_FIELDS)
def opaque_supplier(scene: Scene) -> Outcome:
    """A supplier, or any field of a component with an outside supplier, is withheld by the supplier."""
    parts = []
    # By reference, so that the order in which facts were told leaves no trace in the finding.
    for ref in sorted(ref for ref, fact in scene.chain.facts.items() if withheld_by_supplier(fact)):
        fact = scene.chain.facts[ref]
        if ref.endswith(".supplier"):
            parts.append(resting_on(True, ref))
        elif fact.kind in SUPPLIER_KINDS:
            found = outside(scene, f"{fact.component}.supplier")
            parts.append(found._replace(grounds=(ref, *found.grounds), pivots=(ref, *found.pivots)))
    return any_of(parts)


@predicate(*(key for key in FIELDS if key.partition(".")[0] in DARK_KINDS))
def unknown_critical_path(scene: Scene) -> Outcome:
    """Of six or more fields asked on data, storage, compute and model, at least a third are unknown or withheld."""
    asked: list[str] = []
    dark: list[str] = []
    unasked: list[str] = []
    facts = scene.chain.facts
    for kind in DARK_KINDS:
        tails = [f".{spec.name}" for spec in fields_of(kind)]
        for ref in [component + tail for component in scene.chain.components(kind) for tail in tails]:
            fact = facts.get(ref)
            if fact is None or (fact.status == "withheld" and fact.by == "person"):
                unasked.append(ref)
            elif fact.status != "not_applicable":
                asked.append(ref)
                if fact.status != "known":
                    dark.append(ref)
    if len(asked) < MIN_ASKED:
        # Asking decides: where even all that is left would not make six, nothing can.
        return Outcome(None, tuple(unasked) if len(asked) + len(unasked) >= MIN_ASKED else (), tuple(dark))
    return Outcome(3 * len(dark) >= len(asked), (), tuple(dark or asked), (*dark, *asked))


@predicate("storage.crosses_border", "storage.country", "data.country")
def crosses_border(scene: Scene) -> Outcome:
    """It is said to cross a border, or the storage's country and some data's country are known and differ."""
    crossing_ref, own_ref = f"{scene.component}.crosses_border", f"{scene.component}.country"
    crossing = scene.chain.get(crossing_ref)
    if crossing is not None and crossing.status == "not_applicable":
        return resting_on(False, crossing_ref)
    said = crossing.value if crossing is not None and crossing.status == "known" else None
    if said in ("yes", "partly"):
        return resting_on(True, crossing_ref)
    own = scene.chain.value(own_ref)
    places = scene.once("data countries", lambda: data_countries(scene))
    for country, ref in places.by_country.items():
        if own and not same_jurisdiction(own, country):
            return resting_on(True, own_ref, ref)
    known = (*((own_ref,) if own else ()), *places.by_country.values())
    if said == "no":
        return resting_on(False, crossing_ref, *known)
    if own and places.all_known:
        return resting_on(False, *known)
    return Outcome(None, (crossing_ref, *_undecided_countries(scene, own_ref, places)), known)


def _undecided_countries(scene: Scene, own_ref: str, places: Places) -> Refs:
    """The open country fields that could still set a storage and some data apart."""
    if scene.chain.value(own_ref):
        return places.unclear
    if is_open(scene.chain.get(own_ref)) and (places.by_country or places.unclear):
        return (own_ref, places.unclear)
    return ()


class Places(NamedTuple):
    """Where data is collected: each country with one reference that says so; the open references; whether all are known."""

    by_country: Mapping[str, str]
    unclear: tuple[str, ...]
    all_known: bool


def data_countries(scene: Scene) -> Places:
    """The countries of all data components."""
    refs = [f"{c}.country" for c in scene.chain.components("data")]
    places: dict[str, str] = {}
    for ref in refs:
        country = scene.chain.value(ref)
        if country:
            places.setdefault(country, ref)
    return Places(
        places,
        tuple(ref for ref in refs if is_open(scene.chain.get(ref))),
        all(scene.chain.value(ref) for ref in refs),
    )


def differ(scene: Scene, one: str, other: str) -> Outcome:
    """Two country fields are known and do not count as one jurisdiction."""
    tests = [test_field(scene, ref, lambda f: True) for ref in (one, other)]
    both = all_of(tests)
    if both.truth is not True:
        return both
    first, second = str(scene.chain.value(one)), str(scene.chain.value(other))
    return resting_on(not same_jurisdiction(first, second), one, other)


@predicate("compute.country", "storage.country", "organisation.country")
def away_from_home(scene: Scene) -> Outcome:
    """The component's country and the organisation's country differ."""
    return differ(scene, f"{scene.component}.country", "organisation.country")


@predicate("model.supplier", "organisation.country")
def developer_abroad(scene: Scene) -> Outcome:
    """The model developer's home country, by the register, differs from the organisation's country."""
    ref, home_ref = f"{scene.component}.supplier", "organisation.country"
    found, home = outside(scene, ref), test_field(scene, home_ref, lambda f: True)
    both = all_of([found, home])
    if both.truth is False:
        return both
    if withheld_by_supplier(scene.chain.get(ref)):
        return Outcome(None, (ref, *home.lacks), both.grounds)
    abroad = scene.register.country(scene.chain.value(ref))
    if both.truth is None or abroad is None:
        return Outcome(None, both.lacks, both.grounds)
    return resting_on(not same_jurisdiction(abroad, str(scene.chain.value(home_ref))), ref, home_ref)


@predicate("compute.accelerator", "compute.country", "organisation.country")
def export_controlled(scene: Scene) -> Outcome:
    """The accelerator falls under export controls, and the machines' or the organisation's country is restricted by them."""
    chip_ref = f"{scene.component}.accelerator"
    chip = scene.chain.get(chip_ref)
    countries = any_of(
        test_field(scene, ref, lambda f: f.value in scene.register.restricted)
        for ref in (f"{scene.component}.country", "organisation.country")
    )
    if chip is None or chip.open:
        controlled = Outcome(None, (chip_ref,))
    elif chip.status == "not_applicable" or scene.register.is_cpu_only(str(chip.value)):
        controlled = resting_on(False, chip_ref)
    else:
        known = scene.register.accelerator(str(chip.value))
        decided = known is not None and known.export in ("controlled", "not_controlled")
        controlled = resting_on(known.export == "controlled" if decided and known else None, chip_ref)
    return all_of([controlled, countries])


PREDICATES: Mapping[str, Predicate] = MappingProxyType(_REGISTERED)
