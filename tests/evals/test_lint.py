"""Lint: broken, duplicate and leaking cases are found, and our own cases are clean."""

from __future__ import annotations

from typing import Any

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.evals.lint import lint
from vcassist.evals.suite import PARTS, Suite, load_suite, suite_names


def suite_of(kind: str, *cases: dict[str, Any], kept: tuple[dict[str, Any], ...] = ()) -> dict[str, Suite]:
    return {"s": Suite("s", "", "", kind, {}, {"development": cases, "kept_aside": kept})}


def message(id: str, text: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "message": text, "asked": None, "facts": [], "forbidden": [], "intent": "answer", **more}


def complaints(suites: dict[str, Suite]) -> list[str]:
    return [c.sentence() for c in lint(suites)]


def test_a_quote_that_is_not_at_its_place_is_broken() -> None:
    fact = {"ref": "storage.country", "status": "known", "value": "IE", "quote": "Ireland", "start": 0, "end": 7}
    (told,) = complaints(suite_of("understanding", message("a", "kept in Ireland", facts=[fact])))
    assert told == "broken: s/development/a: the quote of storage.country is not at 0:7"


def test_an_illegal_value_and_an_unknown_field_are_broken() -> None:
    bad = {"ref": "model.weights", "status": "known", "value": "ajar", "quote": "ajar", "start": 0, "end": 4}
    assert "ajar" in complaints(suite_of("understanding", message("a", "ajar", facts=[bad])))[0]
    assert "model.colour" in complaints(suite_of("understanding", message("a", "red", asked="model.colour")))[0]


def test_nearly_the_same_words_in_two_parts_are_a_duplicate_and_short_answers_are_not() -> None:
    long = "we keep all the letters of the families at our own office"
    told = complaints(
        suite_of(
            "understanding",
            message("a", long),
            message("b", "yes"),
            kept=(message("c", long.upper() + "!"), message("d", "yes")),
        )
    )
    assert told == ["duplicate: s/kept_aside/c: nearly the words of s/development/a"]


def test_the_same_id_twice_is_a_duplicate() -> None:
    assert "its id stands twice" in complaints(suite_of("understanding", message("a", "one"), message("a", "two")))[0]


def test_words_that_shape_the_product_leak() -> None:
    question = FIELDS["monitoring.incident_process"].question
    assert complaints(suite_of("understanding", message("a", question)))[0].startswith("leaking: s/development/a")


def test_a_query_that_is_an_example_question_leaks() -> None:
    from vcassist.knowledge.glossary import load_entries

    slug, entry = next(iter(load_entries().items()))
    question = max(entry.example_questions, key=len)
    told = complaints(suite_of("retrieval", {"id": "q", "query": question, "relevant": {slug: 2}, "covered": True}))
    assert told == [f"leaking: s/development/q: too close to an example question of {slug}"]


@pytest.mark.parametrize("name", suite_names())
def test_our_own_cases_are_clean(name: str) -> None:
    assert complaints({name: load_suite(name)}) == []


def test_there_are_as_many_cases_as_promised_and_every_suite_keeps_some_aside() -> None:
    least = {"understanding": 450, "retrieval": 150, "grounding": 40, "interview": 20, "assessment": 60, "safety": 150}
    for name in suite_names():
        parts = load_suite(name).parts
        assert all(parts.get(part) for part in PARTS), name
        assert sum(len(parts[part]) for part in PARTS) >= least.get(name, 1), name


def test_every_rule_of_the_rulebook_stands_in_a_written_chain() -> None:
    from vcassist.knowledge.rulebook import load_rulebook

    parts = load_suite("assessment").parts
    covered = {i.partition("@")[0] for part in PARTS for case in parts[part] for i in case["verdicts"]}
    assert {rule.id for rule in load_rulebook()} <= covered
