"""A rule is one file; a broken one is refused with its file, its line and the nearest right name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from worlds import chain as made
from worlds import rule_text, small_register

from vcassist.assessment.evaluate import assess, judge
from vcassist.assets import folder
from vcassist.errors import BrokenAsset
from vcassist.knowledge.rulebook import load_rule, load_rulebook
from vcassist.report.materials import load_frameworks

GOOD = {"field": "alternative", "in": ["no", "partly"]}
MITIGATION = {"do": "Act.", "first_step": "Begin.", "effort": "low", "who": "You."}


def refused(when: Any = GOOD, applies_to: str = "application", **changes: Any) -> str:
    with pytest.raises(BrokenAsset) as error:
        load_rule(
            rule_text("x", when, applies_to, **changes), "x.yaml", frozenset({"vendor-lock-in"}), frozenset({"f:A-1"})
        )
    return str(error.value)


def test_a_whole_rule_is_taken() -> None:
    rule = load_rule(
        rule_text("x", GOOD, "application", frameworks=["f:A-1"]),
        "x.yaml",
        frozenset({"vendor-lock-in"}),
        frozenset({"f:A-1"}),
    )
    assert rule.reads == {"application.alternative"} and len(rule.digest) == 16


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ({"field": "alternativ", "is": "no"}, "application has no field 'alternativ'; did you mean 'alternative'?"),
        ({"field": "alternative", "is": "nope"}, "'alternative' has no value 'nope'; did you mean 'no'?"),
        ({"field": "alternative", "is": False}, "must be written in quotation marks"),
        ({"field": "alternative", "has": ["no"]}, "test it with 'is' or 'in'"),
        ({"field": "generates", "is": "text"}, "test it with 'has' or 'lacks'"),
        ({"field": "alternative", "equals": "no"}, "needs one of is, in, has, lacks"),
        ({"field": "alternative", "in": []}, "'in' takes a list of values"),
        ({"field": "alternative"}, "needs one of"),
        ({"predicate": "single_foundary"}, "there is no predicate 'single_foundary'; did you mean 'single_foundry'?"),
        ({"some": "modle", "where": GOOD}, "there is no kind 'modle'; did you mean 'model'?"),
        ({"any": []}, "'any' takes a list of conditions"),
        ({"eny": [GOOD]}, "did you mean 'any'?"),
        ({"all": [GOOD], "any": [GOOD]}, "a condition cannot be made of"),
        ({"all": [GOOD, {"not": GOOD}]}, "application.alternative is read in two places"),
        ({"any": [GOOD, {"some": "application", "where": GOOD}]}, "test it in one place, or name a predicate"),
        ("alternative", "a condition is a mapping"),
        ({"all": [GOOD] * 60}, "name a predicate instead"),
        ({"not": {"not": {"not": {"not": {"not": {"not": {"not": GOOD}}}}}}}, "name a predicate instead"),
    ],
)
def test_a_condition_outside_the_language_is_refused_with_the_nearest_right_name(when: Any, message: str) -> None:
    told = refused(when)
    assert message in told and told.startswith("x.yaml, line ")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "danger"}, "kind cannot be 'danger'"),
        ({"group": "peple"}, "group cannot be 'peple'; did you mean 'people'?"),
        ({"titel": "x"}, "a rule has no part 'titel'; did you mean 'title'?"),
        ({"terms": []}, "terms takes a list of one or more"),
        ({"terms": ["vendor-lockin"]}, "terms has no 'vendor-lockin'; did you mean 'vendor-lock-in'?"),
        ({"frameworks": ["f:A-2"]}, "frameworks has no 'f:A-2'; did you mean 'f:A-1'?"),
        ({"mitigations": []}, "mitigations takes a list of one or more"),
        ({"mitigations": [{k: v for k, v in MITIGATION.items() if k != "who"}]}, "a mitigation lacks the part 'who'"),
        ({"mitigations": [{**MITIGATION, "cost": "high"}]}, "a mitigation has no part 'cost'"),
        ({"mitigations": [{**MITIGATION, "effort": "hgh"}]}, "effort cannot be 'hgh'; did you mean 'high'?"),
        ({"mitigations": ["Act."]}, "a mitigation is a mapping"),
        (
            {"mitigations": [{**MITIGATION, "against": ["storage.encryptd"]}]},
            "against takes a list of fields; there is no 'storage.encryptd'; did you mean 'storage.encrypted'?",
        ),
        ({"severity": {"likelihood": 5, "impact": 1}}, "likelihood is 1, 2, 3 or 4, not 5"),
        ({"severity": {"likelihood": 2}}, "severity lacks the part 'impact'"),
        ({"severity": 3}, "severity is a mapping"),
        (
            {"severity": {"likelihood": 2, "impact": 2, "modifiers": [{"because": "so", "impact": 1}]}},
            "a modifier lacks the part 'when'",
        ),
        (
            {"severity": {"likelihood": 2, "impact": 2, "modifiers": [{"when": GOOD, "impact": 1}]}},
            "a modifier lacks the part 'because'",
        ),
        (
            {"severity": {"likelihood": 2, "impact": 2, "modifiers": [{"when": GOOD, "because": "so", "impct": 1}]}},
            "a modifier has no part 'impct'; did you mean 'impact'?",
        ),
        (
            {"severity": {"likelihood": 2, "impact": 2, "modifiers": [{"when": GOOD, "because": "so"}]}},
            "changes likelihood or impact",
        ),
        ({"examples": {"rased": []}}, "examples has no verdict 'rased'; did you mean 'raised'?"),
        ({"examples": {"raised": ["x"]}}, "take a list of facts"),
        ({"examples": []}, "examples takes lists under"),
        ({"levers": {"govern": "x"}}, "levers has no role 'govern'; did you mean 'government'?"),
        ({"why": ""}, "why takes words"),
        ({"id": "y"}, "must be the file's name"),
    ],
)
def test_a_rule_of_another_form_is_refused(changes: dict[str, Any], message: str) -> None:
    told = refused(**changes)
    assert message in told and told.startswith("x.yaml, line ")


def test_a_refusal_names_the_line() -> None:
    text = rule_text("x", GOOD, "application").replace("effort: low", "effort: lwo")
    with pytest.raises(BrokenAsset, match=f"line {text[: text.index('lwo')].count(chr(10)) + 1}: effort"):
        load_rule(text, "x.yaml")


def test_the_line_is_that_of_the_condition_where_the_same_word_stands_in_the_prose_above() -> None:
    text = rule_text("x", {"field": "alternativ", "is": "no"}, "application", why="No alternativ is ready.")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "field: alternativ" in row)
    with pytest.raises(BrokenAsset, match=f"x.yaml, line {line}: application has no field"):
        load_rule(text, "x.yaml")


def test_unreadable_yaml_is_refused() -> None:
    with pytest.raises(BrokenAsset, match="x.yaml is not readable YAML"):
        load_rule("a: [", "x.yaml")
    with pytest.raises(BrokenAsset, match="x.yaml holds no rule"):
        load_rule("- a", "x.yaml")


# --- the packaged rules -------------------------------------------------------------------------------------------------
def loaded_with(tmp_path: Path, old: str, new: str) -> str:
    """What is said when a folder is loaded in which one packaged rule names something else."""
    text = (folder("knowledge") / "rules" / "no-policy.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "no-policy.yaml").write_text(text.replace(old, new), "utf-8")
    with pytest.raises(BrokenAsset) as error:
        load_rulebook(tmp_path)
    return str(error.value)


@pytest.mark.parametrize(
    ("begins", "old", "new", "message"),
    [
        ("terms:", "ai-governance", "ai-governence", "terms has no 'ai-governence'; did you mean 'ai-governance'?"),
        (
            "frameworks:",
            "GOVERN-1.2",
            "GOVREN-1.2",
            "frameworks has no 'nist-ai-rmf-1.0:GOVREN-1.2'; did you mean 'nist-ai-rmf-1.0:GOVERN-1.2'?",
        ),
        ("when:", "field: policy", "field: policies", "governance has no field 'policies'; did you mean 'policy'?"),
        ("when:", "{field: policy", "{predicate: policy, field: policy", "needs one of is, in, has, lacks"),
    ],
)
def test_whatever_a_rule_names_that_does_not_exist_is_refused_at_load_with_file_line_and_nearest_name(
    tmp_path: Path, begins: str, old: str, new: str, message: str
) -> None:
    told = loaded_with(tmp_path, old, new)
    text = (tmp_path / "no-policy.yaml").read_text("utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row.startswith(begins))
    assert told.startswith(f"no-policy.yaml, line {line}: ") and message in told


def test_frameworks_name_edition_publisher_and_date_and_each_item_says_something() -> None:
    frameworks = load_frameworks()
    assert set(frameworks) == {"nist-ai-rmf-1.0", "nist-ai-600-1", "eu-ai-act", "owasp-llm-2025"}
    for framework in frameworks.values():
        assert framework.title and framework.edition and framework.publisher and framework.date
        assert all(len(text.split()) >= 4 for text in framework.items.values())
    assert all(item.endswith(":2025") for item in frameworks["owasp-llm-2025"].items)


@pytest.mark.parametrize("rule", load_rulebook(), ids=lambda r: r.id)
def test_a_packaged_rule_says_what_a_small_organisation_needs(rule: Any) -> None:
    assert 3 <= len(rule.title.split()) <= 8
    assert rule.statement.endswith(".") and rule.who and rule.false_alarm and rule.frameworks
    assert 2 <= len(rule.mitigations) <= 3
    assert all(m.first_step and m.who for m in rule.mitigations)


def test_no_two_rules_give_the_same_advice() -> None:
    seen: dict[str, str] = {}
    for rule in load_rulebook():
        for mitigation in rule.mitigations:
            assert seen.setdefault(mitigation.first_step, rule.id) == rule.id, mitigation.first_step


# --- one file a rule ----------------------------------------------------------------------------------------------------
def test_a_new_rule_needs_one_file(tmp_path: Path) -> None:
    for path in sorted((folder("knowledge") / "rules").glob("no-*.yaml")):
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    before = {r.id for r in load_rulebook(tmp_path)}
    (tmp_path / "small-and-alone.yaml").write_text(
        rule_text("small-and-alone", {"field": "size", "is": "up_to_10"}, "organisation"), "utf-8"
    )
    load_rulebook.cache_clear()
    rules = load_rulebook(tmp_path)
    load_rulebook.cache_clear()
    assert {r.id for r in rules} - before == {"small-and-alone"}
    findings = {f.id: f.verdict for f in assess(made({"organisation.size": "up_to_10"}), rules, small_register())}
    assert findings["small-and-alone@organisation"] == "raised"


def test_nobody_is_told_to_do_what_is_done() -> None:
    rule = next(r for r in load_rulebook() if r.id == "sensitive-data-exposed")
    told = {
        "data.sensitive_data": ["health"],
        "storage.encrypted": "yes",
        "model.access": "api",
        "model.trains_on_inputs": "yes",
    }
    found = judge(rule, "data", made(told), small_register())
    assert found.verdict == "raised"
    steps = rule.steps(found.because)
    assert not any("encryption" in m.do for m in steps)
    assert any("Opt out" in m.do for m in steps)
    assert rule.steps(["storage.encrypted"])[0] == rule.mitigations[0]


def test_a_step_is_against_what_its_rule_reads() -> None:
    for rule in load_rulebook():
        for mitigation in rule.mitigations:
            assert set(mitigation.against) <= rule.reads, rule.id
        assert any(not m.against for m in rule.mitigations), rule.id
