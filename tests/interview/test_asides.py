"""Asides: sighs, curses, greetings and wishes to stop are met shortly and answer nothing."""

from __future__ import annotations

import re

import pytest
from talks import WordReader, ask, talk
from worlds import Talk


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("you are useless", "skip"),
        ("I had a terrible day, a patient died", "no hurry|Take the time"),
        ("I am not a technical person", "supplier"),
        ("are you a real person?", "program"),
        ("how much longer?", "minutes"),
        ("I am really tired today, too many problems", "no hurry|Take the time"),
        ("What is it to you how many we are?", "Why I ask"),
        ("Nice weather", "AI|no use"),
        ("Guten Tag zusammen", "English"),
        ("can you speak French?", "English"),
    ],
)
def test_asides_are_met_shortly_and_lead_back_to_the_question(said: str, word: str) -> None:
    t = ask(talk(), "application.appeal")
    turn = t.say(said)
    assert re.search(word, turn.reply), turn.reply
    assert turn.facts == () and t.session.asked == "application.appeal" and len(turn.reply.split()) <= 60


def test_a_curse_or_a_sigh_answers_nothing_even_if_a_reader_thinks_so() -> None:
    for said in ("this is a stupid question", "I had a terrible day, no really", "the cat sat on my keyboard"):
        t = Talk(WordReader({said: {"application.appeal": ("no", said)}}, **{"the cat sat on my keyboard": "other"}))
        ask(t, "application.appeal").say(said)
        assert t.session.chain.get("application.appeal") is None


def test_somebody_in_danger_is_asked_nothing() -> None:
    turn = ask(talk(), "application.appeal").say("I want to die")
    assert "emergency" in turn.reply and "?" not in turn.reply and not turn.done
    assert turn.awaiting is None and turn.skipped is None


@pytest.mark.parametrize(
    "said", ["I am so overwhelmed, but a nurse reads each one", "I want to die, a nurse reads each one for me"]
)
def test_an_answer_beside_a_sigh_is_kept(said: str) -> None:
    t = ask(
        Talk(WordReader({said: {"application.human_review": ("always", "a nurse reads each one")}})),
        "application.human_review",
    )
    t.say(said)
    assert t.session.chain.value("application.human_review") == "always"


@pytest.mark.parametrize("ref", ["application.outage_effect", "compute.outage_effect"])
@pytest.mark.parametrize("intent", ["stop", "answer"])
def test_what_has_to_stop_without_the_tool_does_not_stop_the_talk(ref: str, intent: str) -> None:
    t = Talk(WordReader(**{"We have to stop.": intent, "let's stop here": intent}))
    assert not ask(t, ref).say("We have to stop.").done
    assert ask(t, ref).say("let's stop here").done


def test_the_way_back_to_paper_is_no_way_back_in_the_talk() -> None:
    said = "Go back to paper."
    story = {said: {"application.alternative": ("yes", said)}}
    t = Talk(WordReader(story, **{said: "undo"}))
    t.know(governance__policy="yes")
    ask(t, "application.alternative").say(said)
    assert t.session.chain.value("application.alternative") == "yes" == t.session.chain.value("governance.policy")


def test_who_wanders_off_twice_is_offered_to_skip_or_stop() -> None:
    t = ask(talk(), "application.appeal")
    t.say("Nice weather")
    assert "stop" in t.say("Nice weather").reply


def test_who_writes_in_another_language_twice_is_offered_to_skip_or_stop_too() -> None:
    t = ask(talk(), "application.appeal")
    assert "stop" not in t.say("Guten Tag zusammen").reply
    turn = t.say("Guten Tag zusammen")
    assert "English" in turn.reply and "stop" in turn.reply


def test_a_greeting_is_greeted_and_the_story_invited_again() -> None:
    turn = talk().say("Hello")
    assert turn.reply.startswith("Hello") and "For example" in turn.reply and turn.awaiting is None


def test_the_wish_to_stop_stops_though_a_reader_missed_it() -> None:
    turn = ask(talk(), "application.appeal").say("I am tired, can we stop now?")
    assert turn.done and turn.intent == "stop"


@pytest.mark.parametrize("intent", ["stop", "skip", "undo"])
def test_an_answer_that_a_reader_takes_for_a_wish_to_end_skip_or_undo_is_an_answer(intent: str) -> None:
    t = Talk(WordReader(**{"it stops, I should say": intent}))
    t.know(governance__policy="yes")
    turn = ask(t, "application.outage_effect").say("it stops, I should say")
    assert t.session.chain.value("application.outage_effect") == "stops" and not turn.done
    assert t.session.chain.value("governance.policy") == "yes", "nothing was taken back"


def test_a_goodbye_after_the_end_is_a_goodbye_and_no_second_summary() -> None:
    t = talk()
    first = t.say("stop").reply
    second = t.say("bye")
    assert second.done and second.reply != first and len(second.reply.split()) < 20


def test_somebody_who_knows_nothing_technical_is_not_asked_twice_for_it() -> None:
    t = ask(talk(), "model.weights")
    (fact,) = t.say("I know nothing about computers").facts
    assert (fact.ref, fact.status) == ("model.weights", "unknown")


def test_the_letter_to_the_supplier_is_mentioned_once() -> None:
    t, told = talk(), 0
    for ref in ("model.weights", "model.licence", "storage.encrypted", "storage.country", "compute.country"):
        told += "letter to your supplier" in ask(t, ref).say("no idea").reply
    assert told == 1
