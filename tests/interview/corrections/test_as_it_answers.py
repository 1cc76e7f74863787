"""What sets a choice right is what the message answers to its question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.as_it_answers import as_it_answers
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading, Touch

POLICY, SOURCES, OPEN = "governance.policy", "data.sources", "application.alternative"
DRAFT = "I asked the boss about the rules, he is still writing them"


def comes_to(
    heard: Heard,
    said: str = DRAFT,
    touch: Touch | None = None,
    chances: tuple[tuple[str, float], ...] = (),
    **known: object,
) -> Heard:
    """What ``heard`` comes to where rules for AI are noted, or ``known``, and something else is asked."""
    t = talk()
    t.know(**(known or {POLICY: "yes"}))
    ask(t, OPEN)
    tools = replace(
        t.tools,
        touches=lambda say, key, notes: [touch or Touch() for _ in notes],
        answers=lambda say, key: chances,
    )
    return as_it_answers(heard, said, t.session, 7, tools)


def set_right(ref: str, old: object, new: object) -> Heard:
    """What sets a note right by all words of the message."""
    before, after = (Fact(ref, "known", value, DRAFT, 0, len(DRAFT)) for value in (old, new))
    return Heard(facts=(after,), replaced=((before, after),), reading=Reading((), "correction"))


NOTHING = Heard(reading=Reading((), "other"))


def test_a_choice_that_words_of_a_form_chose_gives_way_to_a_likelier_one() -> None:
    heard = comes_to(set_right(POLICY, "yes", "no"), chances=(("partly", 0.8), ("no", 0.15), ("yes", 0.0), ("", 0.05)))
    assert [new.value for _, new in heard.replaced] == ["partly"] == [f.value for f in heard.facts]


@pytest.mark.parametrize(
    "chances",
    [
        (("no", 0.7), ("partly", 0.2), ("", 0.1)),
        (("partly", 0.45), ("no", 0.01), ("", 0.54)),
        (),
    ],
)
def test_it_stays_where_it_is_likely_or_nothing_else_is(chances: tuple[tuple[str, float], ...]) -> None:
    heard = comes_to(set_right(POLICY, "yes", "no"), chances=chances)
    assert [new.value for _, new in heard.replaced] == ["no"]


def test_where_the_likelier_one_stands_already_nothing_is_changed() -> None:
    heard = comes_to(set_right(POLICY, "yes", "no"), chances=(("yes", 0.9), ("no", 0.05), ("", 0.05)))
    assert not heard.facts and not heard.replaced and heard.restated is not None


def test_a_list_loses_what_joined_it_by_words_that_hardly_state_it() -> None:
    chances = (("partners", 0.8), ("purchased", 0.01), ("own_records", 0.15), ("", 0.0))
    heard = comes_to(
        set_right(SOURCES, ("own_records",), ("own_records", "partners", "purchased")),
        chances=chances,
        **{SOURCES: ["own_records"]},
    )
    assert [new.value for _, new in heard.replaced] == [("own_records", "partners")]


def test_what_was_not_heard_at_all_sets_right_the_note_that_it_touches() -> None:
    chances = (("partly", 0.8), ("no", 0.15), ("", 0.05))
    heard = comes_to(NOTHING, touch=Touch(instead=0.8), chances=chances)
    assert [(o.value, n.value) for o, n in heard.replaced] == [("yes", "partly")]


def test_lightly_touched_it_is_asked_back_unless_it_was_asked_or_looked_up() -> None:
    chances = (("partly", 0.8), ("no", 0.15), ("", 0.05))
    asked = comes_to(NOTHING, "hes still writing them, the rules", Touch(otherwise=0.6), chances)
    assert [(c.old, c.new) for c in asked.conflicts] == [("yes", "partly")] and not asked.replaced
    assert comes_to(NOTHING, DRAFT, Touch(otherwise=0.6), chances).replaced


@pytest.mark.parametrize(
    ("said", "touch", "chance"),
    [
        (DRAFT, Touch(otherwise=0.3), 0.8),
        (DRAFT, Touch(instead=0.8), 0.5),
        ("Maybe he is still writing the rules, I guess?", Touch(instead=0.8), 0.8),
        ("Still writing.", Touch(instead=0.8), 0.8),
    ],
)
def test_what_is_hardly_touched_not_sure_or_too_short_is_left(said: str, touch: Touch, chance: float) -> None:
    heard = comes_to(NOTHING, said, touch, (("partly", chance), ("", 1 - chance)))
    assert heard == NOTHING


@pytest.mark.parametrize(("by_answer", "set_right"), [(0.65, True), (0.9, False)])
def test_what_surely_tells_a_note_otherwise_hardly_answers_what_is_asked(by_answer: float, set_right: bool) -> None:
    t = talk()
    t.know(**{POLICY: "yes"})
    ask(t, OPEN)
    told = {POLICY: (("partly", 0.9), ("yes", 0.0)), OPEN: (("no", by_answer), ("", 1 - by_answer))}
    tools = replace(
        t.tools,
        touches=lambda say, key, notes: [Touch(otherwise=0.8) for _ in notes],
        answers=lambda say, key: told[key],
    )
    answer = Fact(OPEN, "known", "no", DRAFT, 0, len(DRAFT), 7)
    heard = as_it_answers(Heard(facts=(answer,), reading=Reading((), "answer")), DRAFT, t.session, 7, tools)
    assert [new.ref for _, new in heard.replaced] == ([POLICY] if set_right else [])
    assert (answer in heard.facts) is not set_right


def test_who_keeps_the_answer_back_has_answered() -> None:
    answer = Fact(OPEN, "withheld", None, DRAFT, 0, len(DRAFT), 7)
    beside = Heard(facts=(answer,), reading=Reading((), "answer"))
    assert comes_to(beside, touch=Touch(otherwise=0.9), chances=(("no", 0.9), ("yes", 0.0))) == beside
