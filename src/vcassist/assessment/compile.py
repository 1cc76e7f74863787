"""Turns a rule's condition from plain data into a Condition, refusing anything the vocabulary does not have.

Refusals say what is wrong and the nearest right name; the loader adds file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from vcassist.assessment.predicates import PREDICATES, READS
from vcassist.assessment.rules import MAX_DEPTH, MAX_NODES, Condition, Outcome, Scene, all_of, any_of, test_field
from vcassist.chain.facts import Fact
from vcassist.chain.fields import FIELDS, KINDS, Field

OPERATORS = ("is", "in", "has", "lacks")


class ConditionError(ValueError):
    """What in the condition cannot be compiled. ``key`` is the offending word, for finding its line."""

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key


@dataclass(frozen=True, slots=True)
class Compiled:
    """A condition with the fields (kind.field) that it reads."""

    run: Condition
    reads: frozenset[str]


def nearest(word: str, allowed: object) -> str:
    """``; did you mean …?`` or nothing."""
    found = get_close_matches(str(word), [str(a) for a in allowed], n=1, cutoff=0.4)  # type: ignore[attr-defined]
    return f"; did you mean {found[0]!r}?" if found else ""


def compile_condition(data: Any, kind: str) -> Compiled:
    """Compiles ``data`` for components of ``kind`` ("chain" has no fields of its own). Raises ConditionError."""
    if kind != "chain" and kind not in KINDS:
        raise ConditionError(f"there is no kind {kind!r}{nearest(kind, KINDS)}", str(kind))
    budget = [MAX_NODES]
    return _compile(data, kind, negated=False, depth=0, budget=budget)


def _compile(data: Any, kind: str, *, negated: bool, depth: int, budget: list[int]) -> Compiled:
    budget[0] -= 1
    if depth > MAX_DEPTH or budget[0] < 0:
        raise ConditionError(
            f"the condition is deeper than {MAX_DEPTH} or larger than {MAX_NODES} parts; name a predicate instead"
        )
    if not isinstance(data, Mapping):
        raise ConditionError(f"a condition is a mapping, not {data!r}", str(data))
    keys = set(data)
    if "field" in keys:
        return _test(data, kind, negated)
    if keys in ({"some", "where"}, {"every", "where"}):
        return _quantified(data, negated, depth, budget)
    if keys == {"predicate"}:
        return _predicate(data["predicate"], negated)
    if keys == {"not"}:
        return _compile(data["not"], kind, negated=not negated, depth=depth + 1, budget=budget)
    if keys in ({"all"}, {"any"}):
        (word,) = keys
        parts = data[word]
        if not isinstance(parts, list) or not parts:
            raise ConditionError(f"{word!r} takes a list of conditions", word)
        inner = [_compile(part, kind, negated=negated, depth=depth + 1, budget=budget) for part in parts]
        return _joined(inner, conjunction=(word == "all") != negated)
    odd = next((str(k) for k in data), "nothing")
    raise ConditionError(
        f"a condition cannot be made of {sorted(map(str, keys))}"
        + nearest(odd, ("field", "some", "every", "where", "all", "any", "not", "predicate", *OPERATORS)),
        odd,
    )


def _joined(inner: list[Compiled], *, conjunction: bool) -> Compiled:
    join = all_of if conjunction else any_of
    runs = [c.run for c in inner]
    return Compiled(lambda scene: join([run(scene) for run in runs]), frozenset().union(*(c.reads for c in inner)))


def _quantified(data: Mapping[str, Any], negated: bool, depth: int, budget: list[int]) -> Compiled:
    word = "some" if "some" in data else "every"
    kind = data[word]
    if kind not in KINDS:
        raise ConditionError(f"there is no kind {kind!r}{nearest(kind, KINDS)}", str(kind))
    inner = _compile(data["where"], kind, negated=negated, depth=depth + 1, budget=budget)
    join = any_of if (word == "some") != negated else all_of

    key = object()

    def run(scene: Scene) -> Outcome:
        # What is inside looks only at components of ``kind``, so it is the same wherever it is asked from.
        return scene.once(key, lambda: join([inner.run(scene.at(c)) for c in scene.chain.components(kind)]))

    return Compiled(run, inner.reads)


def _predicate(name: Any, negated: bool) -> Compiled:
    if name not in PREDICATES:
        raise ConditionError(f"there is no predicate {name!r}{nearest(name, PREDICATES)}", str(name))
    check = PREDICATES[name]

    def run(scene: Scene) -> Outcome:
        found = check(scene)
        if not negated or found.truth is None:
            return found
        return Outcome(not found.truth, found.missing, found.because)

    return Compiled(run, READS[name])


def _test(data: Mapping[str, Any], kind: str, negated: bool) -> Compiled:
    name = data["field"]
    spec = FIELDS.get(f"{kind}.{name}")
    if spec is None:
        own = [f.name for f in FIELDS.values() if f.kind == kind]
        raise ConditionError(f"{kind} has no field {name!r}{nearest(name, own)}", str(name))
    words = set(data) - {"field"}
    if len(words) != 1 or not words <= set(OPERATORS):
        odd = next(iter(words - set(OPERATORS)), "field")
        raise ConditionError(
            f"a test of {name!r} needs one of {', '.join(OPERATORS)}{nearest(odd, OPERATORS)}", str(odd)
        )
    (word,) = words
    wanted = _wanted(spec, word, data[word])

    def holds(fact: Fact) -> bool:
        hit = bool(wanted & set(fact.values))
        return (hit != (word == "lacks")) != negated

    return Compiled(lambda scene: test_field(scene, f"{scene.component}.{name}", holds), frozenset({spec.key}))


def _wanted(spec: Field, word: str, given: Any) -> frozenset[str]:
    if (word in ("has", "lacks")) != (spec.type == "set"):
        raise ConditionError(
            f"{spec.name!r} is of type {spec.type}: test it with "
            + ("'has' or 'lacks'" if spec.type == "set" else "'is' or 'in'"),
            word,
        )
    values = [given] if word == "is" else given
    if not isinstance(values, list) or not values:
        raise ConditionError(f"{word!r} takes a list of values", word)
    for value in values:
        if not isinstance(value, str):
            raise ConditionError(f"{value!r} must be written in quotation marks", str(value))
        if spec.options and value not in spec.options:
            raise ConditionError(f"{spec.name!r} has no value {value!r}{nearest(value, spec.options)}", value)
    return frozenset(values)
