"""The commonest worries about a tool are known by their form, and have an answer of their own: what its supplier does, and whether it is safe."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest
from talks import ask, talk
from worlds import Talk

from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.asked_forms import as_asked_before
from vcassist.interview.questions.asking import parts_of
from vcassist.interview.questions.worries import OF_SAFETY, OF_THE_SUPPLIER, worry_in
from vcassist.knowledge.talk import load_talk


@pytest.mark.parametrize(
    "said",
    [
        "Does Google listen to my voice?",
        "I ask again: Google listen my voice or not?",
        "Is this dangerous, the voice of me go to Google?",
        "so is the app spying on my patients?",
        "can they see our names?",
        "can you just tell me if whatsapp can read the kids messages",
        "What do they do with what we type?",
        "what happens with the letters that we upload?",
        "Where does our voice go?",
        "Could the company sell our chats to others?",
        "i am afraid that google keeps our photos",
    ],
)
def test_what_a_supplier_does_with_what_is_put_in_is_asked_in_many_ways(said: str) -> None:
    assert worry_in(said) == as_asked_before(said) == OF_THE_SUPPLIER


@pytest.mark.parametrize(
    "said",
    [
        "Is this dangerous?",
        "is it safe for the kids?",
        "Is it risky for the mothers?",
        "Are the pupils safe with this app?",
        "for real tho is the kids stuff safe on there",
        "Is ChatGPT safe for children?",
        "can it harm the residents?",
    ],
)
def test_whether_a_tool_is_safe_is_asked_in_many_ways(said: str) -> None:
    assert worry_in(said) == as_asked_before(said) == OF_SAFETY


@pytest.mark.parametrize(
    "said",
    [
        # One's own work, and what is told.
        "Does the nurse read every letter?",
        "Doctors read our letters?",
        "It reads the report to the doctor",
        "Google keeps our files in Ireland",
        "It is dangerous for the kids",
        "They use our data, right?",
        # This talk.
        "do you keep what I say?",
        "does anyone at snapchat see what i tell u??",
        # What the glossary or the law answers.
        "can the supplier train on our data?",
        "What happens to our data after we end the contract?",
        "Is it dangerous to put everything with one supplier?",
        "Is it safe to put children's names into it?",
        "Is a risk score already a decision?",
        "Only one colleague knows the password, is that a risk?",
        "is it bad if it's closed",
    ],
)
def test_what_asks_for_something_else_is_no_worry(said: str) -> None:
    assert worry_in(said) == ""


def test_the_forms_are_examples_of_the_questions_that_are_answered() -> None:
    asked = {example: topic for topic, entry in load_talk().items() for example in entry["asked"]}
    assert asked[OF_THE_SUPPLIER] == "supplier_does" and asked[OF_SAFETY] == "tool_safe"


def test_that_only_the_supplier_knows_is_said_with_the_letter_and_what_to_do_until_then() -> None:
    answer = load_talk()["supplier_does"]["answer"]
    assert "only the supplier can tell" in answer and "letter" in answer and "Until it answers" in answer


def worried() -> Talk:
    t = ask(talk(), "governance.policy")
    t.tools = replace(
        t.tools,
        about=lambda q: OfTheTalk("supplier_does", "Only they can tell.", 0.3) if q == OF_THE_SUPPLIER else None,
    )
    return t


@pytest.mark.parametrize(
    "said",
    ["Google listen my voice or not?", "I ask again: can they see our names?", "we fear that they keep our voices"],
)
def test_a_worry_is_answered_and_the_question_waits(said: str) -> None:
    t = worried()
    turn = t.say(said)
    assert turn.reply.startswith("Only they can tell.") and turn.facts == ()
    assert t.session.asked == "governance.policy"


def test_an_echo_of_the_question_with_its_answer_is_told() -> None:
    assert parts_of("Do they keep our names? No.").asks == ""


@pytest.mark.parametrize("said", [" " * 20000, "." * 20000, "can the " * 25, "do " * 60, "is it " * 30])
def test_a_long_run_of_the_same_signs_is_no_worry_and_takes_no_time(said: str) -> None:
    begun = process_time()
    assert worry_in(said) == "" and process_time() - begun < 0.5
