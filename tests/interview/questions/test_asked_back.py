"""A complaint that says itself what was left without an answer is answered by that, and who is tired and asks goes on."""

from __future__ import annotations

from dataclasses import replace

from talks import Talk, ask, talk

from vcassist.interview.ports import Wanted

WORST = "The gravest so far is that nobody checks."


def learnt(sentence: str, asked: str | None) -> Wanted | None:
    return Wanted("worst", 0.95, WORST, 1.0) if "worst" in sentence else None


def begun() -> Talk:
    t = talk()
    t.know(application__name="Northchat")
    t.tools = replace(t.tools, wanted=learnt)
    return ask(t, "storage.encrypted")


def test_what_a_complaint_names_is_answered_and_not_the_last_question() -> None:
    t = begun()
    t.say("who made you?")
    turn = t.say("you did not answer me about the worst risk. contracts same")
    assert WORST in turn.reply and "who made you" not in turn.reply


def test_who_is_tired_and_asks_is_answered() -> None:
    t = begun()
    t.tools.reader.intents["I'm tired."] = "stop"
    turn = t.say("I'm tired. What is the worst?")
    assert WORST in turn.reply and not turn.done


def test_a_fear_for_the_job_beside_an_answer_is_answered() -> None:
    t = begun()
    fears = Wanted("in_trouble", 0.95, "Not through me.", 1.0)
    t.tools = replace(t.tools, wanted=lambda sentence, asked: fears if "sacked" in sentence else None)
    turn = t.say("yes, encrypted. Can I be sacked for telling you this?")
    assert "Not through me." in turn.reply and turn.facts
