"""Contradictions are asked back and public knowledge is only suggested: the person's word decides."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_talk import SCRIPT, Script, talk, told, until
from worlds import Talk

from vcassist.interview.session import session_as_json, session_from_json


def contradicted(answer: Script) -> Talk:
    t = talk({**SCRIPT, **answer})
    t.say("Weights are open")
    if t.session.asked == "model.weights":
        raise AssertionError
    turn = t.say("It is closed")
    assert turn.facts == () and t.session.chain.value("model.weights") == "open", (
        "the old value stands until the person decides"
    )
    assert t.session.asked == "model.weights" and t.session.awaiting.manner == "conflict"  # type: ignore[union-attr]
    assert "“open”" in turn.reply and "“closed”" in turn.reply, "both quotes are shown"
    assert [c.as_json() for c in turn.conflicts] == [{"ref": "model.weights", "old": "open", "new": "closed"}]
    return t


@pytest.mark.parametrize(
    ("answer", "stands"),
    [
        ("the second one", "closed"),
        ("what I said first", "open"),
        ("closed, I checked", "closed"),
        ("open of course", "open"),
        ("hm, no idea", "open"),
    ],
)
def test_a_contradiction_is_asked_back_and_the_persons_word_decides(answer: str, stands: str) -> None:
    heard: dict[str, tuple[str, Any, str]] = {"model.weights": ("known", stands, stands)} if stands in answer else {}
    t = contradicted({answer: ("answer", heard)})
    t.say(answer)
    assert t.session.chain.value("model.weights") == stands


def test_saying_the_same_again_is_no_contradiction_and_no_new_fact() -> None:
    t = talk(SCRIPT)
    t.say("Weights are open")
    turn = t.say("Weights are open")
    assert turn.conflicts == () and turn.facts == ()


def test_a_known_value_is_not_lost_by_a_later_do_not_know() -> None:
    t = talk(SCRIPT)
    t.say("Weights are open")
    t.say("I don't know")
    assert t.session.chain.value("model.weights") == "open"


def suggested() -> Talk:
    extra: Script = {
        "yes": ("answer", {}),
        "no, not so": ("answer", {}),
        "They are open": ("answer", {"model.weights": ("known", "open", "open")}),
    }
    t = talk({**SCRIPT, **extra})
    turn = t.say("We run North-4")
    assert told(turn) == {"model.name": "North-4"}, "what is public is suggested, never noted by itself"
    assert {(s.ref, s.value) for s in turn.suggestions} >= {
        ("model.supplier", "Northmodel"),
        ("model.weights", "closed"),
    }
    until(t, "model.weights")
    assert t.session.awaiting.manner == "confirm"  # type: ignore[union-attr]
    assert "Public records" in t.session.turns[-1].reply and "2026-01-15" in t.session.turns[-1].reply
    return t


def test_a_confirmed_suggestion_becomes_a_fact_whose_quote_is_the_yes() -> None:
    t = suggested()
    (fact,) = t.say("yes").facts
    assert (fact.ref, fact.value, fact.quote, fact.source) == ("model.weights", "closed", "yes", "confirmed")


def test_a_refused_suggestion_is_not_offered_again() -> None:
    t = suggested()
    turn = t.say("no, not so")
    assert turn.facts == () and turn.refused == ("model.weights",)
    for _ in range(30):
        assert not (
            t.session.awaiting and t.session.awaiting.ref == "model.weights" and t.session.awaiting.manner == "confirm"
        )
        t.say("skip")


def test_another_value_than_the_suggested_one_is_taken_at_the_persons_word() -> None:
    t = suggested()
    t.say("They are open")
    assert t.session.chain.value("model.weights") == "open"


def test_a_session_survives_export_and_import_whole() -> None:
    t = suggested()
    t.say("yes")
    t.say("undo")
    assert session_from_json(session_as_json(t.session)) == t.session
