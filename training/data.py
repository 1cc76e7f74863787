"""Annotated messages as training examples: token labels for every field, so that each message is also a negative for the others."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vcassist.chain.fields import FIELDS
from vcassist.reading.vocabulary import FIELD_KEYS, INTENTS, OPTIONS, STATUS_CLASSES, question_text

MAX_TOKENS = 192
OPTION_AT = {pair: n for n, pair in enumerate(OPTIONS)}
FIELD_AT = {key: n for n, key in enumerate(FIELD_KEYS)}


def read_messages(folder: Path) -> list[dict[str, Any]]:
    """All records of a folder's JSONL files."""
    return [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


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
    ids, types = encoded.ids[:MAX_TOKENS], encoded.type_ids[:MAX_TOKENS]
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
