"""Every rule gives the verdicts that its own examples say, by the packaged register."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from worlds import chain as made

from vcassist.assessment.evaluate import judge
from vcassist.assessment.rules import Rule, components_for
from vcassist.knowledge.register import load_register
from vcassist.knowledge.rulebook import VERDICTS, load_rulebook

CATALOGUE: dict[str, dict[str, str]] = json.loads(Path(__file__).with_name("catalogue.json").read_text("utf-8"))
RULES = {r.id: r for r in load_rulebook()}
CASES = [
    pytest.param(rule, verdict, example, id=f"{rule.id}-{verdict}-{n}")
    for rule in RULES.values()
    for verdict in VERDICTS
    for n, example in enumerate(rule.examples.get(verdict, ()), 1)
]


@pytest.mark.parametrize(("rule", "verdict", "example"), CASES)
def test_an_example_has_the_verdict_it_stands_under(rule: Rule, verdict: str, example: Mapping[str, Any]) -> None:
    facts = {ref: value for ref, value in example.items() if ref != "at"}
    chain = made(facts)
    component = example.get("at") or components_for(rule, chain)[0]
    finding = judge(rule, component, chain, load_register())
    assert finding.verdict == verdict, f"missing: {finding.missing}"


@pytest.mark.parametrize("id_", CATALOGUE)
def test_a_rule_of_the_catalogue_is_there_as_the_catalogue_has_it(id_: str) -> None:
    assert (RULES[id_].kind, RULES[id_].applies_to) == (CATALOGUE[id_]["kind"], CATALOGUE[id_]["applies_to"])


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_has_an_example_of_every_verdict(rule: Rule) -> None:
    assert all(rule.examples.get(verdict) for verdict in VERDICTS)
