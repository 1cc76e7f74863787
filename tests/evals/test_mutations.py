"""Do the evals measure? A product broken in one place falls below the gates that the unbroken one sets, in the suite meant for it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from broken import Product, fallen
from evals_fakes import KnowingGlossary, KnowingReader, proposal

from vcassist.assessment.rules import Condition, Outcome
from vcassist.chain.facts import Chain
from vcassist.evals.subject import InProcess
from vcassist.evals.suite import load_suite
from vcassist.interview.ports import Answer, Citation, Reading
from vcassist.knowledge.rulebook import load_rulebook


def yes_for_no(reader: KnowingReader, message: str, asked: str | None) -> Reading:
    """Negation dropped."""
    said = reader.read(message, asked, Chain())
    return replace(said, proposals=tuple(replace(p, value="yes") if p.value == "no" else p for p in said.proposals))


def past_for_present(reader: KnowingReader, message: str, asked: str | None) -> Reading:
    """Past, plan and hearsay taken for the present: what is forbidden is noted too."""
    said = reader.read(message, asked, Chain())
    traps = [
        t for t in reader.cases[message, asked]["forbidden"] if t["status"] == "known" and isinstance(t["value"], str)
    ]
    return replace(said, proposals=(*said.proposals, *(proposal(t, quote=message) for t in traps)))


def known_for_unknown(reader: KnowingReader, message: str, asked: str | None) -> Reading:
    """Don't-knows dropped."""
    said = reader.read(message, asked, Chain())
    return replace(said, proposals=tuple(p for p in said.proposals if p.status == "known"))


def always_answer(reader: KnowingReader, message: str, asked: str | None) -> Reading:
    """Every message taken for an answer."""
    return replace(reader.read(message, asked, Chain()), intent="answer")


class BrokenReader:
    def __init__(self, reader: KnowingReader, how: Callable[[KnowingReader, str, str | None], Reading]) -> None:
        self._reader, self._how = reader, how

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        return self._how(self._reader, message, asked)


@pytest.mark.parametrize(
    ("how", "measure"),
    [(yes_for_no, "f1"), (past_for_present, "forbidden"), (known_for_unknown, "recall"), (always_answer, "intent")],
)
def test_a_reader_that_misreads_fails_understanding(product: Product, how: Any, measure: str) -> None:
    suite = load_suite("understanding")
    cases = suite.parts["development"]
    reader = KnowingReader(cases)
    assert measure in fallen(suite, cases, product(reader=reader), product(reader=BrokenReader(reader, how)))


class Shuffled(KnowingGlossary):
    def search(self, query: str, limit: int = 5) -> Any:
        rows, covered = super().search(query, limit)
        random.Random(query).shuffle(rows)
        return rows, covered


class CoversEverything(KnowingGlossary):
    def search(self, query: str, limit: int = 5) -> Any:
        return super().search(query, limit)[0], True

    def answer(self, question: str) -> Answer:
        said = super().answer(question)
        return said if said.covered else replace(said, covered=True)


class RefusesAll(KnowingGlossary):
    def search(self, query: str, limit: int = 5) -> Any:
        return super().search(query, limit)[0], False


@pytest.mark.parametrize(
    ("broken", "measure"),
    [(Shuffled, "hit_at_1"), (CoversEverything, "refused_uncovered"), (RefusesAll, "false_refusals")],
)
def test_a_retriever_that_shuffles_or_never_refuses_fails_retrieval(
    product: Product, broken: Any, measure: str
) -> None:
    suite = load_suite("retrieval")
    cases = suite.parts["development"]
    assert measure in fallen(suite, cases, product(glossary=KnowingGlossary(cases)), product(glossary=broken(cases)))


class Inventing(KnowingGlossary):
    def answer(self, question: str) -> Answer:
        said = super().answer(question)
        return replace(said, text=f"{said.text} Nine out of ten clinics agree.") if said.covered else said


