"""Answers from the glossary in a language model's words: from its passages only, each sentence checked, else as it was composed."""

from __future__ import annotations

from vcassist.errors import VcassistError
from vcassist.interview.phrasing import checked_answer
from vcassist.interview.ports import Answer, Citation, Glossary
from vcassist.llm.circuit import GuardedChat
from vcassist.llm.prompts import Prompt
from vcassist.llm.speaking import lines

MOST_PASSAGES = 6
LONGEST_QUESTION = 600


class ModelAnswers:
    """Rephrases covered answers of a glossary. ``answer`` never raises for a model: what cannot be used leaves the answer as it was."""

    def __init__(self, glossary: Glossary, chat: GuardedChat, prompt: Prompt) -> None:
        self._glossary, self._chat, self._prompt = glossary, chat, prompt

    def answer(self, question: str) -> Answer:
        """Sentences that the passages bear, each cited by the passage's own sentence; the composed answer when none is left."""
        composed = self._glossary.answer(question)
        if not composed.covered or not composed.citations:
            return composed
        passages = self._passages(question, composed)
        system, user = self._prompt.render(
            examples=self._examples(), question=question[:LONGEST_QUESTION], passages=lines([p.quote for p in passages])
        )
        try:
            kept = list(checked_answer(self._chat.stream(system, user), passages))
        except VcassistError:
            return composed
        if not kept:
            return composed
        cited = tuple(dict.fromkeys(citation for _, citation in kept))
        return Answer(" ".join(sentence for sentence, _ in kept), cited, True, composed.near)

    def _passages(self, question: str, composed: Answer) -> list[Citation]:
        """What the composed answer cites, and the passages of the same terms that are near the question."""
        terms = {c.term for c in composed.citations}
        near, _ = self._glossary.search(question, 3)
        found = [*composed.citations, *(Citation(p.term, p.text) for p in near if p.term in terms)]
        return list(dict.fromkeys(found))[:MOST_PASSAGES]

    def _examples(self) -> str:
        return "\n\n".join(
            f"Question: {e['question']}\nPassages:\n{lines(e['passages'])}\nAnswer: {e['says']}"
            for e in self._prompt.data["examples"]
        )
