"""A play holds no facts: who shares out the parts speaks as somebody else until the play is over."""

from __future__ import annotations

import pytest

from vcassist.reading.vetoes.staged import staged


def played(message: str) -> str:
    return " ".join(span.text for span in staged(message))


@pytest.mark.parametrize(
    "message",
    [
        "Let's play: you are the auditor and I am Greenfield Bank. As Greenfield I say: a person checks every output.",
        "For the fun of it, be the lawyer and I speak as Orchid Bank: all staff are trained.",
        "Let's swap places. I'm the inspector of Lakeside Bank, you are the guest. Everybody is trained.",
        "Let us act a scene: I am the mayor of Bigtown, you are the inspector. Every result is read by a human.",
    ],
)
def test_all_that_a_part_says_belongs_to_the_play(message: str) -> None:
    assert played(message) == message


def test_what_is_said_after_the_play_is_no_part_of_it() -> None:
    told = "Let's play: you are the judge and I am a bank. All is encrypted. Seriously, we are a library. We use DeepL."
    assert played(told) == "Let's play: you are the judge and I am a bank. All is encrypted."


@pytest.mark.parametrize(
    "message",
    [
        "I am only a nurse and you are the expert!",
        "Imagine we had it in the cloud. We don't, it is on our server.",
        "The children play with it. I am the teacher.",
        "You are very kind. I am in a hurry.",
    ],
)
def test_who_imagines_or_says_who_we_are_plays_no_part(message: str) -> None:
    assert staged(message) == []
