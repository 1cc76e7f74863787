"""Words that somebody wants taken out leave the talk, what was noted from them, and what was said back."""

from __future__ import annotations

import json

import pytest
from talks import ask, talk
from worlds import Talk

from vcassist.interview.removals.striking import STRUCK, strike_in
from vcassist.interview.session import session_as_json, session_from_json

STORY = "We use Northchat. Mrs Banda lost her flat over it. We always check it."
TOLD = {
    STORY: {
        "application.name": ("Northchat", "Northchat"),
        "application.appeal": ("no", "lost her flat over it"),
        "application.human_review": ("always", "always check it"),
    }
}


def after_the_story() -> Talk:
    t = talk(TOLD)
    t.say(STORY)
    assert t.session.chain.value("application.appeal") == "no"
    return ask(t, "governance.policy")


def kept(t: Talk) -> str:
    return json.dumps(session_as_json(t.session), ensure_ascii=False)


@pytest.mark.parametrize(
    "wish",
    [
        "Please take out what I said about Mrs Banda.",
        "forget the bit about mrs banda, thats private",
        "The part about Mrs Banda has to stay between us.",
        "scrub the flat thing from your notes",
        "I'd rather the story of Mrs Banda was not kept",
    ],
)
def test_words_that_are_to_go_are_gone_with_what_was_noted_from_them_and_it_is_said(wish: str) -> None:
    t = after_the_story()
    turn = t.say(wish)
    assert "I took it out" in turn.reply and "contesting" in turn.reply
    assert "lost her flat" not in kept(t) and STRUCK in t.session.turns[1].said
    chain = t.session.chain
    assert chain.get("application.appeal") is None and chain.value("application.human_review") == "always"
    # What stood behind the words keeps its place in the message.
    fact = chain.get("application.human_review")
    assert fact is not None and t.session.turns[1].said[fact.start : fact.end] == fact.quote
    assert turn.facts == () and t.session.asked == "governance.policy"


def test_the_wish_itself_no_longer_names_what_was_to_go() -> None:
    t = after_the_story()
    assert t.say("Please take out what I said about Mrs Banda.").said == f"Please take out what I said about {STRUCK}."


def test_a_name_alone_goes_and_the_rest_stays() -> None:
    t = after_the_story()
    t.say("Don't write Mrs Banda's name anywhere")
    assert "Banda" not in kept(t) and "lost her flat" in kept(t)
    assert t.session.chain.value("application.appeal") == "no"


@pytest.mark.parametrize(
    "wish", ["take her name out", "Don't write Awa's name anywhere", "remove the nurse's name please"]
)
def test_what_was_noted_beside_a_name_stays_without_it(wish: str) -> None:
    said = "Our nurse Awa Ceesay answers for Northchat. It sorts letters of Awa Ceesay."
    t = talk({said: {
        "application.name": ("Northchat", "Northchat"),
        "governance.responsible_person": ("yes", "Our nurse Awa Ceesay answers for"),
        "application.purpose": ("sorts letters of Awa Ceesay", "sorts letters of Awa Ceesay"),
    }})  # fmt: skip
    t.say(said)
    ask(t, "governance.policy").say(wish)
    chain = t.session.chain
    noted = chain.get("governance.responsible_person")
    assert noted is not None and noted.value == "yes" and noted.quote == f"Our nurse {STRUCK} answers for"
    assert t.session.turns[1].said[noted.start : noted.end] == noted.quote
    assert chain.value("application.purpose") == f"sorts letters of {STRUCK}" and "Ceesay" not in kept(t)


def test_words_that_ask_for_what_was_never_said_are_left_as_they_are() -> None:
    t = after_the_story()
    said = "please forget what I said about my cousin"
    assert t.say(said).said == said


def test_what_was_never_said_is_not_taken_out_and_nothing_else_goes_for_it() -> None:
    t = after_the_story()
    before = t.session.facts
    turn = t.say("please forget what I said about my cousin")
    assert "nothing of that" in turn.reply and t.session.facts == before


def test_an_answer_that_is_taken_back_is_left_to_the_undo() -> None:
    assert strike_in(after_the_story().session, "forget what I said about contesting an outcome") is None
    assert strike_in(after_the_story().session, "They forget what they learnt about it") is None
    assert strike_in(after_the_story().session, "The letters stay between us and the tenant") is None


def test_what_is_told_between_ourselves_is_not_kept_at_all() -> None:
    t = after_the_story()
    turn = t.say("Between ourselves, the manager hates it. No.")
    assert "manager" not in kept(t) and "I took it out" in turn.reply
    assert t.session.chain.value("governance.policy") == "no"


