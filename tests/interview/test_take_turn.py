"""A turn of the interview, told through a scripted reader: what is noted, what is asked, and what is never done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import AnyReader, ScriptedReader, Talk

from vcassist.chain.fields import FIELDS
from vcassist.errors import BadInput
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.session import Turn, session_as_json, session_from_json

Script = Mapping[str, tuple[str, Mapping[str, tuple[str, Any, str]]]]


def talk(script: Script, **session: Any) -> Talk:
    return Talk(ScriptedReader(script), **session)


STORY = "We use Northchat to sort letters."
SCRIPT: Script = {
    STORY: (
        "answer",
        {
            "application.name": ("known", "Northchat", "Northchat"),
            "application.purpose": ("known", "sort letters", "sort letters"),
        },
    ),
    "skip": ("skip", {}),
    "undo": ("undo", {}),
    "stop": ("stop", {}),
    "What is vendor lock-in?": ("question", {}),
    "What is the weather?": ("question", {}),
    "Why do you ask?": ("question", {}),
    "blah": ("answer", {}),
    "Weights are open": ("answer", {"model.weights": ("known", "open", "open")}),
    "It is closed": ("answer", {"model.weights": ("known", "closed", "closed")}),
    "Sorry, it is closed": ("correction", {"model.weights": ("known", "closed", "closed")}),
    "It makes text": ("answer", {"application.generates": ("known", ("text",), "text")}),
    "And images": ("answer", {"application.generates": ("known", ("image",), "images")}),
    "For patients": ("answer", {"application.affected_people": ("known", ("patients",), "patients")}),
    "I don't know": ("answer", {"model.weights": ("unknown", None, "I don't know")}),
    "No, nothing else": ("answer", {}),
    "We run North-4": ("answer", {"model.name": ("known", "North-4", "North-4")}),
}


def told(turn: Turn) -> dict[str, Any]:
    return {f.ref: f.value for f in turn.facts}


def until(t: Talk, ref: str, limit: int = 80) -> None:
    """Skips questions until ``ref`` is the one that is asked."""
    for _ in range(limit):
        if t.session.asked == ref:
            return
        t.say("skip")
    raise AssertionError(f"{ref} was never asked")


# --- the events -------------------------------------------------------------------------------------------------------
def test_a_turn_is_understood_then_replied_to_then_done() -> None:
    t = talk(SCRIPT)
    turn = t.say(STORY)
    kinds = [e.kind for e in t.events]
    assert kinds[0] == "understood" and kinds[-1] == "done" and set(kinds[1:-1]) == {"reply"}
    assert "".join(e.data["text"] for e in t.events if e.kind == "reply").strip() == turn.reply
    assert [e.turn for e in t.events[:-1]] == [None] * (len(t.events) - 1)
    assert t.events[-1].data["facts"] == t.events[0].data["facts"]


def test_the_greeting_asks_for_the_story_and_no_field() -> None:
    t = talk(SCRIPT)
    assert t.session.asked is None and t.session.turns[0].reply.endswith("?")


def test_a_message_that_cannot_be_used_is_refused_before_anything_is_said() -> None:
    t = talk(SCRIPT)
    with pytest.raises(BadInput):
        t.say("\x00")
    assert t.tools.reader.heard == []  # type: ignore[attr-defined]


def test_what_was_noted_is_said_back() -> None:
    turn = talk(SCRIPT).say(STORY)
    assert told(turn) == {"application.name": "Northchat", "application.purpose": "sort letters"}
    assert "Northchat" in turn.reply and "sort letters" in turn.reply


# --- one question a turn ----------------------------------------------------------------------------------------------
def questions_in(turn: Turn) -> int:
    return turn.reply.count("?") - sum(
        turn.reply.count(f"({s.question[0].lower()}")
        for s in FIELDS.values()
        if turn.awaiting and turn.awaiting.manner == "more"
    )


def test_each_reply_asks_one_question_and_never_the_same_field_twice_in_a_row() -> None:
    t = talk(SCRIPT)
    t.say(STORY)
    asked = []
    while not t.session.done:
        asked.append(t.session.asked)
        turn = t.say("skip")
        assert turn.reply.count("?") <= 1 or turn.awaiting is not None
        assert turn.done == (turn.awaiting is None)
    assert len(asked) == len(set(asked)), "a skipped field is not asked again"
    assert len(asked) > 50


@given(st.data())
def test_what_is_known_is_never_asked(data: st.DataObject) -> None:
    refs = data.draw(st.lists(st.sampled_from([k for k, f in FIELDS.items() if f.options]), max_size=30, unique=True))
    spoken = " ".join(refs)
    values = {
        r: (next(iter(FIELDS[r].options)),) if FIELDS[r].type == "set" else next(iter(FIELDS[r].options)) for r in refs
    }
    t = Talk(
        AnyReader(
            Reading(tuple(Proposal(r, "known", values[r], r) for r in refs), "answer"), *[Reading((), "skip")] * 6
        )
    )
    t.say(spoken or "nothing")
    for _ in range(5):
        asked = t.session.awaiting
        if asked is None:
            break
        assert t.session.chain.get(asked.ref) is None or asked.manner == "more"
        t.say("go on")


def test_the_last_question_is_followed_by_the_close() -> None:
    t = talk(SCRIPT)
    for _ in range(200):
        if t.session.done:
            break
        t.say("skip")
    assert t.session.done and "report is ready" in t.session.turns[-1].reply


# --- skip, stop, time ---------------------------------------------------------------------------------------------------
def test_a_skipped_question_leaves_no_fact() -> None:
    t = talk(SCRIPT)
    t.say(STORY)
    first = t.session.asked
    turn = t.say("skip")
    assert turn.facts == () and turn.skipped == first and t.session.asked != first


def test_stop_ends_with_the_draft_and_a_later_message_goes_on() -> None:
    t = talk(SCRIPT)
    t.say(STORY)
    turn = t.say("stop")
    assert turn.done and turn.awaiting is None and "report is ready" in turn.reply
    assert not t.say("Weights are open").done


def test_a_time_budget_closes_the_interview_in_time() -> None:
    t = talk(SCRIPT, minutes=3)
    t.say(STORY)
    count = 1
    while not t.session.done:
        t.say("skip")
        count += 1
    assert count * 30 <= 3 * 60
    assert "time is up" in t.session.turns[-1].reply


# --- undo and correction --------------------------------------------------------------------------------------------------
def test_undo_takes_back_the_last_message_and_asks_its_question_again() -> None:
    t = talk(SCRIPT)
    t.say(STORY)
    asked = t.session.asked
    t.say("Weights are open")
    turn = t.say("undo")
    assert t.session.chain.get("model.weights") is None
    assert t.session.chain.value("application.name") == "Northchat"
    assert "took back" in turn.reply and "open" in turn.reply
    assert t.session.asked == asked
    t.say("undo")
    assert t.session.chain.facts == {}


def test_undo_with_nothing_to_take_back_harms_nothing() -> None:
    t = talk(SCRIPT)
    turn = t.say("undo")
    assert turn.undoes is None and t.session.chain.facts == {}
    assert not t.say(STORY).done


def test_an_explicit_correction_replaces_at_once_and_says_what_stood_before() -> None:
    t = talk(SCRIPT)
    t.say("Weights are open")
    turn = t.say("Sorry, it is closed")
    assert turn.conflicts == () and t.session.chain.value("model.weights") == "closed"
    assert "closed" in turn.reply and ": open)" in turn.reply
    assert [f.value for f in t.session.chain.history["model.weights"]] == ["open"]


# --- contradictions -----------------------------------------------------------------------------------------------------
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


# --- suggestions --------------------------------------------------------------------------------------------------------
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


# --- sets, asides, questions back -----------------------------------------------------------------------------------------
def test_a_set_that_is_added_to_keeps_what_it_had() -> None:
    t = talk(SCRIPT)
    t.say("It makes text")
    t.say("And images")
    assert t.session.chain.get("application.generates").value == ("text", "image")  # type: ignore[union-attr]


def test_a_single_item_of_an_open_set_is_followed_by_anything_else_once() -> None:
    t = talk(SCRIPT)
    t.say(STORY)
    until(t, "application.affected_people")
    t.say("For patients")
    assert (t.session.asked, t.session.awaiting.manner) == ("application.affected_people", "more")  # type: ignore[union-attr]
    t.say("No, nothing else")
    for _ in range(40):
        assert t.session.asked != "application.affected_people"
        t.say("skip")
    assert t.session.chain.get("application.affected_people").value == ("patients",)  # type: ignore[union-attr]


def test_a_question_back_is_answered_with_its_source_and_the_question_stays() -> None:
    t = talk(SCRIPT)
    t.say(STORY)
    asked = t.session.asked
    turn = t.say("What is vendor lock-in?")
    assert "costs more than staying" in turn.reply and [c.term for c in turn.citations] == ["vendor-lock-in"]
    assert t.session.asked == asked and turn.facts == ()


def test_why_do_you_ask_gets_the_reason_of_the_field() -> None:
    t = talk(SCRIPT)
    t.say(STORY)
    reason = FIELDS[str(t.session.asked)].reason
    assert reason in t.say("Why do you ask?").reply


def test_what_the_glossary_does_not_cover_explains_the_question_that_was_asked() -> None:
    t = talk(SCRIPT)
    t.say(STORY)
    spec = FIELDS[str(t.session.asked)]
    assert spec.means.partition(";")[0] in t.say("What is the weather?").reply


def test_an_answer_that_cannot_be_read_is_asked_again_once_and_then_left() -> None:
    t = talk(SCRIPT)
    t.say(STORY)
    asked = t.session.asked
    assert t.say("blah").awaiting.manner == "vague"  # type: ignore[union-attr]
    assert t.session.asked == asked
    t.say("blah")
    assert t.session.asked != asked


def test_an_aside_is_led_back_to_the_matter() -> None:
    t = talk(SCRIPT)
    t.say(STORY)
    asked = t.session.asked
    turn = t.say("Nice weather today")
    assert turn.facts == () and t.session.asked == asked


# --- sessions -----------------------------------------------------------------------------------------------------------
def test_the_reader_is_told_what_was_asked() -> None:
    t = talk(SCRIPT)
    t.say(STORY)
    asked = t.session.asked
    t.say("blah")
    assert t.tools.reader.heard == [(STORY, None), ("blah", asked)]  # type: ignore[attr-defined]


def test_a_session_survives_export_and_import_whole() -> None:
    t = suggested()
    t.say("yes")
    t.say("undo")
    assert session_from_json(session_as_json(t.session)) == t.session


@pytest.mark.parametrize(
    "data", [None, [], {}, {"format": 2, "turns": []}, {"format": 1, "turns": [{}]}, {"format": 1, "turns": [None]}]
)
def test_what_is_no_session_is_refused(data: Any) -> None:
    with pytest.raises(BadInput):
        session_from_json(data)


def test_the_same_messages_give_the_same_session() -> None:
    first, second = talk(SCRIPT), talk(SCRIPT)
    for t in (first, second):
        for message in (STORY, "Weights are open", "skip", "It is closed", "the second one"):
            t.say(message)
    assert session_as_json(first.session) == session_as_json(second.session)
