"""Where the loss of one outside supplier stops the service, and the smallest change that ends it. Pure.

What counts as stopping is in ``resilience``; here the applications and components are joined supplier by supplier.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from vcassist.assessment.dependencies import Pair, applications_on
from vcassist.assessment.register import Register
from vcassist.assessment.resilience import (
    GROUPS,
    INHERITING,
    PATH_KINDS,
    Group,
    group_of,
    no_alternative,
    state_of,
    stops,
    weak_component,
)
from vcassist.assessment.rules import Scene, test_field
from vcassist.assessment.suppliers import outside
from vcassist.chain.facts import Chain


@dataclass(frozen=True, slots=True)
class Link:
    """One component of a supplier, and the applications that stop with it (the application itself where it is one).

    ``passed_on``: the ways by which these, once they stop, stop further applications that rest on them by what was drawn.
    """

    component: str
    stops: tuple[str, ...]
    passed_on: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """A supplier ("" where it is withheld) whose loss alone stops applications.

    ``links`` are the paths: supplier → component → applications. ``clears`` is the smallest set of changes that together end it.
    """

    supplier: str
    links: tuple[Link, ...]
    because: tuple[str, ...]
    clears: tuple[str, ...]

    @property
    def stops(self) -> tuple[str, ...]:
        """The applications that stop, each once."""
        first = (app for link in self.links for app in link.stops)
        return tuple(dict.fromkeys((*first, *(way[-1] for link in self.links for way in link.passed_on))))

    def as_json(self) -> dict[str, Any]:
        return {
            "supplier": self.supplier or None,
            "stops": list(self.stops),
            "paths": [
                {
                    "component": link.component,
                    "stops": list(link.stops),
                    "passed_on": [list(way) for way in link.passed_on],
                }
                for link in self.links
            ],
            "because": list(self.because),
            "clears": list(self.clears),
        }


def single_points(chain: Chain, register: Register, drawn: Sequence[Pair] = ()) -> tuple[SinglePoint, ...]:
    """Every supplier whose loss alone stops an application; first the one that stops most.

    ``drawn`` are dependencies that a person drew: (what rests, what it rests on).
    """
    scene = Scene(chain, register, "chain")
    by_supplier: dict[str, list[Link]] = {}
    for link in _passed_on(scene, list(_links(scene)), drawn):
        name = chain.value(f"{link.component}.supplier")
        # Each withheld supplier stands alone: nobody knows whether two of them are one.
        key = register.same_key(name) if name else f"?{link.component}"
        by_supplier.setdefault(key, []).append(link)
    found = [
        SinglePoint(
            "" if key.startswith("?") else register.canonical(chain.value(f"{links[0].component}.supplier") or ""),
            tuple(links),
            _because(links, chain),
            smallest_change(links),
        )
        for key, links in by_supplier.items()
    ]
    return tuple(sorted(found, key=lambda point: (-len(point.stops), -len(point.links), point.supplier)))


def _links(scene: Scene) -> Iterator[Link]:
    """Every component whose outside supplier alone surely stops an application."""
    reached: dict[Group, list[str]] = {group: [] for group in GROUPS}
    for app in scene.chain.components("application"):
        state = state_of(scene, app)
        least = min(state.fallback), min(state.stops)
        for group in GROUPS:
            if group.lets_through(*least):
                reached[group].append(app)
        if outside(scene, f"{app}.supplier").truth and INHERITING.lets_through(*least):
            yield Link(app, (app,))
    stopped = {group: tuple(apps) for group, apps in reached.items()}
    for kind in PATH_KINDS:
        apps = stopped[group_of(kind)]
        for component in scene.chain.components(kind) if apps else ():
            if weak_component(scene, component).truth:
                yield Link(component, apps)


def _passed_on(scene: Scene, links: Sequence[Link], drawn: Sequence[Pair]) -> list[Link]:
    """The links with what their loss stops further on.

    An application passes its stop on as any component does: without an alternative, and if its outage stops the service. One
    with a ready fallback of its own does not mind.
    """
    on = applications_on(scene.chain, drawn)
    passing = {
        app: ways
        for app, ways in on.items()
        if test_field(scene, f"{app}.alternative", no_alternative).truth
        and test_field(scene, f"{app}.outage_effect", stops).truth
    }
    above = {app for ways in passing.values() for app in ways}
    group = group_of("application")
    exposed = {
        app
        for app in above
        if (state := state_of(scene, app)) and group.lets_through(min(state.fallback), min(state.stops))
    }
    reached: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for link in links if exposed else ():
        if link.stops not in reached:
            reached[link.stops] = _ways_on(link.stops, passing, exposed)
    return [replace(link, passed_on=reached.get(link.stops, ())) for link in links]


def _ways_on(
    stopped: Sequence[str], passing: Mapping[str, Mapping[str, tuple[str, ...]]], exposed: set[str]
) -> tuple[tuple[str, ...], ...]:
    """The way to each further application, from one that stops first."""
    ways: dict[str, tuple[str, ...]] = {app: (app,) for app in stopped}
    queue = list(stopped)
    for at in queue:
        for app, way in passing.get(at, {}).items():
            if app in exposed and app not in ways:
                ways[app] = (*ways[at], *way[1:])
                queue.append(app)
    return tuple(way for app, way in ways.items() if app not in stopped)


def _because(links: Sequence[Link], chain: Chain) -> tuple[str, ...]:
    own = (f"{link.component}.{name}" for link in links for name in ("supplier", "alternative", "outage_effect"))
    first = (app for link in links for app in link.stops)
    apps = dict.fromkeys((*first, *(c for link in links for way in link.passed_on for c in way)))
    theirs = (f"{app}.{name}" for app in apps for name in ("alternative", "outage_effect"))
    return tuple(dict.fromkeys(ref for ref in (*own, *theirs) if ref in chain.facts))


def smallest_change(links: Sequence[Link]) -> tuple[str, ...]:
    """The fewest changes (``reference=value``) that together leave no link: fallbacks for applications, or other components.

    What is passed on ends with what stops first. Components that read alike stop the same applications, so that in a smallest set either all of them are changed or none.
    """
    apart: dict[Group, list[Link]] = {}
    own: dict[str, None] = {}
    for link in links:
        if link.component in link.stops:
            own[link.component] = None
        else:
            apart.setdefault(group_of(link.component.partition("-")[0]), []).append(link)
    best: tuple[str, ...] | None = None
    for size in range(len(apart) + 1):
        for changed in combinations(apart, size):
            tried = _change(changed, apart, own)
            if best is None or len(tried) < len(best):
                best = tried
    return best or ()


def _change(
    changed: Sequence[Group], apart: Mapping[Group, Sequence[Link]], own: Mapping[str, None]
) -> tuple[str, ...]:
    """The changes when the components of the groups ``changed`` are replaced and all others are met by a fallback."""
    apps = {**own}
    for group, links in apart.items():
        if group not in changed:
            apps |= dict.fromkeys(links[0].stops)
    components = (
        f"{link.component}.alternative=yes" if group.own_alternative else f"{link.component}.supplier=self"
        for group in changed
        for link in apart[group]
    )
    return (*(f"{app}.alternative=yes" for app in apps), *components)
