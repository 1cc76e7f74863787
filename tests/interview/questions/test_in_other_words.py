"""What a question means is told in plain words, and with a definition only where that speaks of the same."""

from __future__ import annotations

from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Answer, Citation, Passage
from vcassist.interview.questions.in_other_words import IN_PLAIN, from_field, meaning_of, what_is_meant


class One:
    """A glossary with the same definition for every term."""

    def __init__(self, quote: str) -> None:
        self.quote = quote

    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        return [], False

    def answer(self, question: str) -> Answer:
        return Answer("", (), False)

    def definition(self, term: str) -> Citation | None:
        return Citation(term, self.quote)

    def reachable(self) -> None: ...


def test_a_definition_that_shares_no_word_with_the_question_is_left_out() -> None:
    size = FIELDS["organisation.size"]
    assert from_field("Why I ask: so.", size, One("A treaty binds those who sign.")).text == "Why I ask: so."
    assert from_field("Why I ask: so.", size, One("A team is people who work together.")).citations


def test_what_a_question_means_has_its_own_word_in_plain_words() -> None:
    spec = FIELDS["application.appeal"]
    assert meaning_of(spec).text.endswith(IN_PLAIN[spec.key])
    assert what_is_meant(spec, One("A decision is an outcome.")).text.endswith(IN_PLAIN[spec.key])
    assert what_is_meant(FIELDS["data.country"], One("A country has laws on data.")).text.endswith(
        "A country has laws on data."
    )
