"""What somebody says is to be written is written."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Reading
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
