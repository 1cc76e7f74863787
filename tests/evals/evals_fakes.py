"""A reader and a glossary that know the written answers, so that a test can break one part and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Answer, Citation, Passage, Proposal, Reading

Case = Mapping[str, Any]


class KnowingReader:
    """Reads each written message as its annotation says; every tenth one it misses, as a real reader would."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self._by_message = {(c["message"], c.get("asked")): c for n, c in enumerate(cases) if n % 10}
        self.cases = {(c["message"], c.get("asked")): c for c in cases}

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        case = self._by_message.get((message, asked), {"facts": [], "intent": "answer"})
        return Reading(tuple(proposal(f) for f in case["facts"]), case["intent"])


def proposal(fact: Case, **changed: Any) -> Proposal:
    fact = {**fact, **changed}
    value = tuple(fact["value"]) if isinstance(fact["value"], list) else fact["value"]
    return Proposal(
        fact["ref"], fact["status"], value, fact["quote"], 1.0, fact.get("start"), fact.get("end"), fact.get("by")
    )


class KnowingGlossary:
    """Finds for each written query what the case wants, and answers with the entry's own first sentences."""

    def __init__(self, queries: Sequence[Case] = (), asks: Sequence[Case] = ()) -> None:
        self._queries = {c["query"]: c for c in queries}
        self._asks = {c["question"]: c for c in asks}

    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        case = self._queries[query]
        best = sorted(case["relevant"], key=lambda t: -case["relevant"][t])
        rest = [t for t in ("model-card", "deepfake", "fairness", "embedding") if t not in best]
        return [Passage(t, t, "", 0.5) for t in [*best, *rest][:limit]], case["covered"]

    def answer(self, question: str) -> Answer:
        from vcassist.knowledge.glossary import load_entries, sentences

        term = self._asks[question]["term"]
        if term is None:
            return Answer("Not covered.", (), False)
        said = [s for _, text in load_entries()[term].passages for s in sentences(text)]
        return Answer(" ".join(said), tuple(Citation(term, s) for s in said), True)

    def definition(self, term: str) -> Citation | None:
        return None
