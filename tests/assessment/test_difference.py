"""What changed between two states, each changed finding with its cause: an answer, a rule, a glossary or a register entry."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from chains import OPEN, drawn
from definitions import NAMES, SUPPLIERS
from hypothesis import given
from hypothesis import strategies as st
from worlds import UNKNOWN, WITHHELD, small_register, supplier
from worlds import chain as made

from vcassist.assessment.difference import Difference, difference
from vcassist.assessment.evaluate import assess
from vcassist.assessment.register import Register
from vcassist.assessment.state import Knowledge, outcome_of, state_from_json, state_of
from vcassist.assets import folder
from vcassist.chain.facts import Chain, Fact, fold
from vcassist.chain.fields import FIELDS
from vcassist.errors import BadInput
from vcassist.knowledge.rulebook import load_rule, load_rulebook

RULES = load_rulebook()
TERMS = {"vendor-lock-in": "a", "open-weights-vs-closed-weights": "b", "single-point-of-failure": "c"}
NOW = Knowledge(RULES, small_register(), TERMS)


def between(before: Any, after: Any, then: Knowledge = NOW, now: Knowledge = NOW) -> Difference:
    chains = [side if isinstance(side, Chain) else made(side) for side in (before, after)]
    return difference(state_of(chains[0], then), chains[1], now)


def causes(found: Difference) -> dict[str, tuple[str, ...]]:
    return {f.id: f.causes for f in found.findings}


def with_rule(id_: str, old: str, new: str) -> Knowledge:
    """The knowledge with one rule's text changed."""
    text = (folder("knowledge") / "rules" / f"{id_}.yaml").read_text("utf-8")
    assert old in text
    changed = load_rule(text.replace(old, new), f"{id_}.yaml")
    return replace(NOW, rules=tuple(changed if r.id == id_ else r for r in RULES))


def with_supplier(**suppliers: Any) -> Knowledge:
    register = small_register()
    kept = {k: v for k, v in {**register.suppliers, **suppliers}.items() if v is not None}
    return replace(NOW, register=replace(register, suppliers=kept))


# --- answers ----------------------------------------------------------------------------------------------------------
def test_an_unchanged_chain_gives_an_empty_difference() -> None:
    facts = {"model.weights": "closed", "model.supplier": "Northmodel", "storage.supplier": WITHHELD}
    found = between(facts, facts)
    assert (
        not found
        and found.as_json()["answers"] == found.as_json()["findings"] == []
        and found.as_text() == "Nothing changed."
    )


def test_a_changed_finding_names_the_answer_that_changed_it_and_not_another() -> None:
    before = {"model.weights": "closed", "model.alternative": "no", "model.documentation": "yes"}
    found = between(before, {**before, "model.weights": "open", "model.documentation": "no", "governance.policy": "no"})
    assert causes(found)["proprietary-model-dependence@model"] == ("answer:model.weights",)
    assert causes(found)["undocumented-model@model"] == ("answer:model.documentation",)
    assert causes(found)["no-policy@governance"] == ("answer:governance.policy",)
    assert [a.ref for a in found.answers] == ["governance.policy", "model.documentation", "model.weights"]


def test_an_answer_that_the_rule_reads_but_that_made_no_difference_is_not_named() -> None:
    before = {"application.decision_role": "recommends", "application.human_review": "always"}
    found = between(before, {"application.decision_role": "decides", "application.human_review": "never"})
    assert causes(found)["unreviewed-decisions@application"] == ("answer:application.human_review",)


def test_two_answers_that_only_together_changed_a_finding_are_both_named() -> None:
    found = between(
        {"model.weights": "open", "model.alternative": "yes"}, {"model.weights": "closed", "model.alternative": "no"}
    )
    assert causes(found)["proprietary-model-dependence@model"] == ("answer:model.alternative", "answer:model.weights")


def test_an_answer_far_away_that_weighs_on_the_severity_is_named() -> None:
    facts = {"storage.crosses_border": "yes"}
    found = between(facts, {**facts, "data.sensitive_data": ["health"]})
    (change,) = [f for f in found.findings if f.id == "cross-border-data@storage"]
    assert (change.before, change.after) == (("raised", "medium"), ("raised", "high"))
    assert change.causes == ("answer:data.sensitive_data",)


def test_how_grave_an_open_finding_would_be_is_no_change() -> None:
    found = between({"storage.country": "KE"}, {"storage.country": "KE", "data.sensitive_data": ["health"]})
    assert "cross-border-data@storage" not in causes(found)


