"""What stands before "other than that" is the answer."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.apart_from_that import with_what_comes_first

ASKED = "model.adaptation"


def read(words: str) -> Reading:
    told = [("prompted", "paste a speech"), ("as_is", "left it as it came"), ("prompted", "type a rule")]
    found = [(v, q) for v, q in told if q in words]
    answer = (Proposal(ASKED, "known", v, q, 0.9, words.index(q), words.index(q) + len(q)) for v, q in found[-1:])
    return Reading(tuple(answer), "answer")


@pytest.mark.parametrize(
    ("message", "value"),
    [
        ("We paste a speech in first. Other than that we've left it as it came.", "prompted"),
        ("They type a rule. For the rest we left it as it came", "prompted"),
        ("We paste a speech in first. The model itself we left it as it came.", "prompted"),
        ("It was a gift of the firm. Other than that we've left it as it came.", "as_is"),
        ("We paste a speech in first. Then we left it as it came.", "as_is"),
        ("Other than that we left it as it came.", "as_is"),
    ],
)
def test_the_answer_is_what_is_done_and_not_the_rest(message: str, value: str) -> None:
    (told,) = with_what_comes_first(read(message), message, ASKED, read).proposals
    assert told.value == value and told.quote == message[told.start : told.end]


def test_a_rest_that_is_not_known_is_no_dont_know_of_what_was_asked() -> None:
    def of_the_rest(words: str) -> Reading:
        quote = "the rest I don't know"
        if quote not in words:
            return read(words)
        at = words.index(quote)
        return Reading((Proposal(ASKED, "unknown", None, quote, 0.9, at, at + len(quote)),), "answer")

    said = "We paste a speech in first. That I know, the rest I don't know."
    (told,) = with_what_comes_first(of_the_rest(said), said, ASKED, of_the_rest).proposals
    assert told.value == "prompted"
    unread = "That would be so, as far as I can see. That I know, the rest I don't know."
    assert with_what_comes_first(of_the_rest(unread), unread, ASKED, of_the_rest).proposals == ()
