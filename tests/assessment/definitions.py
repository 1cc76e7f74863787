"""Second definitions of the rules that cross components or read the register, written from the catalogue's words.

Each takes a chain and a component and says True (raised), False (clear) or None (unknown). They know the small register of ``worlds``
by heart and share no code with the product.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from chains import AS_IS, OPEN
from worlds import NOT_APPLICABLE, SECRET, UNKNOWN, WITHHELD, small_register

from vcassist.chain.facts import Chain, Fact
from vcassist.chain.fields import FIELDS, fields_of

EEA = set(
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO EU".split()  # noqa: SIM905
)
# What a name stands for in the small register, spelled out.
CANON = {"northmodel": "northmodel", "North Model": "northmodel", "Bigcloud": "bigcloud", "Skyblue": "bigcloud", "Codehub": "codehub",
         "Tidecloud": "tidecloud", "Loner": "loner", "Southapp": "southapp", "Eastmodel": "eastmodel",
         "Eastcloud": "eastcloud"}  # fmt: skip
RESTS = {
    "northmodel": {"bigcloud"},
    "codehub": {"bigcloud"},
    "southapp": {"northmodel", "bigcloud"},
    "eastmodel": {"eastcloud"},
}
NAMES = [*CANON, "Nobody Knows Ltd"]
SUPPLIERS = ["application", "data", "labelling", "storage", "compute", "model"]
COUNTRIES = ["KE", "DE", "FR", "NO", "US", "EU"]
HOMES = {"Northmodel": "US", "Tidecloud": "FR", "Loner": "KE"}
# How many foundries there are, as far as known; None: the register does not say.
CHIPS = {"C1": 1, "two Chipco C1 cards": 1, "T1": 2, "Mystery M1": None, "Unheard Z9": None, "CPU only": 0, "CPU": 0}
VENDORS = {"Chipco": 1, "Twinchip": 2, "Loner": None, "Unheard Inc": None}
CONTROLLED = {"C1": True, "T1": False, "Mystery M1": None, "Unheard Z9": None, "CPU only": False}
Truth = bool | None
REGISTER = small_register()


# --- small words ------------------------------------------------------------------------------------------------------
def canon(name: str) -> str:
    return CANON.get(name, name)


def same_place(one: str, other: str) -> bool:
    return one == other or (one in EEA and other in EEA)


def is_open(fact: Fact | None) -> bool:
    return fact is None or fact.status in ("unknown", "withheld")


def is_dark(fact: Fact | None) -> bool:
    """Withheld by the supplier."""
    return fact is not None and fact.status == "withheld" and fact.by != "person"


def applies_not(fact: Fact | None) -> bool:
    return fact is not None and fact.status == "not_applicable"


def every(*truths: Truth) -> Truth:
    return False if False in truths else None if None in truths else True


def some(*truths: Truth) -> Truth:
    return True if True in truths else None if None in truths else False


def field_is(fact: Fact | None, *values: str) -> Truth:
    if is_open(fact):
        return None
    assert fact is not None
    return fact.status == "known" and fact.value in values


def supplier_facts(chain: Chain) -> dict[str, Fact | None]:
    components = [c for kind in SUPPLIERS for c in (chain.mentioned(kind) or (kind,))]
    return {f"{c}.supplier": chain.get(f"{c}.supplier") for c in components}


def is_outside(fact: Fact | None) -> Truth:
    if is_dark(fact):
        return True
    return None if is_open(fact) else fact is not None and fact.status == "known" and fact.value != "self"


# --- the definitions --------------------------------------------------------------------------------------------------
def hidden_shared_upstream(chain: Chain, _: str) -> Truth:
    facts = supplier_facts(chain)
    names = {canon(str(f.value)) for f in facts.values() if f and f.status == "known" and f.value != "self"}
    on = {n: {n} | RESTS.get(n, set()) for n in names if n in CANON.values()}
    if any(on[a] & on[b] for a in on for b in on if a < b):
        return True
    still_open = sum(is_open(f) for f in facts.values())
    could = (still_open and len(names) + still_open >= 2) or (len(names) >= 2 and len(on) < len(names))
    return None if could else False


def concentrated(names: Sequence[str]) -> bool:
    count = Counter(canon(n) for n in names if n != "self")
    return any(n >= 2 and n >= len(names) / 2 for n in count.values())


def supplier_concentration(chain: Chain, _: str) -> Truth:
    facts = supplier_facts(chain)
    known = [str(f.value) for f in facts.values() if f and f.status == "known"]
    if concentrated(known):
        return True
    still_open = sum(is_open(f) for f in facts.values())
    futures = product({*map(canon, known), "somebody new", "self", ""}, repeat=still_open)
    return None if any(concentrated([*known, *(n for n in future if n)]) for future in futures) else False


def foundry_dependence(chain: Chain, component: str) -> Truth:
    chip, vendor = chain.get(f"{component}.accelerator"), chain.get(f"{component}.accelerator_vendor")
    if applies_not(chip):
        return False
    count = VENDORS.get(str(vendor.value)) if is_open(chip) and vendor else None
    if chip is not None and not is_open(chip):
        count = CHIPS[str(chip.value)]
    return None if count is None else count == 1


def opaque_supplier(chain: Chain, _: str) -> Truth:
    could = False
    for ref, fact in chain.facts.items():
        component, _, name = ref.partition(".")
        if not is_dark(fact) or component.partition("-")[0] not in SUPPLIERS:
            continue
        supplier = chain.get(f"{component}.supplier")
        if name == "supplier" or is_outside(supplier):
            return True
        could |= is_open(supplier)
    return None if could else False


def unknown_critical_path(chain: Chain, _: str) -> Truth:
    asked = [
        f
        for f in chain.facts.values()
        if f.status != "not_applicable" and not (f.status == "withheld" and f.by == "person")
    ]
    dark = sum(f.status in ("unknown", "withheld") for f in asked)
    return None if len(asked) < 6 else dark * 3 >= len(asked)


def cross_border_data(chain: Chain, component: str) -> Truth:
    says = chain.get(f"{component}.crosses_border")
    own = chain.value(f"{component}.country")
    places = [chain.value(f"{c}.country") for c in chain.components("data")]
    if applies_not(says):
        return False
    told = says.value if says is not None and says.status == "known" else None
    if told in ("yes", "partly") or (own is not None and any(p and not same_place(own, p) for p in places)):
        return True
    return False if told == "no" or (own and all(places)) else None


def foreign_jurisdiction_model(chain: Chain, component: str) -> Truth:
    supplier, home = chain.get(f"{component}.supplier"), chain.get("organisation.country")
    named = chain.value(f"{component}.supplier")
    if applies_not(supplier) or named == "self" or applies_not(home):
        abroad: Truth = False
    elif is_open(supplier) or is_open(home) or named not in HOMES:
        abroad = None
    else:
        abroad = not same_place(HOMES[str(named)], str(chain.value("organisation.country")))
    personal = some(*(field_is(chain.get(f"{c}.personal_data"), "yes", "partly") for c in chain.components("data")))
    return every(field_is(chain.get(f"{component}.access"), "api", "inside_product"), abroad, personal)


def export_control_exposure(chain: Chain, component: str) -> Truth:
    chip = chain.get(f"{component}.accelerator")
    falls = (
        None
        if is_open(chip)
        else False
        if applies_not(chip)
        else CONTROLLED[str(chain.value(f"{component}.accelerator"))]
    )
    places = (chain.get(ref) for ref in (f"{component}.country", "organisation.country"))
    return every(falls, some(*(field_is(place, "CN", "RU") for place in places)))


def away_from_home(chain: Chain, component: str) -> Truth:
    one, other = chain.get(f"{component}.country"), chain.get("organisation.country")
    if applies_not(one) or applies_not(other):
        return False
    if is_open(one) or is_open(other):
        return None
    return not same_place(str(one.value), str(other.value))  # type: ignore[union-attr]


def value_flows_abroad(chain: Chain, _: str) -> Truth:
    away = every(*(away_from_home(chain, c) for c in chain.components("compute")))
    rented = every(*(field_is(chain.get(f"{c}.access"), "api", "inside_product") for c in chain.components("model")))
    return every(away, rented)


def no_exit_clause(chain: Chain, component: str) -> Truth:
    outside = some(*(is_outside(fact) for fact in supplier_facts(chain).values()))
    return every(field_is(chain.get(f"{component}.exit_clause"), "no", "partly"), outside)


def stops_when_removed(chain: Chain, lost: str) -> bool:
    """Whether some application stops when one outside supplier is gone, on a chain in which everything is decided.

    A withheld supplier is an outside one with a name of its own.
    """

    def named(component: str) -> str:
        fact = chain.get(f"{component}.supplier")
        return f"withheld {component}" if is_dark(fact) else canon(chain.value(f"{component}.supplier") or "self")

    for app in chain.components("application"):
        if chain.value(f"{app}.alternative") == "yes":
            continue
        for component in [app, *(c for k in SUPPLIERS[1:] for c in chain.components(k))]:
            kind = component.partition("-")[0]
            if named(component) != lost or lost == "self":
                continue
            has = {f.name for f in fields_of(kind)}
            alternative = chain.value(f"{component if 'alternative' in has else app}.alternative")
            outage = chain.value(f"{component if 'outage_effect' in has else app}.outage_effect")
            if alternative in ("no", "partly") and outage == "stops":
                return True
    return False


def single_point_of_failure(chain: Chain, _: str) -> Truth:
    """On a decided chain; what is open is for the completions."""
    names = {str(f.value) for f in chain.facts.values() if f.ref.endswith(".supplier") and f.status == "known"}
    dark = {f"withheld {f.component}" for f in chain.facts.values() if f.ref.endswith(".supplier") and is_dark(f)}
    return any(stops_when_removed(chain, canon(name)) for name in {*names, *dark})


# --- chains to try them on --------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Special:
    """A definition with the values that its fields are drawn from (``choices``) and completed with (``values``).

    ``whole``: the definition wants every field decided, else it may also be left as it is. ``candidates``: which open fields are
    open to the rule at all; an asked field can be a rule's evidence though nobody knows its value.
    """

    says: Callable[[Chain, str], Truth]
    component: str
    choices: Mapping[str, Sequence[Any]]
    values: Mapping[str, Sequence[Any]]
    open_at_most: int = 3
    whole: bool = False
    candidates: Callable[[str, Fact | None], bool] = field(default=lambda ref, fact: is_open(fact))

    def fillings(self, chain: Chain) -> dict[str, list[Any]]:
        """What each open field of the chain's components may turn out to be."""
        found = {}
        for ref, values in self.values.items():
            fact, kind = chain.get(ref), ref.partition(".")[0].partition("-")[0]
            if ref.partition(".")[0] in chain.components(kind) and self.candidates(ref, fact):
                # A withheld supplier is an outside one, whoever it is.
                own = [
                    v
                    for v in values
                    if not (ref.endswith(".supplier") and is_dark(fact) and v in ("self", NOT_APPLICABLE))
                ]
                found[ref] = own if self.whole else [AS_IS, *own]
        return found


