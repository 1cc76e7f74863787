"""What is told of one more place contradicts nothing and gets a part of its own."""

from __future__ import annotations

from typing import Any

import pytest
from talks import ask, talk
from worlds import Talk

SAID = "The data is kept by us in Togo."


def kept_by_us(**more: Any) -> Talk:
    t = talk({**more, SAID: {"storage.supplier": ("self", "by us"), "storage.country": ("TG", "Togo")}})
    t.say(SAID)
    return ask(t, "governance.policy")


@pytest.mark.parametrize(
    "said",
    [
        "The pictures are also on Google Drive.",
        "A copy lies with Google Drive too",
        "Own disks plus Google Drive for overflow.",
        "Add a second storage entry: Google Drive.",
    ],
)
def test_a_second_place_stands_beside_the_first(said: str) -> None:
    t = kept_by_us(**{said: {"storage.supplier": ("Google", "Google Drive")}})
    turn = t.say(said)
    chain = t.session.chain
    assert (chain.value("storage.supplier"), chain.value("storage-2.supplier")) == ("self", "Google")
    assert not turn.conflicts


@pytest.mark.parametrize("said", ["It is not with us, also it is Google.", "We moved it to Google too"])
def test_what_takes_the_place_of_the_first_makes_no_second(said: str) -> None:
    t = kept_by_us(**{said: {"storage.supplier": ("Google", "Google")}})
    t.say(said)
    assert t.session.chain.mentioned("storage") == ("storage",)


@pytest.mark.parametrize("both", ["both", "They are both right", "well, both of them"])
def test_of_two_places_both_may_be_right(both: str) -> None:
    t = ask(kept_by_us(), "storage.supplier", "conflict", old="self", new="Google")
    t.say(both)
    chain = t.session.chain
    assert (chain.value("storage.supplier"), chain.value("storage-2.supplier")) == ("self", "Google")
