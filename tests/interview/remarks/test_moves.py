"""What people do in a conversation besides answering, told by form: met where it is there, and never seen in an ordinary answer."""

from __future__ import annotations

import pytest

from vcassist.interview.corrections.correcting import corrects, takes_back
from vcassist.interview.remarks.moves import (
    hedge_of,
    move_of,
    only_courtesy,
    says_nothing,
    stops_the_talk,
    wants_to_stop,
)


@pytest.mark.parametrize(
    ("message", "move"),
    [
        ("I already told you that", "told"),
        ("we've said this before", "told"),
        ("you asked me that already", "told"),
        ("see my first message", "told"),
        ("this is a stupid question", "abuse"),
        ("just shut up now", "abuse"),
        ("you are useless", "abuse"),
        ("I had a terrible day, a patient died yesterday", "distress"),
        ("sorry, I'm completely overwhelmed at the moment", "distress"),
        ("oh no. sorry sorry sorry", "distress"),
        ("I just want to die", "danger"),
        ("I feel suicidal at times", "danger"),
        ("I keep thinking about suicide", "danger"),
        ("sometimes I want to end it all", "danger"),
        ("we lost our dear colleague last week", "distress"),
        ("I'm not a technical person", "lay"),
        ("I know nothing about computers, sorry", "lay"),
        ("no, the other one", "other_one"),
        ("can I change my answer about the policy?", "change"),
        ("I'd like to correct something", "change"),
        ("where were we?", "lost"),
        ("what was the question", "lost"),
    ],
)
def test_a_move_is_seen(message: str, move: str) -> None:
    assert move_of(message) == move


@pytest.mark.parametrize(
    "message",
    [
        "then we shut up shop till Monday",
        "No, I'm afraid we don't.",
        "we just use it",
        "a nurse reads each one twice",
        "they told us it is stored in Ireland",
        "nobody was told",
        "the service stops",
        "In the end my colleague checks every letter.",
        "In the end it all goes to one server",
        "We are a suicide prevention charity",
        "I answer the suicide line on Mondays",
        "I talk to people who feel suicidal",
        "patients who want to die are seen by a doctor at once",
        "We lost our connection for a week once and everything stopped.",
        "it helps patients who are in distress to find a doctor",
        "Sorry, sorry, I looked at the duty list now.",
        "we lost the contract with them last year",
        "our staff were trained in May",
        "the tool marks messages with abusive words",
        "we cannot change the model ourselves",
        "It is used by the crisis line: people who write that they want to talk are put first, " + "and so on. " * 30,
        "yes",
        "",
    ],
)
def test_an_ordinary_answer_is_no_move(message: str) -> None:
    assert move_of(message) is None


@pytest.mark.parametrize(
    "message",
    [
        "make that Sweden",
        "sorry, it's Belgium",
        "hold on, not Ireland: it's Belgium",
        "earlier I said Ghana, but it is Togo",
        "I was wrong there, it is a trial",
        "no wait, it is Iceland",
        "I take that back, nobody was trained",
        "on second thought it is partly so",
        "I said twelve but we are nine",
        "scratch that, it is Iceland",
        "sorry, that should be Iceland",
        "my last answer should have been partly",
        "oops, wrong country",
        "scrap amazon, the files are with Hetzner",
        "I mixed that up, it is Iceland",
        "hm no, that was not right",
        "pls fix: never tested",
        "can you alter one thing? We have no exit clause",
        "meant: we host it ourselves",
        "our name is spelled Hoppe, with two p",
    ],
)
def test_a_correction_is_known_by_its_form(message: str) -> None:
    assert corrects(message)


@pytest.mark.parametrize(
    "message",
    [
        "No, it's not encrypted",
        "not always, but mostly",
        "we make it easy for them to object",
        "it said so in the contract",
        "they corrected the labels",
        "that is right",
        "I think so",
        "No, but there should be.",
        "Not yet, somebody should be named",
        "No, and there should have been one long ago",
        "mixed, some by us and some by them",
        "it is meant for nurses",
        "they fix the labels every week",
        "the parents are confused by it",
        "no no, never",
    ],
)
def test_an_ordinary_answer_corrects_nothing(message: str) -> None:
    assert not corrects(message)


@pytest.mark.parametrize(
    ("message", "hedge"),
    [
        ("it depends", "partly"),
        ("sort of", "partly"),
        ("well, more or less", "partly"),
        ("hard to say", "vague"),
        ("hm, whatever the law requires I suppose", "vague"),
        ("always", None),
        ("our data officer answers for it", None),
        ("well " + "it is a long story about many things that happened " * 3, None),
    ],
)
def test_a_half_yes_and_a_shrug_are_told_apart(message: str, hedge: str | None) -> None:
    assert hedge_of(message) == hedge


