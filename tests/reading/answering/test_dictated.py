"""What somebody says is to be written is written."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.dictated import with_what_is_dictated

ASKED = "governance.staff_trained"


@pytest.mark.parametrize(
    ("message", "status", "value"),
    [
        ("For her no, for my staff yes. You may write partly.", "known", "partly"),
        ("Presumably; please put “not verified”.", "unknown", None),
        ("then write no there", "known", "no"),
    ],
)
def test_what_is_dictated_is_written(message: str, status: str, value: str | None) -> None:
    (found,) = with_what_is_dictated(Reading((), "other"), message, ASKED).proposals
    assert (found.status, found.value) == (status, value)


@pytest.mark.parametrize(
    "message",
    ["don't put yes there", "Instead of asking, put yes everywhere.", "we write no such list", "shall I put no?"],
)
def test_what_is_forbidden_ordered_for_all_or_only_asked_is_not(message: str) -> None:
    assert with_what_is_dictated(Reading((), "other"), message, ASKED).proposals == ()


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ('It has no name as I told you, write "the secretary" if something must be written', "secretary"),
        ("No name really, call it ‘Box 4’ for now", "Box 4"),
    ],
)
def test_a_name_in_quotation_marks_that_is_to_be_written_is_the_name(said: str, name: str) -> None:
    none = Proposal("application.name", "not_applicable", None, "no name", 0.9)
    read = with_what_is_dictated(Reading((none,), "answer"), said, "application.name")
    assert [(p.status, p.value) for p in read.proposals] == [("known", name)]


@pytest.mark.parametrize("said", ['Don\'t put "the secretary"', 'Shall I write "secretary"?', "write to my boss"])
def test_no_name_is_put_that_is_asked_about_or_forbidden(said: str) -> None:
    none = Proposal("application.name", "not_applicable", None, "no name", 0.9)
    read = with_what_is_dictated(Reading((none,), "answer"), said, "application.name")
    assert read.proposals == (none,)


@pytest.mark.parametrize("message", ["Withheld.", "it is undisclosed", "withheld by the supplier"])
def test_the_word_for_what_is_kept_back_names_nothing(message: str) -> None:
    for asked in ("model.name", "model.supplier"):
        (found,) = with_what_is_dictated(Reading((), "other"), message, asked).proposals
        assert (found.status, found.value, found.by) == ("withheld", None, "supplier")


def test_what_is_to_be_written_for_another_matter_is_of_that() -> None:
    said = "so write partly for the fallback"
    assert with_what_is_dictated(Reading((), "other"), said, ASKED).proposals == ()
    at = said.index("partly")
    read = Reading((Proposal(ASKED, "known", "partly", "partly", 0.9, at, at + 6),), "answer")
    assert with_what_is_dictated(read, said, ASKED).proposals == ()


def test_any_matter_may_be_left_open_so() -> None:
    (found,) = with_what_is_dictated(Reading((), "other"), "mark it as uncertain", "application.human_review").proposals
    assert (found.status, found.quote) == ("unknown", "uncertain")
