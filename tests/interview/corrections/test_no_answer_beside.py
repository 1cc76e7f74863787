"""What sets one answer right is not taken for the answer to the question that waits meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.no_answer_beside import without_an_answer_beside
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading, Stated
from vcassist.interview.session import Contradiction

RULE, FALLBACK, WHO, MODEL = "storage.retention_limit", "application.alternative", "application.supplier", "model.name"
WRONG = "The law of thirty days exists, but old voices are there."


def fact(said: str, ref: str, value: Any, quote: str, status: str = "known") -> Fact:
    at = said.index(quote)
    return Fact(ref, status, value, quote, at, at + len(quote))  # type: ignore[arg-type]


def answered(said: str, answer: Fact, put: str | None = "old voices are there", *stated: Stated, **more: Any) -> bool:
    """Whether the answer counts in a message that puts the rule for deleting right by the words ``put``."""
    t = talk()
    t.know(**{RULE: "yes"})
    ask(t, answer.ref)

    def states(sentence: str) -> Sequence[Stated]:
        return stated if answer.quote in sentence else ()

    tools = replace(t.tools, stated=states)
    pairs: tuple[tuple[Fact, Fact], ...] = ()
    if put is not None:
        pairs = ((t.session.chain.facts[RULE], fact(said, RULE, "partly", put)),)
    heard = Heard((answer, *(new for _, new in pairs)), pairs, reading=Reading((), "answer"), **more)
    return answer in without_an_answer_beside(heard, said, t.session, tools).facts


def test_a_no_behind_what_sets_another_right_is_none_of_the_question() -> None:
    said = f"{WRONG} We do not follow it."
    assert not answered(said, fact(said, FALLBACK, "no", "We do not follow it"))


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        (f"Nothing is ready. {WRONG}", "Nothing is ready"),
        (f"{WRONG} No, nothing is ready.", "No, nothing is ready"),
        (f"{WRONG} And to your question: nothing is ready.", "nothing is ready"),
        (f"{WRONG} A fallback there is none.", "A fallback there is none"),
    ],
)
def test_who_answers_first_begins_with_a_no_or_names_the_question_answers_it(said: str, quote: str) -> None:
    assert answered(said, fact(said, FALLBACK, "no", quote))


def test_what_a_sentence_states_by_itself_is_an_answer() -> None:
    said = f"{WRONG} The paper lies ready."
    answer = fact(said, FALLBACK, "yes", "The paper lies ready")
    assert not answered(said, answer)
    assert answered(said, answer, "old voices are there", Stated(FALLBACK, "yes", 0.5))


def test_the_words_that_set_right_answer_nothing_else() -> None:
    assert not answered(WRONG, fact(WRONG, FALLBACK, "no", "but old voices are there"))


def test_a_name_counts_before_it_only_where_it_is_said_as_one() -> None:
    said = f"Read Blueline's small print now. {WRONG}"
    assert not answered(said, fact(said, WHO, "Read Blueline", "Read Blueline"))
    plain = f"Blueline. {WRONG}"
    assert answered(plain, fact(plain, WHO, "Blueline", "Blueline"))


def test_a_dont_know_in_another_sentence_is_one() -> None:
    said = f"{WRONG} The other thing I do not know."
    assert answered(said, fact(said, MODEL, None, "I do not know", "unknown"))
    within = "I lose my memory, as the law exists, but old voices are there."
    assert not answered(within, fact(within, MODEL, None, "I lose my memory", "unknown"))


def test_what_is_asked_back_and_what_is_taken_away_are_set_right_too() -> None:
    said = f"{WRONG} We do not follow it."
    answer = fact(said, FALLBACK, "no", "We do not follow it")
    doubt = Contradiction(RULE, "yes", "partly", "thirty days", "old voices are there")
    assert not answered(said, answer, None, conflicts=(doubt,))
    assert not answered(said, answer, None, removed=(RULE,))
    assert answered(said, answer, None)
