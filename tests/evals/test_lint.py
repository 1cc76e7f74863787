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
            message("b", "yes", asked="governance.policy"),
            kept=(message("c", long.upper() + "!"), message("d", "yes", asked="storage.encrypted")),
        )
    )
    assert told == ["duplicate: s/kept_aside/c: nearly the words of s/development/a"]


def test_the_same_id_twice_is_a_duplicate() -> None:
    assert "its id stands twice" in complaints(suite_of("understanding", message("a", "one"), message("a", "two")))[0]


@pytest.mark.parametrize(
    ("part", "left"), [("brings", ""), ("says", []), ("tells", "organisation.size"), ("facts", "")]
)
def test_a_person_with_a_part_of_the_wrong_form_is_broken_and_nothing_else_is_looked_at(
    part: str, left: object
) -> None:
    person = {"id": "p", "opening": "we plan vans", "facts": {"organisation.size": "up_to_10"}, part: left}
    (told,) = complaints(suite_of("interview", person))
    assert told.startswith(f"broken: s/development/p: '{part}' ")


def test_words_that_shape_the_product_leak() -> None:
    question = FIELDS["monitoring.incident_process"].question
    assert complaints(suite_of("understanding", message("a", question)))[0].startswith("leaking: s/development/a")


def test_a_query_that_is_an_example_question_leaks() -> None:
    from vcassist.knowledge.glossary import load_entries

    slug, entry = next(iter(load_entries().items()))
    question = max(entry.example_questions, key=len)
    told = complaints(suite_of("retrieval", {"id": "q", "query": question, "relevant": {slug: 2}, "covered": True}))
    assert told == [f"leaking: s/development/q: too close to an example question of {slug}"]


def test_words_of_a_prompt_and_of_its_examples_leak() -> None:
    from vcassist.llm.prompts import load_prompt

    prompt = load_prompt("read-message")
    rule = max(prompt.system.splitlines(), key=len)
    for text in (rule, prompt.data["examples"][0]["message"]):
        told = complaints(suite_of("understanding", message("a", text)))
        assert told == ["leaking: s/development/a: too close to the prompt read-message"]


def test_the_same_case_under_two_names_is_a_duplicate_in_every_suite() -> None:
    chain = {"facts": {"model.weights": "closed"}, "verdicts": {"proprietary-model-dependence@model": "unknown"}}
    told = complaints(suite_of("assessment", {"id": "a", **chain}, {"id": "b", "title": "another", **chain}))
    assert told == ["duplicate: s/development/b: the same as s/development/a"]


def test_a_difficulty_of_ones_own_making_is_broken() -> None:
    assert complaints(suite_of("understanding", message("a", "one", difficulty="hardish"))) == [
        "broken: s/development/a: its difficulty is none of easy, medium, hard"
    ]


def test_a_correction_of_what_was_never_told_or_has_no_value_is_broken() -> None:
    from vcassist.evals.kinds import interview

    case = {"id": "r", "opening": "hi", "facts": {"governance.policy": "no", "storage.country": {"status": "unknown"}}}
    wrong = [
        {"ref": "governance.policy", "say": "no rules, I was wrong"},
        {"ref": "storage.country", "first": "here", "say": "not here", "later": "soon"},
    ]
    assert interview.problems({**case, "corrections": wrong}) == [
        "governance.policy is corrected, and neither 'first' nor the opening tells it before",
        "storage.country is corrected and has no value in the chain",
        "'later' of storage.country is no number of messages",
    ]


def test_what_is_told_wrongly_must_be_a_value_of_its_field() -> None:
    from vcassist.evals.kinds import interview

    told = {"ref": "governance.policy", "first": "yes", "say": "no rules, I was wrong", "wrong": "said yes"}
    case = {"id": "r", "opening": "hi", "facts": {"governance.policy": "no"}, "corrections": [told]}
    (problem,) = interview.problems(case)
    assert problem.startswith("'wrong' of governance.policy is no value")
    assert interview.problems({**case, "corrections": [{**told, "wrong": "yes"}]}) == []


@pytest.mark.parametrize("name", suite_names())
def test_our_own_cases_are_clean(name: str) -> None:
    assert complaints({name: load_suite(name)}) == []


def test_there_are_as_many_cases_as_promised_and_every_suite_keeps_some_aside() -> None:
    least = {"understanding": 450, "retrieval": 150, "grounding": 40, "interview": 20, "assessment": 60, "safety": 150}
    for name in suite_names():
        parts = load_suite(name).parts
        assert all(parts.get(part) for part in PARTS), name
        assert sum(len(parts[part]) for part in PARTS) >= least.get(name, 1), name


def test_every_suite_has_easy_and_hard_cases() -> None:
    for name in suite_names():
        suite = load_suite(name)
        levels = {suite.difficulty(case) for part in PARTS for case in suite.parts[part]}
        assert {"easy", "hard"} <= levels, name


def test_what_makes_a_case_easy_or_hard_is_something_that_cases_have() -> None:
    for name in suite_names():
        suite = load_suite(name)
        own = getattr(suite.kind, "traits", lambda case: case.get("traits", ()))
        there = {trait for part in PARTS for case in suite.parts[part] for trait in own(case)}
        assert suite.levels["easy"] | suite.levels["hard"] <= there, name
        assert not suite.levels["easy"] & suite.levels["hard"], name


def test_corrections_are_enough_to_measure() -> None:
    parts = load_suite("interview").parts
    for part in PARTS:
        assert sum(len(case.get("corrections", ())) for case in parts[part]) >= 15, part


def test_every_rule_of_the_rulebook_stands_in_a_written_chain() -> None:
    from vcassist.knowledge.rulebook import load_rulebook

    parts = load_suite("assessment").parts
    covered = {i.partition("@")[0] for part in PARTS for case in parts[part] for i in case["verdicts"]}
    assert {rule.id for rule in load_rulebook()} <= covered
