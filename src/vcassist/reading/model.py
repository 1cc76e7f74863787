"""Reads a message with a language model: one bounded, structured call over the few fields that matter now.

The model proposes. A quote that is not in the message, a value that its quote does not bear, or an answer that repeats the
prompt's own examples is dropped here; the gate checks again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import Any, Protocol

from vcassist.assessment.register import Register, name_key
from vcassist.chain.facts import STATUSES, Chain, checked_value, field_of
from vcassist.chain.fields import Field
from vcassist.chain.quote import locate
from vcassist.errors import SOON, BadInput, VcassistError
from vcassist.interview.ports import INTENTS, Intent, Proposal, Reading
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.naming.places import places
from vcassist.reading.relevance import MOST, Relevance
from vcassist.reading.vetoes.steering import orders

MAX_MESSAGE = 6_000
MAX_TOKENS = 900
MAX_QUOTE = 240
MAX_VALUE = 160
# What a model alone is believed, and where its quote names something that the register knows; agreement raises both.
CONFIDENCE = 0.6
NAMED = 0.7
# These change what was noted before, so a model alone may not say them.
_CAREFUL = frozenset({"undo", "stop", "skip", "correction"})


class Chat(Protocol):
    """The part of a chat model that reading needs."""

    def structured(self, system: str, user: str, schema: Mapping[str, Any], max_tokens: int) -> dict[str, Any]: ...


class PromptText(Protocol):
    """A prompt file: its version, its examples, and its text with variables put in."""

    @property
    def version(self) -> str: ...
    @property
    def data(self) -> Mapping[str, Any]: ...
    def render(self, **values: str) -> tuple[str, str]: ...


class UnusableAnswer(VcassistError):
    """The model answered, but nothing of it can be used."""

    status = 503
    headers = SOON
    title = "The language model's answer cannot be used"


class ModelReader:
    """Reads with a language model alone. ``learn`` is told the organisation's names before a call, for a mask to hide."""

    def __init__(
        self, chat: Chat, register: Register, prompt: PromptText, learn: Callable[[str], None] | None = None
    ) -> None:
        self._chat, self._register, self._prompt, self._learn = chat, register, prompt, learn
        self._relevance = Relevance(register)
        self._finder = NameFinder(register)

    def through(self, chat: Chat, learn: Callable[[str], None] | None = None) -> ModelReader:
        """The same reader over another chat: one assessment's own."""
        made = copy(self)
        made._chat, made._learn = chat, learn
        return made

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        """The model's reading alone, for measuring and for batches. Raises VcassistError when the model fails."""
        return self.read_with(message, asked, chain, ())

    def read_with(self, message: str, asked: str | None, chain: Chain, hints: Sequence[Proposal]) -> Reading:
        """Like ``read``, with another reader's proposals as hints which fields matter. Raises VcassistError."""
        self._learn_names(chain, hints)
        shown = message[:MAX_MESSAGE]
        refs = self._relevance.refs(shown, asked, chain, [p.ref for p in hints])
        system, user = self._prompt.render(
            examples=rendered_examples(self._prompt),
            fields="\n".join(f"- {ref}: {_described(field_of(ref))}" for ref in refs),
            known=_known(chain),
            question=f"{asked}: {field_of(asked).question}" if asked else "Tell me about it.",
            message=json.dumps(shown, ensure_ascii=False),
        )
        answer = self._chat.structured(system, user, schema_for(refs), MAX_TOKENS)
        proposals = self._proposals(answer, refs, shown)
        intent = answer.get("intent")
        safe: Intent = intent if intent in INTENTS and intent not in _CAREFUL else "answer"
        return Reading(tuple(proposals), safe, "", (self._prompt.version,))

    def _learn_names(self, chain: Chain, hints: Sequence[Proposal]) -> None:
        if self._learn is None:
            return
        for name in (chain.value("organisation.name"), *(p.value for p in hints if p.ref == "organisation.name")):
            if isinstance(name, str):
                self._learn(name)

    def _proposals(self, answer: Mapping[str, Any], refs: Sequence[str], message: str) -> list[Proposal]:
        """What is usable of an answer. Raises UnusableAnswer when it has facts and none of them is in the message."""
        items = answer.get("facts")
        if not isinstance(items, list):
            raise UnusableAnswer("The language model's answer was not in the agreed form.")
        items = items[:MOST]
        quoted = [
            i
            for i in items
            if isinstance(i, Mapping) and isinstance(i.get("quote"), str) and locate(i["quote"][:MAX_QUOTE], message)
        ]
        if items and not quoted:
            echoed = any(isinstance(i, Mapping) and i.get("quote") in _example_quotes(self._prompt) for i in items)
            raise UnusableAnswer(
                "The language model repeated its examples."
                if echoed
                else "The language model did not hold to your words."
            )
        made = (self._proposal(item, refs, message) for item in quoted)
        return [p for p in made if p is not None]

    def _proposal(self, item: Mapping[str, Any], refs: Sequence[str], message: str) -> Proposal | None:
        ref, status, quote = item.get("ref"), item.get("status", "known"), item["quote"][:MAX_QUOTE]
        span = locate(quote, message)
        if not isinstance(ref, str) or ref not in refs or status not in STATUSES or span is None:
            return None
        if not _stated(message, span):
            return None
        text = message[span[0] : span[1]]
        if status != "known":
            return Proposal(ref, status, None, text, CONFIDENCE, *span)
        value = self._borne_out(field_of(ref), item.get("value"), text)
        if value is None:
            return None
        try:
            checked = checked_value(ref, value)
        except BadInput:
            return None
        named = self._name_in(field_of(ref), str(checked), text)
        if named is None:
            return Proposal(ref, "known", checked, text, CONFIDENCE, *span)
        # As few words as show it: so it is seen whether just the name is denied.
        start, end = span[0] + named[0], span[0] + named[1]
        return Proposal(ref, "known", checked, message[start:end], NAMED, start, end)

    def _name_in(self, spec: Field, value: str, quote: str) -> tuple[int, int] | None:
        """Where the name stands in a quote for a named field that names something that the register knows."""
        if spec.type != "entity" and spec.name not in ("name", "accelerator"):
            return None
        known = next(((m.start, m.end) for m in self._finder.find(quote)), None)
        return (locate(value, quote) or known) if known else None

    def _borne_out(self, spec: Field, value: Any, quote: str) -> Any:
        """The value in the field's form if its quote bears it; None when the model added it from elsewhere."""
        if spec.options:
            return value
        if not isinstance(value, str) or not value.strip():
            return None
        value = value.strip()[:MAX_VALUE]
        if spec.type == "country":
            named = {p.code for p in places(quote, asked=True)}
            return value.upper() if value.upper() in named else None
        if spec.type == "entity":
            return self._entity(value, quote)
        span = locate(value, quote)
        return quote[span[0] : span[1]] if span else quote[:MAX_VALUE]

    def _entity(self, value: str, quote: str) -> str | None:
        if value.casefold() in ("self", "ourselves", "us", "we"):
            return "self"
        mentioned = {m.id_of("supplier") for m in self._finder.find(quote)} - {None}
        known = self._register.supplier(value)
        if known:
            return known.name if known.id in mentioned or locate(value, quote) else None
        return value if name_key(value) and locate(value, quote) else None