class CitingWrongly(KnowingGlossary):
    def answer(self, question: str) -> Answer:
        said = super().answer(question)
        return replace(said, citations=tuple(Citation("deepfake", c.quote) for c in said.citations))


@pytest.mark.parametrize(
    ("broken", "measure"),
    [
        (Inventing, "sentences_verbatim"),
        (Inventing, "supported"),
        (CitingWrongly, "right_citation"),
        (CoversEverything, "refused_uncovered"),
    ],
)
def test_an_answer_that_invents_or_cites_wrongly_fails_grounding(product: Product, broken: Any, measure: str) -> None:
    suite = load_suite("grounding")
    cases = suite.parts["development"]
    assert measure in fallen(
        suite, cases, product(glossary=KnowingGlossary(asks=cases)), product(glossary=broken(asks=cases))
    )


def flipped(outcome: Outcome) -> Outcome:
    return outcome._replace(truth=None if outcome.truth is None else not outcome.truth)


def hasty(outcome: Outcome) -> Outcome:
    return outcome._replace(truth=bool(outcome.truth))


def mistaken(when: Condition, how: Callable[[Outcome], Outcome]) -> Condition:
    return lambda scene: how(when(scene))


@pytest.mark.parametrize("how", [flipped, hasty])
def test_one_rule_with_a_wrong_verdict_fails_assessment(product: Product, how: Callable[[Outcome], Outcome]) -> None:
    suite = load_suite("assessment")
    rules = load_rulebook()
    for victim in ("proprietary-model-dependence", "cross-border-data", "single-point-of-failure"):
        broken = tuple(replace(r, when=mistaken(r.when, how)) if r.id == victim else r for r in rules)
        cases = [c for part in ("development", "kept_aside") for c in suite.parts[part]]
        assert "right" in fallen(suite, cases, product(rules=rules), product(rules=broken))


def test_swapped_severities_fail_assessment(product: Product) -> None:
    suite, rules = load_suite("assessment"), load_rulebook()
    swapped = tuple(
        replace(r, severity=replace(r.severity, likelihood=5 - r.severity.likelihood, impact=5 - r.severity.impact))
        for r in rules
    )
    cases = [c for c in suite.parts["development"] if c.get("severities")]
    assert "severity_right" in fallen(suite, cases, product(rules=rules), product(rules=swapped))


class NoGate(InProcess):
    def refusals(self, facts: list[dict[str, Any]], sentences: list[tuple[str, tuple[str, ...]]]) -> list[list[str]]:
        return [[] for _ in sentences]


class RefusesEverySentence(InProcess):
    def refusals(self, facts: list[dict[str, Any]], sentences: list[tuple[str, tuple[str, ...]]]) -> list[list[str]]:
        return [["no"] for _ in sentences]


class CitesAnything(InProcess):
    """A report that cites whatever it has, to be on the safe side."""

    def report(self, facts: list[dict[str, Any]]) -> dict[str, Any]:
        made = super().report(facts)
        every = tuple(dict.fromkeys(i for _, ids in made["sentences"] for i in ids))
        return {**made, "sentences": [(text, every) for text, _ in made["sentences"]]}


class LosesFindings(InProcess):
    def report(self, facts: list[dict[str, Any]]) -> dict[str, Any]:
        made = super().report(facts)
        return {**made, "markdown": made["markdown"][: len(made["markdown"]) // 4]}


@pytest.mark.parametrize(
    ("broken", "measure"),
    [
        (NoGate, "leaked"),
        (RefusesEverySentence, "true_refused"),
        (CitesAnything, "citation_precision"),
        (LosesFindings, "findings_shown"),
    ],
)
def test_a_report_without_its_claim_gate_or_with_loose_citations_fails_report(
    product: Product, broken: type[InProcess], measure: str
) -> None:
    suite = load_suite("report")
    sound = product()
    assert measure in fallen(suite, suite.parts["development"][:2], sound, broken(sound.app))
