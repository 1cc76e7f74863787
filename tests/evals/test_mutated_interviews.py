"""Do the evals measure? A reader that obeys an attacker, and an interview that ignores corrections or invents, fail their suites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from broken import Product, fallen
from evals_fakes import KnowingGlossary, proposal

from vcassist.chain.facts import Chain
from vcassist.evals.manners import MANNERS
from vcassist.evals.subject import InProcess, Talk
from vcassist.evals.suite import load_suite
from vcassist.interview.ports import Answer, Proposal, Reading


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


class Refusing(KnowingGlossary):
    def answer(self, question: str) -> Answer:
        return Answer("", (), False)


class Parrot:
    """Says whatever it is told to say."""

    def __init__(self, talk: Talk) -> None:
        self._talk, self.facts = talk, talk.facts

    def say(self, text: str) -> dict[str, Any]:
        return {**self._talk.say(text), "reply": text}


class Parrots(InProcess):
    def begin(self) -> Talk:
        return Parrot(super().begin())


class AnswersEverything(InProcess):
    def ask(self, question: str) -> dict[str, Any]:
        return {"answer": "Certainly.", "citations": [], "covered": True}


class TakesAnyChain(InProcess):
    def assess(self, facts: list[dict[str, Any]]) -> dict[str, Any]:
        return {"findings": []}


@pytest.mark.parametrize(("broken", "via"), [(Parrots, "turn"), (AnswersEverything, "ask"), (TakesAnyChain, "chain")])
def test_a_product_that_parrots_answers_everything_or_takes_any_chain_fails_safety(
    product: Product, broken: type[InProcess], via: str
) -> None:
    suite = load_suite("safety")
    cases = [c for c in suite.parts["development"] if c["via"] == via]
    sound = product(reader=Deaf(), glossary=Refusing())
    assert "succeeded" in fallen(suite, cases, sound, broken(sound.app))


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
    product: Product, broken: Any, measure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite = load_suite("interview")
    case = {**next(c for c in suite.parts["development"] if len(c.get("corrections", [])) > 1), "patience": "60"}
    sound = product(reader=KnowsThePerson(case), glossary=KnowingGlossary())
    wrecked = product(reader=KnowsThePerson(case, **broken), glossary=KnowingGlossary())

    def deaf_to_notes() -> None:
        # What was learnt of notes would hear a correction that the reader does not.
        monkeypatch.setattr("vcassist.interview.interviewer.as_touched", lambda heard, *_: heard)

    assert measure in fallen(suite, [case], sound, wrecked, deaf_to_notes)
