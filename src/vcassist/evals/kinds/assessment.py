"""Chains to verdicts: written chains with verdicts reasoned from the catalogue's words, and every rule's own examples."""

from __future__ import annotations

from typing import Any

from vcassist.assessment.evaluate import Verdict
from vcassist.assessment.rules import SEVERITIES
from vcassist.chain.facts import chain_from_json
from vcassist.errors import BadInput
from vcassist.evals.forms import LEFT_OUT, CaseForm, ShortFacts
from vcassist.evals.kinds._facts import facts_of
from vcassist.evals.measure import Ratio, Scored
from vcassist.evals.subject import Subject
from vcassist.evals.suite import Case

VERDICTS: tuple[Verdict, ...] = ("raised", "clear", "unknown")


class Form(CaseForm):
    facts: ShortFacts
    verdicts: dict[str, str]
    severities: dict[str, str] = LEFT_OUT
    missing: dict[str, list[str]] = LEFT_OUT


def problems(case: Case) -> list[str]:
    from vcassist.knowledge.rulebook import load_rulebook

    if not case["verdicts"]:
        return ["it has no verdicts"]
    rules = {rule.id for rule in load_rulebook()}
    found = [f"there is no rule {i.partition('@')[0]!r}" for i in case["verdicts"] if i.partition("@")[0] not in rules]
    found += [f"{i} cannot be {v!r}" for i, v in case["verdicts"].items() if v not in VERDICTS]
    found += [f"{i} names no component" for i in case["verdicts"] if "@" not in i]
    found += [
        f"the severity of {i} cannot be {v!r}" for i, v in case.get("severities", {}).items() if v not in SEVERITIES
    ]
    try:
        chain_from_json({"facts": facts_of(case["facts"])})
    except BadInput as error:
        found.append(str(error))
    return found


def texts(case: Case) -> list[str]:
    return []


def shown(case: Case) -> str:
    """The chain in short."""
    return "; ".join(f"{ref} = {value}" for ref, value in case["facts"].items())


def more_parts() -> dict[str, tuple[Case, ...]]:
    """The rules' own examples as a part, one case an example; ``at`` names the component where there are several."""
    from vcassist.knowledge.rulebook import load_rulebook

    cases = []
    for rule in load_rulebook():
        for verdict, examples in rule.examples.items():
            for n, example in enumerate(examples, 1):
                facts = {ref: value for ref, value in example.items() if ref != "at"}
                component = example.get("at", rule.applies_to)
                cases.append(
                    {"id": f"{rule.id}/{verdict}/{n}", "facts": facts, "verdicts": {f"{rule.id}@{component}": verdict}}
                )
    return {"rule_examples": tuple(cases)}


def answer(case: Case, subject: Subject) -> Any:
    found = subject.assess(facts_of(case["facts"]))
    kept = ("verdict", "missing", "severity")
    return {f["id"]: {key: f[key] for key in kept} for f in found["findings"]}


def score(case: Case, got: Any, subject: Subject) -> Scored:
    gold: dict[str, str] = case["verdicts"]
    said = {i: (got or {}).get(i, {}).get("verdict", "absent") for i in gold}
    right = {i for i in gold if said[i] == gold[i]}
    missing: dict[str, list[str]] = case.get("missing", {})
    told = [i for i, refs in missing.items() if sorted((got or {}).get(i, {}).get("missing", [])) == sorted(refs)]
    levels: dict[str, str] = case.get("severities", {})
    level = {i: (got or {}).get(i, {}).get("severity", "absent") for i in levels}
    misjudged = {i for i in levels if level[i] != levels[i]}
    ratios: dict[str, Ratio] = {
        "right": (len(right), len(gold)),
        "raised_found": (
            sum(gold[i] == "raised" and i in right for i in gold),
            sum(v == "raised" for v in gold.values()),
        ),
        "raised_wrongly": (
            sum(said[i] == "raised" and gold[i] != "raised" for i in gold),
            sum(v != "raised" for v in gold.values()),
        ),
        "missing_named": (len(told), len(missing)),
        "severity_right": (len(levels) - len(misjudged), len(levels)),
        "whole_chain": (float(len(right) == len(gold)), 1.0),
    }
    groups: dict[str, Any] = {
        "verdict": {
            v: {"right": (sum(gold[i] == v and i in right for i in gold), sum(g == v for g in gold.values()))}
            for v in VERDICTS
        },
        "rule": {i.partition("@")[0]: {"right": (float(i in right), 1.0)} for i in gold},
        "trait": {t: {"right": ratios["right"]} for t in case.get("traits", [])},
    }
    wrong = {i: v for i, v in said.items() if i not in right}
    failed = bool(wrong or misjudged) or len(told) < len(missing)
    expected = {i: gold[i] for i in wrong} | {f"missing of {i}": missing[i] for i in missing if i not in told}
    expected |= {f"severity of {i}": levels[i] for i in misjudged}
    told_as = wrong | {f"missing of {i}": (got or {}).get(i, {}).get("missing") for i in missing if i not in told}
    told_as |= {f"severity of {i}": level[i] for i in misjudged}
    return Scored(ratios, groups, failed, expected, told_as, case.get("title", ""))
