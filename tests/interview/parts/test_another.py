"""A name that may be a further tool's: asked back once, noted on a yes with what was told of it, dropped on a no."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import WordReader, ask, waits
from worlds import Talk

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading

SAID = "And Clerky writes our emails."


class MayBe(WordReader):
    """Hears in one sentence what may be a further tool."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        reading = super().read(message, asked, chain)
        if message != SAID:
            return reading
        told = (("application-2.name", "Clerky"), ("application-2.purpose", "writes our emails"))
        return replace(reading, maybe=tuple(Proposal(ref, "known", words, words) for ref, words in told))


def asked_back() -> Talk:
    t = Talk(MayBe())
    t.know(**{"application.name": "Kora"})
    ask(t, "application.human_review").say(SAID)
    return t


def test_it_is_asked_back_in_the_person_s_words_before_anything_is_noted() -> None:
    t = asked_back()
    assert waits(t) == ("application-2.name", "confirm")
    assert f"“{SAID[:-1]}”. Is Clerky another tool that you use, beside Kora?" in t.session.turns[-1].reply
    assert t.session.chain.mentioned("application") == ("application",)


def test_a_yes_notes_the_name_and_what_was_told_of_it() -> None:
    t = asked_back()
    t.say("yes")
    chain = t.session.chain
    assert (chain.value("application-2.name"), chain.value("application-2.purpose")) == ("Clerky", "writes our emails")


@pytest.mark.parametrize("no", ["no", "No, Clerky is our secretary.", "She is our secretary", "that's a person"])
def test_a_no_notes_nothing_and_it_is_not_asked_again(no: str) -> None:
    t = asked_back()
    t.say(no)
    assert t.session.chain.mentioned("application") == ("application",)
    ask(t, "application.human_review").say(SAID)
    assert waits(t) != ("application-2.name", "confirm")


@pytest.mark.parametrize("said", ["it helps Dora with the mails", "Clerky helps Dora with the mails"])
def test_who_goes_on_telling_of_it_has_said_that_it_is_one(said: str) -> None:
    t = asked_back()
    t.tools = replace(
        t.tools,
        reader=WordReader(
            {
                said: {
                    "application-2.decision_role": ("assists", "helps Dora"),
                    "application-2.name": ("Dora", "Dora"),
                }
            }
        ),
    )
    t.say(said)
    chain = t.session.chain
    assert (chain.value("application-2.name"), chain.value("application-2.decision_role")) == ("Clerky", "assists")


def test_who_goes_on_telling_of_something_else_tells_of_the_first_tool() -> None:
    t = asked_back()
    t.tools = replace(
        t.tools,
        reader=WordReader(
            {
                "then we are back on the whiteboard, slower": {
                    "application-2.outage_effect": ("degrades", "slower"),
                    "application-2.name": ("Whiteboard", "whiteboard"),
                }
            }
        ),
    )
    t.say("then we are back on the whiteboard, slower")
    chain = t.session.chain
    assert chain.mentioned("application") == ("application",)
    assert chain.value("application.outage_effect") == "degrades"
    assert "Application 2" not in t.session.turns[-1].reply


class OfTide(WordReader):
    """Hears of Tide what is said of it, and nothing of what is asked."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        ref = "application-2.human_review"
        return Reading((Proposal(ref, "known", "sometimes", "sometimes"),), "answer")


def test_an_answer_for_another_tool_is_no_answer_for_this_one() -> None:
    t = Talk(OfTide())
    t.know(**{"application.name": "Kora", "application-2.name": "Tide"})
    ask(t, "application.human_review").say("as for Tide, sometimes")
    chain = t.session.chain
    assert chain.value("application-2.human_review") == "sometimes"
    assert chain.get("application.human_review") is None


def test_asked_after_where_no_tool_has_a_name_it_is_the_tool() -> None:
    t = Talk(MayBe())
    t.know(**{"organisation.sector": "education", "application-2.purpose": "letters"})
    ask(t, "organisation.country").say(SAID)
    assert "Is Clerky the tool that you use?" in t.session.turns[-1].reply
    t.say("yes it does")
    assert t.session.chain.value("application-2.name") == "Clerky"
