"""A choice that was noted from an answer which states none is not noted: it gets its one follow-up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.answers.says_nothing_of_it import without_an_empty_answer
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading

REF, SAID = "data.personal_data", "We are discreet in this house"
NONE_OF_THEM = {"": 0.75, "no": 0.21, "yes": 0.04}


def comes_to(
    said: str = SAID,
    chances: dict[str, float] | None = None,
    quote: str = "",
    manner: str = "question",
    ref: str = REF,
    value: object = "no",
    *more: Fact,
) -> Heard:
    """What a noted choice comes to, where the encoder gives ``chances`` to the message."""
    t = talk()
    ask(t, ref, manner)
    fact = Fact(ref, "known", value, quote or said, 0, len(said), 7)
    tools = replace(t.tools, answers=lambda say, key: tuple((chances or NONE_OF_THEM).items()))
    return without_an_empty_answer(Heard(facts=(fact, *more), reading=Reading((), "answer")), said, t.session, tools)


def test_an_answer_that_states_no_choice_is_asked_once_more() -> None:
    heard = comes_to()
    assert heard.facts == () and heard.vague


def test_the_second_time_the_question_is_left_open() -> None:
    heard = comes_to(manner="vague")
    assert heard.facts == () and heard.skipped == REF and not heard.vague


@pytest.mark.parametrize(
    ("said", "chances"),
    [
        # The encoder thinks it likely, or is not sure that none is stated.
        (SAID, {"": 0.7, "no": 0.3}),
        (SAID, {"": 0.6, "no": 0.2, "yes": 0.2}),
        # Nothing was learnt.
        (SAID, {"no": 0.0}),
        # A plain word is one.
        ("no", NONE_OF_THEM),
        ("Partly, you might say", NONE_OF_THEM),
    ],
)
def test_what_may_be_an_answer_stands(said: str, chances: dict[str, float]) -> None:
    assert comes_to(said, chances).facts


def test_the_words_that_were_offered_are_an_answer() -> None:
    ref = "application.decision_role"
    assert comes_to("it assists I believe", {"": 0.93, "assists": 0.07}, ref=ref, value="assists").facts
    assert not comes_to("it hums along nicely", {"": 0.93, "assists": 0.07}, ref=ref, value="assists").facts


def test_what_was_told_before_is_not_weighed_by_this_message() -> None:
    assert comes_to(quote="names of nobody").facts


def test_what_is_heard_beside_it_stands_and_wants_no_follow_up() -> None:
    other = Fact("governance.policy", "known", "yes", "rules", 0, 5, 7)
    heard = comes_to(SAID, None, "", "question", REF, "no", other)
    assert heard.facts == (other,) and not heard.vague


def test_beside_what_sets_another_note_right_less_is_needed() -> None:
    t = talk()
    ask(t, REF)
    old, new = (Fact("storage.encrypted", "known", value, "x", 0, 1, 7) for value in ("yes", "partly"))
    answer = Fact(REF, "known", "no", SAID, 0, len(SAID), 7)
    tools = replace(t.tools, answers=lambda say, key: (("", 0.3), ("partly", 0.5), ("no", 0.2)))
    alone = Heard(facts=(answer,), reading=Reading((), "answer"))
    assert without_an_empty_answer(alone, SAID, t.session, tools).facts == (answer,)
    beside = Heard(facts=(new, answer), replaced=((old, new),), reading=Reading((), "correction"))
    assert without_an_empty_answer(beside, SAID, t.session, tools).facts == (new,)
