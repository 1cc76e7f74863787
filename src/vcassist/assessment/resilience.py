"""Single points of failure: whether the loss of one outside supplier stops an application. Pure.

A component stops an application when its supplier is an outside one, its alternative is no or partly, and its outage
stops the service. A kind without a field ``alternative`` or ``outage_effect`` inherits the application's. A ready fallback of the
application (alternative: yes) clears everything.
"""

from __future__ import annotations

from vcassist.assessment.rules import Outcome, Scene, all_of, any_of, is_open, test_field
from vcassist.assessment.suppliers import SUPPLIER_KINDS, outside
from vcassist.chain.facts import Chain, Fact, kind_of
from vcassist.chain.fields import FIELDS

PATH_KINDS = tuple(kind for kind in SUPPLIER_KINDS if kind != "application")


def path_of(chain: Chain, app: str) -> list[str]:
    """An application and every component it rests on."""
    return [app, *(c for kind in PATH_KINDS for c in chain.components(kind))]


def no_alternative(fact: Fact) -> bool:
    return fact.value in ("no", "partly")


def stops(fact: Fact) -> bool:
    return fact.value == "stops"


def stops_through(scene: Scene, app: str, component: str) -> Outcome:
    """One component on an application's path: outside supplier, no alternative, and its loss stops the service."""
    kind = kind_of(component)
    alternative = f"{component if f'{kind}.alternative' in FIELDS else app}.alternative"
    outage = f"{component if f'{kind}.outage_effect' in FIELDS else app}.outage_effect"
    tests = [
        outside(scene, f"{component}.supplier"),
        test_field(scene, alternative, no_alternative),
        test_field(scene, outage, stops),
        *fallback_open(scene, app),
    ]
    return all_of(tests)


def fallback_open(scene: Scene, app: str) -> list[Outcome]:
    """The application's own fallback, while it is open, could clear what stops it."""
    ref = f"{app}.alternative"
    return [Outcome(None, frozenset({ref}))] if is_open(scene.chain.get(ref)) else []


def stops_application(scene: Scene, app: str) -> Outcome:
    """One application: whether the loss of a single outside supplier stops it.

    The same as any of ``stops_through`` over its path. What does not depend on the application is worked out once a chain, so
    that many applications over many components cost their sum and not their product.
    """
    fallback = f"{app}.alternative"
    ready = scene.chain.get(fallback)
    if ready is not None and ready.status == "known" and ready.value == "yes":
        return Outcome(False, because=(fallback,))
    parts = [stops_through(scene, app, app)]
    for kind in PATH_KINDS:
        tests = [_weak_link(scene, kind)]
        if f"{kind}.alternative" not in FIELDS:
            tests.append(test_field(scene, fallback, no_alternative))
        if f"{kind}.outage_effect" not in FIELDS:
            tests.append(test_field(scene, f"{app}.outage_effect", stops))
        parts.append(all_of([*tests, *fallback_open(scene, app)]))
    return any_of(parts)


def _weak_link(scene: Scene, kind: str) -> Outcome:
    """Some component of the kind fulfils what the kind's own fields can say."""

    def one(component: str) -> Outcome:
        tests = [outside(scene, f"{component}.supplier")]
        if f"{kind}.alternative" in FIELDS:
            tests.append(test_field(scene, f"{component}.alternative", no_alternative))
        if f"{kind}.outage_effect" in FIELDS:
            tests.append(test_field(scene, f"{component}.outage_effect", stops))
        return all_of(tests)

    return scene.once(("weak link", kind), lambda: any_of(one(c) for c in scene.chain.components(kind)))
