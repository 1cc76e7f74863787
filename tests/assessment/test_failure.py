"""Single points of failure as a figure: what removal shows, with the paths and the smallest change that ends it."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

from chains import drawn
from definitions import REGISTER, SPOF_VALUES, canon, is_dark, stops_when_removed
from hypothesis import given
from hypothesis import strategies as st
from worlds import NOT_APPLICABLE, WITHHELD
from worlds import chain as made

from vcassist.assessment.failure import SinglePoint, single_points
from vcassist.assessment.resilience import path_of
from vcassist.assessment.scenario import changed, parse_change
from vcassist.chain.facts import Chain

CHOICES: dict[str, list[Any]] = {
    **{ref: [*values, *([WITHHELD] if ref.endswith("supplier") else [])] for ref, values in SPOF_VALUES.items()},
    "data.supplier": ["self", "Tidecloud", "Loner"],
    "storage-2.supplier": ["Tidecloud", "self"],
    "labelling.supplier": ["self", NOT_APPLICABLE],
}


def lost_name(point: SinglePoint, chain: Chain) -> str:
    return canon(point.supplier) if point.supplier else f"withheld {point.links[0].component}"


@given(data=st.data())
def test_the_points_are_exactly_the_suppliers_whose_removal_stops_an_application(data: st.DataObject) -> None:
    chain = drawn(data, CHOICES)
    named = {canon(str(f.value)) for f in chain.facts.values() if f.ref.endswith(".supplier") and f.status == "known"}
    dark = {f"withheld {f.component}" for f in chain.facts.values() if f.ref.endswith(".supplier") and is_dark(f)}
    stopping = {name for name in {*named, *dark} if stops_when_removed(chain, name)}
    assert {lost_name(point, chain).lower() for point in single_points(chain, REGISTER)} == {
        n.lower() for n in stopping
    }


@given(data=st.data())
def test_each_path_leads_through_a_component_of_the_supplier_to_an_application_that_stops(data: st.DataObject) -> None:
    chain = drawn(data, CHOICES)
    for point in single_points(chain, REGISTER):
        for link in point.links:
            told = chain.value(f"{link.component}.supplier")
            assert (REGISTER.canonical(told) if told else "") == point.supplier
            for app in link.stops:
                assert link.component in path_of(chain, app)
                alone = {f.ref: f for f in chain.facts.values() if _about(f.ref, app, link.component)}
                assert stops_when_removed(Chain(alone), lost_name(point, chain)), (app, link.component)


def _about(ref: str, app: str, component: str) -> bool:
    """Facts on the application and the component, but for the suppliers of all others."""
    own = ref.partition(".")[0]
    return own == component or (own == app and not ref.endswith(".supplier"))


@given(data=st.data())
def test_the_smallest_change_ends_it_and_none_is_smaller(data: st.DataObject) -> None:
    chain = drawn(data, CHOICES)
    for point in single_points(chain, REGISTER):
        name = lost_name(point, chain)
        after = changed(chain, [parse_change(change) for change in point.clears])
        assert not stops_when_removed(after, name)
        possible = [
            f"{component}.{field}"
            for component in dict.fromkeys((*point.stops, *(link.component for link in point.links)))
            for field in ("alternative=yes", "supplier=self")
            if not (field.startswith("alternative") and component.partition("-")[0] in ("data", "labelling", "storage"))
        ]
        for fewer in combinations(possible, len(point.clears) - 1):
            tried = changed(chain, [parse_change(change) for change in fewer])
            assert stops_when_removed(tried, name), f"{fewer} would do as well as {point.clears}"


# --- dependencies that a person drew ----------------------------------------------------------------------------------
APPS = ("application", "application-2", "application-3")
MANY_APPS: dict[str, list[Any]] = {
    **CHOICES,
    **{f"{app}.supplier": ["self", "Loner", "Tidecloud"] for app in APPS},
    **{f"{app}.alternative": ["yes", "no", "partly", NOT_APPLICABLE] for app in APPS},
    **{f"{app}.outage_effect": ["stops", "degrades"] for app in APPS},
}
PAIRS = [(a, b) for a in (*APPS, "model", "monitoring") for b in (*APPS, "model", "monitoring") if a != b]


def stopped_apps(chain: Chain, lost: str, pairs: set[tuple[str, str]]) -> set[str]:
    """By definition: what the loss itself stops, then again and again whatever rests on a part that takes others with it."""
    there = set(chain.all_components())
    rests = {(a, b) for a, b in pairs if a in there and b in there}
    rests |= {(app, "model") for app in APPS if app in there}
    stopped = {
        app
        for app in APPS
        if stops_when_removed(Chain({r: f for r, f in chain.facts.items() if r.partition(".")[0] not in APPS or f.component == app}), lost)
    }  # fmt: skip
    while True:
        hit = {app for app in stopped if _takes_others_with_it(chain, app)}
        while more := {a for a, b in rests if b in hit and (a not in APPS)} - hit:
            hit |= more
        further = {a for a, b in rests if b in hit and a in APPS and _minds(chain, a)} - stopped
        if not further:
            return stopped
        stopped |= further


def _takes_others_with_it(chain: Chain, app: str) -> bool:
    return chain.value(f"{app}.alternative") in ("no", "partly") and chain.value(f"{app}.outage_effect") == "stops"


def _minds(chain: Chain, app: str) -> bool:
    fallback = chain.get(f"{app}.alternative")
    return fallback is not None and not fallback.open and fallback.value != "yes"


@given(data=st.data())
def test_what_rests_on_a_stopped_application_stops_with_it(data: st.DataObject) -> None:
    facts = drawn(data, MANY_APPS).facts
    chain = Chain({**facts, **made({"monitoring.bias_tested": "yes", **{f"{a}.name": a for a in APPS}}).facts})
    pairs = data.draw(st.lists(st.sampled_from(PAIRS), max_size=4, unique=True), label="drawn")
    plain = {point.supplier: point for point in single_points(chain, REGISTER)}
    for point in single_points(chain, REGISTER, pairs):
        if point.supplier:
            assert set(point.stops) == stopped_apps(chain, lost_name(point, chain), set(pairs))
            assert point.clears == plain[point.supplier].clears, "what is passed on ends with what stops first"
        for way in (way for link in point.links for way in link.passed_on):
            steps = set(pairs) | {(app, "model") for app in APPS}
            assert all((above, below) in steps for below, above in pairwise(way))


def test_a_stop_that_is_passed_on_is_told_with_its_way() -> None:
    facts = {"application.supplier": "Loner", "application.alternative": "no", "application.outage_effect": "stops",
             "application-2.supplier": "self", "application-2.alternative": "no", "application-2.outage_effect": "degrades"}  # fmt: skip
    assert single_points(made(facts), REGISTER)[0].stops == ("application",)
    (point,) = single_points(made(facts), REGISTER, [("application-2", "application")])
    assert point.stops == ("application", "application-2") and "application-2.alternative" in point.because
    assert point.as_json()["paths"] == [
        {"component": "application", "stops": ["application"], "passed_on": [["application", "application-2"]]}
    ]
    ready = made({**facts, "application-2.alternative": "yes"})
    assert single_points(ready, REGISTER, [("application-2", "application")])[0].stops == ("application",)


def test_a_stop_goes_from_application_to_application_and_through_components() -> None:
    facts = {"application.supplier": "Loner", "model.weights": "open"}
    for app in APPS:
        facts |= {f"{app}.alternative": "no", f"{app}.outage_effect": "stops"}
    facts |= {"application-2.supplier": "self", "application-3.supplier": "self"}
    in_a_row = [("application-2", "application"), ("application-3", "application-2")]
    (point,) = single_points(made(facts), REGISTER, in_a_row)
    assert point.links[0].passed_on == (
        ("application", "application-2"),
        ("application", "application-2", "application-3"),
    )
    held = made({**facts, "application-2.outage_effect": "degrades"})
    assert single_points(held, REGISTER, in_a_row)[0].stops == ("application", "application-2")
    (point,) = single_points(made(facts), REGISTER, [("model", "application")])
    assert point.links[0].passed_on == (
        ("application", "model", "application-2"),
        ("application", "model", "application-3"),
    )


def test_two_withheld_suppliers_are_not_taken_for_one() -> None:
    app = {"application.alternative": "no", "application.outage_effect": "stops"}
    points = single_points(made({**app, "storage.supplier": WITHHELD, "data.supplier": WITHHELD}), REGISTER)
    assert [(p.supplier, [link.component for link in p.links]) for p in points] == [("", ["data"]), ("", ["storage"])]


def test_a_replacement_for_one_component_is_smaller_than_a_fallback_for_each_application() -> None:
    facts = {"model.supplier": "Loner", "model.alternative": "no"}
    for n in ("application", "application-2", "application-3"):
        facts |= {f"{n}.supplier": "self", f"{n}.alternative": "no", f"{n}.outage_effect": "stops"}
    (point,) = single_points(made(facts), REGISTER)
    assert point.clears == ("model.alternative=yes",)
    assert point.stops == ("application", "application-2", "application-3")
    assert set(point.because) == set(facts) - {f"{a}.supplier" for a in point.stops}
