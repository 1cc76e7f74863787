"""Annotated messages as training examples: token labels for every field, so that each message is also a negative for the others."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from vcassist.chain.fields import FIELDS
from vcassist.reading.trained import message_types
from vcassist.reading.vocabulary import FIELD_KEYS, INTENTS, OPTIONS, STATUS_CLASSES, question_text

MAX_TOKENS = 192
OPTION_AT = {pair: n for n, pair in enumerate(OPTIONS)}
FIELD_AT = {key: n for n, key in enumerate(FIELD_KEYS)}


def read_messages(folder: Path, pattern: str = "*.jsonl") -> list[dict[str, Any]]:
    """All records of a folder's JSONL files whose names fit the pattern."""
    return [
        json.loads(line)
        for path in sorted(folder.glob(pattern))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def answers_of_hands(*folders: Path) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """(message, field, the choices that it states, who wrote it) of each answer that hands wrote. A field or a value that is not declared is an error."""
    for case in (record for folder in folders for record in read_messages(folder)):
        told = case["values"] if "values" in case else [case["value"]] if case["value"] else []
        assert set(told) <= set(FIELDS[case["field"]].values), case
        yield case["say"], case["field"], tuple(told), str(case["hand"])


def answers_of_people(folder: Path) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """The same of the people of the interview suite's cases in ``folder``: what each says when a question is put, with the value that they have in mind.
    Where they do not know it, or may not say, there is none to learn.
    """
    for path in sorted(folder.glob("*.yaml")):
        case = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        told = [(ref, say, case["facts"].get(ref)) for ref, say in case.get("says", {}).items()]
        told += [(ref, says[-1], case["facts"].get(ref)) for ref, says in case.get("vague", {}).items()]
        told += [
            (c["ref"], c["first"], c["wrong"]) for c in case.get("corrections", []) if "first" in c and "wrong" in c
        ]
        # What sets an answer right by its name states the new one, and of a list what joins it.
        told += [
            (c["ref"], c["say"], value if isinstance(value, str) else _joins(value, c.get("wrong") or []))
            for c in case.get("corrections", [])
            if c.get("named") == "yes" and isinstance(value := case["facts"].get(c["ref"]), str | list)
        ]
        for ref, say, value in told:
            key = key_of(ref)
            if key in FIELDS and FIELDS[key].values and value is not None and not isinstance(value, dict):
                yield say, key, tuple(value) if isinstance(value, list) else (value,), case["id"]


def _joins(value: list[str], before: list[str]) -> list[str]:
    """What of a list was not told before; all of it where nothing joins."""
    return [one for one in value if one not in before] or value


def answer_in(record: dict[str, Any]) -> tuple[str, ...] | None:
    """The choices that a message states as the answer to its question, which has choices; None where it does not know it, or may not say."""
    told = next((f for f in record["facts"] if f["ref"] == record["asked"]), None)
    if told is None:
        return ()
    if told["status"] != "known":
        return None
    return tuple(told["value"]) if FIELDS[key_of(record["asked"])].type == "set" else (told["value"],)


def key_of(ref: str) -> str:
    """``model-2.name`` → ``model.name``."""
    return re.sub(r"-\d+\.", ".", ref)


@dataclass(slots=True)
class Example:
    ids: list[int]
    types: list[int]
    asked: int
    facts: list[tuple[int, int, list[int], int, int]]  # field, status, options, start token, end token
    trapped: list[int]
    intent: int


def encode(record: dict[str, Any], tokenizer: Any) -> Example:
    """One record as token ids and labels."""
    asked = key_of(record["asked"]) if record["asked"] else None
    encoded = tokenizer.encode(question_text(asked), record["message"])
    ids, types = encoded.ids[:MAX_TOKENS], message_types(encoded)[:MAX_TOKENS]
    offsets = encoded.offsets[:MAX_TOKENS]
    facts = []
    seen: set[int] = set()
    for fact in record["facts"]:
        key = key_of(fact["ref"])
        at = FIELD_AT[key]
        if at in seen:
            continue
        inside = [
            n
            for n, ((a, b), t) in enumerate(zip(offsets, types, strict=True))
            if t == 1 and b > fact["start"] and a < fact["end"] and b > a
        ]
        if not inside:
            continue
        seen.add(at)
        status = fact["status"]
        if status == "withheld" and fact.get("by") == "person":
            status = "withheld_by_person"
        facts.append((at, STATUS_CLASSES.index(status), option_ids(key, fact), inside[0], inside[-1]))
    trapped = [FIELD_AT[key_of(f["ref"])] for f in record["forbidden"]]
    return Example(
        ids,
        types,
        FIELD_AT[asked] if asked else -1,
        facts,
        [t for t in trapped if t not in seen],
        INTENTS.index(record["intent"]),
    )


def option_ids(key: str, fact: dict[str, Any]) -> list[int]:
    """The options that a known fact states."""
    if fact["status"] != "known":
        return []
    spec = FIELDS[key]
    if spec.type == "entity":
        return [OPTION_AT[key, "self" if fact["value"] == "self" else "named"]]
    values = fact["value"] if isinstance(fact["value"], list) else [fact["value"]]
    return [OPTION_AT[key, v] for v in values] if spec.options else []


def declared(tokenizer: Any) -> list[Example]:
    """Every example phrasing that a field declares, as an answer to that field's question."""
    made = []
    for key, spec in FIELDS.items():
        for value, phrases in spec.says.items():
            if value not in spec.options:
                continue
            for phrase in phrases:
                fact = {
                    "ref": key,
                    "status": "known",
                    "value": [value] if spec.type == "set" else value,
                    "start": 0,
                    "end": len(phrase),
                }
                made.append(
                    encode(
                        {"asked": key, "message": phrase, "facts": [fact], "forbidden": [], "intent": "answer"},
                        tokenizer,
                    )
                )
    return made


def self_contained(record: dict[str, Any]) -> bool:
    """True when a message says by itself what it is about, so that it may stand under another question or behind another message."""
    known = all(f["status"] == "known" for f in record["facts"])
    return record["intent"] == "answer" and known and (record["asked"] is None or len(record["message"]) >= 45)


def varied(records: Sequence[dict[str, Any]], rng: random.Random) -> list[dict[str, Any]]:
    """The messages as they might as well have been sent: two in one, under another question, or typed in haste."""
    by_voice: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        if self_contained(record):
            by_voice[record["voice"]].append(record)
    made = []
    for record in records:
        draw = rng.random()
        others = by_voice[record["voice"]]
        if draw < 0.12 and others and record["intent"] == "answer":
            made.append(_joined(record, rng.choice(others), rng))
        elif draw < 0.26 and record["asked"] and self_contained(record):
            said = {key_of(f["ref"]) for f in (*record["facts"], *record["forbidden"])}
            made.append({**record, "asked": rng.choice([None, *(k for k in FIELD_KEYS if k not in said)])})
        elif draw < 0.38:
            made.append(_hasty(record, rng))
        else:
            made.append(record)
    return made


def _joined(one: dict[str, Any], other: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """One message out of two that speak of different fields; the first alone where they do not."""
    refs = {key_of(f["ref"]) for f in (*one["facts"], *one["forbidden"])}
    if (
        one is other
        or refs & {key_of(f["ref"]) for f in (*other["facts"], *other["forbidden"])}
        or (one["asked"] and key_of(one["asked"]) in {key_of(f["ref"]) for f in other["facts"]})
    ):
        return one
    first = one["message"].rstrip()
    glue = rng.choice([". ", "\n", " and ", ". also ", ", "]) if first[-1:].isalnum() else rng.choice([" ", "\n"])
    at = len(first) + len(glue)
    moved = [{**f, "start": f["start"] + at, "end": f["end"] + at} for f in other["facts"]]
    return {
        **one,
        "message": first + glue + other["message"],
        "facts": [*one["facts"], *moved],
        "forbidden": [*one["forbidden"], *other["forbidden"]],
    }


def _hasty(record: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """The message with a few letters swapped or struck over, of the same length, so that every offset holds."""
    letters = list(record["message"])
    for at in range(1, len(letters) - 1):
        if letters[at].isalpha() and letters[at + 1].isalpha() and rng.random() < 0.025:
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        elif letters[at] in ",.'’" and rng.random() < 0.3:
            letters[at] = " "
    return {**record, "message": "".join(letters)}
