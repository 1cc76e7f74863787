"""An explanation names the facts with their quotes, and what each open or known answer could do to the finding."""

from __future__ import annotations

from typing import Any

import pytest
from chains import OPEN, drawn
from definitions import SPECIAL
from hypothesis import given
from hypothesis import strategies as st
from worlds import UNKNOWN, WITHHELD, small_register
from worlds import chain as made

from vcassist.assessment.answers import answers_that_stand_for_all
from vcassist.assessment.evaluate import assess, judge
from vcassist.assessment.explain import MOST_OPEN, MOST_TRIED, explain
from vcassist.assessment.scenario import changed
from vcassist.chain.facts import Chain, Fact, fold
from vcassist.chain.fields import FIELDS
from vcassist.errors import NotFound
from vcassist.knowledge.register import load_register
from vcassist.knowledge.rulebook import load_rulebook

RULES = load_rulebook()
REGISTER = small_register()
BY_ID = {rule.id: rule for rule in RULES}
CLOSED = fold([Fact("model.weights", "known", "closed", "it is closed", 0, 12, turn=2), Fact("model.alternative", "known", "no", "no other", 5, 13, turn=3)])  # fmt: skip


def test_it_names_the_facts_with_their_quotes_and_turns() -> None:
    found = explain("proprietary-model-dependence@model", CLOSED, RULES, REGISTER)
    assert found.finding.verdict == "raised"
    facts = [(f["ref"], f["quote"], f["turn"]) for f in found.as_json()["facts"]]
    assert facts == [("model.weights", "it is closed", 2), ("model.alternative", "no other", 3)]
    assert "weights of Model: closed (“it is closed”) [model.weights]" in found.as_text()


def test_it_says_what_would_change_a_decided_finding() -> None:
    found = explain("proprietary-model-dependence@model", CLOSED, RULES, REGISTER)
    assert found.open == ()
    levers = {t["ref"]: t["leads_to"] for t in found.as_json()["levers"]}
    assert levers == {
        "model.weights": {"clear": ["open", "not_applicable"]},
        "model.alternative": {"clear": ["yes", "not_applicable"]},
    }
    assert "clear if yes or not applicable" in found.as_text()


def test_it_says_how_each_open_answer_could_go() -> None:
    found = explain("proprietary-model-dependence@model", made({"model.weights": UNKNOWN}), RULES, REGISTER)
    turns = {t["ref"]: t for t in found.as_json()["open"]}
    assert turns["model.weights"]["leads_to"] == {"clear": ["open", "not_applicable"], "unknown": ["closed"]}
    assert turns["model.weights"]["hangs_on"] == ["model.alternative"] and turns["model.weights"]["now"] == "unknown"
    assert turns["model.alternative"]["now"] is None
    assert "still open if closed, until alternative of Model is known" in found.as_text()


def test_an_answer_that_cannot_decide_alone_is_said_to_decide_with_the_others() -> None:
    found = explain("single-point-of-failure@chain", made({}), RULES, REGISTER)
    (effect,) = (turn for turn in found.open if turn.ref == "application.outage_effect")
    assert "outage effect of Application: decides together with the others: with " in found.as_text()
    data = effect.as_json()
    assert data["given"] and set(data["then"]) - {"unknown"}


@given(data=st.data())
def test_with_the_answers_of_the_example_a_field_does_what_is_said(data: st.DataObject) -> None:
    chain = any_chain(data)
    unknown = [f for f in assess(chain, RULES, REGISTER) if f.verdict == "unknown"]
    finding = data.draw(st.sampled_from(unknown), label="finding")
    for turn in explain(finding.id, chain, RULES, REGISTER).open:
        alone = set(turn.leads_to) - {"unknown"}
        assert not (alone and turn.given)
        for verdict, answers in turn.then.items():
            for words in answers:
                answer = next(
                    a
                    for a in answers_that_stand_for_all(turn.ref, chain, REGISTER)
                    if (", ".join(a.values) or a.status) == words
                )
                after = judge(BY_ID[finding.rule], finding.component, changed(chain, [*turn.given, answer]), REGISTER)
                assert after.verdict == verdict


def test_among_very_many_open_fields_no_example_is_looked_for() -> None:
    found = explain("unknown-critical-path@chain", made({}), RULES, REGISTER)
    assert len(found.open) > MOST_OPEN and not any(turn.given for turn in found.open)
    assert "supplier of Model: decides together with the others [model.supplier]" in found.as_text()


def test_open_names_places_and_chips_are_tried_with_what_stands_for_all() -> None:
    chain = made({"organisation.country": "KE", "storage.country": UNKNOWN})
    (turn,) = explain("localise-storage@storage", chain, RULES, REGISTER).open
    assert dict(turn.ways()) == {"raised": "another country", "clear": "KE or not applicable"}
    chips = explain("foundry-dependence@compute", made({}), RULES, load_register()).open[0]
    assert "CPU only" in chips.leads_to["clear"] and any("NVIDIA" in chip for chip in chips.leads_to["raised"])
    assert "another chip" in chips.leads_to["unknown"]


