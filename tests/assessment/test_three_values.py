"""A rule's verdict is what all completions of the open fields give, by a second reading of its YAML."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml
from chains import OPEN, completions, deciding, drawn, representative
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import small_register

from vcassist.assessment.evaluate import Finding, assess, judge
from vcassist.assessment.figures import figures
from vcassist.assessment.rules import Rule, components_for
from vcassist.assets import folder
from vcassist.chain.facts import Chain, Fact, fold
from vcassist.chain.fields import FIELDS
from vcassist.knowledge.rulebook import load_rulebook

REGISTER = small_register()
CONDITIONS: dict[str, Any] = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))["when"]
    for path in sorted((folder("knowledge") / "rules").glob("*.yaml"))
}


def parts(condition: Any) -> Iterator[Mapping[str, Any]]:
    """Every mapping inside a condition."""
    if isinstance(condition, Mapping):
        yield condition
        for value in condition.values():
            yield from parts(value)
    elif isinstance(condition, list):
        for item in condition:
            yield from parts(item)


PLAIN = [r for r in load_rulebook() if not any("predicate" in part for part in parts(CONDITIONS[r.id]))]


def holds(condition: Any, chain: Chain, component: str) -> bool:
    """The condition language once more, for chains in which every field is decided."""
    match condition:
        case {"all": inner}:
            return all(holds(c, chain, component) for c in inner)
        case {"any": inner}:
            return any(holds(c, chain, component) for c in inner)
        case {"some": kind, "where": inner}:
            return any(holds(inner, chain, c) for c in chain.components(kind))
        case {"every": kind, "where": inner}:
            return all(holds(inner, chain, c) for c in chain.components(kind))
        case {"field": name, **test}:
            fact = chain.facts[f"{component}.{name}"]
            if fact.status == "not_applicable":
                return False
            ((word, wanted),) = test.items()
            wanted = [wanted] if isinstance(wanted, str) else wanted
            hit = any(value in wanted for value in fact.values)
            return hit if word in ("is", "in", "has") else not hit
    raise AssertionError(f"what is {condition}?")


def values_for(rule: Rule) -> dict[str, list[Any]]:
    """Representative values of each field that a rule reads, on two components where its kind may have several."""
    mentioned = {
        value
        for part in parts(CONDITIONS[rule.id])
        for word in ("is", "in", "has", "lacks")
        for value in ([part[word]] if isinstance(part.get(word), str) else part.get(word, []))
    }
    found = {}
    for key in sorted(rule.reads):
        kind, _, name = key.partition(".")
        second = kind not in ("organisation", "governance") and len(rule.reads) <= 3
        for component in (kind, f"{kind}-2") if second else (kind,):
            found[f"{component}.{name}"] = representative(key, mentioned)
    return found


def existing(chain: Chain, values: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    """The fields of the components that the chain has."""
    return {ref: v for ref, v in values.items() if ref.partition(".")[0] in chain.components(FIELDS[_key(ref)].kind)}


def _key(ref: str) -> str:
    component, _, name = ref.partition(".")
    return f"{component.partition('-')[0]}.{name}"


def verdicts(rule: Rule, chain: Chain) -> dict[str, Finding]:
    return {c: judge(rule, c, chain, REGISTER) for c in components_for(rule, chain)}


@pytest.mark.parametrize("rule", PLAIN, ids=[r.id for r in PLAIN])
@settings(max_examples=max(12, settings.default.max_examples // 3))  # type: ignore[union-attr]
@given(data=st.data())
def test_a_plain_rule_is_decided_when_all_completions_agree_and_missing_is_what_tells_them_apart(
    rule: Rule, data: st.DataObject
) -> None:
    values = values_for(rule)
    chain = drawn(data, {ref: [*OPEN, *v] for ref, v in values.items()}, open_at_most=3)
    values = existing(chain, values)
    fillings = {ref: v for ref, v in values.items() if (fact := chain.get(ref)) is None or fact.open}
    for component, finding in verdicts(rule, chain).items():
        missing, ends = deciding(chain, fillings, lambda world, at=component: holds(CONDITIONS[rule.id], world, at))
        wanted = "unknown" if len(ends) == 2 else "raised" if ends == {True} else "clear"
        assert finding.verdict == wanted, f"{component}: {finding}"
        assert set(finding.missing) == missing, component


@pytest.mark.parametrize("rule", PLAIN, ids=[r.id for r in PLAIN])
@settings(max_examples=max(6, settings.default.max_examples // 6))  # type: ignore[union-attr]
@given(data=st.data())
def test_whoever_answers_all_that_is_missing_has_decided_the_rule_for_good(rule: Rule, data: st.DataObject) -> None:
    values = values_for(rule)
    chain = drawn(data, {ref: [*OPEN, *v] for ref, v in values.items()})
    for component, finding in verdicts(rule, chain).items():
        answered = next(completions(chain, {ref: values[ref] for ref in finding.missing}))
        assert judge(rule, component, answered, REGISTER).verdict != "unknown"
        if finding.verdict != "unknown":
            whole = next(completions(chain, existing(chain, values)))
            assert judge(rule, component, whole, REGISTER).verdict == finding.verdict, "no answer undoes a verdict"


@settings(max_examples=max(10, settings.default.max_examples // 4))  # type: ignore[union-attr]
@given(data=st.data())
def test_findings_do_not_depend_on_the_order_of_facts(data: st.DataObject) -> None:
    options = {"text": ["x"], "entity": ["self", "Northmodel", "Bigcloud", "Nobody"], "country": ["KE", "US", "DE"]}
    choices = {}
    for key, spec in FIELDS.items():
        known: list[Any] = (
            [[v] for v in spec.options] if spec.type == "set" else list(spec.options) or options[spec.type]
        )
        choices[key] = [None, None, *OPEN, *known[:3]]
        if spec.kind in ("model", "data", "compute"):
            choices[f"{spec.kind}-2.{spec.name}"] = [None, *OPEN, *known[:2]]
    facts: list[Fact] = list(drawn(data, choices).facts.values())
    shuffled = data.draw(st.permutations(facts))
    first, second = (told(fold(order)) for order in (facts, shuffled))
    assert first == second


def told(chain: Chain) -> bytes:
    """All that is said of a chain, as it would be sent out."""
    findings = assess(chain, load_rulebook(), REGISTER)
    found = figures(chain, load_rulebook(), REGISTER, findings)
    reasons = [(f.as_json(), f.because, f.reasons, f.weight) for f in findings]
    return json.dumps([reasons, found.as_json(), found.as_text()]).encode()


def test_the_same_facts_give_the_same_bytes_in_another_process_with_another_hash_seed() -> None:
    """Sets have another order in each process; no answer may depend on it."""
    chain = {"facts": [{"ref": r, "value": v} for r, v in (("model.supplier", "OpenAI"), ("storage.supplier", "Azure"),
             ("application.supplier", "GitHub"), ("application.affected_people", ["children", "staff"]))]}  # fmt: skip
    said = {
        subprocess.run(
            [sys.executable, "-m", "vcassist", command, "-", "--json"],
            input=json.dumps(chain),
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for command in ("assess", "graph")
        for seed in ("1", "2", "3")
    }
    assert len(said) == 2