def test_findings_on_a_component_that_came_or_went_name_what_was_said_of_it() -> None:
    one, two = (
        {"model.weights": "closed"},
        {"model.weights": "closed", "model-2.weights": "open", "model-2.access": "api"},
    )
    found = causes(between(one, two))
    assert found["undocumented-model@model-2"] == ("answer:model-2.access", "answer:model-2.weights")
    assert causes(between(two, one))["undocumented-model@model-2"] == found["undocumented-model@model-2"]


def test_other_words_for_the_same_answer_are_no_change() -> None:
    said = fold([Fact("model.weights", "known", "closed", "closed", 0, 6, turn=1)])
    again = fold([Fact("model.weights", "known", "closed", "still shut", 0, 10, turn=9)])
    assert not between(said, again)
    assert between(made({"model.supplier": WITHHELD}), made({"model.supplier": {**WITHHELD, "by": "person"}}))


# --- rules, register, glossary ----------------------------------------------------------------------------------------
def test_a_changed_rule_is_the_cause_where_answers_stayed() -> None:
    facts = {"governance.policy": "partly"}
    found = between(facts, facts, then=with_rule("no-policy", '["no", partly]', '["no"]'))
    assert causes(found) == {"no-policy@governance": ("rule:no-policy",)}
    assert (found.findings[0].before, found.findings[0].after) == (("clear", ""), ("raised", "medium"))


def test_a_rule_that_is_new_or_gone_is_the_cause() -> None:
    without = replace(NOW, rules=tuple(r for r in RULES if r.id != "no-policy"))
    facts = {"governance.policy": "no"}
    assert causes(between(facts, facts, then=without))["no-policy@governance"] == ("rule:no-policy",)
    assert causes(between(facts, facts, now=without))["no-policy@governance"] == ("rule:no-policy",)


@pytest.mark.parametrize(
    ("then", "cause"),
    [
        (with_supplier(northmodel=supplier("northmodel", "Northmodel", "US")), "register:northmodel"),
        (with_supplier(northmodel=None), "register:northmodel"),
    ],
)
def test_a_changed_or_new_entry_of_the_register_is_the_cause(then: Knowledge, cause: str) -> None:
    facts = {
        **{f"{k}.supplier": "self" for k in SUPPLIERS},
        "model.supplier": "Northmodel",
        "storage.supplier": "Bigcloud",
    }
    found = causes(between(facts, facts, then=then))
    assert cause in found["hidden-shared-upstream@chain"] and not any(
        c.startswith(("answer", "rule")) for c in found["hidden-shared-upstream@chain"]
    )


def test_an_entry_that_is_gone_from_the_register_is_the_cause() -> None:
    facts = {
        **{f"{k}.supplier": "self" for k in SUPPLIERS},
        "model.supplier": "Codehub",
        "storage.supplier": "Bigcloud",
    }
    found = causes(between(facts, facts, now=with_supplier(codehub=None)))
    assert found["hidden-shared-upstream@chain"] == ("register:codehub",)


def test_answer_and_register_are_both_named_where_both_did_it() -> None:
    """The register has since learnt that the chip is controlled; the machines have since moved home."""
    register = small_register()
    undisclosed = {k: replace(v, export="undisclosed") for k, v in register.accelerators.items()}
    then = replace(NOW, register=replace(register, accelerators=undisclosed))
    facts = {"compute.accelerator": "C1", "compute.country": "CN", "organisation.country": "KE"}
    found = between(facts, {**facts, "compute.country": "KE"}, then=then)
    (change,) = [f for f in found.findings if f.id == "export-control-exposure@compute"]
    assert (change.before, change.after) == (("unknown", ""), ("clear", ""))
    assert change.causes == ("register:c1", "answer:compute.country")


def test_a_changed_glossary_entry_changes_the_words_of_the_findings_that_cite_it() -> None:
    facts = {"model.weights": "closed", "model.alternative": "no"}
    then = replace(NOW, terms={**TERMS, "open-weights-vs-closed-weights": "older"})
    found = between(facts, facts, then=then)
    assert found and all(f.words_only for f in found.findings)
    assert causes(found)["proprietary-model-dependence@model"] == ("glossary:open-weights-vs-closed-weights",)
    assert "explained in other words" in found.as_text()


def test_other_prose_in_a_rule_changes_no_verdict_but_is_told() -> None:
    facts = {"governance.policy": "no"}
    found = between(facts, facts, then=with_rule("no-policy", "why:", "why: Once more. "))
    assert [(f.id, f.causes, f.words_only) for f in found.findings] == [
        ("no-policy@governance", ("rule:no-policy",), True)
    ]


