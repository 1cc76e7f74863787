"""Of a list goes what is called wrong by its name, and what is to stay stays."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.member_by_member import member_by_member
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading

SENSITIVE, SOURCES, PEOPLE = "data.sensitive_data", "data.sources", "application.affected_people"


def comes_to(said: str, ref: str, noted: list[str], heard: tuple[str, ...] = ()) -> set[str] | None:
    """What a list is after a message of which ``heard`` was made; None where it is not touched."""
    t = talk()
    t.know(**{ref.replace(".", "__"): noted})
    ask(t, "governance.policy")
    base = Heard(reading=Reading((), "correction"))
    if heard:
        new = Fact(ref, "known", heard, said, 0, len(said), 7)
        base = Heard(facts=(new,), replaced=((t.session.chain.facts[ref], new),), reading=base.reading)
    found = member_by_member(base, said, t.session, 7)
    fact = next((f for f in found.facts if f.ref == ref), None)
    return set(fact.values) if fact is not None else None


@pytest.mark.parametrize(
    ("said", "ref", "noted", "left"),
    [
        ("income is involved, yes, but health is not; I withdraw that", SENSITIVE, ["health", "finance"], {"finance"}),
        ("Health is to be removed; income is to remain.", SENSITIVE, ["health", "finance"], {"finance"}),
        ("Drop “sellers of data” from the sources.", SOURCES, ["own_records", "purchased"], {"own_records"}),
        ("And they are not refugees, they are IDP.", PEOPLE, ["children", "refugees"], {"children"}),
        ("Please strike religion, it never gets there", SENSITIVE, ["health", "religion"], {"health"}),
    ],
)
def test_what_is_called_wrong_by_its_name_goes(said: str, ref: str, noted: list[str], left: set[str]) -> None:
    assert comes_to(said, ref, noted) == left


def test_what_was_heard_the_wrong_way_round_is_turned() -> None:
    said = "income is involved, yes, but health is not"
    assert comes_to(said, SENSITIVE, ["health", "finance"], ("health",)) == {"finance"}


def test_what_joins_beside_it_stays() -> None:
    assert comes_to("not refugees, but farmers", PEOPLE, ["children", "refugees"], ("farmers",)) is not None
    said = "they are not refugees, they are farmers"
    assert comes_to(said, PEOPLE, ["children", "refugees"], ("farmers",)) == {"children", "farmers"}


@pytest.mark.parametrize(
    "said",
    ["no, the patients are not asked", "patients are not told of it", "health stays, I never said health is not in it"],
)
def test_who_denies_something_of_a_thing_does_not_take_it_out(said: str) -> None:
    assert comes_to(said, PEOPLE, ["patients", "staff"]) is None and comes_to(said, SENSITIVE, ["health"]) is None


@pytest.mark.parametrize(
    "said",
    [
        "I want the staff take out from list, please.",
        "Only staff out. The rest must stay.",
        "I'd like staff removed from that",
        "Please, staff must go out!",
    ],
)
def test_who_wants_one_out_in_whatever_english_is_heard(said: str) -> None:
    assert comes_to(said, PEOPLE, ["patients", "students", "staff"]) == {"patients", "students"}


def test_what_comes_out_of_a_tool_goes_out_of_no_list() -> None:
    assert comes_to("only text comes out, and it goes to staff", PEOPLE, ["patients", "staff"]) is None
