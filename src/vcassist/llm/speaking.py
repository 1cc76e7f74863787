"""Speaks with a language model: from facts and passages only, in pieces as they come. Who listens checks each sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vcassist.chain.facts import fact_from_json
from vcassist.interview.phrasing import spoken_line
from vcassist.llm.circuit import GuardedChat
from vcassist.llm.prompts import Prompt

MOST_FACTS = 12
LONGEST = 600


class ModelSpeaker:
    """The Speaker port over a chat model."""

    def __init__(self, chat: GuardedChat, prompt: Prompt) -> None:
        self._chat, self._prompt = chat, prompt

    @property
    def version(self) -> str:
        return self._prompt.version

    def say(self, facts: Sequence[str], passages: Sequence[str], question: str) -> Iterator[str]:
        """Pieces of one to a few sentences. Raises ModelTrouble, also half-way."""
        system, user = self._prompt.render(
            examples=rendered_examples(self._prompt),
            facts=lines(facts[:MOST_FACTS]),
            passages=lines(passages),
            question=question[:LONGEST] or "none",
        )
        yield from self._chat.stream(system, user)


def rendered_examples(prompt: Prompt) -> str:
    """The prompt's examples in the very form that is asked for."""
    shown = []
    for example in prompt.data["examples"]:
        facts = [spoken_line(fact_from_json(fact)) for fact in example["facts"]]
        shown.append(
            f"Facts:\n{lines(facts)}\nQuestion: {example['question'] or 'none'}\nPassages:\n{lines(example['passages'])}\n"
            f"You say: {example['says']}"
        )
    return "\n\n".join(shown)


def lines(texts: Sequence[str]) -> str:
    """Texts as a list for a prompt, each of a bounded length."""
    return "\n".join(f"- {text[:LONGEST]}" for text in texts) or "none"