# --- an old report ----------------------------------------------------------------------------------------------------
def test_a_state_can_be_taken_away_as_json_and_compared_later() -> None:
    facts = {"governance.policy": "partly", "governance.exit_clause": "no", "model.supplier": "Northmodel"}
    then = with_rule("no-policy", '["no", partly]', '["no"]')
    kept = json.loads(json.dumps(state_of(made(facts), then).as_json()))
    found = difference(state_from_json(made(facts), kept), made({**facts, "model.supplier": "self"}), NOW)
    assert causes(found)["no-policy@governance"] == ("rule:no-policy",)
    assert causes(found)["no-exit-clause@governance"] == ("answer:model.supplier",)
    assert [a.ref for a in found.answers] == ["model.supplier"]


@pytest.mark.parametrize(
    "data", [None, {}, {"outcomes": [], "digests": {}}, {"outcomes": {"a@b": "x"}, "digests": {}}, "x"]
)
def test_what_is_no_state_is_refused(data: Any) -> None:
    with pytest.raises(BadInput, match="how its chain was judged"):
        state_from_json(made({}), data)


def test_a_program_that_judges_otherwise_is_named_where_nothing_else_changed() -> None:
    facts = {"governance.policy": "no"}
    kept = state_of(made(facts), NOW)
    kept = replace(kept, outcomes={**kept.outcomes, "no-policy@governance": ("clear", "")})
    assert causes(difference(kept, made(facts), NOW)) == {"no-policy@governance": ("program",)}


# --- whatever the chains ----------------------------------------------------------------------------------------------
def any_chain(data: st.DataObject) -> Chain:
    choices: dict[str, Any] = {
        k: [None, UNKNOWN, *([v] if s.type == "set" else v for v in s.options)] for k, s in FIELDS.items() if s.options
    }
    choices |= {f"{k}.supplier": [*NAMES, "self", *OPEN] for k in SUPPLIERS}
    choices |= {f"{k}.country": ["KE", "DE", "US", None] for k in ("organisation", "data", "storage", "compute")}
    choices |= {"model-2.weights": ["open", None, None], "data-2.personal_data": ["yes", None, None]}
    return drawn(data, choices)


@given(data=st.data())
def test_every_changed_finding_has_a_cause_that_really_changed_and_no_finding_is_left_out(data: st.DataObject) -> None:
    before = any_chain(data)
    refs = data.draw(
        st.lists(
            st.sampled_from(sorted({*before.facts, "model.weights", "storage.encrypted"})), max_size=6, unique=True
        )
    )
    other = any_chain(data)
    facts = {r: f for r, f in before.facts.items() if r not in refs}
    facts |= {r: other.facts[r] for r in refs if r in other.facts}
    after = fold(facts.values())
    found = between(before, after)
    old, new = ({f.id: outcome_of(f) for f in assess(side, RULES, NOW.register)} for side in (before, after))
    assert {f.id for f in found.findings} == {i for i in {*old, *new} if old.get(i) != new.get(i)}
    changed = {f"answer:{a.ref}" for a in found.answers}
    assert all(f.causes and set(f.causes) <= changed for f in found.findings)


@given(data=st.data())
def test_taking_back_the_answers_that_are_named_takes_back_the_finding(data: st.DataObject) -> None:
    before, after = any_chain(data), any_chain(data)
    found = between(before, after)
    for change in found.findings:
        if change.before is None or change.after is None:
            continue
        own = [c.partition(":")[2] for c in change.causes]
        facts = {r: f for r, f in after.facts.items() if r not in own}
        facts |= {r: before.facts[r] for r in own if r in before.facts}
        if after.components("model") != before.components("model") or after.components("data") != before.components(
            "data"
        ):
            continue
        again = {f.id: outcome_of(f) for f in assess(Chain(facts), RULES, NOW.register)}
        assert again[change.id] != change.after


def test_a_register_that_is_watched_judges_the_same() -> None:
    from vcassist.assessment.state import Watched

    register: Register = Watched.of(NOW.register)
    chain = made({"model.supplier": "Southapp", "storage.supplier": "Codehub", "compute.accelerator": "C1"})
    assert assess(chain, RULES, register) == assess(chain, RULES, NOW.register)
    assert {"register:southapp", "register:northmodel", "register:bigcloud", "register:codehub", "register:c1"} <= set(
        register.digests()
    )  # type: ignore[attr-defined]
