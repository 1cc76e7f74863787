"""Nothing is doubted by the way of which a message does not speak."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.spoken_of_beside import spoken_of_beside
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading, Stated, Touch
from vcassist.interview.session import Contradiction

PERSONAL, OPEN = "data.personal_data", "application.alternative"
SAID = "Nothing is made. Only one of three names comes and the percent."


def comes_to(
    heard: Heard,
    said: str = SAID,
    chances: dict[str, float] | None = None,
    stated: tuple[Stated, ...] = (),
    spoken: bool = False,
    touch: Touch | None = None,
) -> Heard:
    t = talk()
    t.know(**{PERSONAL: "yes"})
    ask(t, OPEN)
    tools = replace(
        t.tools,
        answers=lambda say, key: tuple((chances or {}).items()) if key == PERSONAL else (),
        stated=lambda text: stated,
        touches=lambda say, key, notes: [touch or Touch() for _ in notes],
        spoken_of=lambda text, among: tuple((key, 0.9) for key in among) if spoken else (),
    )
    return spoken_of_beside(heard, said, t.session, tools)


DOUBT = Heard(conflicts=(Contradiction(PERSONAL, "yes", "partly", "yes", SAID),), reading=Reading((), "answer"))


@pytest.mark.parametrize(
    ("chances", "spoken", "stays"),
    [
        ({"yes": 0.6, "partly": 0.1, "": 0.3}, True, False),
        ({"yes": 0.2, "partly": 0.7, "": 0.1}, False, False),
        ({"yes": 0.2, "partly": 0.7, "": 0.1}, True, True),
        ({}, False, True),
    ],
)
def test_a_contradiction_is_answered_and_spoken_of(chances: dict[str, float], spoken: bool, stays: bool) -> None:
    assert bool(comes_to(DOUBT, chances=chances, spoken=spoken).conflicts) == stays


def test_what_a_sentence_states_or_the_message_names_is_asked_back() -> None:
    hardly = {"yes": 0.9, "partly": 0.05, "": 0.05}
    assert comes_to(DOUBT, chances=hardly, stated=(Stated(PERSONAL, "partly", 0.8),)).conflicts
    assert comes_to(DOUBT, "As for personal data, only one of three names comes.", hardly).conflicts


def changed(new: Fact) -> Heard:
    old = Fact(PERSONAL, "known", "yes", "yes", 0, 3)
    return Heard(facts=(new,), replaced=((old, new),), reading=Reading((), "correction"))


@pytest.mark.parametrize(
    ("spoken", "touch", "stays"),
    [(False, Touch(), False), (True, Touch(), True), (False, Touch(instead=0.7), True)],
)
def test_a_note_is_set_right_by_what_speaks_of_it_or_touches_it(spoken: bool, touch: Touch, stays: bool) -> None:
    new = Fact(PERSONAL, "known", "no", "no names", 0, 8)
    chances = {"yes": 0.2, "no": 0.6, "": 0.2}
    assert bool(comes_to(changed(new), chances=chances, spoken=spoken, touch=touch).replaced) is stays


def test_what_no_sentence_speaks_of_must_at_least_answer_it() -> None:
    new = Fact(PERSONAL, "known", "no", "no names", 0, 8)
    hardly = {"yes": 0.2, "no": 0.1, "": 0.7}
    assert not comes_to(changed(new), chances=hardly, touch=Touch(instead=0.7)).replaced
    assert comes_to(changed(new), "I was wrong, only a percent comes", hardly, touch=Touch(instead=0.7)).replaced


def heard_beside(**fact: object) -> Heard:
    """Something noted by the way of which nothing was known."""
    here = {"ref": "monitoring.incident_process", "status": "known", "value": "no", "quote": SAID} | fact
    return Heard(facts=(Fact(start=0, end=len(SAID), **here),), reading=Reading((), "answer"))  # type: ignore[arg-type]


def noted(heard: Heard, spoken: float = 0.0, learnt: bool = True, said: str = SAID, asked: str = OPEN) -> bool:
    t = talk()
    t.know(**{PERSONAL: "yes"})
    ask(t, asked)
    tools = replace(
        t.tools,
        answers=lambda say, key: (("no", 0.9), ("", 0.1)) if learnt else (),
        spoken_of=lambda text, among: tuple((key, spoken) for key in among),
    )
    return bool(spoken_of_beside(heard, said, t.session, tools).facts)


def test_what_is_noted_by_the_way_some_sentence_speaks_of() -> None:
    assert not noted(heard_beside(), 0.1)
    assert noted(heard_beside(), 0.6)
    assert noted(heard_beside(), 0.1, learnt=False)
    assert noted(heard_beside(), 0.1, asked="monitoring.incident_process")


def test_names_and_what_was_told_before_are_not_asked_for_that() -> None:
    assert noted(heard_beside(ref="application.supplier", value="Weltfirma"), 0.1)
    assert noted(heard_beside(quote="from another message"), 0.1)
    assert noted(heard_beside(ref=PERSONAL, value="no"), 0.1)


def test_who_says_that_it_is_not_known_leaves_it_open() -> None:
    new = Fact(PERSONAL, "unknown", None, "", 0, 0)
    assert comes_to(changed(new), "I don't know that after all").replaced
    assert not comes_to(changed(new), "not that there is none").replaced


def test_who_takes_back_what_they_said_last_need_not_name_it() -> None:
    new = Fact(PERSONAL, "known", "no", "The new one rules that out", 40, 66)
    said = "No wait, wrong, that was the old list. The new one rules that out."
    assert comes_to(changed(new), said, {"": 0.9, "no": 0.1}).replaced != ()
    assert comes_to(changed(new), said.replace("No wait, wrong, that", "It"), {"": 0.9, "no": 0.1}).replaced == ()


def test_who_is_named_among_those_on_a_list_may_be_taken_off_it() -> None:
    t = talk()
    t.know(**{"application.affected_people": ["patients", "children"]})
    ask(t, OPEN)
    old = t.session.chain.facts["application.affected_people"]
    new = replace(old, value=("patients",), turn=9)
    heard = Heard(facts=(new,), replaced=((old, new),), reading=Reading((), "correction"))
    tools = replace(t.tools, answers=lambda say, key: (("", 1.0),), touches=lambda say, key, notes: [Touch()])
    assert spoken_of_beside(heard, "Take back that children are touched", t.session, tools).replaced
    assert not spoken_of_beside(heard, "It only hums along", t.session, tools).replaced


@pytest.mark.parametrize(
    ("said", "chance", "counted"),
    [
        ("Ask five of us and you get five names", 0.5, False),
        ("That makes five of us, and one coffee machine", 0.95, True),
        ("I was wrong about that, five it is", 0.5, True),
    ],
)
def test_a_number_by_the_way_counts_the_house_only_where_a_sentence_does(
    said: str, chance: float, counted: bool
) -> None:
    t = talk()
    t.know(**{"organisation.size": "11_to_50"})
    ask(t, OPEN)
    old = t.session.chain.facts["organisation.size"]
    new = replace(old, value="up_to_10", quote="five of us", turn=9)
    tools = replace(
        t.tools,
        answers=lambda say, key: (("up_to_10", 0.9), ("", 0.1)),
        stated=lambda text: [Stated("organisation.size", "up_to_10", chance)],
        spoken_of=lambda text, among: tuple((key, 0.9) for key in among),
    )
    heard = Heard(facts=(new,), replaced=((old, new),), reading=Reading((), "answer"))
    assert bool(spoken_of_beside(heard, said, t.session, tools).replaced) is counted


@pytest.mark.parametrize(
    ("said", "touched", "changes"),
    [
        # One sentence answers what is asked, and has words of something else.
        ("We are of Peru, department of San Martin", 0.5, False),
        ("We are of Peru, department of San Martin", 0.9, True),
        # Another sentence is of that alone.
        ("We are of Peru. It is the department that pays us all", 0.5, True),
        # Somebody speaks of what they said.
        ("I was wrong, we are of Peru, department of San Martin", 0.5, True),
    ],
)
def test_what_answers_the_open_question_sets_right_only_what_it_clearly_touches(
    said: str, touched: float, changes: bool
) -> None:
    t = talk()
    t.know(organisation__sector="agriculture")
    ask(t, "organisation.country")
    old = t.session.chain.facts["organisation.sector"]
    new = replace(old, value="government", quote="department", start=said.index("department"), turn=9)
    answer = Fact("organisation.country", "known", "PE", "Peru", said.index("Peru"), said.index("Peru") + 4, 9)
    tools = replace(
        t.tools,
        answers=lambda say, key: (("government", 0.9), ("", 0.1)),
        spoken_of=lambda text, among: tuple((key, 0.9) for key in among),
        touches=lambda say, key, notes: [Touch(instead=touched) for _ in notes],
    )
    heard = Heard(facts=(answer, new), replaced=((old, new),), reading=Reading((), "answer"))
    found = spoken_of_beside(heard, said, t.session, tools)
    assert bool(found.replaced) is changes and answer in found.facts


def test_what_answers_with_a_choice_adds_to_no_other_list_by_the_way() -> None:
    t = talk()
    t.know(**{"application.affected_people": ["citizens"]})
    ask(t, OPEN)
    said = "Nearly all farming families and their horses can do it by hand"
    old = t.session.chain.facts["application.affected_people"]
    more = replace(old, value=("farmers", "citizens"), quote=said, start=0, turn=9)
    answer = Fact(OPEN, "known", "yes", said, 0, len(said), 9)
    heard = Heard(facts=(answer, more), reading=Reading((), "answer"))
    for chance, stays in ((0.9, False), (0.6, True)):
        tools = replace(
            t.tools,
            answers=lambda say, key, chance=chance: (("yes", chance), ("farmers", 0.9), ("", 0.1)),
            spoken_of=lambda text, among: tuple((key, 0.9) for key in among),
            touches=lambda say, key, notes: [Touch(more=0.2) for _ in notes],
        )
        assert (more in spoken_of_beside(heard, said, t.session, tools).facts) is stays
