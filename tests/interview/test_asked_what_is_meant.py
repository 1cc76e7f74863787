"""Which data or tool a question means, what one may choose, and what a word of it means beside the answer: short and plain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk
from worlds import Talk

from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Answer, Citation, OfTheTalk, Passage
from vcassist.interview.questions.answering import MOST_SENTENCES, answer_back, back
from vcassist.interview.questions.asked_forms import WHICH_MEANT, as_asked_before
from vcassist.interview.questions.asking import sentences


def about(question: str) -> OfTheTalk | None:
    return OfTheTalk("which_tool", "{tool}") if question == WHICH_MEANT else OfTheTalk("", "", -0.5)


def known() -> Talk:
    t = talk()
    t.tools = replace(t.tools, about=about)
    t.know(application__name="Northchat", application__purpose="letters")
    return t


class Lecturer:
    """Answers everything, at length."""

    TEXT = "Consent is a yes. It is given freely. It can be taken back. It is written down. It is old."

    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        return [Passage("consent-form", "Consent", self.TEXT, 1.0)], True

    def answer(self, question: str) -> Answer:
        return Answer(self.TEXT, (Citation("consent-form", self.TEXT),), True)

    def definition(self, term: str) -> Citation | None:
        return None

    def reachable(self) -> None: ...


@pytest.mark.parametrize(
    "said",
    [
        "Which data is meant: that of the members, or that with which it was trained?",
        "I do not understand. Which data do you mean, the letters or what it learned from?",
    ],
)
def test_which_data_is_meant_is_told_in_plain_words(said: str) -> None:
    turn = ask(known(), "data.representative").say(said)
    assert "the data of Northchat" in turn.reply and "what it learned from" in turn.reply and not turn.facts
    assert as_asked_before("Which machines are meant?") == WHICH_MEANT


@pytest.mark.parametrize(
    "said", ["what sort of fields have you", "What kinds of answers can I choose?", "What are the choices?"]
)
def test_who_asks_what_there_is_to_choose_hears_the_choices(said: str) -> None:
    answer = back(said, "organisation.sector", Lecturer(), about).answer
    assert answer.text.startswith("You may choose: health, education") and not answer.citations


def test_what_a_word_means_beside_its_answer_is_told_without_examples_of_answers() -> None:
    reply = ask(known(), "data.representative").say("yes. What does represent mean?").reply
    assert "I meant whether it represents the people" in reply
    assert "people say" not in reply and "How is that in your case" not in reply


def test_a_word_s_meaning_takes_three_sentences_at_most() -> None:
    answer = answer_back("What is consent?", None, Lecturer(), about)
    assert len(sentences(answer.text)) == MOST_SENTENCES
    assert answer.citations[0].quote == answer.text and answer.text in Lecturer.TEXT


@pytest.mark.parametrize(
    "said",
    ["Have you thought of consent in it?", "How does the assessment deal with consent?", "Did you do that by consent?"],
)
def test_a_question_to_the_interviewer_is_answered_by_no_paragraph_of_the_glossary(said: str) -> None:
    answer = answer_back(said, None, Lecturer(), about)
    assert not answer.citations and len(sentences(answer.text)) <= MOST_SENTENCES


def test_every_choice_has_a_name_to_be_told_by() -> None:
    assert all(label for spec in FIELDS.values() for label in spec.options.values())
