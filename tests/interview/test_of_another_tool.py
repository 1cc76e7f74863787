"""An answer goes to the tool that its sentence speaks of, by name or by the thing that it works on, and not to the one that was asked about."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact, fold
from vcassist.interview.of_another_tool import moved_to_the_named
from vcassist.interview.ports import Proposal, Reading

TOLD = {
    "application.name": "Tidio",
    "application.purpose": "answers people at night",
    "application-2.name": "ChatGPT",
    "application-2.purpose": "writes the funding bids",
}
CHAIN = fold(tuple(Fact(ref, "known", v, v, 0, len(v), 1) for ref, v in TOLD.items()))


def placed(said: str, field: str = "human_review", value: str = "always") -> str:
    """The component that an answer about Tidio ends on."""
    p = Proposal(f"application.{field}", "known", value, said, 0.9, 0, len(said))
    (found,) = moved_to_the_named(Reading((p,), "answer"), said, CHAIN, f"application.{field}").proposals
    return found.ref.partition(".")[0]


@pytest.mark.parametrize(
    "said", ["Sian always reads the bids through", "For the funding bids, always.", "ChatGPT is always checked by me."]
)
def test_what_speaks_of_another_tool_is_that_ones(said: str) -> None:
    assert placed(said) == "application-2"


@pytest.mark.parametrize(
    "said",
    [
        "Sian always reads it through",
        "Unlike ChatGPT, always.",
        "Tidio always, ChatGPT never.",
        "Sian reads what people ask at night, and the bids.",
        "Always.",
    ],
)
def test_what_speaks_of_none_or_of_the_asked_one_stays(said: str) -> None:
    assert placed(said) == "application"


def test_another_tool_may_be_what_one_falls_back_on() -> None:
    assert placed("ChatGPT could do it", "alternative", "yes") == "application"
    assert placed("We would take ChatGPT", "alternative", "yes") == "application"
    assert placed("ChatGPT I could do without, I would write by hand.", "alternative", "yes") == "application-2"


def test_a_value_that_is_told_of_the_other_already_is_not_doubled() -> None:
    said = "ChatGPT always."
    here = Proposal("application.human_review", "known", "always", said, 0.9, 0, len(said))
    there = Proposal("application-2.human_review", "known", "always", said, 0.9, 0, len(said))
    kept = moved_to_the_named(Reading((here, there), "answer"), said, CHAIN, here.ref).proposals
    assert [p.ref for p in kept] == [here.ref, there.ref]
