"""A talk notes nothing on a hunch that it can ask about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import talk

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.hunches import LEAST, told_by_itself, without_hunches
from vcassist.interview.ports import Proposal, Reading, Stated

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


def test_that_nobody_labels_takes_a_word_for_it_where_it_was_not_asked() -> None:
    def heard(quote: str, asked: str | None) -> bool:
        read = Reading((Proposal("labelling.done_by", "known", ("nobody",), quote, 0.99, 0, len(quote)),), "answer")
        return bool(without_hunches(read, asked, Chain()).proposals)

    assert not heard("nobody's written that down", "data.provenance")
    assert heard("nobody labels anything", "data.provenance") and heard("nobody does", "labelling.done_by")


def test_what_others_are_is_less_sure_to_be_against_ones_own_field() -> None:
    chain = fold([Fact("organisation.sector", "known", "education", "a school")])

    def stands(sure: float) -> bool:
        read = Reading((Proposal("organisation.sector", "known", "government", "County Council", sure),), "answer")
        return bool(without_hunches(read, "organisation.country", chain).proposals)

    assert not stands(0.72) and stands(0.95)


def test_a_plan_for_something_else_takes_no_tool_out_of_use() -> None:
    chain = fold([Fact("application.lifecycle", "known", "in_use")])

    def kept(quote: str, intent: str = "answer", asked: str = "application.alternative") -> bool:
        plan = Proposal("application.lifecycle", "known", "planned", quote, 0.9, 0, len(quote))
        return bool(without_hunches(Reading((plan,), intent), asked, chain).proposals)  # type: ignore[arg-type]

    assert not kept("we plan to add a second gateway")
    assert kept("it is not live yet, only planned") and kept("we plan to start", "correction")
    assert kept("we plan to start", asked="application.lifecycle")


@pytest.mark.parametrize(("stated", "spoken_of", "kept"), [(0.9, 0.0, True), (0.1, 0.95, True), (0.1, 0.5, False)])
def test_what_its_own_sentence_tells_by_itself_is_no_hunch(stated: float, spoken_of: float, kept: bool) -> None:
    said = "It is a wet day. Half the letters are for children."
    people = ("children",)
    guess = Proposal(
        "application.affected_people", "known", people, "children", 0.7, said.index("children"), len(said) - 1
    )
    t = talk()
    tools = replace(
        t.tools,
        stated=lambda sentence: (
            (Stated("application.affected_people", "children", stated),) if "Half" in sentence else ()
        ),
        spoken_of=lambda text, among: tuple((key, spoken_of) for key in among),
    )
    left = without_hunches(
        Reading((guess,), "answer"), "governance.policy", Chain(), lambda p: told_by_itself(p, said, tools)
    )
    assert bool(left.proposals) is kept
