"""Who has still to find out does not know it yet: the matter goes on the list, and is not asked again."""

from __future__ import annotations

import pytest
from talks import ask, talk
from worlds import Talk

from vcassist.interview.answers.to_find_out import is_to_find_out, to_find_out

ENCRYPTED, CHECKED = "storage.encrypted", "application.human_review"


@pytest.mark.parametrize(
    "said",
    [
        "I'd have to check",
        "need to ask my colleague",
        "let me ask the vendor first",
        "Not sure. I need to look in the contract.",
        "will check with the supplier and let you know",
        "That I would have to ask the technician",
        "can I check and come back?",
        "I will get back to you on that",
    ],
)
def test_a_message_that_only_says_so_leaves_the_answer_open(said: str) -> None:
    told = to_find_out(said, ENCRYPTED)
    assert told is not None and (told.ref, told.status) == (ENCRYPTED, "unknown")


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("wait, let me look", ENCRYPTED),
        ("one sec, let me check", ENCRYPTED),
        ("we must ask the patients first", "data.consent"),
        ("I have to check each of them", CHECKED),
        ("I have to check them", CHECKED),
        ("they have to check", CHECKED),
        ("can I see the map?", ENCRYPTED),
    ],
)
def test_a_moment_and_a_duty_are_no_such_message(said: str, asked: str) -> None:
    assert not is_to_find_out(said, asked)


def test_it_is_not_asked_again_and_no_other_matter_is_touched() -> None:
    t: Talk = ask(talk(), ENCRYPTED)
    t.say("I'd have to check that with our IT")
    facts = t.session.chain.facts
    assert facts[ENCRYPTED].status == "unknown"
    assert CHECKED not in facts
    assert t.session.asked != ENCRYPTED
