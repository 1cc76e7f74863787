"""The gate: nothing is a fact without a quote from the message and a value that fits the field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcassist.chain.facts import Fact
from vcassist.errors import BadInput
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.reading import blanked, clean_message, gate, merged_set

MESSAGE = "We use ChatGPT – it’s closed, and stored in Kenya 😀."


def gated(*proposals: Proposal, message: str = MESSAGE) -> Any:
    return gate(Reading(proposals, "answer"), message, 3)


def test_a_proposal_with_its_quote_and_a_fitting_value_becomes_a_fact() -> None:
    (fact,) = gated(Proposal("storage.country", "known", "KE", "Kenya")).facts
    assert (fact.value, fact.turn, MESSAGE[fact.start : fact.end]) == ("KE", 3, "Kenya")


def test_the_quote_is_kept_as_the_person_wrote_it_and_not_as_the_reader_typed_it() -> None:
    (fact,) = gated(Proposal("model.weights", "known", "closed", "chatgpt - it's closed")).facts
    assert fact.quote == "ChatGPT – it’s closed" == MESSAGE[fact.start : fact.end]


@pytest.mark.parametrize(
    ("proposal", "why"),
    [
        (Proposal("storage.country", "known", "KE", "Nairobi"), "is not in the message"),
        (Proposal("storage.country", "known", "KE", ""), "is not in the message"),
        (Proposal("storage.country", "known", "Kenya", "Kenya"), "two-letter country code"),
        (Proposal("model.weights", "known", "ajar", "closed"), "It is one of"),
        (Proposal("model.weights", "known", None, "closed"), "It takes words"),
        (Proposal("model.colour", "known", "red", "closed"), "There is no field"),
        (Proposal("model.weights", "sure", "closed", "closed"), "status 'sure' does not exist"),
        (Proposal("model.weights", "known", "closed", "closed", confidence=1.2), "not between 0 and 1"),
        (Proposal("model.weights", "known", "closed", "closed", confidence=float("nan")), "not between 0 and 1"),
        (Proposal("application.generates", "known", ("none", "text"), "closed"), "stand alone"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(proposal: Proposal, why: str) -> None:
    found = gated(proposal)
    assert found.facts == ()
    assert why in found.refused[0][1]


def test_one_bad_proposal_does_not_take_the_good_ones_with_it() -> None:
    found = gated(
        Proposal("model.weights", "known", "ajar", "closed"), Proposal("storage.country", "known", "KE", "Kenya")
    )
    assert [f.ref for f in found.facts] == ["storage.country"]


def test_offsets_that_do_not_hold_the_quote_are_not_believed() -> None:
    (fact,) = gated(Proposal("storage.country", "known", "KE", "Kenya", start=0, end=5)).facts
    assert MESSAGE[fact.start : fact.end] == "Kenya"


def test_of_several_proposals_for_one_field_the_surest_wins_and_then_the_later() -> None:
    message = "It is open. No, closed."
    first, second = (
        Proposal("model.weights", "known", "open", "open"),
        Proposal("model.weights", "known", "closed", "closed"),
    )
    assert gated(first, second, message=message).facts[0].value == "closed"
    sure = Proposal("model.weights", "known", "open", "open", confidence=0.9)
    unsure = Proposal("model.weights", "known", "closed", "closed", confidence=0.4)
    assert [f.value for f in gated(sure, unsure, message=message).facts] == ["open"]


def test_only_what_is_withheld_says_by_whom_and_only_what_is_known_has_a_value() -> None:
    found = gated(
        Proposal("model.licence", "unknown", "MIT", "closed", by="supplier"),
        Proposal("storage.supplier", "withheld", "X", "stored", by="person"),
    )
    assert {f.ref: (f.value, f.by) for f in found.facts} == {
        "model.licence": (None, None),
        "storage.supplier": (None, "person"),
    }


@given(quote=st.text(max_size=20), message=st.text(max_size=60), start=st.integers(-5, 70), end=st.integers(-5, 70))
def test_every_fact_carries_exactly_its_part_of_the_message(quote: str, message: str, start: int, end: int) -> None:
    for fact in gate(
        Reading((Proposal("model.licence", "unknown", None, quote, start=start, end=end),), "answer"), message
    ).facts:
        assert fact.quote and fact.quote == message[fact.start : fact.end]


# --- the message itself -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("a\x00b", "control characters"),
        ("\ud800", "control"),
        ("x" * 100_000, "100,000 characters"),
    ],
)
def test_a_message_that_cannot_be_used_is_refused_and_told_what_to_do(text: str, why: str) -> None:
    with pytest.raises(BadInput, match=why) as refused:
        clean_message(text)
    assert refused.value.to_do


def test_an_ordinary_message_is_kept_letter_for_letter() -> None:
    assert clean_message("  Olá\n👩🏽‍⚕️\t! ") == "  Olá\n👩🏽‍⚕️\t! "


# --- sets -------------------------------------------------------------------------------------------------------------
def test_a_set_grows_by_what_is_added_but_none_stands_alone() -> None:
    old, new = Fact("application.generates", "known", ("text",)), Fact("application.generates", "known", ("image",))
    assert merged_set(old, new).value == ("text", "image")
    assert merged_set(old, Fact("application.generates", "known", ("none",))).value == ("none",)
    assert merged_set(Fact("application.generates", "known", ("none",)), new).value == ("image",)
    assert merged_set(None, new) == new


def test_of_a_run_of_empty_lines_or_blanks_a_few_are_kept() -> None:
    assert clean_message("Kora." + "\n" * 15_000 + "It plans the beds.") == "Kora.\n\n\nIt plans the beds."
    assert clean_message("Kora" + " \n" * 5_000 + "plans") == "Kora \n\n\nplans"
    assert clean_message("a" + " " * 15_000 + "b") == "a b"
    assert clean_message("one\n\ntwo   three") == "one\n\ntwo   three"


def test_marks_are_no_quote() -> None:
    found = gated(Proposal("application.alternative", "known", "yes", "–"))
    assert not found.facts
    assert "holds no word" in found.refused[0][1]


def test_many_places_of_a_text_are_turned_into_spaces_with_every_offset_held() -> None:
    assert blanked("one two three", [(0, 3), (8, 13)]) == "    two      " and blanked("one", []) == "one"
