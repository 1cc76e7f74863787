"""What if: findings gone, new and unchanged, concentration before and after, and what a change takes."""

from __future__ import annotations

from typing import Any

import pytest
from chains import drawn
from hypothesis import given
from hypothesis import strategies as st
from worlds import NOT_APPLICABLE, UNKNOWN, small_register
from worlds import chain as made

from vcassist.assessment.evaluate import assess
from vcassist.assessment.scenario import PRECONDITIONS, as_change, changed, parse_change, what_if
from vcassist.chain.facts import Fact, field_of
from vcassist.chain.fields import FIELDS
from vcassist.errors import BadInput, BadUsage
from vcassist.knowledge.rulebook import load_rulebook

RULES, REGISTER = load_rulebook(), small_register()
FACTS = {"model.weights": "closed", "model.alternative": "no", "model.supplier": "Northmodel", "application.supplier": "Southapp",
         "storage.encrypted": "no"}  # fmt: skip


def tried(*changes: str, facts: dict[str, Any] = FACTS) -> Any:
    return what_if(made(facts), [parse_change(change) for change in changes], RULES, REGISTER)


def ids(findings: Any) -> set[str]:
    return {f.id for f in findings}


def test_a_change_takes_findings_away_and_brings_new_ones() -> None:
    found = tried("model.weights=open", "application.works_offline=no")
    assert ids(found.gone) == {"proprietary-model-dependence@model", "move-to-open-weights@model"}
    assert ids(found.new) == {"run-on-device@application"}
    assert all(f.verdict == "raised" for f in found.unchanged) and not ids(found.unchanged) & ids(
        (*found.gone, *found.new)
    )


def test_what_is_decided_or_opened_is_told_apart_from_what_is_raised() -> None:
    assert "unencrypted-storage@storage" in ids(tried("data.personal_data=no").decided)
    assert "unencrypted-storage@storage" in ids(
        tried("data.personal_data=unknown", facts={**FACTS, "data.personal_data": "no"}).opened
    )
    assert "proprietary-model-dependence@model" in ids(tried("model.weights=unknown").gone), "open is not raised"


def test_concentration_is_told_before_and_after() -> None:
    found = tried("application.supplier=Northmodel").as_json()["concentration"]
    assert (found["before"]["direct"]["hhi"], found["after"]["direct"]["hhi"]) == (5000, 10000)


def test_a_change_says_what_has_to_be_true_first() -> None:
    assert any("your own cases and languages" in p for p in tried("model.weights=open").preconditions)
    assert any("of your own to do what the supplier does" in p for p in tried("storage.supplier=self").preconditions)
    for key, value in PRECONDITIONS:
        assert value in FIELDS[key].options, f"{key} has no value {value}"


def test_no_change_changes_nothing() -> None:
    found = tried("model.weights=closed")
    assert (
        not (found.gone or found.new or found.decided or found.opened)
        and "no finding is gone or new" in found.as_text()
    )


def test_a_component_that_was_not_there_can_be_imagined() -> None:
    assert "proprietary-model-dependence@model-2" in ids(tried("model-2.weights=closed", "model-2.alternative=no").new)


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("model.weights=open", "open", "known"),
        (" model.weights = open ", "open", "known"),
        ("application.generates=text, image", ("text", "image"), "known"),
        ("model.licence=a=b", "a=b", "known"),
        ("model.weights=unknown", None, "unknown"),
        ("labelling.done_by=not_applicable", None, "not_applicable"),
    ],
)
def test_a_change_is_read_as_a_fact_and_written_back(text: str, value: Any, status: str) -> None:
    fact = parse_change(text)
    assert (fact.value, fact.status) == (value, status)
    assert parse_change(as_change(fact)) == fact


@pytest.mark.parametrize(
    ("text", "error", "told"),
    [
        ("model.weights", BadUsage, "Write it as model.weights=open"),
        ("model.wheights=open", BadInput, "The nearest is model.weights"),
        ("model.weights=ajar", BadInput, "open, closed"),
        ("storage.country=Kenya", BadInput, "two-letter country code"),
        ("=", BadInput, "There is no field"),
    ],
)
def test_a_change_that_cannot_be_is_refused(text: str, error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        parse_change(text)


@given(data=st.data())
def test_every_finding_is_sorted_as_two_assessments_sort_it(data: st.DataObject) -> None:
    keys = data.draw(
        st.lists(st.sampled_from([k for k, s in FIELDS.items() if s.options]), min_size=3, max_size=20, unique=True)
    )
    choices = {
        k: [None, UNKNOWN, NOT_APPLICABLE, *([v] if FIELDS[k].type == "set" else v for v in FIELDS[k].options)]
        for k in keys
    }
    chain = drawn(data, choices)
    changes = [Fact(r, f.status, f.value, by=f.by) for r, f in drawn(data, choices).facts.items()]
    before = {f.id: f.verdict for f in assess(chain, RULES, REGISTER)}
    after = {f.id: f.verdict for f in assess(changed(chain, changes), RULES, REGISTER)}
    found = what_if(chain, changes, RULES, REGISTER)
    raised_before, raised_after = ({i for i, v in side.items() if v == "raised"} for side in (before, after))
    assert ids(found.gone) == raised_before - raised_after
    assert ids(found.new) == raised_after - raised_before
    assert ids(found.unchanged) == raised_before & raised_after
    assert ids(found.decided) == {i for i in before if before[i] == "unknown" and after.get(i) == "clear"}
    assert ids(found.opened) == {i for i in before if before[i] == "clear" and after.get(i) == "unknown"}
    assert all(field_of(c.ref) for c in found.changes)
