"""Where the loss of one outside supplier stops the service, and the smallest change that ends it. Pure.

What counts as stopping is in ``resilience``; here the applications and components are joined supplier by supplier.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from vcassist.assessment.register import Register
from vcassist.assessment.resilience import GROUPS, INHERITING, PATH_KINDS, Group, group_of, state_of, weak_component
from vcassist.assessment.rules import Scene
from vcassist.assessment.suppliers import outside
from vcassist.chain.facts import Chain


@dataclass(frozen=True, slots=True)
class Link:
    """One component of a supplier, and the applications that stop with it (the application itself where it is one)."""

    component: str
    stops: tuple[str, ...]


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
        return tuple(dict.fromkeys(app for link in self.links for app in link.stops))

    def as_json(self) -> dict[str, Any]:
        return {
            "supplier": self.supplier or None,
            "stops": list(self.stops),
            "paths": [{"component": link.component, "stops": list(link.stops)} for link in self.links],
            "because": list(self.because),
            "clears": list(self.clears),
        }


def single_points(chain: Chain, register: Register) -> tuple[SinglePoint, ...]:
    """Every supplier whose loss alone stops an application; first the one that stops most."""
    scene = Scene(chain, register, "chain")
    by_supplier: dict[str, list[Link]] = {}
    for link in _links(scene):
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


def _because(links: Sequence[Link], chain: Chain) -> tuple[str, ...]:
    own = (f"{link.component}.{name}" for link in links for name in ("supplier", "alternative", "outage_effect"))
    apps = dict.fromkeys(app for link in links for app in link.stops)
    theirs = (f"{app}.{name}" for app in apps for name in ("alternative", "outage_effect"))
    return tuple(dict.fromkeys(ref for ref in (*own, *theirs) if ref in chain.facts))


def smallest_change(links: Sequence[Link]) -> tuple[str, ...]:
    """The fewest changes (``reference=value``) that together leave no link: fallbacks for applications, or other components.

    Components that read alike stop the same applications, so that in a smallest set either all of them are changed or none.
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
