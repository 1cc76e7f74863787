"""A second host takes nobody's place, and it is said which one is kept."""

from __future__ import annotations

import pytest
from talks import ask, talk
from worlds import Talk


def told(said: str, quote: str = "Azure") -> tuple[Talk, str]:
    t = talk({said: {"compute.supplier": ("Microsoft", quote)}})
    t.know(compute__supplier="self", compute__hosting="own_premises")
    return t, ask(t, "governance.policy").say(said).reply


@pytest.mark.parametrize(
    "said",
    ["Hosting: own rack plus Azure for overflow.", "Add a second compute entry: Azure.", "There is Azure on top"],
)
def test_what_stands_is_kept_and_said(said: str) -> None:
    t, reply = told(said)
    assert t.session.chain.value("compute.supplier") == "self"
    assert "I can keep one of the two here" in reply


def test_what_takes_the_place_does() -> None:
    t, reply = told("Correction: it is Azure, not ourselves")
    assert "I can keep one of the two" not in reply
