"""Whose part somebody plays follows from who made what they use: nobody is asked for it who told both."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact, Value
from vcassist.interview.answers.part_played import MADE_BY, PART, STAGE, with_the_part_played
from vcassist.interview.heard import Heard
from vcassist.interview.session import Session, Turn


def fact(ref: str, value: Value, said: str, turn: int) -> Fact:
    return Fact(ref, "known", value, said, 0, len(said), turn)


def turn(number: int, **values: Value) -> Turn:
    said = f"message {number}"
    return Turn(number, said, tuple(fact(ref.replace("__", "."), value, said, number) for ref, value in values.items()))


def session(*turns: Turn) -> Session:
    return Session("0" * 16, "t", turns)


def hear(said: str, *turns: Turn, **values: Value) -> Heard:
    number = len(turns) + 1
    facts = tuple(fact(ref.replace("__", "."), value, said, number) for ref, value in values.items())
    return with_the_part_played(Heard(facts), said, session(*turns), number)


def part(heard: Heard) -> Value | None:
    return next((f.value for f in heard.facts if f.ref == PART), None)


@pytest.mark.parametrize(
    ("made", "stage", "follows"),
    [
        ("vendor", "in_use", ("deployer",)),
        ("vendor", "retired", ("deployer",)),
        ("in_house", "pilot", ("deployer", "developer")),
        ("both", "in_use", ("deployer", "developer")),
        ("vendor", "planned", None),
    ],
)
def test_who_runs_a_tool_uses_ai_and_who_wrote_it_builds_it(made: str, stage: str, follows: Value | None) -> None:
    assert part(hear("We run it.", application__sourcing=made, application__lifecycle=stage)) == follows


def test_it_follows_when_the_second_of_both_is_told_with_the_words_of_that_message() -> None:
    found = hear("Since May.", turn(1, application__sourcing="vendor"), application__lifecycle="in_use")
    assert part(found) == ("deployer",)
    assert found.facts[-1].quote == "Since May."
    assert part(hear("Since May.", application__lifecycle="in_use")) is None


@pytest.mark.parametrize(
    "said",
    ["We fund three schools that use it.", "Our clients use it; we sell it.", "We audit them.", "As a donor I hear of it."],
)  # fmt: skip
def test_nothing_follows_from_the_tools_of_others(said: str) -> None:
    assert part(hear(said, application__sourcing="vendor", application__lifecycle="in_use")) is None


def test_it_is_set_right_with_what_it_followed_from() -> None:
    before = turn(
        1, application__sourcing="vendor", application__lifecycle="in_use", organisation__ai_role=("deployer",)
    )
    found = hear("We wrote it with them.", before, application__sourcing="both")
    assert part(found) == ("deployer", "developer")
    assert [(old.value, new.value) for old, new in found.replaced] == [(("deployer",), ("deployer", "developer"))]


def test_what_was_told_by_itself_stays() -> None:
    before = turn(1, application__sourcing="vendor", application__lifecycle="in_use")
    own = turn(2, organisation__ai_role=("funder",))
    assert part(hear("We wrote it with them.", before, own, application__sourcing="both")) is None


def test_what_was_taken_away_does_not_come_back() -> None:
    before = turn(1, application__lifecycle="in_use", organisation__ai_role=("deployer",))
    gone = Turn(2, "strike that", removed=(PART,))
    assert part(hear("They made it.", before, gone, application__sourcing="vendor")) is None


def test_both_answers_are_fields_of_the_chain() -> None:
    assert Fact(MADE_BY, "known", "vendor").field.type == Fact(STAGE, "known", "in_use").field.type == "enum"


def test_before_it_is_told_who_made_it_nothing_follows_but_from_not_knowing() -> None:
    assert part(hear("we use it for the captions", application__lifecycle="in_use")) is None
    for status in ("unknown", "withheld"):
        before = Turn(1, "no idea", (Fact(MADE_BY, status, None, "no idea", 0, 7, 1),))
        assert part(hear("since May", before, application__lifecycle="in_use")) == ("deployer",)
    none = Turn(1, "n/a", (Fact(MADE_BY, "not_applicable", None, "n/a", 0, 3, 1),))
    assert part(hear("since May", none, application__lifecycle="in_use")) is None
