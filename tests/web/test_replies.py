"""Every quick reply is understood by the real readers as what its button says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vcassist.chain.facts import Fact, fold
from vcassist.chain.fields import FIELDS
from vcassist.interview.removals.removing import wish_in
from vcassist.interview.session import Awaiting, Session, Turn, session_as_json
from vcassist.reading.answering.exact import ExactReader
from vcassist.web.imported import checked_import
from vcassist.web.replies import replies_for

offline = pytest.importorskip("vcassist.reading.offline", reason="the offline reader is not part of this installation")


@pytest.fixture(scope="module")
def reader():
    from vcassist.knowledge.register import load_register

    return ExactReader(offline.OfflineReader(load_register()))


def waiting(ref: str, manner: str = "question", **more: object) -> Session:
    return Session("0" * 16, "", (Turn(0, awaiting=Awaiting(ref, manner, **more)),))


@pytest.mark.parametrize("ref", [key for key, spec in FIELDS.items() if spec.options])
def test_each_choice_is_read_as_its_value(reader, ref: str) -> None:
    spec = FIELDS[ref]
    read = {}
    for quick in replies_for(waiting(ref)).choices:
        found = reader.read(quick.say, ref, fold(()))
        read[quick.say] = next((p.value for p in found.proposals if p.ref == ref), None)
    assert read == {label: ((value,) if spec.type == "set" else value) for value, label in spec.options.items()}


@pytest.mark.parametrize(
    "ref", ["model.weights", "application.purpose", "storage.country", "application.affected_people"]
)
def test_the_ways_around_a_question_are_read_as_such(reader, ref: str) -> None:
    read = {}
    for quick in replies_for(waiting(ref)).others:
        found = reader.read(quick.say, ref, fold(()))
        read[quick.label] = next((p.status for p in found.proposals if p.ref == ref), found.intent)
    assert read == {
        "I don't know": "unknown",
        "They won't say": "withheld",
        "Doesn't apply": "not_applicable",
        "Skip": "skip",
        "Why do you ask?": "question",
    }


def test_a_question_of_the_organisation_itself_offers_no_silent_supplier() -> None:
    assert "They won't say" not in [q.label for q in replies_for(waiting("governance.policy")).others]


def test_a_contradiction_offers_both_values_and_a_suggestion_yes_and_no() -> None:
    both = replies_for(waiting("organisation.country", "conflict", old="TZ", new="KE"))
    assert [q.say for q in both.choices] == ["Tanzania", "Kenya"]
    assert [q.label for q in replies_for(waiting("model.weights", "confirm", new="closed")).choices] == [
        "Yes, that is so",
        "No, not with us",
    ]


def test_whether_a_part_shall_go_is_answered_with_taking_it_out_or_keeping_it() -> None:
    session = waiting("application-2.name", "confirm", old="Otter belongs to the diocese")
    replies = replies_for(session)
    assert [q.say for q in replies.choices] == ["Yes, take it out", "No, keep it"] and replies.others == ()
    chain = fold([Fact("application.name", "known", "Rota"), Fact("application-2.name", "known", "Otter")])
    yes, no = (wish_in(q.say, chain, session.awaiting) for q in replies.choices)
    assert yes is not None and yes.components == ("application-2",) and no is None


def test_a_session_that_waits_for_that_can_be_imported() -> None:
    session = waiting("application-2.name", "confirm", old="Otter belongs to the diocese")
    session = replace(session, created="2026-11-27T09:00:00+00:00")
    assert checked_import(session_as_json(session))


def test_before_the_first_question_nothing_is_offered() -> None:
    assert replies_for(Session("0" * 16, "", (Turn(0),))).choices == ()