def test_who_goes_can_have_words_taken_out_on_the_way() -> None:
    t = after_the_story()
    turn = t.say("Then I stop here, I am tired. Please delete what I said about Mrs Banda.")
    assert turn.done and "I took it out" in turn.reply and "lost her flat" not in kept(t)


def test_an_undo_brings_no_words_back() -> None:
    t = after_the_story()
    t.say("Please take out what I said about Mrs Banda.")
    t.say("undo")
    assert "lost her flat" not in kept(t)


@pytest.mark.parametrize(
    "said",
    [
        "The thing about the flat is secret, so we host it ourselves.",
        "The stuff about Mrs Banda is private, hence it runs on our own machine.",
        "The passage on the flat may never be stored, that's our rule.",
        "The detail about the flat is not shown to the nurses, they only see the letters.",
        "Anything we said about the flat never gets recorded.",
        "What tenants told us about the flat is private.",
        "What the callers say stays between us.",
        "Tenants talk to us in confidence.",
        "Nobody may know the flat, it is the law.",
        "If someone asks, we delete the bit about the flat.",
    ],
)
def test_that_something_is_secret_is_told_and_takes_nothing_out(said: str) -> None:
    assert strike_in(after_the_story().session, said) is None


@pytest.mark.parametrize(
    ("wish", "gone"),
    [
        ('remove the word "lost" from what I said', "lost"),
        ('Drop "her flat", my boss will see.', "her flat"),
        ("And the word Banda, take that out too.", "Banda"),
        ("Banda must not be in your report.", "Banda"),
        ("Mrs Banda's name must not be in your report", "Mrs Banda"),
        ("Don't mention Banda anywhere.", "Banda"),
        ("Keep Mrs Banda out of the report", "Mrs Banda"),
    ],
)
def test_the_very_words_or_a_person_that_an_order_names_go_alone(wish: str, gone: str) -> None:
    t = after_the_story()
    turn = t.say(wish)
    assert "I took it out" in turn.reply and gone not in t.session.turns[1].said
    assert "We use Northchat." in t.session.turns[1].said


def test_the_answer_beside_an_order_still_counts() -> None:
    t = after_the_story()
    t.say("No, and forget the bit about Mrs Banda.")
    assert t.session.chain.value("governance.policy") == "no" and "lost her flat" not in kept(t)


def test_words_that_also_tell_what_the_tool_is_for_are_not_struck_unasked() -> None:
    t = talk({"We use Lumo to sort rents of Mrs Banda.": {
        "application.name": ("Lumo", "Lumo"), "application.purpose": ("sort rents", "sort rents"),
    }})  # fmt: skip
    t.say("We use Lumo to sort rents of Mrs Banda.")
    turn = ask(t, "governance.policy").say("Please forget the bit about Mrs Banda")
    assert "took nothing out" in turn.reply and t.session.chain.value("application.purpose") == "sort rents"


def test_a_name_that_was_taken_out_does_not_come_back_when_it_is_said_again() -> None:
    t = after_the_story()
    t.say("Mrs Banda's name must not be in your report")
    turn = t.say("Mrs Banda came again today, we check it twice.")
    assert "Banda" not in kept(t) and turn.said.startswith(STRUCK) and "check it twice" in turn.said
    assert "Banda" not in json.dumps(session_as_json(session_from_json(json.loads(kept(t)))))


def test_who_fears_trouble_for_what_they_said_has_it_taken_out_though_an_answer_has_a_word_of_it() -> None:
    said = "People in villages and Roma families are few in it."
    t = talk({said: {"data.representative": ("partly", "Roma families are few")}})
    t.know(application__purpose="gives points to families")
    ask(t, "data.representative").say(said)
    ask(t, "governance.policy")
    t.say("Yes. Also I take back what I said about Roma families, please do not write it, it can make trouble for us.")
    assert "Roma" not in kept(t) and "I took it out" in t.session.turns[-1].reply


@pytest.mark.parametrize("wish", ["NO! I said do not write Roma. Delete this.", "Please don't put down Roma again."])
def test_a_name_that_is_not_to_be_written_goes_and_the_anger_of_it_answers_nothing(wish: str) -> None:
    said = "People in villages and Roma families are few in it."
    t = ask(talk(), "data.representative")
    t.say(said)
    ask(t, "governance.policy").say(wish)
    assert "Roma" not in kept(t) and t.session.chain.value("governance.policy") is None
