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


def test_what_was_asked_about_one_part_is_answered_for_another_however_unsure() -> None:
    assert left(0.5, "data-2.personal_data", asked="data.personal_data")


def test_what_contradicts_an_answer_is_asked_back_and_a_set_does_not_grow_on_a_hunch() -> None:
    known = fold([Fact("data.personal_data", "known", "yes"), Fact(REF, "known", ("sensors",))])
    assert left(0.7, "data.personal_data", chain=known) and not left(0.7, chain=known)
    assert not left(0.7, "data.personal_data")


def test_a_set_that_was_answered_grows_only_by_what_is_plainly_said() -> None:
    chain = fold([Fact("application.affected_people", "known", ("students",))])
    for sure, kept in ((0.85, False), (0.95, True)):
        me_too = Proposal("application.affected_people", "known", ("staff",), "Me too", sure, 0, 6)
        reading = Reading((me_too,), "answer")
        assert bool(without_hunches(reading, "governance.staff_trained", chain).proposals) is kept


def test_beside_an_answer_a_choice_must_be_surer_than_in_a_story() -> None:
    assert left(0.6, "storage.encrypted")
    assert not left(0.6, "storage.encrypted", asked="governance.policy")
    assert left(0.85, "storage.encrypted", asked="governance.policy")
    assert not left(0.85, "data.provenance", asked="governance.policy")
