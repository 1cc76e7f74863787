"""A bare list of kinds of people tells who is affected, whatever is being asked."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.answers.people_listed import AFFECTED, SECTOR, with_people_listed, with_people_named
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.session import Awaiting, Session, Turn

KINDS = {"patients": "patients", "mothers": "patients", "children": "children", "refugees": "refugees", "guides": "staff", "classes": "students", "families": "other"}  # fmt: skip


class Reader:
    """Knows kinds of people by their last words."""

    def read(self, text: str, asked: str | None, chain: Chain) -> Reading:
        found = tuple(dict.fromkeys(kind for word, kind in KINDS.items() if word in text.casefold()))
        ref = asked or AFFECTED
        return Reading((Proposal(ref, "known", found, text, 0.9, 0, len(text)),) if found else (), "answer")


def session(known: Mapping[str, tuple[str, ...]] | None = None, asked: str = "governance.policy") -> Session:
    facts = tuple(Fact(ref, "known", value, "as said", 0, 7, 1) for ref, value in (known or {}).items())
    return Session("s", "t", (Turn(0), Turn(1, "as said", facts, awaiting=Awaiting(asked))))


def people(said: str, heard: Heard | None = None, **kwargs: object) -> tuple[str, ...] | None:
    found = with_people_listed(heard or Heard(vague=True), said, session(**kwargs), 2, Reader())  # type: ignore[arg-type]
    fact = next((f for f in found.facts if f.ref == AFFECTED), None)
    if fact is None:
        return None
    assert fact.quote == said[fact.start : fact.end]
    return fact.values


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("patients and children", ("patients", "children")),
        ("Patients and children. No others. Next", ("patients", "children")),
        ("mostly mothers, the children too", None),
        ("school classes, and our own guides", ("staff", "students")),
        ("refugees from Sudan in the camp, and also host families", ("refugees", "other")),
    ],
)
def test_a_list_of_people_tells_who_is_affected(said: str, who: tuple[str, ...] | None) -> None:
    found = people(said)
    assert (found and set(found)) == (who and set(who))


@pytest.mark.parametrize(
    "said",
    ["patients", "patients and children?", "the nurses read it and children laugh", "it sorts patients and children", "letters and photos"],
)  # fmt: skip
def test_what_is_no_such_list_tells_nothing_of_it(said: str) -> None:
    assert people(said) is None


def test_with_no_others_it_takes_the_place_of_what_stood_and_else_it_grows() -> None:
    stood = {AFFECTED: ("patients", "other")}
    assert people("patients and children. no others.", known=stood) == ("patients", "children")
    assert set(people("refugees and children", known=stood) or ()) == {"patients", "other", "refugees", "children"}


def test_the_answer_to_its_own_question_and_what_came_to_something_are_left() -> None:
    for asked in (AFFECTED, "governance.people_consulted", "labelling.done_by"):
        assert people("patients and children", asked=asked) is None
    policy = Fact("governance.policy", "known", "yes", "patients", 0, 8, 2)
    assert people("patients and children", Heard((policy,))) is None


def test_a_school_among_them_is_no_field_of_work() -> None:
    sector = Fact(SECTOR, "known", "education", "school classes", 0, 14, 2)
    found = with_people_listed(Heard((sector,)), "school classes, and our own guides", session(), 2, Reader())
    assert [f.ref for f in found.facts] == [AFFECTED]


def test_of_two_tools_it_is_told_of_the_one_that_was_asked_about() -> None:
    names = {"application.name": "Kora", "application-2.name": "Zed"}
    facts = tuple(Fact(ref, "known", name, name, 0, len(name), 1) for ref, name in names.items())

    def refs(asked: str) -> list[str]:
        talk = Session("s", "t", (Turn(0), Turn(1, "Kora Zed", facts, awaiting=Awaiting(asked))))
        return [f.ref for f in with_people_listed(Heard(), "patients and children", talk, 2, Reader()).facts]

    assert refs("application-2.outage_effect") == ["application-2.affected_people"]
    assert refs("governance.policy") == []


def named(said: str) -> tuple[str, ...] | None:
    session = Session("s", "2026-01-01T00:00:00+00:00", (Turn(0, awaiting=Awaiting("governance.people_consulted")),))
    heard = with_people_named(Heard(reading=Reading((), "answer")), said, session, 1, Reader())
    return next((f.values for f in heard.facts if f.ref == AFFECTED), None)


@pytest.mark.parametrize(
    "said",
    ["A clerk edits every draft, affected are patients.", "Note affected people are patients.", "People affected: patients."],
)  # fmt: skip
def test_who_says_themselves_that_they_name_the_people_affected_is_heard(said: str) -> None:
    assert named(said) == ("patients",)


@pytest.mark.parametrize(
    "said",
    [
        "The affected are not told.",
        "Patients are affected by it?",
        "Affected are who, patients?",
        "Not affected are the patients.",
        "Those affected are seen by a nurse who calls the patients.",
    ],
)
def test_what_does_not_name_them_names_nobody(said: str) -> None:
    assert named(said) is None
