"""Do the evals measure? What is read from documents, the gate on quotes, and the order of questions, each broken in one place."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from broken import fallen
from evals_fakes import KnowingReader

from vcassist.evals.kinds._facts import facts_of
from vcassist.evals.kinds.documents import as_file
from vcassist.evals.subject import InProcess
from vcassist.evals.suite import Case, load_suite
from vcassist.interview import planner

Product = Callable[..., InProcess]
Draft = dict[str, Any]


class KnowsDocuments(InProcess):
    """Drafts from each written document what its annotation says; ``broken`` changes the draft."""

    cases: tuple[Case, ...] = ()
    broken: Callable[[Draft, Case], Draft] = staticmethod(lambda draft, case: draft)

    def draft(self, files: list[tuple[str, bytes]]) -> Draft:
        # A docx or pdf is made anew each time with other bytes: the names and the readable files tell the case.
        case = next(c for c in self.cases if [d["name"] for d in c["documents"]] == [name for name, _ in files])
        first = case["documents"][0]["text"].split("\n")[0]
        facts = [{**fact, "quote": first} for fact in facts_of(case["facts"])]
        made = {
            "facts": facts,
            "conflicts": [{"ref": ref} for ref in case.get("conflicts", [])],
            "findings": self.assess(facts_of(case["facts"]))["findings"],
            "markdown": "DRAFT",
        }
        return self.broken(made, case)


def believes(draft: Draft, case: Case) -> Draft:
    """Plans, the past and orders to the reader taken for facts."""
    traps = [{"status": "known", "quote": "", **trap} for trap in case.get("forbidden", [])]
    said = {trap["ref"] for trap in traps}
    return {**draft, "facts": [*(f for f in draft["facts"] if f["ref"] not in said), *traps]}


def misquotes(draft: Draft, case: Case) -> Draft:
    return {**draft, "facts": [{**f, "quote": "as everybody knows"} for f in draft["facts"]]}


def never_contradicts(draft: Draft, case: Case) -> Draft:
    return {**draft, "conflicts": []}


def reads_half(draft: Draft, case: Case) -> Draft:
    return {**draft, "facts": draft["facts"][::2]}


def finds_nothing(draft: Draft, case: Case) -> Draft:
    return {**draft, "findings": []}


def looks_final(draft: Draft, case: Case) -> Draft:
    return {**draft, "markdown": "Report"}


@pytest.mark.parametrize(
    ("how", "measure"),
    [
        (believes, "forbidden"),
        (misquotes, "quotes_outside"),
        (never_contradicts, "contradictions_told"),
        (reads_half, "recall"),
        (finds_nothing, "findings_raised"),
        (looks_final, "marked_draft"),
    ],
)
def test_a_draft_that_reads_documents_wrongly_fails_documents(product: Product, how: Any, measure: str) -> None:
    suite = load_suite("documents")
    cases = suite.parts["development"]
    assert len({tuple(d["name"] for d in c["documents"]) for c in cases}) == len(cases)
    app = product().app
    sound, broken = KnowsDocuments(app), KnowsDocuments(app)
    sound.cases = broken.cases = cases
    broken.broken = how
    assert measure in fallen(suite, cases, sound, broken)


def test_the_files_of_the_written_documents_can_be_made() -> None:
    suite = load_suite("documents")
    assert all(as_file(d["name"], d["text"]) for c in suite.parts["development"] for d in c["documents"])


class NoQuoteGate(InProcess):
    """Takes what a reader proposes for a fact, whether or not the person said it."""

    def read(self, message: str, asked: str | None) -> dict[str, Any]:
        found = super().read(message, asked)
        return {**found, "facts": [{**f, "quote": f"{f['quote']}, surely"} for f in found["facts"]]}


def test_a_product_without_its_gate_on_quotes_fails_understanding(product: Product) -> None:
    suite = load_suite("understanding")
    cases = suite.parts["development"][:40]
    sound = product(reader=KnowingReader(cases))
    assert "quotes_outside" in fallen(suite, cases, sound, NoQuoteGate(sound.app))


def test_a_planner_that_asks_the_least_useful_first_fails_planner(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite = load_suite("planner")
    cases = suite.parts["development"][:1]

    def backwards(chain: Any, findings: Any, outlook: Any, **rest: Any) -> Any:
        refs = [ref for ref, _ in planner.open_refs(chain, frozenset())]
        return SimpleNamespace(ref=refs[-1]) if refs else None

    sound = product()
    broke = fallen(suite, cases, sound, sound, lambda: monkeypatch.setattr(planner, "next_question", backwards))
    assert "planner_15" in broke
