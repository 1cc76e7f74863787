"""A turn of the interview, told through a scripted reader: what is noted, what is asked, and what is never done."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripted_talk import SCRIPT, STORY, talk, told, until
from talks import ask
from worlds import AnyReader, Talk

from vcassist.chain.fields import FIELDS
from vcassist.errors import BadInput
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.session import Turn, session_as_json, session_from_json


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


def test_undo_after_a_question_of_theirs_takes_back_what_they_told_before_it() -> None:
    t = talk({**SCRIPT, "What is a foundry?": ("question", {})})
    t.say(STORY)
    t.say("Weights are open")
    aside = t.say("What is a foundry?")
    assert aside.intent == "question"
    turn = t.say("undo")
    assert turn.undoes == aside.number - 1 and t.session.chain.get("model.weights") is None
    assert t.session.chain.value("application.name") == "Northchat"


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
    told_before = reason in t.session.live[-1].reply
    reply = t.say("Why do you ask?").reply
    # What was said with the question is not all that is said to who asks: the risk that hangs on it is named.
    assert reason in reply and ("By your answer" in reply) == told_before


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


def test_the_reader_is_told_what_was_asked() -> None:
    t = talk(SCRIPT)
    t.say(STORY)
    asked = t.session.asked
    t.say("blah")
    assert t.tools.reader.heard == [(STORY, None), ("blah", asked)]  # type: ignore[attr-defined]


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


def test_in_a_first_story_the_name_that_answers_is_not_the_houses_too() -> None:
    said = 'It bears the name "FloraScan Graz", although the colleagues here mostly give it another one.'
    start = said.index("FloraScan")
    end = start + len("FloraScan Graz")
    house, tool = (
        Proposal(ref, "known", said[start:end], said[start:end], 0.9, start, end)
        for ref in ("organisation.name", "application.name")
    )
    t = Talk(AnyReader(Reading((house,), "answer"), Reading((tool,), "answer")))
    told = {f.ref: f.value for f in ask(t, "application.name").say(said).facts}
    assert told == {"application.name": "FloraScan Graz"}
