"""A last sentence of which it was learnt that such ones end the talk ends it; what tells something does not."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Wanted
from vcassist.interview.questions.asking import Parts
from vcassist.interview.remarks.learnt_goodbye import with_learnt_goodbye

GOES = "The head is coming out, stay well."


def learnt(ends: float):
    def wanted(sentence: str, asked: str | None) -> Wanted | None:
        return Wanted("what", 0.01, "", 0.02, ends=ends if sentence == GOES else 0.0)

    return wanted


def parts(message: str, ends: float = 0.9, asked: str | None = "storage.encrypted", states: bool = False) -> Parts:
    return with_learnt_goodbye(Parts(message), message, asked, learnt(ends), lambda sentence: states)


def test_what_stands_before_the_goodbye_is_told() -> None:
    found = parts(f"It is encrypted. {GOES}")
    assert found.ends
    assert found.tells.strip() == "It is encrypted."


@pytest.mark.parametrize(
    ("message", "ends", "asked", "states"),
    [
        (f"{GOES} And it is encrypted.", 0.9, "storage.encrypted", False),
        (GOES, 0.1, "storage.encrypted", False),
        (GOES, 0.9, "storage.encrypted", True),
        # What happens when the tool is gone is told in words of going.
        (GOES, 0.9, "application.outage_effect", False),
    ],
)
def test_nothing_else_ends_the_talk(message: str, ends: float, asked: str, states: bool) -> None:
    assert not parts(message, ends, asked, states).ends
