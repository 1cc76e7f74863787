"""A purpose is told whole: what its words lean on, and what goes on behind them."""

from __future__ import annotations

import pytest

from vcassist.reading.told.whole_task import with_what_it_leans_on


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        ("It opens the slides and grades them for malaria.", "grades them for malaria", "opens the slides and grades them for malaria"),
        ("Orla takes the ferry sheet, types it up.", "types it up", "Orla takes the ferry sheet, types it up"),
        ("Carers type a question and it answers them.", "answers them", "Carers type a question and it answers them"),
        ("A driver shoots the label, and it says what's there.", "says what's there", "A driver shoots the label, and it says what's there"),
        ("I use it for fb posts, newsletter and translating leaflets.", "translating leaflets", "fb posts, newsletter and translating leaflets"),
        ("It drafts letters and books the van. We like it.", "drafts letters", "drafts letters and books the van"),
        ("It is a thing where you write what style you want and it draws the gown.", "draws the gown", "you write what style you want and it draws the gown"),
        ("We have an app, farmers make photo of the leaf and it say if is rust or insect.", "make photo of the leaf", "make photo of the leaf and it say if is rust or insect"),
        ("Callers ring us at night, a thing called Kite turns it into text.", "turns it into text", "Callers ring us at night, a thing called Kite turns it into text"),
        ("The leases are far too long, so we put them in a program which make from it plain words.", "make from it plain words", "The leases are far too long, so we put them in a program which make from it plain words"),
        ("There's a gadget now, you hold it at the hull and it tells you how deep the rust goes.", "tells you how deep the rust goes", "you hold it at the hull and it tells you how deep the rust goes"),
        ("It makes up riddles for the little ones, every day.", "makes up riddles", "makes up riddles for the little ones"),
    ],
)  # fmt: skip
def test_words_that_lean_on_others_take_them_along(text: str, found: str, whole: str) -> None:
    start = text.index(found)
    span = with_what_it_leans_on(text, start, start + len(found))
    assert span is not None
    assert span.text == text[span.start : span.end] == whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It translates letters and the nurse reads each one.", "translates letters"),
        ("It translates letters and nobody reads them.", "translates letters"),
        ("It translates letters for us.", "translates letters"),
        ("It translates letters and it was cheap.", "translates letters"),
        ("We bought it and it draws gowns.", "draws gowns"),
        ("We have had it for years and translate letters.", "translate letters"),
        ("BeeSound listens to a hive and says whether it will swarm.", "says whether it will swarm"),
        ("It waits for a call and answers callers.", "answers callers"),
        ("We came by bus. It grades them for malaria.", "grades them for malaria"),
        ("It sorts mail, and a clerk reads it.", "sorts mail"),
        (
            "The council met in May, and bought a program to help this office with its letters.",
            "help this office with its letters",
        ),
        (
            "We had it from the dealer in March and it tells us how deep the rust goes.",
            "tells us how deep the rust goes",
        ),
        ("It transcribes talks into Notiz.", "transcribes talks"),
    ],
)
def test_what_stands_by_itself_or_belongs_to_another_statement_is_left(text: str, found: str) -> None:
    start = text.index(found)
    assert with_what_it_leans_on(text, start, start + len(found)) is None


def test_a_story_is_no_purpose() -> None:
    text = "It takes " + "one thing and another, " * 9 + "and grades them for malaria"
    assert with_what_it_leans_on(text, text.index("grades"), len(text)) is None
