"""The rules that cross components or read the register, against second definitions written from the catalogue's words."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import Any

from chains import OPEN, completions, drawn
from hypothesis import given
from hypothesis import strategies as st
from worlds import NOT_APPLICABLE, SECRET, UNKNOWN, WITHHELD, rule, small_register
from worlds import chain as made

from vcassist.assessment.evaluate import judge
from vcassist.assessment.resilience import path_of, stops_application, stops_through
from vcassist.assessment.rules import Scene, any_of
from vcassist.chain.facts import Chain, Fact
from vcassist.chain.fields import FIELDS, fields_of
from vcassist.knowledge.rulebook import load_rulebook

REGISTER = small_register()
RULES = {r.id: r for r in load_rulebook()}
EEA = {
    "AT",
    "BE",
    "BG",
    "HR",
    "CY",
    "CZ",
    "DK",
    "EE",
    "FI",
    "FR",
    "DE",
    "GR",
    "HU",
    "IE",
    "IT",
    "LV",
    "LT",
    "LU",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SK",
    "SI",
    "ES",
    "SE",
    "IS",
    "LI",
    "NO",
    "EU",
}
# What a name stands for in the small register, spelled out.
CANON = {"northmodel": "northmodel", "North Model": "northmodel", "Bigcloud": "bigcloud", "Skyblue": "bigcloud", "Codehub": "codehub",
         "Tidecloud": "tidecloud", "Loner": "loner", "Southapp": "southapp", "Eastmodel": "eastmodel"}  # fmt: skip
RESTS = {
    "northmodel": {"bigcloud"},
    "codehub": {"bigcloud"},
    "southapp": {"northmodel", "bigcloud"},
    "eastmodel": {"eastcloud"},
}
NAMES = [*CANON, "Nobody Knows Ltd"]
SUPPLIERS = ["application", "data", "labelling", "storage", "compute", "model"]


def verdict(id_: str, chain: Chain, component: str = "chain") -> str:
    return judge(RULES[id_], component, chain, REGISTER).verdict


def word(truth: bool | None) -> str:
    return {True: "raised", False: "clear", None: "unknown"}[truth]


def canon(name: str) -> str:
    return CANON.get(name, name)


def same_place(one: str, other: str) -> bool:
    return one == other or (one in EEA and other in EEA)


def is_open(fact: Fact | None) -> bool:
    return fact is None or fact.status in ("unknown", "withheld")


def supplier_facts(chain: Chain) -> dict[str, Fact | None]:
    components = [c for kind in SUPPLIERS for c in (chain.mentioned(kind) or (kind,))]
    return {f"{c}.supplier": chain.get(f"{c}.supplier") for c in components}


def some_suppliers(data: st.DataObject, open_at_most: int, twice: tuple[str, ...] = ("model",)) -> Chain:
    refs = [*(f"{k}.supplier" for k in SUPPLIERS), *(f"{k}-2.supplier" for k in twice)]
    return drawn(data, {ref: [*NAMES, *NAMES, "self", "self", NOT_APPLICABLE, *OPEN] for ref in refs}, open_at_most)


# --- hidden shared upstream --------------------------------------------------------------------------------------------
@given(data=st.data())
def test_hidden_shared_upstream_is_two_suppliers_resting_on_one(data: st.DataObject) -> None:
    chain = some_suppliers(data, data.draw(st.integers(0, 3)))
    facts = supplier_facts(chain)
    names = {canon(str(f.value)) for f in facts.values() if f and f.status == "known" and f.value != "self"}
    on = {n: {n} | RESTS.get(n, set()) for n in names if n in CANON.values()}
    shared = any(on[a] & on[b] for a in on for b in on if a < b)
    still_open = sum(is_open(f) for f in facts.values())
    could = (still_open and len(names) + still_open >= 2) or (len(names) >= 2 and len(on) < len(names))
    assert verdict("hidden-shared-upstream", chain) == word(True if shared else None if could else False)


def test_a_subsidiary_and_its_parent_share_their_upstream_but_a_brand_is_its_company() -> None:
    others = {f"{k}.supplier": "self" for k in SUPPLIERS}
    assert (
        verdict("hidden-shared-upstream", made({**others, "model.supplier": "Codehub", "storage.supplier": "Bigcloud"}))
        == "raised"
    )
    assert (
        verdict("hidden-shared-upstream", made({**others, "model.supplier": "Skyblue", "storage.supplier": "Bigcloud"}))
        == "clear"
    )


# --- supplier concentration -----------------------------------------------------------------------------------------
def concentrated(names: list[str]) -> bool:
    count = Counter(canon(n) for n in names if n != "self")
    return any(n >= 2 and n >= len(names) / 2 for n in count.values())


@given(data=st.data())
def test_supplier_concentration_counts_known_suppliers_and_is_clear_only_if_no_open_one_could_change_it(
    data: st.DataObject,
) -> None:
    chain = some_suppliers(data, 2, twice=("model", "data"))
    facts = supplier_facts(chain)
    known = [str(f.value) for f in facts.values() if f and f.status == "known"]
    still_open = sum(is_open(f) for f in facts.values())
    futures = product({*map(canon, known), "somebody new", "self", ""}, repeat=still_open)
    possible = any(concentrated([*known, *(n for n in future if n)]) for future in futures)
    assert verdict("supplier-concentration", chain) == word(
        True if concentrated(known) else None if possible else False
    )


# --- single point of failure ------------------------------------------------------------------------------------------
def stops_when_removed(chain: Chain, lost: str) -> bool:
    """Whether some application stops when one outside supplier is gone, on a chain in which everything is decided."""

    def value(ref: str) -> str | None:
        return chain.value(ref)

    for app in chain.components("application"):
        if value(f"{app}.alternative") == "yes":
            continue
        for component in [app, *(c for k in SUPPLIERS[1:] for c in chain.components(k))]:
            kind = component.partition("-")[0]
            if canon(value(f"{component}.supplier") or "self") != lost or lost == "self":
                continue
            has = {f.name for f in fields_of(kind)}
            alternative = value(f"{component if 'alternative' in has else app}.alternative")
            outage = value(f"{component if 'outage_effect' in has else app}.outage_effect")
            if alternative in ("no", "partly") and outage == "stops":
                return True
    return False


SPOF_VALUES: dict[str, list[Any]] = {
    **{f"{k}.supplier": ["self", "Tidecloud", NOT_APPLICABLE] for k in ("application", "storage", "compute", "model")},
    "application-2.supplier": ["self", "Tidecloud", "Loner"],
    **{
        f"{c}.alternative": ["yes", "partly", "no", NOT_APPLICABLE]
        for c in ("application", "application-2", "compute", "model")
    },
    **{
        f"{c}.outage_effect": ["stops", "degrades", NOT_APPLICABLE] for c in ("application", "application-2", "compute")
    },
}


@given(data=st.data())
def test_a_single_point_of_failure_is_what_removal_shows(data: st.DataObject) -> None:
    choices = {ref: [*v, *v, None, UNKNOWN, SECRET] for ref, v in SPOF_VALUES.items()}
    chain = drawn(
        data, {**choices, "data.supplier": ["self"], "labelling.supplier": ["self", NOT_APPLICABLE]}, open_at_most=3
    )
    values = {
        r: v
        for r, v in SPOF_VALUES.items()
        if r.partition(".")[0] in chain.components(r.partition(".")[0].partition("-")[0])
    }
    found = {
        any(stops_when_removed(world, canon(n)) for n in ("Tidecloud", "Loner")) for world in completions(chain, values)
    }
    assert verdict("single-point-of-failure", chain) == word(None if len(found) == 2 else found.pop())


@given(data=st.data())
def test_the_quick_way_over_many_components_is_the_same_as_one_by_one(data: st.DataObject) -> None:
    refs = {
        **SPOF_VALUES,
        "storage-2.supplier": ["Loner", "self"],
        "model-2.supplier": ["Loner"],
        "model-2.alternative": ["yes", "no"],
    }
    chain = drawn(data, {ref: [*v, *OPEN] for ref, v in refs.items()})
    for app in chain.components("application"):
        scene = Scene(chain, REGISTER, "chain")
        slow = any_of(stops_through(scene, app, component) for component in path_of(chain, app))
        fast = stops_application(scene, app)
        if chain.value(f"{app}.alternative") == "yes":
            assert fast.truth is False
        else:
            assert fast.truth == slow.truth
            assert fast.missing <= slow.missing or fast.truth is not None


def test_a_withheld_supplier_is_an_outside_one() -> None:
    app = {"application.alternative": "no", "application.outage_effect": "stops"}
    assert verdict("single-point-of-failure", made({**app, "storage.supplier": WITHHELD})) == "raised"
    assert verdict("single-point-of-failure", made({**app, "storage.supplier": SECRET})) == "unknown"


# --- opacity ------------------------------------------------------------------------------------------------------------
@given(data=st.data())
def test_an_opaque_supplier_is_a_withheld_supplier_or_a_withheld_field_of_an_outside_one(data: st.DataObject) -> None:
    values: dict[str, list[Any]] = {
        **{f"{c}.supplier": [None, "self", "Loner", NOT_APPLICABLE, *OPEN] for c in ("storage", "model", "model-2")},
        **{r: [None, NOT_APPLICABLE, WITHHELD, WITHHELD, SECRET, UNKNOWN] for r in ("storage.country", "model.licence", "model-2.licence",
                                                                                  "governance.policy", "monitoring.bias_tested")},
    }  # fmt: skip
    chain = drawn(data, values)

    def dark(f: Fact | None) -> bool:
        return f is not None and f.status == "withheld" and f.by != "person"

    raised, could = False, False
    for ref, fact in chain.facts.items():
        component, _, name = ref.partition(".")
        if not dark(fact) or component in ("governance", "monitoring"):
            continue
        supplier = chain.get(f"{component}.supplier")
        outside = dark(supplier) or (supplier is not None and supplier.status == "known" and supplier.value != "self")
        raised |= name == "supplier" or outside
        could |= is_open(supplier)
    assert verdict("opaque-supplier", chain) == word(True if raised else None if could else False)


@given(data=st.data())
def test_an_unknown_critical_path_is_a_third_of_what_was_asked_once_six_were(data: st.DataObject) -> None:
    keys = [k for k in FIELDS if k.partition(".")[0] in ("data", "storage", "compute", "model")]
    refs = data.draw(st.lists(st.sampled_from([*keys, "model-2.weights", "model-2.name"]), max_size=14, unique=True))
    known = {"set": ["purchased"], "country": "KE", "yesno": "yes", "text": "x", "entity": "Loner"}
    facts: dict[str, Any] = {}
    for ref in refs:
        spec = FIELDS[ref.replace("-2", "")]
        value = (
            next(iter(spec.options))
            if spec.type == "enum"
            else [next(iter(spec.options))]
            if spec.type == "set"
            else known[spec.type]
        )
        facts[ref] = data.draw(st.sampled_from([value, value, UNKNOWN, WITHHELD, SECRET, NOT_APPLICABLE]))
    chain = made(facts)
    asked = [
        f
        for f in chain.facts.values()
        if f.status != "not_applicable" and not (f.status == "withheld" and f.by == "person")
    ]
    dark = sum(f.status in ("unknown", "withheld") for f in asked)
    truth = None if len(asked) < 6 else dark * 3 >= len(asked)
    assert verdict("unknown-critical-path", chain) == word(truth)


def test_fewer_than_six_asked_stays_unknown_even_when_nothing_is_left_to_ask() -> None:
    kinds = ("data", "storage", "compute", "model")
    chain = made({f"{k}.{f.name}": NOT_APPLICABLE for k in kinds for f in fields_of(k)})
    assert verdict("unknown-critical-path", chain) == "unknown"


# --- geography and law --------------------------------------------------------------------------------------------------
COUNTRIES = ["KE", "DE", "FR", "NO", "US", "EU"]


@given(data=st.data())
def test_cross_border_data(data: st.DataObject) -> None:
    values: dict[str, list[Any]] = {
        "storage.crosses_border": ["yes", "partly", "no", "no", NOT_APPLICABLE, *OPEN, *OPEN],
        "storage.country": [*COUNTRIES, NOT_APPLICABLE, None, UNKNOWN],
        "data.country": [*COUNTRIES, None, WITHHELD],
        "data-2.country": [*COUNTRIES, None, None, None, NOT_APPLICABLE],
    }
    chain = drawn(data, values)
    says = chain.get("storage.crosses_border")
    own = chain.value("storage.country")
    places = [chain.value(f"{c}.country") for c in chain.components("data")]
    differs = own is not None and any(p and not same_place(own, p) for p in places)
    if says is not None and says.status == "not_applicable":
        truth: bool | None = False
    elif (says is not None and says.value in ("yes", "partly")) or differs:
        truth = True
    elif (says is not None and says.value == "no") or (own and all(places)):
        truth = False
    else:
        truth = None
    assert verdict("cross-border-data", chain, "storage") == word(truth)


def kleene_all(*truths: bool | None) -> bool | None:
    return False if False in truths else None if None in truths else True


def kleene_any(*truths: bool | None) -> bool | None:
    return True if True in truths else None if None in truths else False


def field_is(fact: Fact | None, holds: Any) -> bool | None:
    if is_open(fact):
        return None
    assert fact is not None
    return fact.status == "known" and bool(holds(fact.value))


@given(data=st.data())
def test_a_model_under_foreign_jurisdiction(data: st.DataObject) -> None:
    homes = {"Northmodel": "US", "Tidecloud": "FR", "Loner": "KE"}
    values: dict[str, list[Any]] = {
        "model.access": ["api", "inside_product", "self_hosted", NOT_APPLICABLE, *OPEN],
        "model.supplier": [*homes, *homes, "self", "Nobody Knows Ltd", NOT_APPLICABLE, *OPEN],
        "organisation.country": ["KE", "DE", "US", "KE", NOT_APPLICABLE, UNKNOWN],
        "data.personal_data": ["yes", "partly", "no", NOT_APPLICABLE, None],
        "data-2.personal_data": ["yes", "no", None],
    }
    chain = drawn(data, values)
    supplier, home = chain.get("model.supplier"), chain.get("organisation.country")
    if supplier is not None and (supplier.status == "not_applicable" or supplier.value == "self"):
        abroad: bool | None = False
    elif home is not None and home.status == "not_applicable":
        abroad = False
    elif is_open(supplier) or is_open(home) or chain.value("model.supplier") not in homes:
        abroad = None
    else:
        abroad = not same_place(homes[str(chain.value("model.supplier"))], str(chain.value("organisation.country")))
    personal = kleene_any(
        *(field_is(chain.get(f"{c}.personal_data"), lambda v: v in ("yes", "partly")) for c in chain.components("data"))
    )
    access = field_is(chain.get("model.access"), lambda v: v in ("api", "inside_product"))
    assert verdict("foreign-jurisdiction-model", chain, "model") == word(kleene_all(access, abroad, personal))


CHIPS = {"C1": 1, "two Chipco C1 cards": 1, "T1": 2, "Mystery M1": None, "Unheard Z9": None, "CPU only": 0, "CPU": 0}
VENDORS = {"Chipco": 1, "Twinchip": 2, "Loner": None, "Unheard Inc": None}


@given(data=st.data())
def test_foundry_dependence_goes_by_the_named_chip_and_by_its_vendor_only_while_the_chip_is_open(
    data: st.DataObject,
) -> None:
    values: dict[str, list[Any]] = {
        "compute.accelerator": [*CHIPS, NOT_APPLICABLE, *OPEN, *OPEN],
        "compute.accelerator_vendor": [*VENDORS, NOT_APPLICABLE, *OPEN],
    }
    chain = drawn(data, values)
    chip, vendor = chain.get("compute.accelerator"), chain.get("compute.accelerator_vendor")
    if chip is not None and chip.status == "not_applicable":
        truth: bool | None = False
    else:
        known = (
            VENDORS.get(str(vendor.value))
            if is_open(chip) and vendor
            else CHIPS.get(str(chip.value))
            if chip and not is_open(chip)
            else None
        )
        truth = None if known is None else known == 1
    finding = judge(RULES["foundry-dependence"], "compute", chain, REGISTER)
    assert finding.verdict == word(truth)
    if finding.verdict == "unknown" and chip is not None and not chip.open:
        assert finding.missing == (), "a named chip that the register does not know is not decided by any field"


@given(data=st.data())
def test_export_control_exposure(data: st.DataObject) -> None:
    controlled = {"C1": True, "T1": False, "Mystery M1": None, "Unheard Z9": None, "CPU only": False}
    values: dict[str, list[Any]] = {
        "compute.accelerator": [*controlled, *controlled, NOT_APPLICABLE, *OPEN],
        "compute.country": ["CN", "KE", NOT_APPLICABLE, *OPEN],
        "organisation.country": ["CN", "KE", "RU", NOT_APPLICABLE, None],
    }
    chain = drawn(data, values)
    chip = chain.get("compute.accelerator")
    falls = (
        None
        if is_open(chip)
        else False
        if chip and chip.status == "not_applicable"
        else controlled[str(chain.value("compute.accelerator"))]
    )
    places = kleene_any(
        *(field_is(chain.get(r), lambda v: v in ("CN", "RU")) for r in ("compute.country", "organisation.country"))
    )
    assert verdict("export-control-exposure", chain, "compute") == word(kleene_all(falls, places))


@given(data=st.data())
def test_away_from_home_counts_the_eea_as_one(data: st.DataObject) -> None:
    chain = drawn(data, {r: [*COUNTRIES, NOT_APPLICABLE, *OPEN] for r in ("storage.country", "organisation.country")})
    one, other = chain.get("storage.country"), chain.get("organisation.country")
    if any(f is not None and f.status == "not_applicable" for f in (one, other)):
        truth: bool | None = False
    elif is_open(one) or is_open(other):
        truth = None
    else:
        truth = not same_place(str(one.value), str(other.value))  # type: ignore[union-attr]
    assert verdict("localise-storage", chain, "storage") == word(truth)


# --- what predicates share ----------------------------------------------------------------------------------------------
def test_an_outside_supplier_is_anybody_but_the_organisation_itself() -> None:
    outside = rule("outside", {"predicate": "has_outside_supplier"}, "governance")

    def asked(**suppliers: Any) -> str:
        facts = {f"{k}.supplier": suppliers.get(k, "self") for k in SUPPLIERS}
        return judge(outside, "governance", made({r: v for r, v in facts.items() if v is not None}), REGISTER).verdict

    assert asked() == "clear"
    assert asked(storage="Loner") == "raised"
    assert asked(storage=WITHHELD) == "raised"
    assert asked(storage=SECRET) == asked(storage=UNKNOWN) == asked(storage=None) == "unknown"
    assert asked(storage=NOT_APPLICABLE) == "clear"
