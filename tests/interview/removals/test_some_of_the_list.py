"""Who takes back that somebody is on a list takes them off, and leaves the others there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import Talk, ask, talk

from vcassist.interview.removals.removing import Wish
from vcassist.interview.removals.some_of_the_list import members_taken_back, of_some_of_the_list

PEOPLE, SENSITIVE, OPEN = "application.affected_people", "data.sensitive_data", "storage.encrypted"


def knows(words: str, key: str) -> list[tuple[str, float]]:
    """The encoder for answers, which knows one word more than the labels."""
    likely = 0.7 if "caseworkers" in words and key == PEOPLE else 0.0
    return [("workers", likely), ("", 1 - likely)]


def with_lists() -> Talk:
    t = talk()
    t.know(**{PEOPLE: ["patients", "workers", "children"], SENSITIVE: ["health", "children"]})
    ask(t, OPEN)
    facts = t.session.chain.facts
    told = replace(facts[PEOPLE], quote="patients, the caseworkers and the kids")
    t.session = replace(
        t.session,
        turns=tuple(
            replace(turn, facts=tuple(told if f.ref == PEOPLE else f for f in turn.facts)) for turn in t.session.turns
        ),
    )
    t.tools = replace(t.tools, answers=knows)
    return t


def left_by(said: str) -> dict[str, set[str]]:
    t = with_lists()
    wish = members_taken_back(said, t.session, 7, t.tools)
    return {f.ref: set(f.values) for f in wish.instead} if wish is not None else {}


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Take back that the caseworkers are touched.", {PEOPLE: {"patients", "children"}}),
        ("I withdraw that the kids are touched.", {PEOPLE: {"patients", "workers"}}),
        ("Please strike that the data holds health things. It is encrypted.", {SENSITIVE: {"children"}}),
        ("Strike that the data has kids in it", {SENSITIVE: {"health"}}),
    ],
)
def test_who_is_named_goes_and_the_others_stay(said: str, left: dict[str, set[str]]) -> None:
    assert left_by(said) == left


@pytest.mark.parametrize(
    "said",
    [
        # It may be of either list.
        "I withdraw that there are children.",
        # All that stands there is taken back: the list goes, as ever.
        "Take back that patients, caseworkers and children are touched.",
        "Did you take back that the patients are touched?",
        "Nobody took the patients back home.",
        "Take back that it is encrypted.",
    ],
)
def test_what_is_not_plain_takes_nobody_out(said: str) -> None:
    assert left_by(said) == {}


def test_a_list_that_was_to_go_loses_only_who_is_named() -> None:
    t = with_lists()
    said = "The caseworkers must go."
    wish = of_some_of_the_list(Wish((PEOPLE,), "application", ((0, len(said)),)), said, t.session, 7, t.tools)
    assert wish is not None
    assert wish.components == ()
    assert set(wish.instead[0].values) == {"patients", "children"}
    assert said[wish.instead[0].start : wish.instead[0].end] == wish.instead[0].quote == "caseworkers"


@pytest.mark.parametrize("gone", [(OPEN,), ("application",), (PEOPLE, SENSITIVE)])
def test_any_other_wish_is_left(gone: tuple[str, ...]) -> None:
    t = with_lists()
    wish = Wish(gone, "application", ((0, 5),))
    assert of_some_of_the_list(wish, "The patients must go.", t.session, 7, t.tools) == wish
