"""Values and fields in words for people."""

from __future__ import annotations

from vcassist.interview.words import to_you


def test_a_choice_in_a_persons_words_is_said_back_as_theirs() -> None:
    assert to_you("compute.hosting", "on our premises") == "on your premises"
    assert to_you("compute.hosting", "in a cloud we rent") == "in a cloud you rent"
    assert to_you("application.affected_people", "patients and our own staff") == "patients and your own staff"
    assert to_you("application.purpose", "writes our letters") == "writes our letters"
