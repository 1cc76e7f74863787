"""The sentence or part of a message in which a place stands."""

from __future__ import annotations

from vcassist.interview.sentences import PART, SENTENCE, around


def test_a_place_stands_in_its_sentence_or_part_and_between_two_in_none() -> None:
    said = "It helps. We check; always."
    assert (whole := around(SENTENCE, said, said.index("always"))) and whole[0] == "We check; always."
    assert (part := around(PART, said, said.index("always"))) and part[0].strip() == "always."
    assert around(SENTENCE, said, said.index(" We")) is None
