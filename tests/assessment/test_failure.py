"""Single points of failure as a figure: what removal shows, with the paths and the smallest change that ends it."""

from __future__ import annotations

from itertools import combinations
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
