"""A few words for how many or how often are an answer by themselves, whatever was asked."""

from __future__ import annotations

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.reading.answering.how_many import how_many, only_judges


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Not everyone.", "partly"),
        ("hm, not quite all of them", "partly"),
        ("No, not all", "partly"),
        ("almost everybody", "partly"),
        ("yes, mostly", "partly"),
        ("on and off", "partly"),
        ("only half", "partly"),
        ("some do, some don't", "partly"),
        ("8 of 10", "partly"),
        ("three out of twelve", "partly"),
        ("60%", "partly"),
        ("every single one", "yes"),
        ("always", "yes"),
        ("100 percent", "yes"),
        ("12 of 12", "yes"),
        ("not exactly nobody", "partly"),
        ("not a soul", "no"),
        ("by no means", "no"),
        ("0%", "no"),
        ("unfortunately not", "no"),
        ("aye", "yes"),
    ],
)
def test_words_for_how_many_say_yes_partly_or_no(said: str, value: str) -> None:
    told = how_many(said, "governance.staff_trained")
    assert told is not None and told.value == value
    assert said[told.start : told.end] == told.quote


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("each time", "always"),
        ("not always", "sometimes"),
        ("1 in 20", "sometimes"),
        ("no", "never"),
        ("hm, not really", "never"),
    ],
)
def test_they_say_how_often_where_that_was_asked(said: str, value: str) -> None:
    told = how_many(said, "application.human_review")
    assert told is not None and told.value == value


@pytest.mark.parametrize(
    "said",
    [
        "not all of the letters are read by her before",
        "everyone here speaks Tok Pisin",
        "no idea",
        "yes but",
        "12 of 10",
        "some firm in Accra",
        "half a day on Teams",
    ],
)
def test_words_that_say_more_are_left_to_the_readers(said: str) -> None:
    assert how_many(said, "governance.staff_trained") is None


@pytest.mark.parametrize(
    "asked", ["organisation.size", "application.lifecycle", "application.affected_people", "model.name"]
)
def test_nothing_is_told_where_no_amount_is_asked(asked: str) -> None:
    assert how_many("all of them", asked) is None


@pytest.mark.parametrize("key", [key for key, spec in FIELDS.items() if spec.type == "yesno"])
def test_a_bare_yes_or_no_is_what_it_says_whatever_was_asked(key: str) -> None:
    for said in ("yep", "absolutely", "yes of course", "sure", "we do", "of course", "correct", "oh yes", "true"):
        told = how_many(said, key)
        assert told is not None and told.value == "yes", said
    for said in ("nope", "no we don't", "not yet", "never", "of course not", "not really", "no, never", "false"):
        told = how_many(said, key)
        assert told is not None and told.value == "no", said


@pytest.mark.parametrize(
    "said", ["Annoying.", "Naturally that would be regrettable.", "a real pity for us", "Well, it would be bad."]
)
def test_who_only_judges_tells_nothing(said: str) -> None:
    assert only_judges(said)


@pytest.mark.parametrize(
    "said", ["Annoying, people would wait.", "bad, we close", "it stops", "not good enough to go on"]
)
def test_who_tells_what_happens_does_more_than_judge(said: str) -> None:
    assert not only_judges(said)
