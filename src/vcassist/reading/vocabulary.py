"""What the trained reader scores a message against: fields, options, statuses and intents, derived from the declarations."""

from __future__ import annotations

from collections.abc import Sequence

from vcassist.chain.fields import FIELDS, Field
from vcassist.interview.ports import INTENTS as _INTENTS

FIELD_KEYS: tuple[str, ...] = tuple(FIELDS)
STATUS_CLASSES: tuple[str, ...] = ("known", "unknown", "withheld", "withheld_by_person", "not_applicable")
INTENTS: tuple[str, ...] = tuple(_INTENTS)
ENTITY_OPTIONS = ("self", "named")


def options_of(spec: Field) -> tuple[str, ...]:
    """The closed values of a field; for an entity whether it is the organisation itself; none for text and country."""
    return ENTITY_OPTIONS if spec.type == "entity" else spec.values


OPTIONS: tuple[tuple[str, str], ...] = tuple((key, value) for key, spec in FIELDS.items() for value in options_of(spec))
OPTION_FIELD: tuple[str, ...] = tuple(key for key, _ in OPTIONS)


def places_of(choices: Sequence[tuple[str, str]]) -> dict[str, list[int]]:
    """Where among some (field, value) each field's own stand."""
    return {key: [at for at, (k, _) in enumerate(choices) if k == key] for key in dict.fromkeys(k for k, _ in choices)}


# Where among OPTIONS each field's own stand; of a field without any, nowhere.
OPTIONS_OF: dict[str, list[int]] = {key: [] for key in FIELD_KEYS} | places_of(OPTIONS)


def field_text(spec: Field) -> str:
    """The sentence that a field is embedded by."""
    said = "; ".join(phrase for group in spec.says.values() for phrase in group[:2])
    return f"{spec.question} {spec.means}. {said}"


def option_text(key: str, value: str) -> str:
    """The sentence that one option of a field is embedded by."""
    spec = FIELDS[key]
    if spec.type == "entity":
        return "we ourselves, our own" if value == "self" else "a company or institution with a name"
    said = "; ".join(spec.says.get(value, ()))
    return f"{spec.options[value]}. {said}"


def question_text(asked: str | None) -> str:
    """What stands before the message, so that a short answer can be read in its context."""
    if asked is None:
        return "Tell me about it."
    return FIELDS[asked].question
