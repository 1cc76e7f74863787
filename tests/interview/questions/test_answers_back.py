"""In a talk, what a question wants decides the answer before its form does, and a question said in vain is not put a third time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk, waits
from worlds import Talk

from vcassist.interview import phrases
from vcassist.interview.ports import OfTheTalk, Wanted
from vcassist.interview.questions.answers_back import _kindly
from vcassist.interview.speech import Plan

JUDGED = "It is neither."


def learnt(t: Talk, **by_word: Wanted) -> Talk:
    """It was learnt what sentences with a word want, and that all others ask nothing."""
    nothing = Wanted("what", 0.05, "", 0.02)

    def wanted(sentence: str, asked: str | None) -> Wanted:
        return next((w for word, w in by_word.items() if word in sentence), nothing)

    t.tools = replace(t.tools, wanted=wanted)
    return t


def test_an_answer_and_a_question_in_odd_words_are_both_served() -> None:
    t = ask(learnt(talk(), bishop=Wanted("who_reads", 0.8, "Nobody but you.", 1.0)), "storage.encrypted")
    turn = t.say("yes, it is. Would be good to hear that the bishop sleeps on.")
    assert t.session.chain.value("storage.encrypted") == "yes"
    assert "Nobody but you." in turn.reply


def test_a_message_that_tells_nothing_is_answered_where_it_likely_asks() -> None:
    t = ask(learnt(talk(), bishop=Wanted("who_reads", 0.3, "Nobody but you.", 0.95)), "storage.encrypted")
    turn = t.say("I hope the bishop sleeps on.")
    assert "Nobody but you." in turn.reply and waits(t) == ("storage.encrypted", "again")


def test_who_asks_what_a_word_means_has_not_answered_with_it() -> None:
    t = ask(learnt(talk(), kilograms=Wanted("rephrase", 0.8, "", 1.0)), "model.weights")
    t.say("An open one? As in kilograms?")
    assert t.session.chain.get("model.weights") is None


def test_what_is_sure_comes_before_what_a_form_says() -> None:
    t = ask(learnt(talk(), reads=Wanted("cost", 0.8, "It is free.", 1.0)), "storage.encrypted")
    assert "It is free." in t.say("Who reads the bill?").reply


def test_the_same_words_said_twice_in_vain_leave_the_question() -> None:
    t = ask(learnt(talk()), "application.human_review")
    t.say("it is as the wind is")
    assert waits(t) is not None and waits(t)[0] == "application.human_review"  # type: ignore[index]
    t.say("it is as  the wind is")
    assert (waits(t) or ("", ""))[0] != "application.human_review"


def test_other_words_keep_it_on_the_table() -> None:
    asks = Wanted("what", 0.8, "This is vcassist.", 1.0)
    t = ask(learnt(talk(), this=asks), "application.human_review")
    t.say("Now what would this be?")
    t.say("And this, what is it?")
    assert (waits(t) or ("", ""))[0] == "application.human_review"


def about(sentence: str) -> OfTheTalk:
    return OfTheTalk("verdict", JUDGED, 1.0)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I'm scared. A boy left the course over it, is that our doing?", phrases.GOOD_THAT_YOU_ASK),
        ("We let it rank them. Is that fine?", JUDGED),
    ],
)
def test_the_paragraph_gives_way_to_a_human_word(said: str, expected: str) -> None:
    assert _kindly(Plan(1, answer=JUDGED), said, about).answer == expected


def test_who_asks_of_a_word_that_is_noted_is_answered_by_the_glossary() -> None:
    dead = Wanted("glossary", 0.5, "", 1.0, glossary=0.5)
    t = ask(learnt(talk(), tombs=dead), "data.personal_data")
    turn = t.say("Yes, all by name. Is that still personal data when they lie in tombs?")
    assert t.session.chain.value("data.personal_data") == "yes"
    assert "Whatever points to one person counts" in turn.reply
