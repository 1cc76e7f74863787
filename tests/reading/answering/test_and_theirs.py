"""The families of those whom a tool touches are touched as well."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.and_theirs import with_those_who_come_along

PEOPLE = "application.affected_people"


def told(message: str, *members: str, asked: str = PEOPLE) -> tuple[str, ...]:
    read = Proposal.of_all(message, PEOPLE, "known", members, 0.9)
    found = with_those_who_come_along(Reading((read,), "answer"), message, asked)
    return tuple(str(m) for m in found.proposals[0].members)


@pytest.mark.parametrize(
    "message",
    [
        "patients and their families",
        "Patients, obviously. Dying people. And their whanau.",
        "the patients, also the relatives",
        "patients plus carers",
    ],
)
def test_they_join(message: str) -> None:
    assert told(message, "patients") == ("patients", "other")


@pytest.mark.parametrize(
    "message",
    [
        "patients, not their families",
        "patients, and the parents approve",
        "patients",
        "patients and parents?",
        "it touches patients and the family doctor",
    ],
)
def test_who_is_only_spoken_of_does_not(message: str) -> None:
    assert told(message, "patients") == ("patients",)


def test_nothing_joins_where_something_else_is_asked() -> None:
    assert told("patients and their families", "patients", asked="data.sources") == ("patients",)
