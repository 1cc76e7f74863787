"""The JSON schema of the json report, derived from the view model, so that it cannot go out of step.

Published in docs/.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from vcassist.assessment.rules import SEVERITIES
from vcassist.chain.facts import STATUSES
from vcassist.report import model
from vcassist.report.formats.json import FORMAT, SCHEMA

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}
# Texts that are one of a few words, by class and field.
_CHOICES: Mapping[tuple[str, str], Sequence[str]] = {
    **{(each, "severity"): SEVERITIES for each in ("FindingGroup", "FindingItem", "OpenRule", "Action")},
    **{(each, "kind"): ("risk", "opportunity") for each in ("FindingGroup", "OpenRule")},
    ("FactRow", "status"): STATUSES,
    ("ConcentrationView", "scope"): ("direct", "ultimate"),
    ("MapNode", "column"): ("chain", "supplier", "upstream"),
    ("MapEdge", "origin"): ("said", "register"),
}
_MOVED = ("versions", "chain", "judged")


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of what ``formats/json.py`` writes. Run ``python -m vcassist.report.schema`` to print it."""
    definitions: dict[str, Any] = {}
    report = _object(model.Report, definitions, leave_out=_MOVED)
    rows = {"type": "array", "items": {"type": "array", "items": {"type": "string"}}}
    words = {"type": "array", "items": {"type": "string"}}
    drawing = {
        "name": {"type": "string"},
        "title": {"type": "string"},
        "alt": {"type": "string"},
        "header": words,
        "rows": rows,
    }
    report["properties"]["drawings"] = {
        "type": "array",
        "items": {"type": "object", "properties": drawing, "required": list(drawing)},
    }
    report["required"].append("drawings")
    digest = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}
    chain = {
        "type": "object",
        "properties": {"facts": {"type": "array", "items": {"type": "object", "required": ["ref", "status", "value"]}}},
        "required": ["facts"],
    }
    judged = {
        "type": "object",
        "description": "Each finding's verdict and severity, and the digests of what they were judged by.",
        "properties": {
            "outcomes": {
                "type": "object",
                "additionalProperties": {
                    "type": "array",
                    "items": {"type": "string"},
                    "minItems": 2,
                    "maxItems": 2,
                },
            },
            "digests": {"type": "object", "additionalProperties": {"type": "string"}},
        },
        "required": ["outcomes", "digests"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "vcassist report",
        "description": "digest is the SHA-256 of the rest as canonical JSON: keys sorted, no white space, UTF-8.",
        "type": "object",
        "properties": {
            "$schema": {"const": SCHEMA},
            "format": {"const": FORMAT},
            "inputs": {
                "type": "object",
                "properties": {"facts": digest, "chain": chain, "judged": judged},
                "required": ["vcassist", "facts", "chain"],
            },
            "report": report,
            "digest": digest,
        },
        "required": ["$schema", "format", "inputs", "report", "digest"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type, definitions: dict[str, Any], leave_out: tuple[str, ...] = ()) -> dict[str, Any]:
    hints = get_type_hints(cls)
    kept = [f.name for f in fields(cls) if f.name not in leave_out]
    text = " ".join((cls.__doc__ or "").split())
    described = {} if text.startswith(f"{cls.__name__}(") else {"description": text.replace("``", "")}
    return {
        "type": "object",
        **described,
        "properties": {n: {**_of(hints[n], definitions), **_choice(cls, n)} for n in kept},
        "required": kept,
        "additionalProperties": False,
    }


def _choice(cls: type, name: str) -> dict[str, Any]:
    values = _CHOICES.get((cls.__name__, name))
    return {"enum": list(values)} if values else {}


def _of(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, args = get_origin(hint), get_args(hint)
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if hint is Any:
        return {}
    if origin in (Union, types.UnionType):
        return {"anyOf": [{"type": "null"} if a is type(None) else _of(a, definitions) for a in args]}
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            return {"type": "array", "items": _of(args[0], definitions)}
        return {
            "type": "array",
            "prefixItems": [_of(a, definitions) for a in args],
            "minItems": len(args),
            "maxItems": len(args),
        }
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _of(args[1], definitions)}
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"The schema has no word for {hint!r}.")


def main() -> None:
    """Writes the schema to standard output."""
    import json
    import sys

    sys.stdout.write(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
