"""What a message comes to in its last sentence is its answer."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.concluded import with_what_is_concluded

LEAVES, KINDS = "storage.crosses_border", "data.sensitive_data"


def comes_to(message: str, asked: str, value: object, says: dict[str, float]) -> object:
    read = Reading((Proposal.of_all(message, asked, "known", value, 0.7),), "answer")  # type: ignore[arg-type]
    found = with_what_is_concluded(read, message, asked, Chain(), lambda text, key: tuple(says.items()))
    (told,) = found.proposals
    assert message[told.start : told.end] == told.quote
    return told.value


BOTH = "The archive no, but each text travels abroad and comes back."


def test_a_conclusion_stands_against_the_whole() -> None:
    assert comes_to(f"{BOTH} So it does leave.", LEAVES, "partly", {"yes": 0.96, "": 0.04}) == "yes"


@pytest.mark.parametrize(
    ("closes", "says"),
    [
        ("It does leave.", {"yes": 0.96, "": 0.04}),
        ("So it does leave.", {"yes": 0.6, "no": 0.4}),
        ("So it may leave, I think.", {"yes": 0.96, "": 0.04}),
        ("So does it leave?", {"yes": 0.96, "": 0.04}),
        ("So far it stays where we put it, by and large.", {"no": 0.96, "": 0.04}),
        ("So we took the other way and left the cables and the boxes to the cousin.", {"yes": 0.96, "": 0.04}),
    ],
)
def test_what_concludes_nothing_plainly_leaves_it(closes: str, says: dict[str, float]) -> None:
    assert comes_to(f"{BOTH} {closes}", LEAVES, "partly", says) == "partly"


def test_only_a_message_of_several_sentences_concludes() -> None:
    assert comes_to("So it does leave.", LEAVES, "partly", {"yes": 0.96, "": 0.04}) == "partly"


def test_a_list_is_what_is_left_of_it() -> None:
    said = "There are reports on sickness and what they owe. Health and money then. Religion, no."
    says = {"health": 0.41, "finance": 0.45, "": 0.1}
    assert comes_to(said, KINDS, ("health", "religion", "finance"), says) == ("health", "finance")
    # One thing is no list, and nothing joins one.
    assert comes_to(said, KINDS, ("health", "religion", "finance"), {"health": 0.9, "": 0.1}) == ("health", "religion", "finance")  # fmt: skip
    assert comes_to(said, KINDS, ("health", "religion"), says) == ("health", "religion")
