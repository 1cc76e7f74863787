"""Chains for tests of the assessment: drawn field by field, and completed in every way that matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from hypothesis import strategies as st
from worlds import NOT_APPLICABLE, SECRET, UNKNOWN, WITHHELD
from worlds import chain as made

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.chain.fields import FIELDS

OPEN: tuple[Any, ...] = (None, UNKNOWN, WITHHELD, SECRET)
# Among the values of an open field: it stays as it is.
AS_IS = ...


def drawn(data: st.DataObject, choices: Mapping[str, Sequence[Any]], open_at_most: int = 99) -> Chain:
    """A chain with one of ``choices`` for each reference; None leaves it unasked. After ``open_at_most`` open ones only decided values."""
    facts: dict[str, Any] = {}
    left = open_at_most
    for ref, values in choices.items():
        allowed = [v for v in values if left > 0 or not is_open(v)]
        value = data.draw(st.sampled_from(allowed), label=ref)
        left -= is_open(value)
        if value is not None:
            facts[ref] = value
    return made(facts)


def is_open(value: Any) -> bool:
    return value is None or (isinstance(value, Mapping) and value["status"] in ("unknown", "withheld"))


def completions(chain: Chain, values: Mapping[str, Sequence[Any]]) -> Iterator[Chain]:
    """The chain with its open fields among ``values`` decided in every way."""
    undecided = [ref for ref in values if (fact := chain.get(ref)) is None or fact.open]
    for combination in product(*(values[ref] for ref in undecided)):
        answers = [fact_of(ref, value) for ref, value in zip(undecided, combination, strict=True)]
        yield fold([*chain.facts.values(), *answers])


def deciding(
    chain: Chain, fillings: Mapping[str, Sequence[Any]], says: Callable[[Chain], object]
) -> tuple[set[str], set[object]]:
    """Brute force: the references for which two ways of filling in the fields, apart there only, are judged differently.

    Also what all ways of filling in come to. ``fillings`` maps each open field to what it may turn out to be.
    """
    refs = list(fillings)
    verdicts = {}
    for way in product(*(range(len(fillings[ref])) for ref in refs)):
        chosen = {ref: fillings[ref][n] for ref, n in zip(refs, way, strict=True)}
        facts = {ref: fact_of(ref, value) for ref, value in chosen.items() if value is not AS_IS}
        verdicts[way] = says(Chain({**chain.facts, **facts}))
    found = set()
    for at, ref in enumerate(refs):
        ends: dict[tuple[int, ...], set[object]] = {}
        for way, verdict in verdicts.items():
            ends.setdefault((*way[:at], *way[at + 1 :]), set()).add(verdict)
        if any(len(end) > 1 for end in ends.values()):
            found.add(ref)
    return found, set(verdicts.values())


def fact_of(ref: str, value: Any) -> Fact:
    if isinstance(value, Mapping):
        return Fact(ref, value["status"], by=value.get("by"))
    return Fact(ref, "known", tuple(value) if isinstance(value, list) else value)


def representative(key: str, mentioned: set[str]) -> list[Any]:
    """Values that stand for all a field can have: each single one, those a rule mentions together, and not applicable."""
    spec = FIELDS[key]
    if spec.type != "set":
        return [*spec.options, NOT_APPLICABLE]
    other = [v for v in spec.options if v not in mentioned][:2]
    together = [v for v in spec.options if v in mentioned and v not in ("none", "nobody")]
    singles = [[v] for v in spec.options if v in mentioned or v in other]
    return [*singles, *([together] if len(together) > 1 else []), NOT_APPLICABLE]