def _suppliers(*twice: str) -> list[str]:
    return [*(f"{k}.supplier" for k in SUPPLIERS), *(f"{k}-2.supplier" for k in twice)]


DRAWN_NAMES = [*NAMES, *NAMES, "self", "self", "self", NOT_APPLICABLE, *OPEN]
LIKE = [
    "northmodel",
    "Bigcloud",
    "Codehub",
    "Eastcloud",
    "Eastmodel",
    "Loner",
    "Nobody Knows Ltd",
    "Somebody Else",
    "self",
    NOT_APPLICABLE,
]
SPOF_VALUES: dict[str, list[Any]] = {
    **{f"{k}.supplier": ["self", "Tidecloud", NOT_APPLICABLE] for k in ("application", "storage", "compute", "model")},
    "application-2.supplier": ["self", "Tidecloud", "Loner"],
    **{f"{c}.alternative": ["yes", "partly", "no", NOT_APPLICABLE]
       for c in ("application", "application-2", "compute", "model", "model-2")},
    **{f"{c}.outage_effect": ["stops", "degrades", NOT_APPLICABLE] for c in ("application", "application-2", "compute")},
    "model-2.supplier": ["Loner", "self"],
}  # fmt: skip
DARK_REFS = [k for k in FIELDS if k.partition(".")[0] in ("data", "storage", "compute", "model")]


