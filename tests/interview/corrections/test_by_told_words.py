"""A note is found again by a word that it alone was told with."""

from __future__ import annotations

from dataclasses import replace

from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.as_it_answers import as_it_answers
from vcassist.interview.corrections.by_told_words import hardly_answers, told_with_its_words
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading, Touch
from vcassist.interview.session import Contradiction, Session
from vcassist.interview.tools import Tools

ORIGIN, POLICY, OPEN = "data.provenance", "governance.policy", "application.alternative"
SAID = "the ledger I was bragging about is in nobody's cupboard"


def told(chances: dict[str, dict[str, float]], **quotes: str) -> tuple[Session, Tools]:
    """A talk in which notes were told in these words, and what the encoder makes of the message for each."""
    t = talk()
    t.say("; ".join(quotes.values()))
    facts = tuple(
        Fact(ref.replace("__", "."), "known", "yes", quote, 0, len(quote), 1) for ref, quote in quotes.items()
    )
    turns = (*t.session.turns[:-1], replace(t.session.turns[-1], facts=facts))
    t.session = replace(t.session, turns=turns)
    ask(t, OPEN)
    tools = replace(
        t.tools,
        answers=lambda say, key: tuple(chances.get(key, {"": 1.0}).items()),
        touches=lambda say, key, notes: [Touch() for _ in notes],
    )
    return t.session, tools


def test_the_one_note_with_that_word_is_answered_otherwise() -> None:
    session, tools = told({ORIGIN: {"no": 0.9, "yes": 0.1}}, data__provenance="we keep a ledger of it")
    found = told_with_its_words(SAID, session, tools)
    assert found is not None and (found[0].ref, found[1]) == (ORIGIN, "no")


def test_it_is_found_neither_without_surety_nor_without_the_word() -> None:
    unsure, tools = told({ORIGIN: {"no": 0.6, "": 0.4}}, data__provenance="we keep a ledger of it")
    assert told_with_its_words(SAID, unsure, tools) is None
    same, tools = told({ORIGIN: {"yes": 0.9}}, data__provenance="we keep a ledger of it")
    assert told_with_its_words(SAID, same, tools) is None
    other, tools = told({ORIGIN: {"no": 0.9}}, data__provenance="we keep a notebook of it")
    assert told_with_its_words(SAID, other, tools) is None


def test_a_word_of_two_notes_is_of_neither() -> None:
    both = {"data__provenance": "we keep a ledger of it", "governance__policy": "the rules are in the ledger"}
    session, tools = told({ORIGIN: {"no": 0.9}}, **both)
    assert told_with_its_words(SAID, session, tools) is None


def test_both_are_shown_and_the_person_says_which_is_right() -> None:
    session, tools = told({ORIGIN: {"no": 0.9, "yes": 0.1}}, data__provenance="we keep a ledger of it")
    heard = as_it_answers(Heard(reading=Reading((), "answer"), vague=True), SAID, session, 7, tools)
    old = session.chain.facts[ORIGIN]
    assert heard.conflicts == (Contradiction(ORIGIN, "yes", "no", old.quote, SAID),)
    assert not heard.vague


def test_an_answer_that_hardly_is_one_goes_where_something_is_taken_back() -> None:
    chances = {ORIGIN: {"partly": 0.9, "yes": 0.1}, OPEN: {"no": 0.2, "": 0.8}}
    session, tools = told(chances, data__provenance="it is all in the ledger")
    answer = Fact(OPEN, "known", "no", "The bags have nothing", 53, 74, 7)
    said = "I take it back about the ledger, it is only some boxes. The bags have nothing."
    assert hardly_answers(answer, said, tools)
    heard = as_it_answers(Heard(facts=(answer,), reading=Reading((), "answer")), said, session, 7, tools)
    assert [c.ref for c in heard.conflicts] == [ORIGIN] and not heard.facts
