"""What a question for a judgement tells, and on what it is asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pytest
from talks import ask, talk

from vcassist.interview.ports import Stated
from vcassist.interview.questions.asking import Parts
from vcassist.interview.questions.judged import judged_in, matter_of, with_what_is_judged
from vcassist.knowledge.rulebook import load_rulebook

NOBODY = "nobody reads it before it goes out"


@pytest.mark.parametrize(
    ("question", "told", "given"),
    [
        (f"Is it a problem that {NOBODY}?", NOBODY, True),
        (f"does it really matter that {NOBODY}", NOBODY, True),
        (f"Should we be worried because {NOBODY}?", NOBODY, True),
        (f"Is it bad if {NOBODY}?", NOBODY, False),
        ("is it dangerous to put names in?", "put names in", False),
        (f"{NOBODY}, it is a risk no?", NOBODY, True),
        ("Is it bad?", "", False),
        ("Is the report bad for us?", "", False),
    ],
)
def test_what_is_judged_stands_behind_the_words_that_ask(question: str, told: str, given: bool) -> None:
    words, at, taken = judged_in(question)
    assert (words, taken) == (told, given) and question[at:].startswith(words)


def states(text: str) -> list[Stated]:
    return [Stated("application.human_review", "never", 0.9)] if NOBODY in text else []


def test_what_is_taken_for_granted_is_told_where_it_stands() -> None:
    said = f"Hello. Is it a problem that {NOBODY}?"
    parts = with_what_is_judged(Parts(" " * len(said), said[7:]), said, states)
    assert parts.tells.strip() == f"{NOBODY}." and said[parts.tells.find("nobody") :].startswith(NOBODY)


def test_of_a_message_that_is_one_question_what_it_tells_is_heard_and_the_rest_is_asked() -> None:
    said = f"{NOBODY}, it is a risk no?"
    parts = with_what_is_judged(Parts(said), said, states)
    assert (parts.tells.strip(), parts.asks) == (f"{NOBODY}.", said)


@pytest.mark.parametrize("said", [f"Is it bad if {NOBODY}?", "Is it bad that the moon is full tonight?"])
def test_what_is_only_supposed_or_states_nothing_is_not_told(said: str) -> None:
    parts = Parts(" " * len(said), said)
    assert with_what_is_judged(parts, said, states) == parts


def test_its_matter_is_the_one_that_it_speaks_of_most_plainly() -> None:
    def spoken_of(text: str, among: Collection[str]) -> list[tuple[str, float]]:
        assert text == "Nobody reads it before it goes out."
        return [("data.consent", 0.6), ("application.human_review", 0.9)]

    assert matter_of(f"Is it bad if {NOBODY}?", spoken_of) == "application.human_review"
    assert matter_of("Is it bad?", spoken_of) == ""


def test_the_answer_is_on_what_is_judged_and_not_on_the_open_question() -> None:
    t = talk(rules=load_rulebook())
    t.tools = replace(t.tools, spoken_of=lambda text, among: [("application.human_review", 0.9)])
    t.know(application__name="TriageMate")
    turn = ask(t, "application.alternative").say("Is it bad if the letters go out unread?")
    assert "without anybody having looked" in turn.reply and not turn.facts
