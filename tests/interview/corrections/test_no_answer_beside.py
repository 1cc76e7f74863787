"""What sets one answer right is not taken for the answer to the question that waits meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.no_answer_beside import without_an_answer_beside, without_words_on_nothing_else
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


@pytest.mark.parametrize(
    ("said", "quote", "answers"),
    [
        (f"{WRONG} No wait.", "No wait", False),
        (f"{WRONG} Not Porto.", "Not Porto", False),
        (f"{WRONG} No, none.", "No, none", True),
    ],
)
def test_who_turns_round_or_denies_a_name_gives_no_no(said: str, quote: str, answers: bool) -> None:
    assert answered(said, fact(said, FALLBACK, "no", quote)) == answers


@pytest.mark.parametrize(("none", "begins", "answers"), [(0.9, 0.1, False), (0.4, 0.1, True), (0.9, 0.8, True)])
def test_what_states_no_choice_as_it_was_learnt_from_answers_is_none_unless_it_begins_with_one(
    none: float, begins: float, answers: bool
) -> None:
    said = f"Nothing is ready. {WRONG}"
    answer = fact(said, FALLBACK, "no", "Nothing is ready")
    t = talk()
    t.know(**{RULE: "yes"})
    ask(t, FALLBACK)
    new = fact(said, RULE, "partly", "old voices are there")
    heard = Heard((answer, new), ((t.session.chain.facts[RULE], new),), reading=Reading((), "answer"))

    def learnt(say: str, key: str) -> Sequence[tuple[str, float]]:
        return (("no", 1 - none), ("", none)) if say == said else (("no", begins), ("", 1 - begins))

    tools = replace(t.tools, answers=learnt)
    assert (answer in without_an_answer_beside(heard, said, t.session, tools).facts) == answers
    alone = replace(heard, facts=(answer,), replaced=())
    assert answer in without_an_answer_beside(alone, said, t.session, tools).facts


@pytest.mark.parametrize(("of_it", "answers"), [((), False), ((FALLBACK,), True)])
def test_all_of_a_message_that_sets_something_right_answers_only_what_it_speaks_of(
    of_it: tuple[str, ...], answers: bool
) -> None:
    said = "In Madrid, not Porto."
    answer = fact(said, FALLBACK, "partly", said)
    t = talk()
    t.know(**{"storage.country": "PT"})
    ask(t, FALLBACK)
    new = fact(said, "storage.country", "ES", "Madrid")
    heard = Heard((answer, new), ((t.session.chain.facts["storage.country"], new),), reading=Reading((), "answer"))
    tools = replace(t.tools, spoken_of=lambda text, among: [(key, 0.9) for key in among if key in of_it])
    assert (answer in without_an_answer_beside(heard, said, t.session, tools).facts) == answers


CONSENT = "data.consent"


@pytest.mark.parametrize(("spoken", "kept"), [((RULE,), False), ((RULE, CONSENT), True), ((), True)])
def test_beside_what_is_set_right_a_third_matter_counts_where_a_sentence_speaks_of_it(
    spoken: tuple[str, ...], kept: bool
) -> None:
    t = talk()
    t.know(**{RULE: "yes"})
    ask(t, FALLBACK)
    new, third = fact(WRONG, RULE, "partly", "old voices are there"), fact(WRONG, CONSENT, "no", "old voices are there")
    heard = Heard((new, third), ((t.session.chain.facts[RULE], new),), reading=Reading((), "answer"))
    tools = replace(t.tools, spoken_of=lambda text, among: [(key, 0.9) for key in among if key in spoken])
    assert (third in without_words_on_nothing_else(heard, WRONG, t.session, tools).facts) == kept


@pytest.mark.parametrize("words", ["Fallback, yes", "As for a fallback: no"])
def test_a_word_of_the_question_with_a_yes_or_no_answers_it(words: str) -> None:
    said = f"{WRONG} {words}."
    assert answered(said, fact(said, FALLBACK, words.split()[-1], words))