@pytest.mark.parametrize("message", ["yes", "no", "ok thanks", "hm", "well it depends", "No, not really.", "maybe so"])
def test_a_message_of_yes_no_and_politeness_names_nothing(message: str) -> None:
    assert says_nothing(message)


@pytest.mark.parametrize("message", ["no patients", "yes, Google", "ChatGPT", "", "2"])
def test_a_message_that_names_something_is_not_empty(message: str) -> None:
    assert not says_nothing(message)


@pytest.mark.parametrize(
    "message",
    [
        "can we stop now?",
        "I am tired, can we please stop",
        "I have to go now",
        "let's end here",
        "that's all for today, thanks",
        "enough questions!",
        "sorry, we need to stop. The doctor is here",
    ],
)
def test_the_wish_to_stop_is_heard_in_many_words(message: str) -> None:
    assert wants_to_stop(message)


@pytest.mark.parametrize(
    "message",
    [
        "the service stops",
        "it would end in chaos",
        "can they stop the training?",
        "we have to go through the ministry for every change",
        "We have to run it ourselves",
        "Can we stop them from training on it?",
        "It's all for internal use",
        "This is all now in the cloud",
        "we need to leave it to IT",
        "we want to stop the supplier from reading it",
    ],
)
def test_what_stops_is_not_always_the_talk(message: str) -> None:
    assert not wants_to_stop(message)


def test_taking_back_is_told_from_putting_something_else_in_its_place() -> None:
    for said in (
        "undo that",
        "scratch the last one",
        "Scratch that",
        "I take that back.",
        "go back",
        "please go back one",
    ):
        assert takes_back(said), said
    for said in (
        "sorry, make that worse",
        "Go back to paper.",
        "we get it back from them",
        "I take that back, nobody was",
    ):
        assert not takes_back(said), said


@pytest.mark.parametrize(
    "message", ["stop", "let's stop here", "we need to stop for today", "I have to go now", "please stop"]
)
def test_a_wish_to_stop_that_names_the_talk_is_told_from_what_has_to_stop(message: str) -> None:
    assert stops_the_talk(message)


@pytest.mark.parametrize("message", ["We have to stop.", "we would need to stop", "we must stop the service"])
def test_what_has_to_stop_is_not_said_of_the_talk(message: str) -> None:
    assert not stops_the_talk(message)


def test_courtesy_alone_is_courtesy() -> None:
    assert only_courtesy("Hi") and only_courtesy("ok thank you") and only_courtesy("Good morning")
    assert not only_courtesy("good staff check each and every one of them") and not only_courtesy("the weather is nice")


def test_how_long_something_is_kept_asks_nothing_of_the_talk() -> None:
    assert move_of("we don't know how long they keep it") is None
    assert move_of("how long will this take?") == move_of("how much longer?") == "time"


@pytest.mark.parametrize(
    "said", ["On a bad day the nurses type it themselves.", "That is too much text for me.", "Sorry, sorry, go on"]
)
def test_a_bad_day_of_the_tool_and_a_long_text_are_no_distress(said: str) -> None:
    assert move_of(said) is None


@pytest.mark.parametrize("said", ["I had a bad day.", "It is all too much."])
def test_a_bad_day_of_ones_own_is(said: str) -> None:
    assert move_of(said) == "distress"


@pytest.mark.parametrize(
    ("said", "move"),
    [
        ("how many of these must I answer", "time"),
        ("how many more to go?", "time"),
        ("how many more nurses do we need", None),
    ],
)
def test_how_many_more_is_asked_of_the_questions(said: str, move: str | None) -> None:
    assert move_of(said) == move


def test_who_is_back_goes_on() -> None:
    from vcassist.interview.remarks.moves import is_back

    assert (
        is_back("One second, bed four is ringing. Okay, I'm back.") and is_back("back") and is_back("Sorry. Back now.")
    )
    assert not is_back("I'm back on Monday") and not is_back("they send it back to us")


@pytest.mark.parametrize("said", ["god no", "oh god no, nobody thought of that", "oh god yes, every one of them"])
def test_a_cry_before_a_yes_or_no_is_no_distress(said: str) -> None:
    assert move_of(said) != "distress"


@pytest.mark.parametrize("said", ["oh god. oh god no no no", "it is all my fault, oh god"])
def test_a_cry_that_is_one_is(said: str) -> None:
    assert move_of(said) == "distress"
