"""The answer that a sentence tells beside another matter is not lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.answers.left_unheard import with_the_answer_left
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Proposal, Reading

PURPOSE, REVIEW, COUNTRY = "application.purpose", "application.human_review", "organisation.country"


class Reader:
    """Reads what it was told of a sentence, and nothing of any other."""

    def __init__(self, sentence: str, ref: str, value: str | None, sure: float, status: str = "known") -> None:
        self.sentence, self.proposal = sentence, (ref, status, value, sure)

    def read(self, message: str, asked: str | None, chain: object) -> Reading:
        if message.strip() != self.sentence:
            return Reading((), "answer")
        ref, status, value, sure = self.proposal
        return Reading((Proposal.of_all(message, ref, status, value, sure),), "answer")


def comes_to(
    said: str,
    reader: Reader,
    asked: str = PURPOSE,
    heard: Heard | None = None,
    chances: tuple[tuple[str, float], ...] = (),
) -> Heard:
    t = talk()
    t.know(organisation__country="US")
    ask(t, asked)
    tools = replace(t.tools, reader=reader, answers=lambda say, key: chances)
    return with_the_answer_left(heard or Heard(reading=Reading((), "other")), said, t.session, 7, tools)


def put_right() -> Heard:
    old, new = (Fact(COUNTRY, "known", value, "Uruguay", 0, 7) for value in ("US", "UY"))
    return Heard(facts=(new,), replaced=((old, new),), reading=Reading((), "correction"))


def test_what_a_sentence_answers_beside_a_correction_is_noted_with_it() -> None:
    said = "Uruguay, not the United States. Cameras spot lame cows."
    heard = comes_to(said, Reader("Cameras spot lame cows.", PURPOSE, "spot lame cows", 0.95), heard=put_right())
    assert {f.ref: f.value for f in heard.facts} == {COUNTRY: "UY", PURPOSE: "spot lame cows"}
    assert heard.facts[-1].quote == "Cameras spot lame cows." and said[heard.facts[-1].start :] == heard.facts[-1].quote


@pytest.mark.parametrize(
    ("value", "sure", "chances", "noted"),
    [
        ("sometimes", 0.8, (("sometimes", 0.7), ("", 0.2)), True),
        ("sometimes", 0.8, (("always", 0.7), ("sometimes", 0.1), ("", 0.2)), False),
        ("sometimes", 0.99, (), False),
        ("sometimes", 0.4, (("sometimes", 0.7), ("", 0.2)), False),
    ],
)
def test_a_choice_is_noted_where_readers_and_encoder_hear_the_same(
    value: str, sure: float, chances: tuple[tuple[str, float], ...], noted: bool
) -> None:
    reader = Reader("One of us walks round.", REVIEW, value, sure)
    heard = comes_to("You got that wrong. One of us walks round.", reader, REVIEW, chances=chances)
    assert bool(heard.facts) is noted


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Cameras spot lame cows.", "Cameras spot lame cows."),
        ("What do you mean? Do cameras spot cows?", "Do cameras spot cows?"),
        ("You got that wrong. No.", "No."),
    ],
)
def test_one_sentence_a_question_and_a_bare_no_are_left_to_what_was_heard(said: str, sentence: str) -> None:
    assert not comes_to(said, Reader(sentence, PURPOSE, "spot cows", 0.99)).facts


def test_what_was_heard_or_put_off_is_not_heard_again() -> None:
    said = "Uruguay, not the United States. Cameras spot lame cows."
    reader = Reader("Cameras spot lame cows.", PURPOSE, "spot lame cows", 0.95)
    assert not comes_to(said, reader, heard=Heard(skipped=PURPOSE, reading=Reading((), "skip"))).facts
    answer = Fact(PURPOSE, "known", "watch cows", "Cameras", 32, 39)
    assert comes_to(said, reader, heard=Heard(facts=(answer,), reading=Reading((), "answer"))).facts == (answer,)


def test_who_does_not_know_and_asks_what_it_is_has_answered_where_they_name_it() -> None:
    said = "No idea about encryption. The tablets are new."
    reader = Reader("No idea about encryption.", "storage.encrypted", None, 0.95, "unknown")
    asks = Heard(asks="What is that?", reading=Reading((), "question"))
    assert [f.status for f in comes_to(said, reader, "storage.encrypted", asks).facts] == ["unknown"]


def test_beside_a_correction_a_choice_of_which_its_sentence_does_not_speak_is_of_that() -> None:
    said = "Uruguay, not the United States. Missed the second one."
    reader = Reader("Missed the second one.", "governance.policy", "partly", 0.95)
    chances = (("partly", 0.9), ("", 0.1))
    assert [f.ref for f in comes_to(said, reader, "governance.policy", put_right(), chances).facts] == [COUNTRY]


def test_the_choice_that_readers_and_encoder_surely_hear_in_the_whole_stands_for_that_of_its_first_words() -> None:
    said, ref = "We carry on. Just slower, bulletins go out late.", "application.outage_effect"
    first = Fact(ref, "known", "none", "We carry on.", 0, 12, 7)
    read = Proposal.of_all(said, ref, "known", "degrades", 0.96)
    heard = Heard(facts=(first,), reading=Reading((read,), "answer"))
    reader = Reader("", ref, None, 0.0)
    assert comes_to(said, reader, ref, heard, (("degrades", 0.95), ("", 0.05))).facts[0].value == "degrades"
    assert comes_to(said, reader, ref, heard, (("degrades", 0.6), ("none", 0.4))).facts == (first,)


def test_a_country_that_is_asked_for_may_begin_its_sentence() -> None:
    said = "You wrote that it is fine. South Africa, I told you already."
    reader = Reader("South Africa, I told you already.", COUNTRY, "ZA", 0.97)
    t = ask(talk(), COUNTRY)
    heard = with_the_answer_left(
        Heard(reading=Reading((), "other")), said, t.session, 7, replace(t.tools, reader=reader)
    )
    assert [f.value for f in heard.facts] == ["ZA"]


def test_a_name_in_small_letters_is_no_name_beside_other_matters() -> None:
    said = "Take away the farmers. Child stays in the letter also."
    reader = Reader("Child stays in the letter also.", "application.name", "child stays in the letter also", 0.95)
    assert not comes_to(said, reader, "application.name").facts


@pytest.mark.parametrize(
    ("sentence", "noted"),
    [("My mouth ran before my head.", False), ("I would not know what it is for.", True)],
)
def test_beside_a_correction_no_word_for_oneself_is_a_not_knowing(sentence: str, noted: bool) -> None:
    said = f"{sentence} Uruguay, not the United States."
    heard = comes_to(said, Reader(sentence, PURPOSE, None, 0.95, "unknown"), heard=put_right())
    assert ([f.status for f in heard.facts] == ["known", "unknown"]) is noted
