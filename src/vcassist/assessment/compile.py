"""Turns a rule's condition from plain data into a Condition, refusing anything the vocabulary does not have.

Refusals say what is wrong and the nearest right name; the loader adds file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from vcassist.assessment.outcome import Outcome, all_of, any_of
from vcassist.assessment.predicates import PREDICATES, READS
from vcassist.assessment.rules import MAX_DEPTH, MAX_NODES, Across, Condition, Scene, test_field
from vcassist.chain.facts import Fact
from vcassist.chain.fields import FIELDS, KINDS, Field

OPERATORS = ("is", "in", "has", "lacks")
Holds = Callable[[Fact], bool]


class ConditionError(ValueError):
    """What in the condition cannot be compiled. ``key`` is the offending word, for finding its line."""

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key


@dataclass(frozen=True, slots=True)
class Compiled:
    """A condition with the fields (kind.field) that it reads.

    ``own``: those read on the component at hand alone. ``across``: the parts that are the same for every component.
    """

    run: Condition
    reads: frozenset[str]
    own: frozenset[str] = frozenset()
    across: tuple[Across, ...] = ()


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
    _within(depth, budget)
    if not isinstance(data, Mapping):
        raise ConditionError(f"a condition is a mapping, not {data!r}", str(data))
    keys = set(data)
    if "field" in keys:
        return _tested([data], kind, negated, conjunction=True)
    if keys in ({"some", "where"}, {"every", "where"}):
        return _quantified(data, negated, depth, budget)
    if keys == {"predicate"}:
        return _predicate(data["predicate"], negated)
    if keys == {"not"}:
        return _compile(data["not"], kind, negated=not negated, depth=depth + 1, budget=budget)
    if keys in ({"all"}, {"any"}):
        (word,) = keys
        return _joined(data[word], word, kind, negated, depth, budget)
    odd = next((str(k) for k in data), "nothing")
    raise ConditionError(
        f"a condition cannot be made of {sorted(map(str, keys))}"
        + nearest(odd, ("field", "some", "every", "where", "all", "any", "not", "predicate", *OPERATORS)),
        odd,
    )


def _within(depth: int, budget: Sequence[int]) -> None:
    if depth > MAX_DEPTH or budget[0] < 0:
        raise ConditionError(
            f"the condition is deeper than {MAX_DEPTH} or larger than {MAX_NODES} parts; name a predicate instead"
        )


def _joined(parts: Any, word: str, kind: str, negated: bool, depth: int, budget: list[int]) -> Compiled:
    if not isinstance(parts, list) or not parts:
        raise ConditionError(f"{word!r} takes a list of conditions", word)
    conjunction = (word == "all") != negated
    join = all_of if conjunction else any_of
    tests: dict[str, list[Mapping[str, Any]]] = {}
    inner = []
    for part in parts:
        if isinstance(part, Mapping) and "field" in part:
            tests.setdefault(str(part["field"]), []).append(part)
        else:
            inner.append(_compile(part, kind, negated=negated, depth=depth + 1, budget=budget))
    # What is asked of one field beside itself is one test: two of them would each hold the other for open.
    budget[0] -= sum(map(len, tests.values()))
    _within(depth + 1, budget)
    inner = [*(_tested(group, kind, negated, conjunction) for group in tests.values()), *inner]
    reads: frozenset[str] = frozenset()
    for part in inner:
        if twice := sorted(reads & part.reads):
            name = twice[0].partition(".")[2]
            raise ConditionError(
                f"{twice[0]} is read in two places, and then three values cannot tell what is still open; "
                "test it in one place, or name a predicate",
                name,
            )
        reads |= part.reads
    runs = [c.run for c in inner]
    return Compiled(
        lambda scene: join([run(scene) for run in runs]),
        reads,
        frozenset().union(*(c.own for c in inner)),
        tuple(part for c in inner for part in c.across),
    )


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

    return Compiled(run, inner.reads, across=(Across(run, inner.reads),))


def _predicate(name: Any, negated: bool) -> Compiled:
    if name not in PREDICATES:
        raise ConditionError(f"there is no predicate {name!r}{nearest(name, PREDICATES)}", str(name))
    check = PREDICATES[name]
    return Compiled((lambda scene: check(scene).negated()) if negated else check, READS[name])


def _tested(tests: Sequence[Mapping[str, Any]], kind: str, negated: bool, conjunction: bool) -> Compiled:
    """One or several tests of one field, of which all or any have to hold."""
    found = [_test(data, kind, negated) for data in tests]
    spec = found[0][0]
    holds = _together([holds for _, holds in found], conjunction)
    tail = f".{spec.name}"
    key = frozenset({spec.key})
    return Compiled(lambda scene: test_field(scene, scene.component + tail, holds), key, key)


def _together(checks: Sequence[Holds], conjunction: bool) -> Holds:
    if len(checks) == 1:
        return checks[0]
    whole = all if conjunction else any
    return lambda fact: whole(check(fact) for check in checks)


def _test(data: Mapping[str, Any], kind: str, negated: bool) -> tuple[Field, Holds]:
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
    wants_hit = (word != "lacks") != negated
    if spec.type == "set":
        return spec, lambda fact: wanted.isdisjoint(fact.values) != wants_hit
    return spec, lambda fact: (fact.value in wanted) == wants_hit


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
