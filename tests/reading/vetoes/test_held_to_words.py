"""A choice that was read in a whole message is held against the sentence that is quoted for it."""

from __future__ import annotations

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.vetoes.held_to_words import held_to_its_words

HOSTING = "compute.hosting"
MESSAGE = "It works on any small phone. Our side is in the cloud."
QUOTE = "Our side is in the cloud"


def reading(sure: float = 0.9, value: str = "device") -> Reading:
    at = MESSAGE.index(QUOTE)
    return Reading((Proposal(HOSTING, "known", value, QUOTE, sure, at, at + len(QUOTE)),), "answer")


def tells(value: str, sure: float = 0.6):
    return lambda words, ref: Reading((Proposal(ref, "known", value, words, sure, 0, len(words)),), "answer")


def value(found: Reading) -> object:
    return found.proposals[0].value


def test_what_the_sentence_tells_by_itself_stands() -> None:
    assert value(held_to_its_words(reading(), MESSAGE, "application.works_offline", tells("cloud"))) == "cloud"


def test_what_is_sure_was_asked_for_or_is_told_faintly_is_left() -> None:
    assert value(held_to_its_words(reading(0.99), MESSAGE, None, tells("cloud"))) == "device"
    assert value(held_to_its_words(reading(), MESSAGE, HOSTING, tells("cloud"))) == "device"
    assert value(held_to_its_words(reading(), MESSAGE, None, tells("cloud", 0.3))) == "device"
