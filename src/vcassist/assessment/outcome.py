"""Three-valued outcomes of conditions, and how they join. What an outcome rests on is kept nested and shared, never copied.

A rule on five hundred components would otherwise repeat the same long list at each of them; it is written out only where
somebody looks at it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

Refs: TypeAlias = "tuple[str | Refs, ...]"


class Outcome(NamedTuple):
    """``truth`` is True, False or None (open).

    ``lacks``: the open references that could still change it. ``grounds``: the references of the facts that it rests on.
    ``pivots``: of the grounds of a decided outcome those that could turn it alone; it may name too many, never too few.
    """

    truth: bool | None
    lacks: Refs = ()
    grounds: Refs = ()
    pivots: Refs = ()

    @property
    def missing(self) -> frozenset[str]:
        """The open references that could still change it; none once it is decided."""
        return frozenset(flat(self.lacks))

    @property
    def because(self) -> tuple[str, ...]:
        """The references of the facts that it rests on, each once."""
        return tuple(dict.fromkeys(flat(self.grounds)))

    def negated(self) -> Outcome:
        """The outcome of the opposite condition: what is open stays open."""
        return self if self.truth is None else self._replace(truth=not self.truth)


def resting_on(truth: bool | None, *refs: str) -> Outcome:
    """An outcome that facts decide (or, for None, that the register leaves open for good)."""
    return Outcome(truth, (), refs, refs)


def flat(refs: Refs) -> Iterator[str]:
    """Every reference in a nested tuple, in order, as often as it stands there."""
    for each in refs:
        if isinstance(each, str):
            yield each
        else:
            yield from flat(each)


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Three-valued conjunction. Every outcome is looked at, so that ``because`` and ``missing`` are complete."""
    return _joined(outcomes, decisive=False)


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Three-valued disjunction."""
    return _joined(outcomes, decisive=True)


def _joined(outcomes: Iterable[Outcome], *, decisive: bool) -> Outcome:
    """One ``decisive`` outcome settles it; without one, an open outcome leaves it open."""
    seen = outcomes if isinstance(outcomes, list) else list(outcomes)
    if len(seen) == 1:
        return seen[0]
    settled = [o for o in seen if o.truth is decisive]
    if settled:
        # Where several settle it, turning one of them turns nothing.
        pivots = settled[0].pivots if len(settled) == 1 else ()
        return Outcome(decisive, (), _nested([o.grounds for o in settled]), pivots)
    grounds = _nested([o.grounds for o in seen])
    still = [o for o in seen if o.truth is None]
    if still:
        return Outcome(None, _nested([o.lacks for o in still]), grounds)
    return Outcome(not decisive, (), grounds, _nested([o.pivots for o in seen]))


def _nested(parts: list[Refs]) -> Refs:
    kept = [part for part in parts if part]
    return kept[0] if len(kept) == 1 else tuple(kept)
