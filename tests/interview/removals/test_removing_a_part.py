"""What stands beside a part that is taken away: why it goes is no telling, what is said of another part is."""

from __future__ import annotations

from vcassist.chain.facts import fact_from_json, fold
from vcassist.interview.removals.removing import beside, wish_in

CHAIN = fold(
    fact_from_json({"ref": f"{component}.name", "status": "known", "value": name})
    for component, name in {"model": "Tide", "model-2": "Tide 2.5 Max"}.items()
)


def left(said: str) -> str:
    wish = wish_in(said, CHAIN, None)
    assert wish is not None and wish.components == ("model",)
    return " ".join(beside(said, wish, CHAIN).split())


def test_a_reason_goes_with_what_is_taken_away() -> None:
    assert left("Remove Tide, it was only my nephew's. We are nine.") == ". We are nine."


def test_what_is_told_of_a_part_that_stays_is_heard() -> None:
    assert left("Remove Tide, it's just Tide 2.5 Max made by Zapf.") == ", it's just Tide 2.5 Max made by Zapf."