def test_where_only_the_register_could_decide_it_says_so() -> None:
    found = explain("foundry-dependence@compute", made({"compute.accelerator": "Unheard Z9"}), RULES, REGISTER)
    assert found.finding.verdict == "unknown" and "the register does not know enough" in found.as_text()


def test_a_finding_that_is_not_there_is_named_with_the_nearest() -> None:
    with pytest.raises(NotFound, match="Did you mean no-policy@governance"):
        explain("no-polcy@governance", CLOSED, RULES, REGISTER)


def test_of_a_very_long_chain_it_says_how_much_it_did_not_try() -> None:
    facts: dict[str, Any] = {
        f"{k}.supplier": "self" for k in ("application", "data", "labelling", "storage", "compute")
    }
    facts |= {f"model-{n}.supplier": f"Maker {n}" for n in range(2, 60)}
    found = explain("supplier-concentration@chain", made(facts), RULES, REGISTER)
    assert found.finding.verdict == "clear" and found.untried == len(facts) - MOST_TRIED
    assert f"and {found.untried} more answers that were not tried out" in found.as_text()


# --- whatever the rule ------------------------------------------------------------------------------------------------
def any_chain(data: st.DataObject) -> Chain:
    choices: dict[str, Any] = {}
    for key, spec in FIELDS.items():
        if spec.options:
            choices[key] = [None, *([v] if spec.type == "set" else v for v in spec.options), OPEN[1]]
    for special in SPECIAL.values():
        choices |= special.choices
    return drawn(data, choices)


@given(data=st.data())
def test_no_answer_that_turns_a_finding_is_left_out(data: st.DataObject) -> None:
    """Levers are looked for among pivots only; trying every known fact finds no other."""
    chain = any_chain(data)
    decided = [f for f in assess(chain, RULES, REGISTER) if f.verdict != "unknown" and not f.rule.startswith("opaque")]
    finding = data.draw(st.sampled_from(decided), label="finding")
    rule = BY_ID[finding.rule]
    named = {turn.ref for turn in explain(finding.id, chain, [rule], REGISTER).levers}
    turning = {
        ref
        for ref, fact in chain.facts.items()
        if not fact.open and fact.field.key in rule.reads
        for answer in answers_that_stand_for_all(ref, chain, REGISTER)
        if judge(rule, finding.component, changed(chain, [answer]), REGISTER).verdict != finding.verdict
    }
    assert named == turning


@given(data=st.data())
def test_every_answer_leads_where_it_is_said_to_lead(data: st.DataObject) -> None:
    chain = any_chain(data)
    finding = data.draw(st.sampled_from(assess(chain, RULES, REGISTER)), label="finding")
    found = explain(finding.id, chain, RULES, REGISTER)
    for turn in (*found.open, *found.levers):
        for verdict, answers in turn.leads_to.items():
            for words in answers:
                options = answers_that_stand_for_all(turn.ref, chain, REGISTER)
                answer = next(a for a in options if (", ".join(a.values) or a.status) == words)
                after = judge(BY_ID[finding.rule], finding.component, changed(chain, [answer]), REGISTER)
                assert after.verdict == verdict


@pytest.mark.parametrize("refused", [("model.trains_on_inputs",), ("model.licence", "model.trains_on_inputs")])
def test_a_finding_that_a_refusal_made_names_the_suppliers_answer_as_what_would_change_it(
    refused: tuple[str, ...],
) -> None:
    chain = made({"model.supplier": "Northmodel", **dict.fromkeys(refused, WITHHELD)})
    found = explain("opaque-supplier@chain", chain, RULES, REGISTER)
    assert (found.finding.verdict, found.hidden, found.once_told) == ("raised", refused, "clear")
    assert found.as_json()["hidden"] == list(refused)
    line = next(x for x in found.as_text().splitlines() if "the supplier's answer" in x)
    assert "May the supplier train on what you send it?" in line and "then it is ruled out" in line
    told = changed(chain, [Fact(ref, "known", "no" if "trains" in ref else "MIT") for ref in refused])
    assert judge(BY_ID["opaque-supplier"], "chain", told, REGISTER).verdict == "clear"


def test_what_the_organisation_keeps_to_itself_is_no_answer_of_a_supplier() -> None:
    asked = ("storage.country", "storage.encrypted", "compute.country", "model.name", "data.country", "data.provenance")
    chain = made(dict.fromkeys(asked, UNKNOWN))
    found = explain("unknown-critical-path@chain", chain, RULES, REGISTER)
    assert found.finding.verdict == "raised" and set(found.hidden) == set(asked) and found.once_told == "clear"
    assert found.hidden_line().startswith("answers to “") and "and 2 more, whatever they are" in found.hidden_line()
    assert explain("proprietary-model-dependence@model", CLOSED, RULES, REGISTER).hidden == ()
