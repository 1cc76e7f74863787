"""A place that is denied tells which country a message sets right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import Talk, ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.by_denied_place import of_the_denied_place
from vcassist.interview.heard import Heard
from vcassist.interview.session import Turn

KEPT, RUNS = "storage.country", "compute.country"


def in_porto() -> Talk:
    t = talk()
    told = Fact(KEPT, "known", "PT", "Portugal", 0, 8, 3)
    turn = Turn(3, said="Portugal. Porto, I think.", facts=(told,))
    t.session = replace(t.session, turns=(*t.session.turns, turn))
    return ask(t, "application.alternative")


def madrid(said: str) -> Fact:
    at = said.index("Madrid")
    return Fact(RUNS, "known", "ES", "Madrid", at, at + 6)


def test_the_country_of_the_denied_place_is_put_right() -> None:
    said, t = "The server with the essays is in Madrid, not Porto.", in_porto()
    heard = of_the_denied_place(Heard((madrid(said),)), said, t.session)
    assert [(f.ref, f.value) for f in heard.facts] == [(KEPT, "ES")]
    assert [(old.value, new.value) for old, new in heard.replaced] == [("PT", "ES")]


@pytest.mark.parametrize(
    "said",
    ["The server is in Madrid, not Lisbon.", "The server is in Madrid.", "It is not in Porto. That is in Madrid."],
)
def test_where_no_told_place_is_denied_beside_it_nothing_moves(said: str) -> None:
    heard = Heard((madrid(said),))
    assert of_the_denied_place(heard, said, in_porto().session) is heard


def test_what_was_asked_for_stays() -> None:
    said, t = "In Madrid, not Porto.", ask(in_porto(), RUNS)
    heard = Heard((madrid(said),))
    assert of_the_denied_place(heard, said, t.session) is heard
