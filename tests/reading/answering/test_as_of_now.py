"""What holds now is the answer, whatever held before."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.as_of_now import as_of_now

ASKED = "governance.policy"


def reads(part: str) -> Reading:
    return Reading((Proposal(ASKED, "known", "yes", part, 0.9, 0, len(part)),), "answer")


@pytest.mark.parametrize("said", ["Before March nobody did, now I do", "We had none last year but today there is one"])
def test_the_part_on_now_is_read_by_itself(said: str) -> None:
    (told,) = as_of_now(Reading((), "other"), said, ASKED, reads).proposals
    assert said[told.start : told.end] == told.quote and told.quote.split()[0] in ("now", "today")


def test_a_bare_word_on_now_is_the_answer_even_where_another_was_read() -> None:
    said = "we had none last year, now yes"
    wrong = Reading((Proposal(ASKED, "known", "no", "had none", 0.9, 3, 11),), "answer")
    (told,) = as_of_now(wrong, said, ASKED, reads).proposals
    assert (told.value, told.quote) == ("yes", "yes")


@pytest.mark.parametrize("said", ["now I do", "Nobody does now", "Before March nobody did"])
def test_without_a_time_before_it_nothing_is_changed(said: str) -> None:
    read = Reading((), "other")
    assert as_of_now(read, said, ASKED, reads) == read
