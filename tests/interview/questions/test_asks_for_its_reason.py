"""What stood in the reason for a question is explained by what the question means; who only made sure of it is not told it once more."""

from __future__ import annotations

from talks import ask, talk

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Answer
from vcassist.interview.questions.answering import asks_for_its_reason, of_another_matter


def test_words_of_the_reason_are_asked_for() -> None:
    outage = field_of("application.outage_effect")
    assert asks_for_its_reason("What means lean on it?", outage)
    assert asks_for_its_reason("what do you mean by lean", outage)
    assert not asks_for_its_reason("what does service mean", outage)
    assert not asks_for_its_reason("What means foundry?", outage)
    assert not asks_for_its_reason("We lean on it.", outage)


def test_they_are_explained_by_what_the_question_means() -> None:
    t = talk()
    t.know(application__name="Northchat")
    ask(t, "application.outage_effect").say("What means lean on it?")
    assert "what happens to the service if the application is gone for a day" in t.session.turns[-1].reply


def test_who_answers_and_only_made_sure_hears_no_explanation() -> None:
    t = talk()
    t.know(application__name="Northchat")
    ask(t, "governance.impact_assessment").say("Do you mean whether somebody looked? If so then no.")
    assert "I mean" not in t.session.turns[-1].reply


class Knows:
    """A glossary that covers foundries."""

    def answer(self, question: str) -> Answer:
        return Answer("A foundry makes chips.", (), True) if "foundry" in question else Answer("", (), False)

    def definition(self, term: str) -> None:
        return None


def test_a_word_of_another_matter_of_ours_is_explained_by_that() -> None:
    card = field_of("model.documentation")
    told = of_another_matter("what means encrypted", card, Knows())  # type: ignore[arg-type]
    assert told is not None and told.text.startswith("Encrypted means")
    for said in ("what is a model card", "what means foundry", "what means that", "who encrypts it"):
        assert of_another_matter(said, card, Knows()) is None  # type: ignore[arg-type]
