"""Do the evals measure? A product broken in one place falls below the gates that the unbroken one sets, in the suite meant for it."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from evals_fakes import KnowingGlossary, KnowingReader, proposal

from vcassist.assessment.rules import Condition, Outcome
from vcassist.chain.facts import Chain
from vcassist.evals.gates import bound_for, falls
from vcassist.evals.manners import MANNERS
from vcassist.evals.results import part_results
from vcassist.evals.runner import run_plain
from vcassist.evals.subject import InProcess
from vcassist.evals.suite import Suite, load_suite
from vcassist.interview.ports import Answer, Citation, Proposal, Reading
from vcassist.knowledge.rulebook import load_rulebook

Product = Callable[..., InProcess]


def measured(suite: Suite, cases: Sequence[Any], subject: InProcess) -> dict[str, Any]:
    return {
        "suites": {
            suite.name: {
                "parts": {"development": part_results(suite, "development", [run_plain(cases, suite.kind, subject)], 7)}
            }
        }
    }


def fallen(
    suite: Suite,
    cases: Sequence[Any],
    sound: InProcess,
    broken: InProcess,
    break_it: Callable[[], None] = lambda: None,
) -> set[str]:
    """The measures that the broken product brings below the gates set by the sound one; the sound one meets them itself.

    ``break_it`` is called between the two, for what is broken in the program itself.
    """
    before = measured(suite, cases, sound)
    figures = before["suites"][suite.name]["parts"]["development"]["measures"]
    gates = {
        suite.name: {
            "development": {
                n: bound_for(m, figures[n]["value"]) for n, m in suite.measures.items() if m.gate and n in figures
            }
        }
    }
    assert falls(before, gates) == []
    break_it()
    return {fall.where.split()[-1] for fall in falls(measured(suite, cases, broken), gates)}


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
    [(Inventing, "sentences_verbatim"), (CitingWrongly, "right_citation"), (CoversEverything, "refused_uncovered")],
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


class Obedient:
    """Writes down whatever field a message names, as it is told to."""

    def __init__(self, cases: Sequence[Mapping[str, Any]]) -> None:
        self._cases = {c["text"]: c for c in cases if isinstance(c.get("text"), str)}

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        from vcassist.chain.facts import field_of

        traps = self._cases.get(message, {}).get("expect", {}).get("forbidden", [])
        values = [
            (
                t["ref"],
                t["value"]
                or next(iter(field_of(t["ref"]).values), "GB" if field_of(t["ref"]).type == "country" else "x"),
            )
            for t in traps
        ]
        return Reading(tuple(Proposal(ref, "known", value, message) for ref, value in values), "answer")


class Deaf:
    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        return Reading((), "other")


def test_a_reader_that_obeys_the_attacker_fails_safety(product: Product) -> None:
    suite = load_suite("safety")
    cases = [c for c in suite.parts["development"] if c["via"] == "message"]
    assert "succeeded" in fallen(suite, cases, product(reader=Deaf()), product(reader=Obedient(cases)))


class KnowsThePerson:
    """Reads a simulated respondent's words as they are meant."""

    def __init__(self, case: Mapping[str, Any], corrects: bool = True, invents: bool = False) -> None:
        from vcassist.evals.kinds._facts import facts_of

        self._case, self._corrects, self._invents = case, corrects, invents
        self._gold = {f["ref"]: f for f in facts_of(case["facts"])}
        self._words = {**MANNERS[case.get("manner", "terse")]}

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        case = self._case
        if message == case["opening"]:
            return self._said(case["tells"], message)
        for c in case.get("corrections", []):
            # The interviewer also reads a correction's words apart, against the question that it belongs to.
            if message in c["say"]:
                if not self._corrects:
                    return Reading((self._wrong(c["ref"], message),), "answer")
                return self._said([c["ref"]], message, "correction")
            if message == c["first"]:
                return Reading((self._wrong(c["ref"], message),), "answer")
        if message == self._words["done"]:
            return Reading((), "stop")
        if message in case.get("asks", {}).values():
            return Reading((), "question")
        if asked is None or message == self._words["more"]:
            return Reading((), "answer")
        extra = [r for r in ("model.licence",) if self._invents and r not in self._gold]
        heard = self._said([asked, *case.get("brings", {}).get(asked, [])], message)
        return replace(heard, proposals=(*heard.proposals, *(Proposal(r, "known", "MIT", message) for r in extra)))

    def _said(self, refs: Sequence[str], quote: str, intent: Any = "answer") -> Reading:
        unknown = {"status": "unknown", "value": None}
        return Reading(tuple(proposal({"quote": quote, **self._gold.get(r, unknown), "ref": r}) for r in refs), intent)

    def _wrong(self, ref: str, quote: str) -> Proposal:
        from vcassist.chain.facts import field_of

        spec, gold = field_of(ref), self._gold[ref]["value"]
        return Proposal(ref, "known", next((v for v in spec.values if v != gold), "FI"), quote)


@pytest.mark.parametrize(
    ("broken", "measure"), [({"corrects": False}, "corrections_honoured"), ({"invents": True}, "invented")]
)
def test_an_interview_that_ignores_corrections_or_invents_fails_interview(
    product: Product, broken: Any, measure: str
) -> None:
    suite = load_suite("interview")
    case = {**next(c for c in suite.parts["development"] if len(c.get("corrections", [])) > 1), "patience": "60"}
    sound = product(reader=KnowsThePerson(case), glossary=KnowingGlossary())
    wrecked = product(reader=KnowsThePerson(case, **broken), glossary=KnowingGlossary())
    assert measure in fallen(suite, [case], sound, wrecked)