def _stated(message: str, span: tuple[int, int]) -> bool:
    """Whether the quoted stretch has words, in sentences by which somebody says how things are: no order, code or story."""
    if not any(c.isalpha() for c in message[span[0] : span[1]]):
        return False
    return not any(order.start < span[1] and order.end > span[0] for order in orders(message))


def _described(spec: Field) -> str:
    kinds = {
        "set": "one or more of",
        "yesno": "one of",
        "enum": "one of",
        "country": "a country",
        "entity": "a company, or self",
        "text": "words",
    }
    options = f": {', '.join(spec.values)}" if spec.options else ""
    return f"{spec.means} ({kinds[spec.type]}{options})"


def _known(chain: Chain) -> str:
    names = [f"{c} is {chain.value(f'{c}.name')}" for c in chain.all_components() if chain.value(f"{c}.name")]
    return "; ".join(names)[:400] or "nothing yet"


def schema_for(refs: Sequence[str]) -> dict[str, Any]:
    """The JSON schema of an answer over these references; every string and list is bounded."""
    facts = {"type": "array", "maxItems": MOST, "items": {"anyOf": [_item(ref) for ref in refs]}}
    return {
        "title": "reading",
        "type": "object",
        "properties": {"facts": facts, "intent": {"enum": list(INTENTS)}},
        "required": ["facts", "intent"],
        "additionalProperties": False,
    }


def _item(ref: str) -> dict[str, Any]:
    spec = field_of(ref)
    value: dict[str, Any] = {"type": "string", "maxLength": 2 if spec.type == "country" else MAX_VALUE}
    if spec.type == "set":
        value = {"type": "array", "maxItems": 6, "items": {"enum": list(spec.values)}}
    elif spec.options:
        value = {"enum": [*spec.values, ""]}
    return {
        "type": "object",
        "properties": {
            "ref": {"enum": [ref]},
            "quote": {"type": "string", "maxLength": MAX_QUOTE},
            "status": {"enum": list(STATUSES)},
            "value": value,
        },
        "required": ["ref", "quote", "status", "value"],
        "additionalProperties": False,
    }


def rendered_examples(prompt: PromptText) -> str:
    """The prompt's examples as message and answer, in the very form that is asked for."""
    shown = []
    for example in prompt.data["examples"]:
        answer = {"facts": example["facts"], "intent": "answer"}
        asked = f"Question asked: {example['question']}\n" if example.get("question") else ""
        shown.append(
            f"{asked}Message: {json.dumps(example['message'], ensure_ascii=False)}\nAnswer: {json.dumps(answer, ensure_ascii=False)}"
        )
    return "\n\n".join(shown)


def _example_quotes(prompt: PromptText) -> set[str]:
    return {fact["quote"] for example in prompt.data["examples"] for fact in example["facts"]}
