"""Loads knowledge/rules/*.yaml into rules, refusing broken ones with file, line and the nearest right name."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from vcassist.assessment.compile import Compiled, ConditionError, compile_condition, nearest
from vcassist.assessment.rules import Mitigation, Modifier, Rule, Severity
from vcassist.assets import folder, safe_yaml
from vcassist.chain.fields import FIELDS, KINDS
from vcassist.errors import BrokenAsset

_REQUIRED = ("id", "kind", "group", "applies_to", "title", "statement", "why", "who", "when", "severity", "mitigations", "false_alarm", "terms", "examples")  # fmt: skip
_OPTIONAL = ("frameworks", "levers")
_PROSE = ("title", "statement", "why", "who", "false_alarm")
VERDICTS = ("raised", "clear", "unknown")
GROUPS = ("concentration", "opacity", "data", "geography", "people", "operation", "governance", "opportunity")
EFFORTS = ("low", "medium", "high")
ROLES = ("organisation", "government", "funder", "start-up", "civil_society")


def load_rule(
    text: str, name: str, terms: frozenset[str] | None = None, controls: frozenset[str] | None = None
) -> Rule:
    """One rule from the text of its file ``name``. ``terms`` and ``controls`` are the ids it may refer to (None: any).

    Raises BrokenAsset naming the file.
    """
    try:
        return _rule(text, name, terms, controls)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        # What is none of the mistakes that have a sentence of their own: a list where words belong, a mapping in a list.
        raise BrokenAsset(
            f"{name} holds something where it does not belong.", f"{type(error).__name__}: {error}."
        ) from error


def _rule(text: str, name: str, terms: frozenset[str] | None, controls: frozenset[str] | None) -> Rule:
    data = _mapping(text, name)
    _form(data, name, text)
    for key, known in (("terms", terms), ("frameworks", controls)):
        for ref in data.get(key) or []:
            if known is not None and ref not in known:
                raise _broken(name, text, str(ref), f"{key} has no {ref!r}{nearest(ref, known)}", f"{key}:")
    condition = _condition(data["when"], data["applies_to"], name, text, "when:")
    severity = _severity(data["severity"], data["applies_to"], name, text)
    return Rule(
        id=data["id"],
        kind=data["kind"],
        group=data["group"],
        applies_to=data["applies_to"],
        title=_prose(data["title"]),
        statement=_prose(data["statement"]),
        why=_prose(data["why"]),
        who=_prose(data["who"]),
        when=condition.run,
        severity=severity,
        mitigations=tuple(_mitigation(m, name, text) for m in data["mitigations"]),
        false_alarm=_prose(data["false_alarm"]),
        terms=tuple(data["terms"]),
        frameworks=tuple(data.get("frameworks") or ()),
        levers={role: _prose(text_) for role, text_ in (data.get("levers") or {}).items()},
        examples={verdict: tuple(cases) for verdict, cases in data["examples"].items()},
        reads=condition.reads,
        own=condition.own,
        across=condition.across,
        weighs=frozenset().union(*(m.reads for m in severity.modifiers)),
        digest=hashlib.sha256(text.encode()).hexdigest()[:16],
    )


def _form(data: Mapping[str, Any], name: str, text: str) -> None:
    """Refuses a rule whose parts are not those that a rule has."""
    _parts(data, _REQUIRED, _OPTIONAL, "a rule", name, text)
    if data["id"] != Path(name).stem:
        raise _broken(name, text, "id", f"the id {data['id']!r} must be the file's name")
    for key, allowed in (("kind", ("risk", "opportunity")), ("group", GROUPS), ("applies_to", ("chain", *KINDS))):
        if data[key] not in allowed:
            raise _broken(name, text, f"{key}:", f"{key} cannot be {data[key]!r}{nearest(data[key], allowed)}")
    for key in _PROSE:
        if not isinstance(data[key], str) or not data[key].strip():
            raise _broken(name, text, f"{key}:", f"{key} takes words, not {data[key]!r}")
    for key in ("mitigations", "terms"):
        if not isinstance(data[key], list) or not data[key]:
            raise _broken(name, text, f"{key}:", f"{key} takes a list of one or more")
    for role in data.get("levers") or {}:
        if role not in ROLES:
            raise _broken(name, text, role, f"levers has no role {role!r}{nearest(role, ROLES)}")
    examples = data["examples"]
    if not isinstance(examples, Mapping) or not examples:
        raise _broken(name, text, "examples:", f"examples takes lists under {', '.join(VERDICTS)}")
    for verdict, cases in examples.items():
        if verdict not in VERDICTS:
            raise _broken(name, text, str(verdict), f"examples has no verdict {verdict!r}{nearest(verdict, VERDICTS)}")
        if not isinstance(cases, list) or not all(isinstance(case, Mapping) for case in cases):
            raise _broken(name, text, f"{verdict}:", f"examples under {verdict!r} take a list of facts")


def _parts(data: Any, required: Sequence[str], optional: Sequence[str], what: str, name: str, text: str) -> None:
    """Refuses unknown and missing keys of one mapping."""
    if not isinstance(data, Mapping):
        raise _broken(name, text, str(data), f"{what} is a mapping, not {data!r}")
    for key in data:
        if key not in required and key not in optional:
            raise _broken(
                name, text, f"{key}:", f"{what} has no part {key!r}{nearest(str(key), (*required, *optional))}"
            )
    for key in required:
        if key not in data:
            raise _broken(name, text, _landmark(data), f"{what} lacks the part {key!r}")


def _landmark(data: Mapping[str, Any]) -> str:
    """Words of a mapping by which its line is found."""
    return next((value for value in data.values() if isinstance(value, str)), "")


def _mapping(text: str, name: str) -> dict[str, Any]:
    try:
        data = safe_yaml(text)
    except yaml.YAMLError as error:
        raise BrokenAsset(f"{name} is not readable YAML.", str(error)) from error
    if not isinstance(data, dict):
        raise BrokenAsset(f"{name} holds no rule.")
    return data


def _broken(name: str, text: str, word: str, message: str, section: str = "") -> BrokenAsset:
    """The refusal, with the line on which ``word`` stands: the first at or after the line that begins with ``section``."""
    rows = text.splitlines()
    start = next((n for n, row in enumerate(rows) if section and row.startswith(section)), 0)
    line = next((n for n, row in enumerate(rows[start:], start + 1) if word and word in row), start + 1)
    end = "" if message.endswith("?") else "."
    return BrokenAsset(f"{name}, line {line}: {message}{end}")


def _condition(data: Any, kind: str, name: str, text: str, section: str) -> Compiled:
    try:
        return compile_condition(data, kind)
    except ConditionError as error:
        raise _broken(name, text, error.key, str(error), section) from error


def _severity(data: Any, kind: str, name: str, text: str) -> Severity:
    _parts(data, ("likelihood", "impact"), ("modifiers",), "severity", name, text)
    for key in ("likelihood", "impact"):
        if data[key] not in (1, 2, 3, 4):
            raise _broken(name, text, f"{key}:", f"{key} is 1, 2, 3 or 4, not {data[key]!r}")
    return Severity(
        data["likelihood"], data["impact"], tuple(_modifier(m, kind, name, text) for m in data.get("modifiers") or [])
    )


def _modifier(data: Any, kind: str, name: str, text: str) -> Modifier:
    _parts(data, ("when", "because"), ("likelihood", "impact"), "a modifier", name, text)
    steps = {key: data.get(key, 0) for key in ("likelihood", "impact")}
    if not any(steps.values()) or any(step not in range(-3, 4) for step in steps.values()):
        raise _broken(name, text, str(data["because"]), "a modifier changes likelihood or impact by -3 to 3")
    when = _condition(data["when"], kind, name, text, "severity:")
    return Modifier(when=when.run, because=_prose(data["because"]), reads=when.reads, **steps)


def _mitigation(data: Any, name: str, text: str) -> Mitigation:
    _parts(data, ("do", "first_step", "effort", "who"), ("against",), "a mitigation", name, text)
    if data["effort"] not in EFFORTS:
        raise _broken(
            name, text, str(data["effort"]), f"effort cannot be {data['effort']!r}{nearest(data['effort'], EFFORTS)}"
        )
    against = data.get("against") or []
    for key in against if isinstance(against, list) else [against]:
        if key not in FIELDS or not isinstance(against, list):
            raise _broken(
                name, text, str(key), f"against takes a list of fields; there is no {key!r}{nearest(str(key), FIELDS)}"
            )
    return Mitigation(
        _prose(data["do"]), _prose(data["first_step"]), data["effort"], _prose(data["who"]), tuple(against)
    )


def _prose(text: str) -> str:
    return " ".join(str(text).split())


@lru_cache(maxsize=4)
def load_rulebook(root: Path | None = None) -> tuple[Rule, ...]:
    """All rules of the installation (or of the folder ``root``), in the order of their file names.

    Raises BrokenAsset for the first one that is not whole, or that names a field, predicate, glossary term or framework item that
    does not exist: with file, line and the nearest right name.
    """
    files = sorted((root or folder("knowledge") / "rules").glob("*.yaml"))
    terms, controls = _known_terms(), _known_controls()
    return tuple(load_rule(path.read_text(encoding="utf-8"), path.name, terms, controls) for path in files)


def _known_terms() -> frozenset[str]:
    """The slugs of the glossary's entries, which are their files' names."""
    return frozenset(path.stem for path in (folder("knowledge") / "glossary").glob("*.md"))


def _known_controls() -> frozenset[str]:
    """``framework:item`` for every item of knowledge/frameworks/."""
    found: set[str] = set()
    for path in sorted((folder("knowledge") / "frameworks").glob("*.yaml")):
        data = _mapping(path.read_text(encoding="utf-8"), path.name)
        found.update(f"{data.get('id')}:{item}" for item in data.get("items") or ())
    return frozenset(found)
