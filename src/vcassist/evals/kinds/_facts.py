"""Comparing facts: what counts as the same reference, status and value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vcassist.assessment.register import Register
from vcassist.chain.facts import field_of
from vcassist.evals.measure import texts_agree

Item = Mapping[str, Any]
# The status by which a case says that a fact must not stand any more.
REMOVED = "removed"


SMALL, LARGE, SILENT = 14, 30, 4


def shape_of(plain: Mapping[str, Any]) -> list[str]:
    """Traits of a chain in the short form: small or large by its facts, several components of a kind, much that is not known or told."""
    facts = facts_of(plain)
    named = {
        "small": len(facts) <= SMALL,
        "middling": SMALL < len(facts) < LARGE,
        "large": len(facts) >= LARGE,
        "several": any("-" in f["ref"].partition(".")[0] for f in facts),
        "silence": sum(f["status"] != "known" for f in facts) >= SILENT,
    }
    return [trait for trait, there in named.items() if there]


def facts_of(plain: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Chain-file facts from the short form ``{ref: value}``, ``{ref: {"status": …}}`` or ``{ref: {"value": …, "quote": …}}``."""
    found = []
    for ref, value in plain.items():
        item = dict(value) if isinstance(value, Mapping) else {"value": value}
        found.append({"ref": ref, "status": "known", "value": None, **item})
    return found


def values_agree(ref: str, one: Any, other: Any, register: Register) -> bool:
    """Two known values of a field: texts leniently, entities by their canonical name, sets exactly."""
    kind = field_of(ref).type
    if kind == "set":
        return set(_many(one)) == set(_many(other))
    if not isinstance(one, str) or not isinstance(other, str):
        return False
    if kind == "text":
        return texts_agree(one, other)
    if kind == "entity":
        if register.same_key(one) == register.same_key(other):
            return True
        local = "self" not in (one, other) and not register.supplier(one) and not register.supplier(other)
        return local and texts_agree(one, other)
    return one == other


def facts_agree(one: Item, other: Item, register: Register) -> bool:
    """Same reference, same status, and the same value where it is known."""
    if one["ref"] != other["ref"] or one["status"] != other["status"]:
        return False
    return one["status"] != "known" or values_agree(one["ref"], one["value"], other["value"], register)


def stands_right(gold: Item, noted: Mapping[str, Item], register: Register) -> bool:
    """Whether a fact of a case stands so in the notes, by reference; one that is removed does where nothing stands."""
    there = noted.get(gold["ref"])
    if gold["status"] == REMOVED:
        return there is None
    return there is not None and facts_agree(gold, {**there, "ref": gold["ref"]}, register)


def value_shown(fact: Item | None) -> Any:
    """A fact as a failure tells it: its value, or why there is none."""
    return None if fact is None else fact["value"] if fact["status"] == "known" else fact["status"]


def credit(gold: Item, got: Item | None, register: Register) -> float:
    """1 for agreement; for sets the share of values in common (Jaccard); else 0."""
    if got is None or gold["ref"] != got["ref"] or gold["status"] != got["status"]:
        return 0.0
    if gold["status"] == "known" and field_of(gold["ref"]).type == "set":
        one, other = set(_many(gold["value"])), set(_many(got["value"]))
        return len(one & other) / len(one | other)
    return float(facts_agree(gold, got, register))


def asserts(got: Item, trap: Item, register: Register) -> bool:
    """True when a fact says what must not be said."""
    if got["ref"] != trap["ref"] or got["status"] != trap.get("status", "known"):
        return False
    if got["status"] != "known" or trap.get("value") is None:
        return True
    if field_of(got["ref"]).type == "set":
        return bool(set(_many(trap["value"])) & set(_many(got["value"])))
    return values_agree(got["ref"], trap["value"], got["value"], register)


def _many(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())