def _some_value(key: str) -> Any:
    spec = FIELDS[key]
    first = next(iter(spec.options), "Loner")
    return [first] if spec.type == "set" else "KE" if spec.type == "country" else first


SPECIAL: dict[str, Special] = {
    "hidden-shared-upstream": Special(hidden_shared_upstream, "chain", dict.fromkeys(_suppliers("model"), DRAWN_NAMES),
                                      dict.fromkeys(_suppliers("model"), LIKE)),
    "supplier-concentration": Special(supplier_concentration, "chain", dict.fromkeys(_suppliers("model", "data"), DRAWN_NAMES),
                                      {key: [*CANON, "Somebody Else", "self", NOT_APPLICABLE] for key in _suppliers("model", "data")}, 2),
    "foundry-dependence": Special(foundry_dependence, "compute",
        {"compute.accelerator": [*CHIPS, NOT_APPLICABLE, *OPEN, *OPEN], "compute.accelerator_vendor": [*VENDORS, NOT_APPLICABLE, *OPEN]},
        {"compute.accelerator": [*CHIPS, NOT_APPLICABLE], "compute.accelerator_vendor": [*VENDORS, NOT_APPLICABLE]}),
    "single-point-of-failure": Special(single_point_of_failure, "chain",
        {**{ref: [*v, *v, None, UNKNOWN, SECRET, *([WITHHELD] if "supplier" in ref else [])] for ref, v in SPOF_VALUES.items()},
         "data.supplier": ["self"], "labelling.supplier": ["self", NOT_APPLICABLE]}, SPOF_VALUES, 4, whole=True),
    "opaque-supplier": Special(opaque_supplier, "chain",
        {**{f"{c}.supplier": [None, "self", "Loner", NOT_APPLICABLE, *OPEN] for c in ("storage", "model", "model-2")},
         **{r: [None, NOT_APPLICABLE, WITHHELD, WITHHELD, SECRET, UNKNOWN]
            for r in ("storage.country", "model.licence", "model-2.licence", "governance.policy", "monitoring.bias_tested")}},
        {f"{c}.supplier": ["self", "Loner", NOT_APPLICABLE] for c in ("storage", "model", "model-2")}, 99),
    "unknown-critical-path": Special(unknown_critical_path, "chain",
        {ref: [*[NOT_APPLICABLE] * 6, _some_value(ref), UNKNOWN, WITHHELD, SECRET, None, None] for ref in DARK_REFS},
        {ref: [_some_value(ref), UNKNOWN, NOT_APPLICABLE] for ref in DARK_REFS},
        5, candidates=lambda ref, fact: fact is None or fact.by == "person"),
    "cross-border-data": Special(cross_border_data, "storage",
        {"storage.crosses_border": ["yes", "partly", "no", "no", NOT_APPLICABLE, *OPEN, *OPEN],
         "storage.country": [*COUNTRIES, NOT_APPLICABLE, None, UNKNOWN, None],
         "data.country": [*COUNTRIES, None, WITHHELD, NOT_APPLICABLE, NOT_APPLICABLE],
         "data-2.country": [*COUNTRIES, None, None, None, UNKNOWN, NOT_APPLICABLE]},
        {"storage.crosses_border": ["yes", "no", NOT_APPLICABLE],
         **{r: ["KE", "DE", "US", NOT_APPLICABLE] for r in ("storage.country", "data.country", "data-2.country")}}, 4),
    "foreign-jurisdiction-model": Special(foreign_jurisdiction_model, "model",
        {"model.access": ["api", "inside_product", "self_hosted", NOT_APPLICABLE, *OPEN],
         "model.supplier": [*HOMES, *HOMES, "self", "Nobody Knows Ltd", NOT_APPLICABLE, *OPEN],
         "organisation.country": ["KE", "DE", "US", "KE", NOT_APPLICABLE, UNKNOWN],
         "data.personal_data": ["yes", "partly", "no", NOT_APPLICABLE, None], "data-2.personal_data": ["yes", "no", None]},
        {"model.access": ["api", "self_hosted"], "model.supplier": [*HOMES, "self", "Nobody Knows Ltd"],
         "organisation.country": ["KE", "DE", "US", NOT_APPLICABLE], "data.personal_data": ["yes", "no"],
         "data-2.personal_data": ["yes", "no"]}),
    "export-control-exposure": Special(export_control_exposure, "compute",
        {"compute.accelerator": [*CONTROLLED, *CONTROLLED, NOT_APPLICABLE, *OPEN],
         "compute.country": ["CN", "KE", NOT_APPLICABLE, *OPEN], "organisation.country": ["CN", "KE", "RU", NOT_APPLICABLE, None]},
        {"compute.accelerator": [*CONTROLLED, NOT_APPLICABLE], "compute.country": ["CN", "KE"], "organisation.country": ["CN", "KE"]}),
    "value-flows-abroad": Special(value_flows_abroad, "chain",
        {**{r: [*COUNTRIES, NOT_APPLICABLE, *OPEN] for r in ("organisation.country", "compute.country")},
         "compute-2.country": ["US", "KE", None, None, UNKNOWN],
         **{r: ["api", "inside_product", "self_hosted", NOT_APPLICABLE, None, None] for r in ("model.access", "model-2.access")}},
        {**{r: ["KE", "DE", "US", NOT_APPLICABLE] for r in ("organisation.country", "compute.country", "compute-2.country")},
         **{r: ["api", "self_hosted"] for r in ("model.access", "model-2.access")}}),
    **{id_: Special(away_from_home, kind,
        {r: [*COUNTRIES, NOT_APPLICABLE, *OPEN] for r in (f"{kind}.country", "organisation.country")},
        {r: [*COUNTRIES, NOT_APPLICABLE] for r in (f"{kind}.country", "organisation.country")})
       for id_, kind in (("localise-storage", "storage"), ("localise-compute", "compute"))},
    **{id_: Special(no_exit_clause, "governance",
        {"governance.exit_clause": ["yes", "partly", "no", NOT_APPLICABLE, *OPEN],
         **{key: ["self", "self", "self", "Loner", NOT_APPLICABLE, *OPEN] for key in _suppliers("model")}},
        {"governance.exit_clause": ["yes", "no"], **{key: ["self", "Loner", NOT_APPLICABLE] for key in _suppliers("model")}})
       for id_ in ("no-exit-clause", "negotiate-contract")},
}  # fmt: skip
