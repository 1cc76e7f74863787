"""Asks a language model for a summary of numbered evidence, sentence by sentence with its citations. Whoever asks checks each one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from vcassist.llm.circuit import GuardedChat
from vcassist.llm.prompts import Prompt
from vcassist.llm.speaking import lines
from vcassist.llm.trouble import ModelTrouble

MOST_SENTENCES = 10
LONGEST_SENTENCE = 300
MOST_CITES = 8
MAX_TOKENS = 900
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "sentences": {
            "type": "array",
            "maxItems": MOST_SENTENCES,
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string", "maxLength": LONGEST_SENTENCE},
                    "cites": {"type": "array", "maxItems": MOST_CITES, "items": {"type": "string", "maxLength": 8}},
                },
                "required": ["text", "cites"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["sentences"],
    "additionalProperties": False,
}
Said = tuple[str, tuple[str, ...]]


class ModelSummary:
    """Writes summaries with one chat model and one prompt."""

    def __init__(self, chat: GuardedChat, prompt: Prompt) -> None:
        self._chat, self._prompt = chat, prompt

    @property
    def version(self) -> str:
        return self._prompt.version

    def write(self, evidence: Sequence[str]) -> tuple[Said, ...]:
        """(sentence, numbers that it cites) in order. ``evidence`` are lines "F1: …". Raises ModelTrouble."""
        system, user = self._prompt.render(examples=self._examples(), evidence=lines(evidence))
        found = self._chat.structured(system, user, SCHEMA, MAX_TOKENS).get("sentences")
        if not isinstance(found, list):
            raise ModelTrouble("malformed")
        return tuple(said for item in found[:MOST_SENTENCES] if (said := _said(item)))

    def _examples(self) -> str:
        return "\n\n".join(
            f"Evidence:\n{lines(e['evidence'])}\nJSON: {json.dumps({'sentences': e['says']}, ensure_ascii=False)}"
            for e in self._prompt.data["examples"]
        )


def _said(item: Any) -> Said | None:
    """A sentence as it was asked for; None for anything else."""
    text, cites = (item.get("text"), item.get("cites")) if isinstance(item, Mapping) else (None, None)
    if not isinstance(text, str) or not text.strip() or not isinstance(cites, list):
        return None
    return text.strip()[:LONGEST_SENTENCE], tuple(str(c)[:8].strip() for c in cites[:MOST_CITES])
