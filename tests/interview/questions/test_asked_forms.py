"""Questions to the interviewer, known by their form whoever they name, are answered to the point."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk
from worlds import Talk, small_register

from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.asked_forms import PRIVATE, as_asked_before, wants_the_list
from vcassist.interview.questions.asking import may_ask, parts_of
from vcassist.interview.questions.known_names import who_is
from vcassist.interview.remarks.addressed import unanswered
from vcassist.interview.remarks.moves import move_of
from vcassist.interview.suggest import same_version
from vcassist.interview.words import short


@pytest.mark.parametrize(
    ("question", "example"),
    [
        ("and do I need to know it?", "do I need to know that"),
        ("Must I understand this watermark thing?", "do I need to know that"),
        ("Which of my statements have you recorded for hosting?", "what have you noted so far"),
        ("can I see what you noted on hosting?", "what have you noted so far"),
        ("Would you be so kind as to read out everything about DeepL Pro?", "what have you noted so far"),
        ("Kindly summarise per tool", "what have you noted so far"),
        ("I'd like to see what you hold on Chiwoko", "what have you noted so far"),
        ("how often do sensible people look at it?", "what do other schools do here"),
        ("do other choirs tell theirs?", "what do other schools do here"),
    ],
)
def test_a_form_is_looked_up_as_the_example_that_asks_the_same(question: str, example: str) -> None:
    assert as_asked_before(question) == example


@pytest.mark.parametrize(
    "said",
    [
        "does the nurse check every letter?",
        "It reads the report to the doctor",
        "what is a foundry?",
        "how long does it take",
        "who checks the answers",
        "did you get that",
        "can the supplier train on our data?",
        "list of patients",
    ],
)
def test_what_asks_for_something_else_stays_as_it_is(said: str) -> None:
    assert as_asked_before(said) == said and not wants_the_list(said)


def test_how_long_something_is_kept_is_none_of_the_time_left() -> None:
    assert move_of("Is this talk stored, and for how long?") is None and move_of("how long will this take?") == "time"


def test_who_is_asked_about_is_told_in_one_sentence_with_its_date() -> None:
    register = small_register()
    told = who_is("Who is Bigcloud, and is it a government?", register, {"US": "United States"}.get)  # type: ignore[arg-type]
    assert told.startswith("No government") and "in the United States" in told and "as of 2026-01-15" in told
    assert "Northmodel" in who_is("who makes Northchat?", register)
    assert "Northmodel" in who_is("whats North-4? who is behind North-4", register)
    assert who_is("who is my supplier?", register) == "" and who_is("who checks it", register) == ""


def test_a_date_is_that_of_the_version_that_was_named() -> None:
    assert same_version("Llama 3 8B", "Llama 3") and same_version("GPT-4o", "GPT-4o")
    assert not same_version("SAM 2", "Segment Anything") and not same_version("Claude Haiku 4.5", "Claude 4")


def about(question: str) -> OfTheTalk | None:
    known = question in ("Will Hamish read this?", "what is the worst so far?")
    return OfTheTalk("x", f"The answer to {question}", 0.3) if known else OfTheTalk("", "", -0.2)


def asked_talk() -> Talk:
    t = ask(talk(), "governance.policy")
    t.tools = replace(t.tools, about=about)
    return t


def test_who_was_not_answered_is_led_back_to_their_question() -> None:
    t = asked_talk()
    t.say("Will Hamish read this?")
    t.say("partly")
    turn = t.say("You did not answer me.")
    assert "you asked “Will Hamish read this?”" in turn.reply and "The answer to Will Hamish" in turn.reply


@pytest.mark.parametrize(
    "said", ["they never answered us", "I asked them twice", "the vendor did not tell us", "I asked our IT"]
)
def test_what_others_did_not_answer_is_no_complaint(said: str) -> None:
    assert not unanswered(said)


def test_an_order_to_note_is_told_and_asks_nothing() -> None:
    parts = parts_of("Could you put yes for personal data please")
    assert parts.asks == "" and parts.tells.strip().startswith("yes for personal data")


def test_a_term_before_its_question_is_what_is_asked_about() -> None:
    assert parts_of("model card? whats that").asks == "what is a model card?"


def test_no_text_is_cut_within_a_bracket() -> None:
    assert short("a scoring model (XGBoost, trained on many loans) for farmers", 6) == "a scoring model …"


@pytest.mark.parametrize("said", ["What was the question?", "Never mind me. What was the question?"])
def test_who_lost_the_question_gets_it_again_and_no_lecture(said: str) -> None:
    t = ask(talk(), "application.appeal")
    turn = t.say(said)
    assert t.session.asked == "application.appeal" and turn.facts == ()
    assert turn.citations == () and "Why I ask" not in turn.reply


@pytest.mark.parametrize(
    "said", ["What do we owe the supplier?", "What do we owe to OpenAI?", "Who checks the letters?"]
)
def test_a_question_about_others_is_not_about_the_interviewer(said: str) -> None:
    assert as_asked_before(said) == said


@pytest.mark.parametrize(
    ("said", "example"),
    [
        ("So did you write down the ferry planner?", "did you write that down"),
        ("Have you noted that we are in Ghana, yes or no?", "did you write that down"),
        ("is our boat app on your list", "did you write that down"),
        ("Where have you put what I said of Lotte?", "did you write that down"),
        ("Show me what is left", "what is missing"),
        ("Which things remain open?", "what is missing"),
        ("List what I have not answered yet", "what is missing"),
        ("what do you still lack", "what is missing"),
        ("Why do you ask it three times?", "why do you ask me the same thing twice"),
    ],
)
def test_what_is_asked_in_many_words_is_known_by_its_form(said: str, example: str) -> None:
    assert as_asked_before(said) == example


@pytest.mark.parametrize(
    "said",
    [
        "It gives each family a score",
        "They pass the exam or fail it",
        "The law allows it, our lawyer said",
        "We print it as a PDF for the parents",
        "what is left of the data is deleted",
        "Is there parking at the office?",
        "What does the office check?",
        "why is the letter removed by the vendor",
        "the supplier is not allowed to train on it",
        "Do you have a fallback?",
        "Is it read by a nurse?",
    ],
)
def test_what_only_shares_a_word_with_such_a_question_is_none(said: str) -> None:
    assert as_asked_before(said) == said


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("Is what I write private", True),
        ("is this confidential what we speak here", True),
        ("That's private.", False),
        ("is it private data", False),
    ],
)
def test_whether_the_talk_is_private_is_asked_without_a_mark(said: str, asks: bool) -> None:
    assert (as_asked_before(said) == PRIVATE) is asks


def test_who_asks_who_cares_about_something_asks_why_it_matters() -> None:
    from vcassist.interview.questions.asking import asks_nobody

    assert not asks_nobody("Who cares if closed?")
    assert asks_nobody("who cares") and asks_nobody("Who knows?")


def test_a_list_that_begins_with_name_asks_for_none() -> None:
    assert not parts_of("Name, tax number, name of the mother, everything.").asks
    assert parts_of("Name everything you noted, please").asks


@pytest.mark.parametrize(
    ("said", "may"),
    [
        ("will sort our letters by topic", False),
        ("would help the nurses to find a bed", False),
        ("will our letters be sold", True),
        ("can anyone see the report", True),
    ],
)
def test_two_verbs_with_nobody_between_them_ask_nothing(said: str, may: bool) -> None:
    assert may_ask(said) is may
