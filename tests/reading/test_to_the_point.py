"""What is beside the question is no answer to it; a choice that few mean needs a word that tells of it."""

from __future__ import annotations

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Proposal
from vcassist.reading.plainly_told import last_word
from vcassist.reading.to_the_point import beside_the_point, with_telling_words


def read(key: str, value: str, said: str, sure: float = 0.7) -> Proposal:
    return Proposal(key, "known", value, said, sure, 0, len(said))


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("application.outage_effect", "none", "A ban is not a fact."),
        ("data.personal_data", "no", "It does not say who built the model."),
        ("data.provenance", "no", "nobody has asked us"),
    ],
)
def test_a_no_about_something_else_is_no_answer(key: str, value: str, said: str) -> None:
    assert beside_the_point(read(key, value, said), said, FIELDS[key], lambda: 0.02)


@pytest.mark.parametrize("said", ["no, we don't", "Not yet.", "No, I am afraid we do not."])
def test_small_words_answer_a_yes_or_no_question(said: str) -> None:
    assert not beside_the_point(read("storage.encrypted", "no", said), said, FIELDS["storage.encrypted"], lambda: 0.0)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("in the browser", "inside_product"),
        ("over the internet", "api"),
        ("on our own server in the cellar", "self_hosted"),
    ],
)
def test_nobody_runs_a_model_themselves_in_a_browser(said: str, value: str) -> None:
    found = with_telling_words(read("model.access", "self_hosted", said), said)
    assert found is not None and found.value == value


def test_of_several_words_the_last_counts() -> None:
    assert last_word("put partly. No, put yes") == ("yes", 20, 23)
    assert last_word("yes and no") is None
    assert last_word("y") == ("yes", 0, 1)
    assert last_word(" N.") == ("no", 1, 2)


@pytest.mark.parametrize("said", ["Shut as a clam.", "Two others stand ready."])
def test_what_is_heard_very_surely_counts_in_whatever_words_it_is_said(said: str) -> None:
    asked = FIELDS["compute.alternative"]
    assert not beside_the_point(read(asked.key, "yes", said, sure=0.95), said, asked, lambda: 0.0)
    assert beside_the_point(read(asked.key, "yes", said, sure=0.6), said, asked, lambda: 0.0)
