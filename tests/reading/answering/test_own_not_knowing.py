"""A don't-know of the person's own stands against a choice that was read out of its words."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.own_not_knowing import own_not_knowing


def heard(said: str, ref: str, value: str, quote: str, sure: float = 0.6) -> str | None:
    """What stands of ``ref`` where ``value`` was read in ``quote``: a value, "unknown", or None for nothing."""
    start = said.index(quote)
    read = Reading((Proposal(ref, "known", value, quote, sure, start, start + len(quote)),), "answer")
    left = own_not_knowing(read, said, ref).proposals
    if not left:
        return None
    (told,) = left
    assert told.start is not None and said[told.start : told.end] == told.quote
    return str(told.value) if told.status == "known" else told.status


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("no idea. the day staff do the forms. nobody told me", "nobody told me"),
        ("no i didn't read it and I don't know if my boss did", "I don't know if my boss did"),
        ("Haven't the foggiest, they sign something", "they sign something"),
        ("dunno if it is written down", "if it is written down"),
    ],
)
def test_words_of_a_dont_know_are_no_value(said: str, quote: str) -> None:
    assert heard(said, "data.consent", "partly", quote) == "unknown"


@pytest.mark.parametrize("said", ["No clue. I'd guess they do.", "I don't know, they do I suppose"])
def test_a_guess_behind_it_is_none_however_sure_a_reader_is(said: str) -> None:
    assert heard(said, "model.trains_on_inputs", "yes", "they do", 0.95) == "unknown"


def test_a_guess_put_as_a_question_is_none() -> None:
    said = "no idea. Australia? it's an Aussie company"
    assert heard(said, "compute.country", "AU", "Aussie", 0.96) == "unknown"


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("No idea, but there is a sheet on the wall about AI.", "there is a sheet on the wall about AI"),
        ("They have no idea that it is a machine", "They have no idea"),
        ("we wouldn't know whom to call", "whom to call"),
        ("idk if anybody compares that. we don't", "we don't"),
    ],
)
def test_what_is_told_surely_or_of_others_stands(said: str, quote: str) -> None:
    assert heard(said, "governance.policy", "no", quote, 0.9 if "sheet" in said else 0.6) == "no"


def test_of_the_other_half_nothing_is_known_that_is_partly() -> None:
    said = "Ours we noted down. The other half, we've no clue."
    assert heard(said, "data.provenance", "partly", "The other half, we've no clue") == "partly"


def test_who_does_not_understand_a_word_tells_nothing_with_it() -> None:
    said = "I am sorry, I do not understand this word, model card."
    assert heard(said, "model.documentation", "no", "model card") is None


def test_asked_whether_one_knows_it_is_the_answer() -> None:
    assert heard("no clue what those people earn", "labelling.workers_protected", "no", "no clue") == "no"


def test_one_dont_know_is_of_the_field_that_was_asked() -> None:
    said = "Country: don't know."
    both = tuple(
        Proposal(ref, "unknown", None, "don't know", 0.9, 9, 19) for ref in ("storage.country", "organisation.country")
    )
    left = own_not_knowing(Reading(both, "answer"), said, "storage.country").proposals
    assert [p.ref for p in left] == ["storage.country"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Now that I couldn't tell you, I never thought who rings and who doesn't, I've no idea.", ("unknown", "I've no idea")),
        ("Nobody ever asks who is in it. No idea.", ("unknown", "No idea")),
        ("I've no idea who is in it, so I asked them.", None),
        ("They told him that they have no idea.", None),
    ],
)  # fmt: skip
def test_a_dont_know_at_the_end_answers_where_nothing_else_was_read(said: str, told: tuple[str, str] | None) -> None:
    read = own_not_knowing(Reading((), "answer"), said, "data.representative").proposals
    assert [(p.status, p.quote) for p in read] == ([told] if told else [])


def test_a_word_that_somebody_does_not_understand_answers_nothing() -> None:
    said = 'I do not understand "model card".'
    assert heard(said, "model.documentation", "no", said[:-1]) is None
