"""Who sets a list right, or says why something was wrong, wants no words taken out of the talk."""

from __future__ import annotations

import pytest
from talks import talk

from vcassist.interview.removals.confidence import wanted


@pytest.mark.parametrize(
    "said",
    [
        "Scratch Zooniverse from what I told you about the whales; that was the humpback project.",
        "Forget what I told you about the man from Kisumu, that was another year.",
        "Strike the bit about the ferry, I mixed it up with the lifeboat.",
    ],
)
def test_what_is_set_right_is_not_taken_out(said: str) -> None:
    assert wanted(talk().session, said) == []


@pytest.mark.parametrize(
    "said",
    [
        "Forget what I told you about the man from Kisumu.",
        "Strike the bit about my sister's illness, that is private.",
    ],
)
def test_what_is_to_go_is_wanted_out(said: str) -> None:
    assert len(wanted(talk().session, said)) == 1
