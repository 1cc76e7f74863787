"""Graph figures: concentration by its definition, meeting places upstream, loops, opacity, countries, leverage."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from chains import OPEN, drawn
from definitions import NAMES, REGISTER, RESTS, SUPPLIERS, canon
from hypothesis import given
from hypothesis import strategies as st
from worlds import NOT_APPLICABLE, SECRET, UNKNOWN, WITHHELD
from worlds import chain as made

from vcassist.assessment.concentration import concentration
from vcassist.assessment.evaluate import assess
from vcassist.assessment.figures import figures
from vcassist.assessment.graph import opacity, shared_upstream
from vcassist.assessment.jurisdictions import EEA, jurisdiction_shares, jurisdictions, unplaced
from vcassist.assessment.leverage import by_role, leverage
from vcassist.assessment.loops import feedback_loops
from vcassist.assessment.measures import MEASURES, measure
from vcassist.assessment.scenario import changed, parse_change, what_if
from vcassist.chain.facts import Chain, Fact, field_of
from vcassist.chain.fields import FIELDS, fields_of
from vcassist.knowledge.register import load_register
from vcassist.knowledge.rulebook import ROLES, load_rulebook

RULES = load_rulebook()
SUPPLIED = {f"{k}.supplier": [*NAMES, "self", None, UNKNOWN] for k in SUPPLIERS} | {"model-2.supplier": [*NAMES, None]}


# --- concentration ----------------------------------------------------------------------------------------------------
@given(data=st.data())
def test_the_index_is_the_sum_of_squared_shares_in_per_cent(data: st.DataObject) -> None:
    chain = drawn(data, SUPPLIED)
    names = [canon(str(f.value)) for f in chain.facts.values() if f.status == "known"]
    owners = ["bigcloud" if n == "codehub" else n for n in names]
    for scope, counted in (("direct", Counter(names)), ("ultimate", Counter(owners))):
        found = concentration(chain, REGISTER)[scope]
        wanted = sum((100 * n / len(names)) ** 2 for n in counted.values()) if names else 0
        assert found["hhi"] == round(wanted)
        assert sorted(found["shares"].values()) == sorted(round(n / len(names), 4) for n in counted.values())
        assert {canon(n).lower() for n in found["shares"]} == {n.lower() for n in counted}


@given(data=st.data())
def test_the_index_by_jurisdiction_counts_each_component_for_its_suppliers_home(data: st.DataObject) -> None:
    chain = drawn(data, {**SUPPLIED, "organisation.country": ["KE", "DE", None]})
    homes = []
    for fact in chain.facts.values():
        if fact.ref.endswith(".supplier") and fact.status == "known":
            own = chain.value("organisation.country")
            home = own if fact.value == "self" else REGISTER.country(str(fact.value))
            homes += ["bloc" if home in EEA else home] if home else []
    wanted = sum((100 * n / len(homes)) ** 2 for n in Counter(homes).values()) if homes else 0
    assert jurisdiction_shares(chain, REGISTER).hhi == round(wanted)
    assert figures(chain, RULES, REGISTER).concentration["jurisdictions"]["hhi"] == round(wanted)


# --- meeting places upstream ------------------------------------------------------------------------------------------
@given(data=st.data())
def test_every_two_suppliers_that_rest_on_one_organisation_are_shown_with_both_ways(data: st.DataObject) -> None:
    chain = drawn(data, SUPPLIED)
    names = {canon(str(f.value)) for f in chain.facts.values() if f.status == "known"} - {"self", "Nobody Knows Ltd"}
    on = {n: {n} | RESTS.get(n, set()) for n in names}
    found = shared_upstream(chain, REGISTER)
    shown = {
        frozenset((canon(a.supplier).lower(), canon(b.supplier).lower())) for s in found for a in s.ways for b in s.ways
    }
    for one in names:
        for other in names - {one}:
            assert (frozenset((one, other)) in shown) == bool(on[one] & on[other])
    for shared in found:
        for way in shared.ways:
            assert (way.edges[-1].to if way.edges else canon(way.supplier).lower()) == shared.organisation
            assert all(REGISTER.canonical(str(chain.value(f"{c}.supplier"))) == way.supplier for c in way.components)


def test_beyond_a_meeting_place_nothing_is_repeated() -> None:
    chain = made({"application.supplier": "Southapp", "model.supplier": "Northmodel", "storage.supplier": "Loner"})
    assert [s.organisation for s in shared_upstream(chain, REGISTER)] == ["northmodel"]
    (shared,) = shared_upstream(chain, REGISTER)
    assert [(w.supplier, w.components, [e.kind for e in w.edges]) for w in shared.ways] == [
        ("Northmodel", ("model",), []),
        ("Southapp", ("application",), ["built_by"]),
    ]


# --- feedback loops ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("facts", "guarded"),
    [
        ({}, None),
        ({"monitoring.performance_tracked": "yes"}, True),
        ({"monitoring.performance_tracked": "partly"}, False),
        ({"monitoring.performance_tracked": "yes", "labelling.quality_checked": "no"}, False),
        ({"monitoring.performance_tracked": "yes", "labelling.quality_checked": UNKNOWN}, None),
    ],
)
def test_a_loop_that_was_told_of_is_named_and_guarded_or_not(facts: dict[str, Any], guarded: bool | None) -> None:
    (loop,) = feedback_loops(made({"monitoring.feedback_reused": "partly", "model-2.weights": "open", **facts}))
    assert loop.path == ("data", "model-2", "application", "monitoring", "data")
    assert loop.guarded is guarded and "monitoring.feedback_reused" in loop.because


def test_an_unguarded_loop_and_the_rule_on_it_say_the_same() -> None:
    rule = next(r for r in RULES if r.id == "unguarded-feedback-loop")
    for tracked in ("yes", "partly", "no", None):
        for checked in ("yes", "no", None):
            facts = {
                "monitoring.feedback_reused": "yes",
                "monitoring.performance_tracked": tracked,
                "labelling.quality_checked": checked,
            }
            chain = made({ref: value for ref, value in facts.items() if value})
            (finding,) = assess(chain, [rule], REGISTER)
            (loop,) = feedback_loops(chain)
            assert (finding.verdict == "raised") == (loop.guarded is False)


def test_a_model_that_labels_is_a_loop_and_no_loop_is_made_up() -> None:
    (loop,) = feedback_loops(made({"labelling.done_by": ["model", "volunteers"], "labelling.quality_checked": "yes"}))
    assert loop.path == ("model", "labelling", "model") and loop.guarded is True
    assert feedback_loops(made({"monitoring.feedback_reused": "no", "labelling.done_by": ["vendor"]})) == ()


def test_a_loop_runs_through_every_component_of_a_kind_since_nobody_told_them_apart() -> None:
    facts = {"data.country": "KE", "data-2.country": "KE", "model.weights": "open", "model-2.weights": "open",
             "application-2.name": "Chat", "monitoring-2.feedback_reused": "yes"}  # fmt: skip
    (loop,) = feedback_loops(made(facts))
    both = ("data", "data-2")
    assert loop.stations == (both, ("model", "model-2"), ("application-2",), ("monitoring-2",), both)
    absent = {f"data-2.{spec.name}": NOT_APPLICABLE for spec in fields_of("data")}
    assert feedback_loops(made({**facts, **absent}))[0].stations[0] == ("data",), "one that there is not is no station"
    assert "(data, data-2 → model, model-2 →" in figures(made(facts), RULES, REGISTER).as_text()


def test_a_drawn_dependency_that_closes_a_circle_is_a_loop() -> None:
    parts = {"application.name": "Chat", "model.weights": "open", "data.country": "KE", "monitoring.bias_tested": "yes"}
    chain = made({**parts, "monitoring.performance_tracked": "no"})
    (loop,) = feedback_loops(chain, [("data", "application")])
    assert loop.path == ("data", "application", "data") and loop.guarded is False
    (longer,) = feedback_loops(chain, [("data", "monitoring")])
    assert longer.path == ("data", "application", "monitoring", "data")
    assert feedback_loops(chain, [("application", "model"), ("model", "data")]) == (), "that is how it rests anyway"
    assert feedback_loops(chain, [("data", "storage")]) == (), "a part that is gone closes nothing"
    two = feedback_loops(
        made({**parts, "application-2.name": "Plan"}),
        [("application", "application-2"), ("application-2", "application")],
    )
    assert [loop.path for loop in two] == [("application", "application-2", "application")], "each circle once"


def test_a_loop_that_was_told_of_is_not_drawn_a_second_time() -> None:
    parts = {"application.name": "Chat", "data.country": "KE", "monitoring.feedback_reused": "yes"}
    assert len(feedback_loops(made(parts), [("data", "monitoring")])) == 1


# --- opacity ----------------------------------------------------------------------------------------------------------
def test_opacity_is_the_share_of_what_was_asked_that_is_dark() -> None:
    chain = made({"model.weights": "closed", "model.licence": UNKNOWN, "model.supplier": WITHHELD, "storage.country": "KE",
                  "model.access": SECRET, "data.supplier": NOT_APPLICABLE, "governance.policy": UNKNOWN})  # fmt: skip
    assert opacity(chain) == {"chain": 0.5, "model": round(2 / 3, 4), "storage": 0.0}
    assert opacity(made({})) == {}


# --- countries --------------------------------------------------------------------------------------------------------
def test_countries_tell_where_data_and_where_the_service_passes_and_on_what_that_rests() -> None:
    chain = made({"organisation.country": "KE", "data.country": "KE", "storage.country": "IE", "storage.supplier": "Loner",
                  "compute.country": UNKNOWN, "application.supplier": "Southapp"})  # fmt: skip
    found = {j.country: j for j in jurisdictions(chain, REGISTER)}
    assert next(iter(found)) == "KE"
    assert found["KE"].passing("data") == ("data", "Loner") and found["KE"].passing("service") == ("Southapp",)
    assert found["IE"].at_home is False and found["IE"].passing("data") == ("storage",)
    assert found["US"].passing("service") == ("Northmodel", "Bigcloud")
    assert {(p.basis, bool(p.source)) for j in found.values() for p in j.passages} == {
        ("said", False),
        ("register", True),
    }
    assert unplaced(chain) == ("labelling.country", "compute.country")


def test_the_bloc_counts_as_home() -> None:
    found = {
        j.country: j.at_home
        for j in jurisdictions(
            made({"organisation.country": "DE", "storage.country": "IE", "compute.country": "CH"}), REGISTER
        )
    }
    assert found == {"IE": True, "CH": False}


# --- leverage ---------------------------------------------------------------------------------------------------------
def several(data: st.DataObject) -> Chain:
    choices = {}
    for kind in ("application", "data", "storage", "model", "monitoring", "governance"):
        for spec in fields_of(kind):
            if spec.options:
                values: list[Any] = [[v] if spec.type == "set" else v for v in spec.options]
                choices[spec.key] = [*values, None]
                if kind in ("model", "data"):
                    choices[f"{kind}-2.{spec.name}"] = [*values, None, None, None]
    return drawn(data, {**choices, **SUPPLIED})


@given(data=st.data())
def test_leverage_is_what_trying_every_measure_finds(data: st.DataObject) -> None:
    chain = several(data)
    risks = [r for r in RULES if r.kind == "risk"]
    before = {f.id: f for f in assess(chain, risks, REGISTER) if f.verdict == "raised"}
    relief: dict[str, int] = {}
    for ref, fact in chain.facts.items():
        for value in () if fact.open else MEASURES.get(fact.field.key, ()):
            after = {f.id: f for f in assess(changed(chain, [parse_change(f"{ref}={value}")]), risks, REGISTER)}
            gone = sum(f.weight for id_, f in before.items() if after[id_].verdict == "clear")
            new = sum(f.weight for id_, f in after.items() if f.verdict == "raised" and id_ not in before)
            relief[ref] = max(relief.get(ref, 0), gone - new)
    best = sorted((value for value in relief.values() if value > 0), reverse=True)[:5]
    found = [one for one in leverage(chain, RULES, REGISTER, limit=99) if field_of(one.change.ref).options]
    assert [one.relief for one in found[:5]] == best
    few = leverage(chain, RULES, REGISTER, limit=3)
    assert few == leverage(chain, RULES, REGISTER, limit=99)[:3], "a short list is the beginning of a long one"


@given(data=st.data())
def test_a_leverage_point_does_what_it_promises(data: st.DataObject) -> None:
    chain = several(data)
    for one in leverage(chain, RULES, REGISTER):
        scenario = what_if(chain, [parse_change(one.as_setting)], [r for r in RULES if r.kind == "risk"], REGISTER)
        assert set(one.gone) <= {f.id for f in scenario.gone}
        assert set(one.new) == {f.id for f in scenario.new}


def test_what_the_work_is_is_no_leverage() -> None:
    """Nobody is advised to have other patients, or no personal data."""
    facts = {"application.affected_people": ["children"], "application.human_review": "never", "application.decision_role": "decides",
             "data.personal_data": "yes", "data.consent": "no"}  # fmt: skip
    changes = [one.change.ref for one in leverage(made(facts), RULES, REGISTER, limit=20)]
    assert {"application.human_review", "data.consent"} <= set(changes) <= set(MEASURES)
    assert not set(changes) & set(facts) - {"application.human_review", "data.consent"}


def test_a_fact_that_would_only_be_described_otherwise_is_no_measure() -> None:
    described = ("application.decision_role", "application.outage_effect", "data.personal_data", "data.representative",
                 "compute.hosting", "model.weights", "model.access", "storage.crosses_border", "storage.country")  # fmt: skip
    assert not set(described) & set(MEASURES)
    for key, ways in MEASURES.items():
        for value, words in ways.items():
            assert measure(Fact(key, "known", value)) == words and words[0].islower() and not words.endswith(".")
            assert value in FIELDS[key].options


def test_each_role_is_told_what_bears_on_most_weight_first() -> None:
    findings = assess(made({"governance.policy": "no", "model.documentation": "no", "storage.encrypted": "no",
                            "data.personal_data": "yes", "application.appeal": "no", "application.decision_role": "decides"}),
                      RULES, REGISTER)  # fmt: skip
    roles = by_role(findings, RULES)
    raised = {f.id: f.weight for f in findings if f.verdict == "raised"}
    assert set(roles) == set(ROLES)
    for levers in roles.values():
        assert [lever.weight for lever in levers] == sorted((lever.weight for lever in levers), reverse=True)
        assert all(lever.weight == sum(raised[id_] for id_ in lever.findings) > 0 for lever in levers)


# --- all together -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("facts", [{}, {"model.supplier": UNKNOWN}, dict.fromkeys(SUPPLIED, OPEN[2])])
def test_figures_can_be_told_of_a_chain_of_which_next_to_nothing_is_known(facts: dict[str, Any]) -> None:
    found = figures(made(facts), RULES, load_register())
    assert found.as_json()["leverage"] == [] and "no supplier is known" in found.as_text()


def test_figures_say_in_words_what_they_hold_as_data() -> None:
    chain = made({"application.supplier": "Southapp", "application.alternative": "no", "application.outage_effect": "stops",
                  "model.supplier": "Northmodel", "monitoring.feedback_reused": "yes", "organisation.country": "KE"})  # fmt: skip
    found = figures(chain, RULES, REGISTER)
    data, text = found.as_json(), found.as_text()
    assert data["shared_upstream"][0]["organisation"] == "Northmodel"
    assert "Southapp (application) uses models of Northmodel (as of 2026-01-15)" in text
    assert {point["supplier"] for point in data["single_points"]} == {"Southapp"}
    assert "Southapp: its loss stops application" in text and "application.alternative=yes" in text
    assert "guarded or not is open: results flow back" in text
    assert "US, abroad: service: Northmodel, Bigcloud" in text
    assert "your own organisation:" in text and "funder:" in text
    school = figures(made({"organisation.sector": "education", "governance.policy": "no"}), RULES, REGISTER)
    assert "your own organisation (education" in school.as_text()
