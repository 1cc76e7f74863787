"""A short first sentence that answers stands; one that is taken back, or that what follows tells more of, does not."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.first_sentence import with_first_sentence

GENERATES, TRAINED = "application.generates", "governance.staff_trained"


def reads(answers: dict[str, Reading]):
    return lambda words, answering: answers.get(words.strip(), Reading((), "answer"))


def reading(ref: str, value: object, message: str) -> Reading:
    return Reading((Proposal(ref, "known", value, message[-8:], 0.9, len(message) - 8, len(message)),), "answer")


def test_a_choice_by_itself_stands_against_what_is_told_of_another_thing() -> None:
    message = "None. It makes a list. The dictation makes text, obviously."
    (found,) = with_first_sentence(reading(GENERATES, ("text",), message), message, GENERATES, reads({})).proposals
    assert found.value == ("none",) and found.quote == "None"


def test_a_no_stands_where_the_rest_tells_nothing_of_it() -> None:
    message = "no, nobody yet. we asked the women's group before."
    first = "no, nobody yet."
    told = Reading((Proposal(TRAINED, "known", "no", "nobody", 0.9, 4, 10),), "answer")
    (found,) = with_first_sentence(
        reading(TRAINED, "partly", message), message, TRAINED, reads({first: told})
    ).proposals
    assert found.value == "no"


def test_half_of_it_stands_where_the_rest_tells_it_by_itself() -> None:
    message = "Yes. The drivers had no training at all."
    rest = "The drivers had no training at all."
    half = reading(TRAINED, "partly", message)
    assert with_first_sentence(half, message, TRAINED, reads({rest: reading(TRAINED, "no", rest)})) == half


@pytest.mark.parametrize(
    "message", ["Yes. But the drivers never.", "No. Sorry, I meant yes.", "None? It makes a list."]
)
def test_what_is_taken_back_or_wondered_does_not(message: str) -> None:
    half = reading(TRAINED, "partly", message)
    assert with_first_sentence(half, message, TRAINED, reads({})) == half


def test_not_to_know_how_to_answer_is_not_to_know() -> None:
    message = "I don't know how I'd answer that. It is a feeling."
    (found,) = with_first_sentence(Reading((), "answer"), message, TRAINED, reads({})).proposals
    assert (found.status, found.quote) == ("unknown", "I don't know how I'd answer that.")


def test_the_bare_word_stands_whatever_the_rest_tells() -> None:
    message = "Then I think partly. With the new one, how can she say no."
    first, rest = "Then I think partly.", "With the new one, how can she say no."
    told = Reading((Proposal(TRAINED, "known", "partly", "partly", 0.9, 13, 19),), "answer")
    (found,) = with_first_sentence(
        reading(TRAINED, "no", message), message, TRAINED, reads({first: told, rest: reading(TRAINED, "no", rest)})
    ).proposals
    assert (found.value, found.quote) == ("partly", "partly")


def test_a_name_that_stands_first_by_itself_answers() -> None:
    message, first = "Amazon, AWS. It was in a footnote.", "Amazon, AWS."
    told = Reading((Proposal("storage.supplier", "known", "Amazon Web Services", "Amazon", 0.98, 0, 6),), "answer")
    runs = Reading((Proposal("compute.supplier", "known", "Amazon", "Amazon", 0.9, 0, 6),), "answer")
    (found,) = with_first_sentence(runs, message, "storage.supplier", reads({first: told})).proposals
    assert found.ref == "storage.supplier" and found.value == "Amazon Web Services"


@pytest.mark.parametrize("message", ["Amazon? It was in a footnote.", "Amazon. But that was last year.", "Amazon"])
def test_a_name_that_is_asked_taken_back_or_all_is_left(message: str) -> None:
    told = Reading((Proposal("storage.supplier", "known", "Amazon", "Amazon", 0.98, 0, 6),), "answer")
    found = with_first_sentence(Reading((), "answer"), message, "storage.supplier", lambda words, answering: told)
    assert found.proposals == ()
