"""Offered words are taken at their word; anything more than them goes to the reader within."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcassist.chain.facts import Chain
from vcassist.chain.fields import ALONE, FIELDS
from vcassist.interview.ports import Reading
from vcassist.reading.answering.exact import STATUS_WORDS, ExactReader, exact


class NeverAsked:
    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        raise AssertionError(f"{message!r} needs no reader")


class Within:
    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        return Reading((), "other", "within")


CHOICES = [(key, value, label) for key, spec in FIELDS.items() for value, label in spec.options.items()]


@pytest.mark.parametrize(("key", "value", "label"), CHOICES)
@pytest.mark.parametrize("shape", ["{}", " {}. ", "{}!"])
def test_a_choice_is_its_value_and_its_quote_its_words(key: str, value: str, label: str, shape: str) -> None:
    message = shape.format(label.upper() if shape == "{}!" else label)
    (found,) = ExactReader(NeverAsked()).read(message, key, Chain()).proposals
    assert found.value == ((value,) if FIELDS[key].type == "set" else value)
    assert found.quote == message[found.start : found.end] != ""


@given(st.data())
def test_several_ticked_choices_are_all_of_them(data: st.DataObject) -> None:
    key = data.draw(st.sampled_from([k for k, spec in FIELDS.items() if spec.type == "set"]))
    options = {v: label for v, label in FIELDS[key].options.items() if v not in ALONE}
    ticked = data.draw(st.lists(st.sampled_from(sorted(options)), min_size=1, unique=True))
    (found,) = ExactReader(NeverAsked()).read(", ".join(options[v] for v in ticked), key, Chain()).proposals
    assert set(found.value) == set(ticked)


@pytest.mark.parametrize(("words", "status"), STATUS_WORDS.items())
def test_the_other_offered_answers_are_their_status(words: str, status: str) -> None:
    (found,) = ExactReader(NeverAsked()).read(words, "model-2.weights", Chain()).proposals
    assert (found.ref, found.status, found.value) == ("model-2.weights", status, None)


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("no problem", "data.consent"),
        ("yes, no", "data.consent"),
        ("open, I think", "model.weights"),
        ("closed", None),
        ("Nairobi", "organisation.country"),
        ("none of these, patients", "application.affected_people"),
    ],
)
def test_more_than_the_offered_words_goes_to_the_reader_within(message: str, asked: str | None) -> None:
    assert ExactReader(Within()).read(message, asked, Chain()).note == "within"


def test_what_stands_alone_is_not_joined() -> None:
    key = next(k for k, spec in FIELDS.items() if spec.type == "set" and ALONE & set(spec.options))
    alone = next(v for v in FIELDS[key].options if v in ALONE)
    other = next(v for v in FIELDS[key].options if v not in ALONE)
    labels = FIELDS[key].options
    assert exact(f"{labels[alone]}, {labels[other]}", key) is None
