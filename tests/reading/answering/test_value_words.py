"""The words of a value: where a name begins and ends in what somebody wrote, and what is no name."""

from __future__ import annotations

import pytest

from vcassist.reading.answering.value_words import (
    holdable,
    named_part,
    only_a_kind,
    proper_name,
    trimmed,
    written_small,
)
from vcassist.reading.naming.places import Place
from vcassist.reading.text import Span


def test_words_that_only_say_what_kind_of_thing_it_is_are_no_name() -> None:
    assert only_a_kind("the chatbot")
    assert only_a_kind("squeezed down one")
    assert not only_a_kind("MamaTriage")


def test_a_name_ends_where_the_sentence_goes_on() -> None:
    message = "ours is Siragugal School, 29 teachers"
    part = named_part(Span(8, len(message), message[8:]), message)
    assert part is not None and part.text == "Siragugal School"


def test_an_organisation_s_name_goes_on_over_and_where_capitals_follow() -> None:
    message = "National Aeronautics and Space Agency and we use DeepL"
    whole = Span(0, len(message), message)
    joined, first = named_part(whole, message, joined=True), named_part(whole, message)
    assert joined is not None and joined.text == "National Aeronautics and Space Agency"
    assert first is not None and first.text == "National Aeronautics"


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("from the River Trust.", "River Trust"),
        ("it's called by the Otjiwa Fund (Ltd)", "Otjiwa Fund (Ltd)"),
        ("«SoilSense 40%»", "SoilSense 40%"),
    ],
)
def test_articles_and_punctuation_around_a_value_are_left_out(message: str, words: str) -> None:
    part = trimmed(Span(0, len(message), message), message)
    assert part is not None and part.text == words == message[part.start : part.end]


def test_nothing_is_left_of_a_span_of_articles_and_punctuation() -> None:
    assert trimmed(Span(0, 8, "... the "), "... the ") is None


def test_a_name_may_stand_beside_the_span_where_its_sentence_introduces_it() -> None:
    message = "Our server is rented from Kalahari Hosting. Anna pays it."
    name = proper_name(Span(4, 10, "server"), message)
    assert name is not None and name.text == "Kalahari Hosting"


def test_a_place_is_not_taken_for_a_name() -> None:
    message = "rented at Windhoek"
    at = message.index("Windhoek")
    place = Place(at, len(message), "NA", True, "city")
    assert proper_name(Span(at, len(message), "Windhoek"), message, [place]) is None


def test_a_value_holds_no_markup_no_address_and_no_more_than_a_line_or_two() -> None:
    assert holdable("drafts letters")
    assert not holdable("<b>drafts</b>")
    assert not holdable("see https://example.org")
    assert not holdable("a" * 161)


@pytest.mark.parametrize("month", ["May", "March", "Easter"])
def test_what_dates_something_is_no_name(month: str) -> None:
    message = f"since {month} we pay them"
    at = message.index(month)
    assert proper_name(Span(at, at + len(month), month), message) is None


def test_a_name_written_small_is_no_beginning_of_a_sentence() -> None:
    for message, name in (("voice is", None), ("zain health", "zain health")):
        found = written_small(Span(0, len(message), message), message)
        assert (found and found.text) == name
