"""The rules that cross components or read the register, against second definitions written from the catalogue's words."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from chains import OPEN, deciding, drawn
from definitions import REGISTER, SPECIAL, SPOF_VALUES, SUPPLIERS, unknown_critical_path
from hypothesis import given
from hypothesis import strategies as st
from worlds import NOT_APPLICABLE, SECRET, UNKNOWN, WITHHELD, rule
from worlds import chain as made

from vcassist.assessment.evaluate import judge
from vcassist.assessment.outcome import any_of
from vcassist.assessment.resilience import path_of, stops_application, stops_through
from vcassist.assessment.rules import Scene
from vcassist.assets import folder
from vcassist.chain.facts import Chain
from vcassist.chain.fields import FIELDS, fields_of
from vcassist.knowledge.rulebook import load_rulebook

RULES = {r.id: r for r in load_rulebook()}


def verdict(id_: str, chain: Chain, component: str = "chain") -> str:
    return judge(RULES[id_], component, chain, REGISTER).verdict


def word(truth: bool | None) -> str:
    return {True: "raised", False: "clear", None: "unknown"}[truth]


def test_every_rule_that_names_a_predicate_has_a_second_definition() -> None:
    for path in sorted((folder("knowledge") / "rules").glob("*.yaml")):
        names_one = "predicate" in str(yaml.safe_load(path.read_text("utf-8"))["when"])
        assert names_one == (path.stem in SPECIAL), path.stem


@pytest.mark.parametrize("id_", SPECIAL)
@given(data=st.data())
def test_verdict_and_missing_are_what_the_second_definition_gives(id_: str, data: st.DataObject) -> None:
    """``missing``: two ways to fill in what is open that are apart in one field only come to different verdicts."""
    special = SPECIAL[id_]
    chain = drawn(data, special.choices, data.draw(st.integers(0, special.open_at_most)))
    found, ends = deciding(chain, special.fillings(chain), lambda world: special.says(world, special.component))
    truth = special.says(chain, special.component) if not special.whole else None if len(ends) > 1 else ends.pop()
    finding = judge(RULES[id_], special.component, chain, REGISTER)
    assert finding.verdict == word(truth)  # type: ignore[arg-type]
    assert set(finding.missing) == (found if truth is None else set())


# --- suppliers that meet upstream -------------------------------------------------------------------------------------
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


def test_one_more_supplier_changes_nothing_where_the_register_leaves_it_open_anyway() -> None:
    others = {f"{k}.supplier": "self" for k in SUPPLIERS}
    facts = {
        **others,
        "model.supplier": "Nobody Knows Ltd",
        "storage.supplier": "Somebody Else",
        "data.supplier": UNKNOWN,
    }
    finding = judge(RULES["hidden-shared-upstream"], "chain", made(facts), REGISTER)
    assert (finding.verdict, finding.missing) == ("unknown", ())
    finding = judge(RULES["hidden-shared-upstream"], "chain", made({**facts, "storage.supplier": "Codehub"}), REGISTER)
    assert finding.missing == ("data.supplier",)


# --- single point of failure ------------------------------------------------------------------------------------------
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


def test_only_what_can_still_stop_the_service_is_missing() -> None:
    """Whether the loss stops it decides alone here: whoever else supplies what would then not matter any more."""
    facts = {"application.alternative": "no", "storage.supplier": "Loner", "compute.supplier": "self"}
    finding = judge(RULES["single-point-of-failure"], "chain", made(facts), REGISTER)
    assert finding.missing == ("application.outage_effect",)


def test_what_matters_only_where_another_application_stops_anyway_is_not_missing() -> None:
    """An outside storage would stop the first application; what its loss does to the second adds nothing to that."""
    own = {f"{k}.supplier": "self" for k in ("application", "application-2", "data", "labelling", "compute", "model")}
    facts = {
        **own,
        "application.alternative": "no",
        "application.outage_effect": "stops",
        "application-2.alternative": "no",
    }
    finding = judge(RULES["single-point-of-failure"], "chain", made(facts), REGISTER)
    assert finding.missing == ("storage.supplier",)


def test_a_withheld_supplier_is_an_outside_one() -> None:
    app = {"application.alternative": "no", "application.outage_effect": "stops"}
    assert verdict("single-point-of-failure", made({**app, "storage.supplier": WITHHELD})) == "raised"
    assert verdict("single-point-of-failure", made({**app, "storage.supplier": SECRET})) == "unknown"


# --- opacity ------------------------------------------------------------------------------------------------------------
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
    assert verdict("unknown-critical-path", chain) == word(unknown_critical_path(chain, "chain"))


def test_fewer_than_six_asked_stays_unknown_even_when_nothing_is_left_to_ask() -> None:
    kinds = ("data", "storage", "compute", "model")
    chain = made({f"{k}.{f.name}": NOT_APPLICABLE for k in kinds for f in fields_of(k)})
    assert verdict("unknown-critical-path", chain) == "unknown"


def test_where_six_can_no_longer_be_asked_nothing_is_missing() -> None:
    kinds = ("data", "storage", "compute", "model")
    facts = {f"{k}.{f.name}": NOT_APPLICABLE for k in kinds for f in fields_of(k)}
    five = [ref for ref in facts if ref.startswith("model.")][:5]
    chain = made({ref: value for ref, value in facts.items() if ref not in five})
    finding = judge(RULES["unknown-critical-path"], "chain", chain, REGISTER)
    assert (finding.verdict, finding.missing) == ("unknown", ())


# --- geography ----------------------------------------------------------------------------------------------------------
def test_where_no_data_has_a_country_the_country_of_the_storage_does_not_matter() -> None:
    finding = judge(RULES["cross-border-data"], "storage", made({"data.country": NOT_APPLICABLE}), REGISTER)
    assert (finding.verdict, finding.missing) == ("unknown", ("storage.crosses_border",))


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
