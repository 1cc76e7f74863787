"""Single points of failure: whether the loss of one outside supplier stops an application. Pure.

A component stops an application when its supplier is an outside one, its alternative is no or partly, and its outage
stops the service. A kind without a field ``alternative`` or ``outage_effect`` inherits the application's. A ready fallback of the
application (alternative: yes) clears everything.

Several parts read the same fields, so three values joined one by one would name fields that no longer matter. The condition is
therefore tried out: what the components of each group of kinds amount to, and each application's own three fields, can only be
in a handful of states, and a field matters when in some of them it alone makes the difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

from vcassist.assessment.outcome import Outcome, Refs, all_of, any_of, resting_on
from vcassist.assessment.rules import Scene, is_open, test_field
from vcassist.assessment.suppliers import SUPPLIER_KINDS, outside
from vcassist.chain.facts import Chain, Fact, kind_of
from vcassist.chain.fields import FIELDS

PATH_KINDS = tuple(kind for kind in SUPPLIER_KINDS if kind != "application")
# How far the application's own fallback lets a loss through: not at all, only where a component's own alternative says so, or wholly.
READY, NOT_ASKED_OF_IT, NONE = 0, 1, 2
TRUTHS: Mapping[bool | None, tuple[bool, ...]] = {True: (True,), False: (False,), None: (False, True)}


class Group(NamedTuple):
    """Kinds that read alike: whether they have an ``alternative`` and an ``outage_effect`` of their own."""

    own_alternative: bool
    own_outage: bool

    def lets_through(self, fallback: int, stops: bool) -> bool:
        """Whether a lost component of the group stops an application in this state."""
        return fallback >= (NOT_ASKED_OF_IT if self.own_alternative else NONE) and (self.own_outage or stops)


def group_of(kind: str) -> Group:
    return Group(f"{kind}.alternative" in FIELDS, f"{kind}.outage_effect" in FIELDS)


INHERITING = Group(False, False)
GROUPS: tuple[Group, ...] = tuple(dict.fromkeys((INHERITING, *map(group_of, PATH_KINDS))))


def path_of(chain: Chain, app: str) -> list[str]:
    """An application and every component it rests on."""
    return [app, *(c for kind in PATH_KINDS for c in chain.components(kind))]


def no_alternative(fact: Fact) -> bool:
    return fact.value in ("no", "partly")


def stops(fact: Fact) -> bool:
    return fact.value == "stops"


def stops_through(scene: Scene, app: str, component: str) -> Outcome:
    """One component on an application's path: outside supplier, no alternative, and its loss stops the service."""
    group = INHERITING if component == app else group_of(kind_of(component))
    tests = [
        outside(scene, f"{component}.supplier"),
        test_field(scene, f"{component if group.own_alternative else app}.alternative", no_alternative),
        test_field(scene, f"{component if group.own_outage else app}.outage_effect", stops),
    ]
    return all_of([*tests, _not_ready(scene, app)] if group.own_alternative else tests)


def _not_ready(scene: Scene, app: str) -> Outcome:
    """The application itself has no ready fallback; one that does not apply to it is none."""
    ref = f"{app}.alternative"
    fact = scene.chain.get(ref)
    if fact is None or fact.open:
        return Outcome(None, (ref,), (ref,) if fact else ())
    return resting_on(fact.value != "yes", ref)


def weak_component(scene: Scene, component: str) -> Outcome:
    """What a component's own fields say: an outside supplier, and no alternative and a stop where it has such fields."""
    group = group_of(kind_of(component))
    tests = [outside(scene, f"{component}.supplier")]
    if group.own_alternative:
        tests.append(test_field(scene, f"{component}.alternative", no_alternative))
    if group.own_outage:
        tests.append(test_field(scene, f"{component}.outage_effect", stops))
    return all_of(tests)


def weak_link(scene: Scene, group: Group) -> Outcome:
    """Some component of the group is weak by its own fields; the same for every application of a chain."""
    components = (c for kind in PATH_KINDS if group_of(kind) == group for c in scene.chain.components(kind))
    return scene.once(("weak link", group), lambda: any_of([weak_component(scene, c) for c in components]))


class State(NamedTuple):
    """What an application's own fields can still be: supplier an outside one?, fallback, does its loss stop the service?"""

    outside: tuple[bool, ...]
    fallback: tuple[int, ...]
    stops: tuple[bool, ...]


def state_of(scene: Scene, app: str) -> State:
    fallback = scene.chain.get(f"{app}.alternative")
    if is_open(fallback):
        levels: tuple[int, ...] = (READY, NOT_ASKED_OF_IT, NONE)
    elif fallback is None or fallback.status == "not_applicable":
        levels = (NOT_ASKED_OF_IT,)
    else:
        levels = (NONE,) if no_alternative(fallback) else (READY,)
    return State(
        TRUTHS[outside(scene, f"{app}.supplier").truth],
        levels,
        TRUTHS[test_field(scene, f"{app}.outage_effect", stops).truth],
    )


OWN_FIELDS = ("supplier", "alternative", "outage_effect")
World = tuple[bool, ...]
Own = tuple[bool, int, bool]


