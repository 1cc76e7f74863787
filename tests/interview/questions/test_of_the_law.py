"""A question on the law is answered by what the glossary has on it, and never as advice."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Answer, Citation, Passage
from vcassist.interview.questions.of_the_law import on_the_law

ACT = "The EU AI Act is a European law that sets duties."
REACH = "The law reaches suppliers outside Europe."
COLOUR = "It was printed on paper."


class Entries:
    """Knows one entry, and answers with three of its sentences."""

    def __init__(self, term: str = "eu-ai-act", covered: bool = True) -> None:
        self.term, self.covered = term, covered

    def answer(self, question: str) -> Answer:
        told = (ACT, REACH, COLOUR)
        return Answer(" ".join(told), tuple(Citation(self.term, s) for s in told), self.covered)

    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        return [], False

    def definition(self, term: str) -> Citation | None:
        return None

    def reachable(self) -> None:
        pass


def test_what_the_law_asks_for_is_told_with_its_source_and_no_advice() -> None:
    found = on_the_law("legal", "is the ai act going to hit us", "", Entries())
    assert found is not None
    assert ACT in found.text and REACH in found.text and COLOUR not in found.text
    assert "no legal advice" in found.text
    assert [c.quote for c in found.citations] == [ACT, REACH]


@pytest.mark.parametrize(
    ("topic", "question", "entries"),
    [
        ("legal", "can we be fined for this", Entries(covered=False)),
        ("legal", "is it allowed to keep a dog", Entries("gpu")),
        ("legal", "is it allowed to keep it on this PC", Entries("cross-border-data-transfers-and-data-residency")),
        ("price", "is there a law on what you cost", Entries()),
        ("tool_safe", "is it safe for the children", Entries()),
    ],
)
def test_other_questions_keep_their_answers(topic: str, question: str, entries: Entries) -> None:
    assert on_the_law(topic, question, question, entries) is None


def test_a_transfer_abroad_is_told_of_where_something_goes_abroad() -> None:
    entries = Entries("cross-border-data-transfers-and-data-residency")
    assert on_the_law("legal", "may we send the names to America", "", entries) is not None


def test_whose_law_it_is_is_said_where_the_sentences_do_not_say_it() -> None:
    class Short(Entries):
        def answer(self, question: str) -> Answer:
            return Answer(REACH, (Citation(self.term, REACH),), True)

    found = on_the_law("legal", "does the ai act reach us", "", Short())
    assert found is not None and found.text.startswith("From the AI Act, a law of the European Union: The law reaches")


def test_an_answer_that_cites_none_of_its_own_sentences_is_left_to_the_others() -> None:
    class Elsewhere(Entries):
        def answer(self, question: str) -> Answer:
            return Answer(COLOUR, (Citation(self.term, ACT),), True)

    assert on_the_law("legal", "does the ai act reach us", "", Elsewhere()) is None
