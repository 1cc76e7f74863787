"""What was told already: it is found with its quote, shown where it is only perhaps meant, and else asked again."""

from __future__ import annotations

import re

from talks import STORY, WordReader, ask, talk, waits
from worlds import Talk

from vcassist.chain.facts import Chain
from vcassist.interview import phrases
from vcassist.interview.ports import Proposal, Reading


def test_what_was_told_already_is_found_with_an_apology_and_its_own_quote() -> None:
    t = talk()
    t.say(STORY)
    ask(t, "application.human_review")
    turn = t.say("I already told you that")
    (fact,) = turn.facts
    assert (fact.value, fact.turn, STORY[fact.start : fact.end]) == ("always", 1, "always")
    assert re.search("sorry|Forgive", turn.reply) and "“always”" in turn.reply


class Willing(WordReader):
    """Sees an answer on encryption in words that have nothing to do with it, when it is asked for."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        if asked == "storage.encrypted" and "half of them" in message:
            return Reading((Proposal(asked, "known", "partly", "half of them", 0.9),), "answer")
        return super().read(message, asked, chain)


def test_what_was_perhaps_told_is_shown_for_a_yes() -> None:
    t = Talk(Willing())
    t.say("There are eighty patients and half of them come from afar.")
    turn = ask(t, "storage.encrypted").say("I already told you")
    assert turn.facts == () and waits(t) == ("storage.encrypted", "confirm") and "“half of them”" in turn.reply
    (fact,) = t.say("yes").facts
    assert (fact.ref, fact.value, fact.source) == ("storage.encrypted", "partly", "confirmed")


def test_that_something_else_was_not_known_is_not_what_was_told() -> None:
    t = ask(talk(), "model.licence")
    t.say("well, I really have no idea of that")
    turn = ask(t, "storage.encrypted").say("I already told you that")
    assert waits(t) == ("storage.encrypted", "again") and "None" not in turn.reply


def test_what_cannot_be_found_is_asked_again_with_an_apology() -> None:
    t = ask(talk(), "storage.encrypted")
    turn = t.say("I already told you that")
    assert turn.facts == () and waits(t) == ("storage.encrypted", "again")
    assert any(words in turn.reply for words in phrases.TOLD_LOST)


def test_what_cannot_be_found_twice_is_left() -> None:
    t = ask(talk(), "storage.encrypted")
    t.say("I already told you that")
    turn = t.say("I already told you that")
    assert turn.skipped == "storage.encrypted" and t.session.asked != "storage.encrypted"


def test_told_already_with_the_answer_is_simply_an_answer() -> None:
    t = ask(talk(), "storage.country")
    t.say("I told you before, Sweden")
    assert t.session.chain.value("storage.country") == "SE"


def test_what_do_you_mean_by_that_explains_the_question_and_a_term_is_looked_up() -> None:
    t = ask(talk(), "application.affected_people")
    assert "I mean whose lives its output touches" in t.say("What do you mean by that?").reply
    assert "costs more than staying" in t.say("What do you mean by vendor lock-in?").reply


def test_pointing_back_at_an_earlier_message_is_no_yes_by_itself() -> None:
    said = "as I wrote, by hand"
    guess = {said: {"model.documentation": ("yes", said)}}
    t = ask(Talk(WordReader(guess)), "model.documentation")
    t.say(said)
    assert t.session.chain.get("model.documentation") is None
    for answer in ("as I said, yes", "as I wrote, we read the card"):
        t = ask(Talk(WordReader({answer: {"model.documentation": ("yes", answer)}})), "model.documentation")
        t.say(answer)
        assert t.session.chain.value("model.documentation") == "yes", answer


def test_a_no_that_answered_another_question_is_not_what_was_told() -> None:
    class Eager(WordReader):
        """Hears a no in "nothing else", whatever was asked."""

        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            if asked == "application.alternative" and "nothing else" in message:
                return Reading((Proposal(asked, "known", "no", "nothing else", 0.9),), "answer")
            return super().read(message, asked, chain)

    t = Talk(Eager())
    ask(t, "application.affected_people", "more").say("That is all, nothing else. They are many.")
    turn = ask(t, "application.alternative").say("I have already said it: the printed list in the station.")
    assert turn.facts == () and t.session.chain.get("application.alternative") is None


def test_the_earlier_message_with_the_words_of_this_one_is_meant() -> None:
    t = talk()
    t.know(**{"application.name": "Northchat"})
    t.say("Our doctors sometimes look at the printed list of the station.")
    t.say("In the office they always have coffee, I believe.")
    turn = ask(t, "application.human_review").say("I told you already, the printed list")
    assert [f.value for f in turn.facts] == ["sometimes"]
