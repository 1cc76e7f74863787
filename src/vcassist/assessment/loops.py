"""Feedback loops of a chain, found and named, guarded or not. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vcassist.assessment.dependencies import Pair, circles
from vcassist.chain.facts import Chain, kind_of

Stations = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FeedbackLoop:
    """``stations``: the components at each step of the way, first and last the same; several where nobody told them apart.

    ``guarded`` is None while that is open; ``guards`` are the fields.
    """

    name: str
    stations: Stations
    guarded: bool | None
    because: tuple[str, ...]
    guards: tuple[str, ...]

    @property
    def path(self) -> tuple[str, ...]:
        """The first component of each station."""
        return tuple(station[0] for station in self.stations)

    @property
    def word(self) -> str:
        return {True: "guarded", False: "unguarded", None: "guarded or not is open"}[self.guarded]

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "path": list(self.path),
            "stations": [list(station) for station in self.stations],
            "guarded": self.guarded,
            "because": list(self.because),
            "guards": list(self.guards),
        }


def feedback_loops(chain: Chain, drawn: Sequence[Pair] = ()) -> tuple[FeedbackLoop, ...]:
    """Loops that a person told of, and those that the dependencies they drew (what rests, what it rests on) close.

    Told of are results that flow back into what is learnt from, and models that label for models. Such a loop runs through all
    components of a kind: which of them it is was not asked.
    """
    told = tuple(_told(chain))
    closed = (_closed(circle, chain) for circle in circles(chain, drawn))
    return (*told, *(loop for loop in closed if not any(_covers(one, loop) for one in told)))


def _told(chain: Chain) -> Iterator[FeedbackLoop]:
    back: Stations
    guards: tuple[str, ...]
    data, model, app = (_present(chain, kind) for kind in ("data", "model", "application"))
    labels = [f"{c}.quality_checked" for c in chain.mentioned("labelling")]
    for monitoring in chain.mentioned("monitoring"):
        ref = f"{monitoring}.feedback_reused"
        if chain.value(ref) in ("yes", "partly"):
            guards = (f"{monitoring}.performance_tracked", *labels)
            back = (data, model, app, (monitoring,), data)
            yield _loop("results flow back into what is learnt from", back, (ref,), guards, chain)
    for labelling in chain.mentioned("labelling"):
        fact = chain.get(f"{labelling}.done_by")
        if fact is not None and "model" in fact.values:
            back, guards = (model, (labelling,), model), (f"{labelling}.quality_checked",)
            yield _loop("a model labels what a model learns from", back, (fact.ref,), guards, chain)


def _present(chain: Chain, kind: str) -> tuple[str, ...]:
    """The components of a kind but for those that there are none of; the kind itself where nothing else is left."""
    return tuple(c for c in chain.mentioned(kind) if not chain.absent(c)) or (kind,)


def _closed(circle: Sequence[str], chain: Chain) -> FeedbackLoop:
    """The loop that a drawn dependency closes: somebody has to watch how well it works, and check the labels on its way."""
    guards = (
        *(f"{c}.performance_tracked" for c in chain.components("monitoring")),
        *(f"{c}.quality_checked" for c in dict.fromkeys(circle) if kind_of(c) == "labelling"),
    )
    return _loop("a dependency that was drawn closes a circle", tuple((c,) for c in circle), (), guards, chain)


def _covers(told: FeedbackLoop, closed: FeedbackLoop) -> bool:
    """Whether a circle is a part of a loop that was told of: it enters the same kind from the same component."""
    return closed.path[0] in told.stations[0] and closed.path[-2] in told.stations[-2]


def _loop(
    name: str, stations: Stations, because: tuple[str, ...], guards: tuple[str, ...], chain: Chain
) -> FeedbackLoop:
    values = [chain.value(guard) for guard in guards]
    weak = any(value in ("no", "partly") for value in values)
    guarded = False if weak else None if None in values else True
    return FeedbackLoop(name, stations, guarded, (*because, *(g for g in guards if chain.get(g))), guards)
