"""The talk as a whole: contradictions, further components, days in between, time, progress and the close. Told through a plain reader."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from talks import COUNTRIES, STORY, WordReader, answered, ask, talk, waits
from worlds import Talk

from vcassist.chain.facts import Fact, checked_value
from vcassist.interview.interviewer import reminder


@pytest.mark.parametrize(
    ("decides", "value"),
    [
        ("Sweden", "SE"),
        ("Norway is right", "NO"),
        ("the first", "NO"),
        ("the second one", "SE"),
        ("hm", "NO"),
        ("what I said first, Norway", "NO"),
    ],
)
def test_a_contradiction_is_decided_in_many_words_and_asked_once(decides: str, value: str) -> None:
    t = Talk(WordReader({"by the way it is kept in Sweden": {"storage.country": ("SE", "Sweden")}}))
    ask(t, "storage.country").say("Norway")
    ask(t, "governance.policy")
    turn = t.say("by the way it is kept in Sweden")
    assert waits(t) == ("storage.country", "conflict") and "“Norway”" in turn.reply and "“Sweden”" in turn.reply
    t.say(decides)
    assert t.session.chain.value("storage.country") == value
    assert t.session.awaiting is None or t.session.awaiting.manner != "conflict"


def test_a_question_that_was_passed_over_for_something_else_is_asked_once_more_and_then_left() -> None:
    story = {f"we keep it in {c}": {"storage.country": (code, c)} for c, code in COUNTRIES.items()}
    t = ask(talk(story), "governance.policy")
    turn = t.say("we keep it in Sweden")
    assert waits(t) == ("governance.policy", "again") and "SE" in turn.reply
    story_two = {"the purpose is x": {"application.purpose": ("x", "x")}}
    t.tools.reader.stories |= story_two  # type: ignore[attr-defined]
    t.say("the purpose is x")
    assert t.session.asked != "governance.policy"


def test_further_components_are_asked_about_by_name() -> None:
    story = {
        "We use Northchat and Tide": {
            "application.name": ("Northchat", "Northchat"),
            "application-2.name": ("Tide", "Tide"),
        }
    }
    t = talk(story)
    turn = t.say("We use Northchat and Tide")
    assert "Northchat" in turn.reply and "Tide" in turn.reply
    asked = set()
    for _ in range(60):
        if t.session.awaiting and t.session.asked.startswith("application"):  # type: ignore[union-attr]
            name = "Tide" if t.session.asked.startswith("application-2") else "Northchat"  # type: ignore[union-attr]
            assert re.search(f"(About|for) {name}:", t.session.turns[-1].reply)
            asked.add(t.session.asked)
        t.say("skip")
    assert {"application.appeal", "application-2.appeal"} <= asked


def test_after_days_the_reply_begins_with_two_lines_on_where_we_were() -> None:
    clock = ["2026-11-24T10:00:00+00:00"]
    t = Talk(WordReader())
    t.tools = replace(t.tools, now=lambda: clock[0])
    t.know(application__name="TriageMate", application__purpose="sort cases")
    ask(t, "governance.policy")
    t.session = replace(t.session, turns=(*t.session.turns[:-1], replace(t.session.turns[-1], at=clock[0])))
    clock[0] = "2026-11-27T09:00:00+00:00"
    reply = t.say("no").reply
    assert (
        reply.startswith("Welcome back. Last time we spoke about TriageMate (“sort cases”).")
        and "2 things are noted" in reply
    )
    clock[0] = "2026-11-27T09:01:00+00:00"
    ask(t, "data.consent")
    t.session = replace(t.session, turns=(*t.session.turns[:-1], replace(t.session.turns[-1], at=clock[0])))
    assert "Welcome back" not in t.say("no").reply


def test_who_comes_back_is_reminded_of_the_question_in_short() -> None:
    t = ask(talk(), "governance.policy")
    turn = reminder(t.session, t.tools)
    assert turn.awaiting == t.session.awaiting and "written rules" in turn.reply and not turn.facts


def test_the_budget_is_the_persons_time_and_not_the_number_of_answers() -> None:
    now = [0]
    t = Talk(WordReader(), minutes=10)
    t.tools = replace(t.tools, now=lambda: f"2026-11-24T10:{now[0] // 60:02}:{now[0] % 60:02}+00:00")
    t.session = replace(t.session, turns=(replace(t.session.turns[0], at=t.tools.now()),))
    answers = 0
    while not t.session.done and answers < 60:
        now[0] += 20
        t.say("skip")
        answers += 1
    assert 28 <= answers <= 31 and "time is up" in t.session.turns[-1].reply


def test_who_comes_back_after_the_time_is_up_can_go_on() -> None:
    t = Talk(WordReader(), minutes=10)
    t.tools = replace(t.tools, now=lambda: "2026-11-24T10:00:00+00:00")
    while not t.session.done:
        t.say("skip")
    assert "time is up" in t.session.turns[-1].reply
    turn = t.say("We are back")
    assert not turn.done and turn.awaiting is not None


def test_progress_is_told_now_and_then_with_the_time_that_is_left() -> None:
    t = talk(minutes=20)
    told = [t.say("skip").reply for _ in range(14)]
    progress = [r for r in told if "covered" in r]
    assert 1 <= len(progress) <= 3 and all("of your 20 minutes left" in r and "risk" in r for r in progress)


def test_the_close_names_what_was_found_what_is_open_and_what_goes_to_the_supplier() -> None:
    t = talk()
    ask(t, "model.weights").say("no idea")
    t.know(storage__encrypted="no")
    reply = t.say("stop").reply
    assert (
        "1 risk can be named" in reply and "cannot be decided yet" in reply and "1 question for your supplier" in reply
    )
    assert "report is ready" in reply and len(reply.split()) <= 60


def test_the_close_of_a_talk_that_found_no_risk_sounds_like_no_all_clear() -> None:
    t = talk()
    t.say("no idea")
    reply = t.say("stop").reply
    assert "no all-clear" in reply and "risks cannot be decided yet" in reply and "No risk can be named" not in reply


def test_every_fact_keeps_a_quote_of_the_turn_that_it_names() -> None:
    t = talk()
    t.say(STORY)
    ask(t, "storage.country").say("In Norway")
    t.say("sorry, make that Sweden")
    ask(t, "application.human_review").say("I already told you that")
    ask(t, "data.consent").say("it depends")
    t.say("it varies")
    said = {turn.number: turn.said for turn in t.session.turns}
    assert len(t.session.facts) >= 4
    for fact in t.session.facts:
        assert said[fact.turn][fact.start : fact.end] == fact.quote != "", fact


def test_checked_values_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever way a value came in, it fits its field."""
    t = answered("model.weights", "open")
    t.say("no, the other one")
    for fact in t.session.facts:
        if fact.status == "known":
            assert isinstance(fact, Fact) and checked_value(fact.ref, fact.value) == fact.value


@pytest.mark.parametrize(("said", "value"), [("the first one", "never"), ("the second", "always")])
def test_the_first_one_of_two_is_none_that_a_reader_makes_up(said: str, value: str) -> None:
    guess = {"application.human_review": ("sometimes", said)}
    t = Talk(WordReader({said: guess}))
    ask(t, "application.human_review").say("never")
    ask(t, "application.human_review", "conflict", old="never", new="always").say(said)
    assert t.session.chain.value("application.human_review") == value


def test_who_sets_something_right_at_the_door_is_not_asked_in_again() -> None:
    t = answered("application.outage_effect", "it stops")
    t.say("stop")
    assert t.session.done
    turn = t.say("I was wrong: it gets worse")
    assert t.session.chain.value("application.outage_effect") == "degrades"
    assert turn.done and t.session.asked is None and "?" not in turn.reply
