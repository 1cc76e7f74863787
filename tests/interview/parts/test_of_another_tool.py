"""An answer goes to the tool that its sentence speaks of, by name or by the thing that it works on, and not to the one that was asked about."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact, fold
from vcassist.interview.parts.of_another_tool import moved_to_the_named, put_for_the_denied, put_where_denied
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.session import Session, Turn

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


@pytest.mark.parametrize(
    ("said", "ref"),
    [
        ("it's GPT-4.1 mini, not 4o mini", "model-2.name"),
        ("it's GPT-4.1 mini and not GPT-4o mini", "model-2.name"),
        ("it's GPT-4.1 mini, not Claude", "model-3.name"),
        ("it's GPT-4.1 mini, not mini", "model-2.name"),
        ("we also have GPT-4.1 mini", "model-3.name"),
    ],
)
def test_a_name_goes_where_the_name_that_it_denies_stood(said: str, ref: str) -> None:
    names = {"model.name": "YAMNet", "model-2.name": "GPT-4o mini"}
    chain = fold(tuple(Fact(r, "known", v, v, 0, len(v), 1) for r, v in names.items()))
    at = said.index("GPT-4.1 mini")
    new = Proposal("model-3.name", "known", "GPT-4.1 mini", "GPT-4.1 mini", 0.9, at, at + len("GPT-4.1 mini"))
    (found,) = put_for_the_denied(Reading((new,), "correction"), said, chain).proposals
    assert found.ref == ref


def told_behind(question: str, tells: str, asked: str = "application.affected_people") -> str:
    """The component of what somebody tells unasked behind a question of their own."""
    whole = f"{question} {tells}"
    said = " " * len(question) + f" {tells}"
    p = Proposal("application.human_review", "known", "always", tells, 0.9, len(question) + 1, len(whole))
    (found,) = moved_to_the_named(Reading((p,), "answer"), said, CHAIN, asked, whole).proposals
    return found.ref.partition(".")[0]


def test_what_is_told_behind_a_question_about_another_tool_is_that_ones() -> None:
    assert told_behind("What stands there on ChatGPT?", "I read each page myself.") == "application-2"
    assert (
        told_behind("What have you noted about ChatGPT, who checks it?", "I read each page myself.") == "application-2"
    )


def test_a_question_about_none_or_several_or_before_another_name_moves_nothing() -> None:
    assert told_behind("What have you noted so far?", "I read each page myself.") == "application"
    assert told_behind("Which is worse, Tidio or ChatGPT?", "I read each page myself.") == "application"
    assert told_behind("What stands there on ChatGPT?", "Of Tidio I read each page.") == "application"


def test_the_answer_to_what_was_asked_stays_whatever_is_asked_back() -> None:
    assert told_behind("Is ChatGPT checked?", "Yes, always.", "application.human_review") == "application"


def put_right(said: str, value: str, told: str = "Portugal. Porto, I think.") -> str:
    """The reference on which a country ends that was read for the machines, where ``told`` told where the data is kept."""
    fact = Fact("storage.country", "known", "PT", "Portugal", 0, 8, 1)
    session = Session("s", "", (Turn(0), Turn(1, said=told, facts=(fact,))))
    p = Proposal("compute.country", "known", value, "Madrid", 0.9, said.index("Madrid"), said.index("Madrid") + 6)
    (found,) = put_where_denied(Reading((p,), "answer"), said, session).proposals
    return found.ref


def test_a_place_that_denies_another_is_told_of_what_was_there() -> None:
    assert put_right("The server with the essays is in Madrid, not Porto.", "ES") == "storage.country"
    assert put_right("The server is in Madrid, not Lisbon.", "ES") == "compute.country"
    assert put_right("The server is in Madrid.", "ES") == "compute.country"
    assert put_right("It is Madrid, not Porto.", "PT") == "compute.country"
