"""A talk notes nothing on a hunch that it can ask about."""

from __future__ import annotations

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.hunches import LEAST, without_hunches
from vcassist.interview.ports import Proposal, Reading

REF = "data.sources"


def left(confidence: float, ref: str = REF, asked: str | None = None, chain: Chain | None = None) -> bool:
    value = ("users",) if ref == REF else "no"
    reading = Reading((Proposal(ref, "known", value, "they type it", confidence, 0, 12),), "answer")
    return bool(without_hunches(reading, asked, chain or Chain()).proposals)


def test_what_was_guessed_unasked_is_left_to_its_question() -> None:
    assert not left(LEAST[REF] - 0.01) and left(LEAST[REF])


def test_an_answer_counts_however_unsure() -> None:
    assert left(0.5, asked=REF)


def test_what_contradicts_an_answer_is_asked_back_and_a_set_does_not_grow_on_a_hunch() -> None:
    known = fold([Fact("data.personal_data", "known", "yes"), Fact(REF, "known", ("sensors",))])
    assert left(0.7, "data.personal_data", chain=known) and not left(0.7, chain=known)
    assert not left(0.7, "data.personal_data")
