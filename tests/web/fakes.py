"""A reader and a glossary at our own ports: simple enough to see through, sound enough to hold a conversation."""

from __future__ import annotations

import re

from vcassist.chain.facts import Chain, field_of
from vcassist.interview.ports import Answer, Citation, Passage, Proposal, Reading
from vcassist.knowledge.glossary import load_entries

INTENTS = {"skip": "skip", "why": "question", "what": "question", "stop": "stop", "undo": "undo", "sorry": "correction"}


class PhraseReader:
    """Reads an option's own label as the answer to the asked field, and "tool: NAME" or "model: NAME" anywhere."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        found = [
            Proposal(ref, "known", m[1], m[1], 0.9)
            for ref, word in (("application.name", "tool"), ("model.name", "model"))
            if (m := re.search(rf"{word}: (\w[\w-]*)", message))
        ]
        first = re.match(r"\W*(\w+)", message)
        intent = INTENTS.get(first[1].lower(), "answer") if first else "other"
        if asked and intent in ("answer", "correction"):
            found += self._answer(message, asked)
        return Reading(tuple(found), intent)  # type: ignore[arg-type]

    def _answer(self, message: str, asked: str) -> list[Proposal]:
        spec, low = field_of(asked), message.lower()
        if re.search(r"don.t know", low):
            return [Proposal(asked, "unknown", None, message)]
        if "won't tell" in low:
            return [Proposal(asked, "withheld", None, message, by="supplier")]
        if "does not apply" in low:
            return [Proposal(asked, "not_applicable", None, message)]
        hits = [v for v, label in spec.options.items() if re.search(rf"\b{re.escape(label.lower())}\b", low)]
        if spec.options and not hits:
            return []
        value = tuple(hits) if spec.type == "set" else (hits[0] if hits else message[:200])
        return [Proposal(asked, "known", value, message)]


class NamesOnlyGlossary:
    """Finds entries by a word of their title."""

    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        words = [w for w in query.lower().split() if len(w) > 2]
        hits = [e for e in load_entries().values() if any(w in e.title.lower() for w in words)]
        return [Passage(e.slug, e.title, e.definition, 1.0) for e in hits[:limit]], bool(hits)

    def answer(self, question: str) -> Answer:
        hits, covered = self.search(question.strip("?"), 1)
        if not covered:
            return Answer("My glossary does not cover that.", (), False)
        return Answer(hits[0].text, (Citation(hits[0].term, hits[0].text),), True)

    def definition(self, term: str) -> Citation | None:
        entry = load_entries().get(term)
        return Citation(term, entry.definition) if entry else None

    def reachable(self) -> None:
        """Always."""
