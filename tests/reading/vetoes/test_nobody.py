"""That not one does it is a no, and to deny each is not to say that nobody does."""

from __future__ import annotations

import pytest

from vcassist.reading.vetoes.nobody import each_denied, nobody_does


@pytest.mark.parametrize(
    "quote",
    ["no one reads them now", "not a single drawing carries it", "and nobody was asked", "None of us was trained"],
)
def test_not_one_does_it(quote: str) -> None:
    assert nobody_does(quote, "application.human_review")


@pytest.mark.parametrize(
    "quote",
    ["nobody is left out", "no one sends it before a nurse reads it", "nobody who isn't told", "none goes out unread", "we read them"],
)  # fmt: skip
def test_a_second_no_turns_it_round(quote: str) -> None:
    assert not nobody_does(quote, "application.human_review")


def test_where_nothing_leaving_is_the_good_answer_it_stays() -> None:
    assert not nobody_does("not one byte stays here", "storage.crosses_border")


def test_who_is_denied_one_after_the_other_leaves_open_who_else() -> None:
    assert each_denied("Not the volunteers, not the vendor and not the computer either")
    assert not each_denied("not us, nobody labels anything")