def stopped(weak: World, own: Own) -> bool:
    """Whether an application stops when everything is decided: ``weak`` for each of GROUPS, and its own three fields."""
    is_outside, fallback, stop = own
    return any(
        (there or (is_outside and group == INHERITING)) and group.lets_through(fallback, stop)
        for group, there in zip(GROUPS, weak, strict=True)
    )


@dataclass(frozen=True)
class Trial:
    """Applications in their states and the weak links of a chain, tried out over everything that is still open."""

    states: Mapping[State, Sequence[str]]
    links: tuple[Outcome, ...]

    @cached_property
    def worlds(self) -> list[World]:
        return list(product(*(TRUTHS[link.truth] for link in self.links)))

    @cached_property
    def table(self) -> Mapping[tuple[State, World], Mapping[Own, bool]]:
        """For each state and world what each way of filling in the application's own fields comes to."""
        return {
            (state, world): {own: stopped(world, own) for own in product(*state)}
            for state in self.states
            for world in self.worlds
        }

    def always(self, state: State, world: World) -> bool:
        return all(self.table[state, world].values())

    def settled(self, world: World) -> bool:
        """Some application stops in this world, whatever its own open fields turn out to be."""
        return any(self.always(state, world) for state in self.states)

    @property
    def truth(self) -> bool | None:
        if all(self.settled(world) for world in self.worlds):
            return True
        possible = any(any(ways.values()) for ways in self.table.values())
        return None if possible else False

    def deciding(self) -> tuple[dict[State, list[str]], list[int]]:
        """Which of its own fields can make the difference for the applications of a state, and which of the weak links."""
        undecided = [world for world in self.worlds if not self.settled(world)]
        own = {
            state: [
                name
                for at, name in enumerate(OWN_FIELDS)
                if any(_turns(self.table[state, world], at) for world in undecided)
            ]
            for state in self.states
        }
        links = [at for at in range(len(GROUPS)) if any(self._link_turns(world, at) for world in undecided)]
        return own, links

    def _link_turns(self, world: World, at: int) -> bool:
        """In a world in which a link holds and nothing is settled: somebody stops once it is weak."""
        other = (*world[:at], True, *world[at + 1 :])
        if world[at] or other not in self.worlds:
            return False
        return any(
            self.table[state, other][own] and not stops_now
            for state in self.states
            for own, stops_now in self.table[state, world].items()
        )


def _turns(ways: Mapping[Own, bool], at: int) -> bool:
    """Two ways that differ in one place only come to different ends."""
    ends: dict[Own, set[bool]] = {}
    for own, end in ways.items():
        rest = (*own[:at], None, *own[at + 1 :])
        ends.setdefault(rest, set()).add(end)  # type: ignore[arg-type]
    return any(len(found) > 1 for found in ends.values())


def stops_application(scene: Scene, app: str) -> Outcome:
    """One application: whether the loss of a single outside supplier stops it."""
    return some_stops(scene, (app,))


def some_stops(scene: Scene, apps: Iterable[str]) -> Outcome:
    """Whether the loss of one outside supplier stops one of these applications.

    The cost is the number of applications plus that of the components, not their product.
    """
    states: dict[State, list[str]] = {}
    for app in apps:
        states.setdefault(state_of(scene, app), []).append(app)
    trial = Trial(states, tuple(weak_link(scene, group) for group in GROUPS))
    truth = trial.truth
    if truth is None:
        own, links = trial.deciding()
        lacks: list[str | Refs] = [
            f"{app}.{name}" for state, names in own.items() for app in states[state] for name in names
        ]
        lacks += [trial.links[at].lacks for at in links]
        return Outcome(None, tuple(lacks), tuple(_grounds(scene, states, trial)))
    if truth is False:
        grounds = tuple(_grounds(scene, states, trial))
        return Outcome(False, (), grounds, grounds)
    return _stopping(scene, trial)


def _grounds(scene: Scene, states: Mapping[State, Sequence[str]], trial: Trial) -> Iterator[str | Refs]:
    """What was looked at: each application's own fields, the fallback alone where it is ready, and the weak links."""
    for state, apps in states.items():
        names = ("alternative",) if state.fallback == (READY,) else OWN_FIELDS
        yield from (ref for app in apps for name in names if (ref := f"{app}.{name}") in scene.chain.facts)
    if any(state.fallback != (READY,) for state in states):
        yield from (link.grounds for link in trial.links if link.grounds)


def _stopping(scene: Scene, trial: Trial) -> Outcome:
    """What stops the applications that surely stop."""
    firm = tuple(link.truth is True for link in trial.links)
    grounds: list[str | Refs] = []
    used: set[int] = set()
    stopping = [state for state in trial.states if trial.always(state, firm)]
    for state in stopping:
        least = min(state.fallback), min(state.stops)
        ways = [at for at, group in enumerate(GROUPS) if firm[at] and group.lets_through(*least)]
        used.update(ways)
        own = state.outside == (True,) and INHERITING.lets_through(*least)
        names = OWN_FIELDS if own else OWN_FIELDS[1:]
        grounds += [
            ref for app in trial.states[state] for name in names if (ref := f"{app}.{name}") in scene.chain.facts
        ]
    grounds += [trial.links[at].grounds for at in sorted(used)]
    return Outcome(True, (), tuple(grounds), tuple(grounds))
